internal import PlanarGeometry
internal import Planning

/// One layout in the edition valid on the day asked about, its located zones made ready.
struct DrawnLayout {
    let layout: Layout
    let edition: Edition
    let zones: [DrawnZone]
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
    }
}
