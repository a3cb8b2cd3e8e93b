internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

/// One layout in the edition valid on the day asked about, its located zones made ready.
///
/// A class so that handing it on copies nothing; bound like its zones to the task that made it.
final class DrawnLayout {
    /// Layout and edition as answers refer to them.
    let answered: AnsweredLayout
    let zones: [DrawnZone]
    /// Those that can hold a site.
    let holding: [DrawnZone]
    /// What tells of most of them that they are out of the question.
    let bounds: [ZoneBounds]
    /// Their places by the zones' ids.
    let places: [String: Int]
    /// The greatest accuracy among them, metres.
    let widestAccuracy: Double
    /// Zones without a drawing that belong under another, with the place of that one in the edition.
    let unlocated: [(zone: AnsweredZone, parent: Int)]
    /// Zones of which another document speaks on other land, with the place of what it speaks of among those of the context
    /// that can hold a site.
    let counterparts: [(zone: AnsweredZone, place: Int)]
    /// Where among those the land is told from that the layout's documents speak about; nil where they speak about all.
    let coverage: CoveragePlaces?
    /// The years the edition is to be read for; nil where they were not stated on import.
    let planPeriod: PlanPeriod?
    /// Imported outlines and kept sketches, where the edition holds both.
    let sheets: Sheets?
    /// What a reader should know of the edition's boundaries.
    let boundaryNotes: [Note]

    var layout: Layout { answered.layout }
    var edition: Edition { answered.edition }

    init(
        _ layout: Layout, _ edition: Edition, of catalogue: Catalogue, in context: DrawnLayout? = nil,
        plane: borrowing MetricPlane
    ) throws(LocatorError) {
        answered = AnsweredLayout(layout, edition)
        planPeriod = catalogue.planPeriod(of: layout, in: edition)
        let known = edition.zones.indices.map { AnsweredZone($0, of: edition) }
        var zones: [DrawnZone] = []
        for zone in known {
            if let drawn = try DrawnZone(zone, plane: plane) { zones.append(drawn) }
        }
        self.zones = zones
        let holding = zones.filter(\.holdsSites)
        self.holding = holding
        bounds = holding.map(ZoneBounds.init)
        places = Dictionary(
            holding.enumerated().map { ($1.zone.id, $0) }, uniquingKeysWith: { one, _ in one })
        widestAccuracy = holding.map(\.accuracy.metres).max() ?? 0
        unlocated = known.compactMap { known in
            guard known.zone.unlocatedReason != nil, let parent = known.zone.parent,
                let place = edition.zones.firstIndex(where: { $0.id == parent })
            else { return nil }
            return (known, place)
        }
        counterparts = known.compactMap { known in
            guard let context, let reference = known.zone.counterpart,
                reference.layout == context.layout.id, let place = context.places[reference.zone]
            else { return nil }
            return (known, place)
        }
        coverage = context.flatMap { context in
            layout.coverage.map { CoveragePlaces($0, in: context) }
        }
        sheets = try SheetRules(layout, edition, zones: holding.map(\.zone)).map {
            rules throws(LocatorError) in
            do throws(TopologyError) {
                return try Sheets(rules, holding.map { ($0.polygons, $0.accuracy.metres) })
            } catch {
                throw LocatorError.topology(
                    ZoneReference(layout: layout.id, zone: holding[rules.surveyed[0]].zone.id), error)
            }
        }
        boundaryNotes = edition.boundaryNotes(on: layout, in: catalogue)
    }
}
