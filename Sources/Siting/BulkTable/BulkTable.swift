internal import Glibc
internal import PlanarGeometry
public import Planning

/// What a table says of many positions: ``BulkLocator``'s answers, and where a layout names no zone, why.
///
/// For every position the same words ``Locator`` would give; an immutable value, free to share.
public struct BulkTable: Sendable {
    /// Zone, verdict, probability and distance.
    public let locator: BulkLocator
    /// What each layout says where it names no zone, for each zone set.
    private let absences: [SetAbsences]
    /// The coverage of each layout; several may share one. Nil where a layout speaks of everything.
    private let coverages: [CoverageTables?]
    private let isComplete: Bool
    /// Degrees beyond the frame within which an edge of the coverage might still matter.
    private let margin: Double
    private let cosine: Double

    /// What each layout says where it names no zone, for one zone set: told from which zones cover the position.
    struct SetAbsences: Sendable {
        /// Where the coverage does not hold: whether the text leaves it open.
        var notStated: [Bool] = []
        /// Where it does: whether the site lies in the whole and in none of the parts.
        var unassigned: [Bool] = []
    }

    /// Makes the tables ready.
    ///
    /// - Parameters:
    ///   - catalogue: what the answers are taken from.
    ///   - asOf: the day.
    ///   - confidence: how sure a verdict must be.
    ///   - siteAccuracy: how well every position is known, the frame's own accuracy added in squares, metres.
    /// - Throws: ``LocatorError`` as ``Locator/init(_:asOf:)`` does.
    public init(
        _ catalogue: Catalogue, asOf: CalendarDate, confidence: Confidence, siteAccuracy: Double
    ) throws(LocatorError) {
        let bulk = try BulkLocator(
            catalogue, asOf: asOf, confidence: confidence, siteAccuracy: siteAccuracy)
        let drawn = try Locator(catalogue, asOf: asOf)
        locator = bulk
        let zones = bulk.plans.flatMap { $0.zones.map { ZoneReference(layout: $0.layout, zone: $0.id) } }
        let around = drawn.context?.zones.filter(\.holdsSites).map(\.zone) ?? []
        let numbers = Dictionary(
            (zones + around.map { ZoneReference(layout: $0.layout, zone: $0.id) }).enumerated()
                .map { ($1, UInt32($0)) }, uniquingKeysWith: { one, _ in one })
        let context = drawn.context?.layout.id ?? ""
        var absences: [SetAbsences] = []
        for plan in bulk.plans {
            absences.append(
                Self.absences(of: plan.layout, context: context, numbers, in: bulk.index))
        }
        self.absences = absences
        var tables: [Coverage: CoverageTables?] = [:]
        var coverages: [CoverageTables?] = []
        var isComplete = bulk.series != nil
        var box: Box?
        if let context = drawn.context, let series = bulk.series {
            let edges = context.zones.flatMap(\.edges).flatMap { [$0.start, $0.end] }
            box = Box(around: edges + bulk.index.frame.corners.map { series.metres($0.x, $0.y) })
        }
        for plan in bulk.plans {
            guard let coverage = plan.layout.coverage, let context = drawn.context, let box else {
                coverages.append(nil)
                continue
            }
            let made =
                tables[coverage]
                ?? CoverageTables(
                    coverage, in: context, siteAccuracy: siteAccuracy, confidence: confidence, box: box)
            tables[coverage] = made
            coverages.append(made)
            if made == nil { isComplete = false }
        }
        self.coverages = coverages
        self.isComplete = isComplete
        // No degree of longitude here is shorter than this; of latitude, 110.5 km.
        let frame = bulk.index.frame
        let latitude = min(max(abs(frame.lower.y), abs(frame.upper.y)) + 1, 89)
        cosine = cos(latitude * .pi / 180)
        let reach = coverages.compactMap { $0?.reach }.max() ?? 0
        margin = reach / (110_500 * cosine)
    }

    private static func absences(
        of layout: Layout, context: String, _ numbers: [ZoneReference: UInt32], in index: BulkIndex
    ) -> SetAbsences {
        func number(_ zone: String) -> UInt32? { numbers[ZoneReference(layout: context, zone: zone)] }
        let inside = layout.coverage?.zones.compactMap(number) ?? []
        let unstated = layout.coverage?.notStated.compactMap { number($0.zone) } ?? []
        let partitions = layout.unassigned == nil ? [] : layout.partitions
        var absences = SetAbsences()
        for set in 0..<index.setCount {
            let members = index.zones(inSet: UInt32(set))
            absences.notStated.append(
                inside.contains(where: members.contains) && unstated.contains(where: members.contains))
            absences.unassigned.append(
                partitions.contains { partition in
                    guard let whole = partition.of else { return false }
                    let parts = partition.members.compactMap {
                        numbers[ZoneReference(layout: layout.id, zone: $0)]
                    }
                    guard !parts.contains(where: members.contains) else { return false }
                    let owner = whole.layout == layout.id ? layout.id : context
                    let number = numbers[ZoneReference(layout: owner, zone: whole.zone)]
                    return number.map(members.contains) ?? false
                })
        }
        return absences
    }

    /// Where a position stands to what the tables know.
    public enum Place: Sendable {
        /// In reach of the tables.
        case within
        /// Beyond everything drawn: no layout speaks of it.
        case beyond
        /// As far off as a mistaken digit puts it, which an answer warns of.
        case remote
        /// Only ``Locator`` can tell.
        case unclear
    }

    /// Where a position stands, degrees of WGS 84.
    @inline(__always)
    public func place(_ longitude: Double, _ latitude: Double) -> Place {
        if locator.index.frame.covers(longitude, latitude) { return isComplete ? .within : .unclear }
        return placeBeyond(longitude, latitude)
    }

    private func placeBeyond(_ longitude: Double, _ latitude: Double) -> Place {
        let frame = locator.index.frame
        guard isComplete, coverages.allSatisfy({ $0 != nil }),
            longitude < frame.lower.x - margin || longitude > frame.upper.x + margin
                || latitude < frame.lower.y - margin || latitude > frame.upper.y + margin
        else { return .unclear }
        let degrees = abs(longitude - locator.centre.longitude)
        let across = min(degrees, 360 - degrees)
        let along = abs(latitude - locator.centre.latitude)
        // Kilometres in a degree on GRS 80: 110.57 to 111.70 along a meridian, at most 111.33 along a parallel.
        let reach = MetricPlane.reach / 1000
        let least = max(along * 110.5, along < 1 ? across * 110.5 * cosine : 0)
        if least > reach * 1.01 { return .remote }
        let most = (along * along * 111.7 * 111.7 + across * across * 111.4 * 111.4).squareRoot()
        return most < reach ? .beyond : .unclear
    }

    /// Why a layout names no zone for a position within reach; nil where only ``Locator`` can tell.
    ///
    /// - Parameters:
    ///   - plan: the layout's place among ``BulkLocator/plans``.
    ///   - row: the position's place in the answers.
    ///   - answers: what ``BulkLocator`` answered.
    ///   - longitude: of the position.
    ///   - latitude: of the position.
    public func absence(
        of plan: Int, at row: Int, in answers: BulkAnswers, longitude: Double, latitude: Double
    ) -> ZoneAbsence? {
        let columns = answers.plans[plan]
        let set = Int(answers.zoneSets[row])
        guard set < absences[plan].notStated.count else { return nil }
        if columns.zones[row] == BulkAnswers.Columns.notCovered {
            guard let coverage = coverages[plan], let series = locator.series,
                let isUncertain = coverage.isUncertain(series.metres(longitude, latitude))
            else { return nil }
            if isUncertain { return .coverageUncertain }
            return absences[plan].notStated[set] ? .notStated : .notCovered
        }
        if columns.verdicts[row] == .uncertain { return .uncertain }
        return absences[plan].unassigned[set] ? .unassigned : .outside
    }
}
