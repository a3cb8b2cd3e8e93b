public import Planning
public import Wording

/// The neighbours of a site, over all layouts.
public struct SiteNeighbourAnswer: Hashable, Sendable {
    /// What the user calls the site.
    public let label: String
    /// The site.
    public let parcel: Parcel
    /// The layouts that were asked, in catalogue order.
    public let layouts: [Layout]
    /// The day the editions were chosen for.
    public let asOf: CalendarDate
    /// Gaps up to this many metres count as near.
    public let within: Double
    /// The zones it overlaps or lies near, layout by layout, the closest tie first.
    public let neighbours: [Neighbour]

    /// What was decided or mended in reading the site.
    public var notes: [Note] { parcel.notes + (parcel.repairNote.map { [$0] } ?? []) }
}

extension ZoneOverlay {
    /// The neighbours of a site with all that is needed to tell them.
    ///
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func neighbourAnswer(
        of parcel: Parcel, called label: String, within distance: Double = standardReach
    ) throws(LocatorError) -> SiteNeighbourAnswer {
        SiteNeighbourAnswer(
            label: label, parcel: parcel, layouts: layouts.map(\.layout), asOf: asOf, within: distance,
            neighbours: try neighbours(of: parcel, within: distance))
    }
}
