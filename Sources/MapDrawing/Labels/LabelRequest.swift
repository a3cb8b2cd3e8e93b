internal import PlanarGeometry

/// One way of putting a label on the map.
struct LabelCandidate {
    let texts: [TextMark]
    /// A thin line from the label to what it names, where it stands apart.
    var leader: [Point] = []
    /// Whether the leader ends in an area, where a dot says so, or at a sign.
    var endsInArea = false
    /// What is lost by it: 0 for the best there could be.
    var cost: Double

    /// What it takes up.
    var boxes: [LabelBox] { texts.map(\.box) }
}

/// A name that wants a place on the map.
struct LabelRequest {
    /// What is named, apart from all other requests of the frame.
    let id: String
    /// The lesser the earlier.
    let priority: Double
    /// Whether the map is wrong without it: then it may push others away.
    let isRequired: Bool
    let candidates: [LabelCandidate]
    /// How far all other names must stay away, millimetres, so that two do not read as one.
    var clearance = 0.0
}
