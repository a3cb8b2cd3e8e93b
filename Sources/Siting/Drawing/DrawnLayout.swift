internal import PlanarGeometry
internal import Planning

/// One layout in the edition valid on the day asked about, its located zones made ready.
struct DrawnLayout {
    let layout: Layout
    let edition: Edition
    let zones: [DrawnZone]

    init(_ layout: Layout, _ edition: Edition, plane: borrowing MetricPlane) throws(LocatorError) {
        self.layout = layout
        self.edition = edition
        var zones: [DrawnZone] = []
        for (order, zone) in edition.zones.enumerated() {
            if let drawn = try DrawnZone(zone, order: order, plane: plane) { zones.append(drawn) }
        }
        self.zones = zones
    }

    /// The drawn zone with an id.
    func zone(_ id: String) -> DrawnZone? { zones.first { $0.zone.id == id } }
}
