internal import PlanarGeometry
public import Planning

/// Which drawn zones of all layouts, the context's among them, cover positions: sets by number, and what they mean.
public struct ZoneSets: Sendable {
    /// Answers positions with the numbers of sets.
    public let index: BulkIndex
    /// The zones of the index: those of the plans in catalogue order, then the context's.
    public let zones: [ZoneReference]
    /// The day the editions were chosen for.
    public let asOf: CalendarDate

    /// Indexes the editions valid on a day.
    ///
    /// - Throws: ``LocatorError`` as ``Locator/init(_:asOf:)`` does.
    public init(_ catalogue: Catalogue, asOf: CalendarDate) throws(LocatorError) {
        let drawn = try Locator(catalogue, asOf: asOf)
        let holding = (drawn.plans.flatMap(\.zones) + (drawn.context?.zones ?? [])).filter(\.holdsSites)
        do throws(BulkIndexError) {
            index = try BulkIndex(holding.map(\.geometry.polygons))
        } catch {
            throw LocatorError.bulkIndex(error)
        }
        zones = holding.map { ZoneReference(layout: $0.zone.layout, zone: $0.zone.id) }
        self.asOf = asOf
    }
}
