internal import PlanarGeometry
internal import Planning

/// One layout in the edition valid on the day asked about, its located zones made ready.
struct DrawnLayout {
    let layout: Layout
    let edition: Edition
    let zones: [DrawnZone]
    /// Zones without a drawing that belong under another.
    let unlocated: [Zone]
    /// Zones of which another document speaks on other land.
    let counterparts: [Zone]
    /// The plan period of the layout's documents that runs longest.
    let planPeriod: PlanPeriod?

    init(
        _ layout: Layout, _ edition: Edition, of catalogue: Catalogue, plane: borrowing MetricPlane
    ) throws(LocatorError) {
        self.layout = layout
        self.edition = edition
        planPeriod = layout.documents.compactMap { catalogue.document($0)?.planPeriod }
            .max { ($0.to, $0.outlook ?? $0.to) < ($1.to, $1.outlook ?? $1.to) }
        var zones: [DrawnZone] = []
        for zone in edition.zones {
            if let drawn = try DrawnZone(zone, plane: plane) { zones.append(drawn) }
        }
        self.zones = zones
        unlocated = edition.zones.filter { $0.unlocatedReason != nil && $0.parent != nil }
        counterparts = edition.zones.filter { $0.counterpart != nil }
    }
}
