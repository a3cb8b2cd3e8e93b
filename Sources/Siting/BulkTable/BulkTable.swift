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
    /// The coverage of each layout, nil where one speaks of everything; several may share one.
    private let coverages: [CoverageTables?]
    private let isComplete: Bool
    /// Whether every layout has a coverage, so that it does not speak of what lies beyond.
    private let isEverythingCovered: Bool
    /// The box, degrees, beyond which no edge of a coverage matters, and the metric plane over it.
    private let lower: LonLat
    private let upper: LonLat
    private let series: PlaneSeries?
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
    ///   - zonesOnly: whether nothing but zones will be asked for, which spares the tables of the land.
    ///   - spreading: how the parts of the tables are done; on this core where nothing is said.
    /// - Throws: ``LocatorError`` as ``Locator/init(_:asOf:)`` does.
    public init(
        _ catalogue: Catalogue, asOf: CalendarDate, confidence: Confidence, siteAccuracy: Double,
        zonesOnly: Bool = false, spreading: Spreading = .oneByOne
    ) throws(LocatorError) {
        let drawn = try Locator(catalogue, asOf: asOf)
        let bulk = try BulkLocator(drawn, confidence: confidence, siteAccuracy: siteAccuracy, spreading)
        locator = bulk
        let around = drawn.context?.zones.filter(\.holdsSites).map(\.zone) ?? []
        let zones = (bulk.plans.flatMap(\.zones) + around).map {
            ZoneReference(layout: $0.layout, zone: $0.id)
        }
        let numbers = Dictionary(
            zones.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { one, _ in one })
        let context = drawn.context?.layout.id ?? ""
        var absences: [SetAbsences] = []
        for plan in bulk.plans {
            absences.append(
                Self.absences(of: plan.layout, context: context, numbers, in: bulk.index))
        }
        self.absences = absences
        let frame = bulk.index.frame
        // No degree of longitude here is shorter than this; of latitude, 110.5 km.
        let latitude = min(max(abs(frame.lower.y), abs(frame.upper.y)) + 1, 89)
        cosine = cos(latitude * .pi / 180)
        let reach =
            drawn.context.map {
                CoverageTables.reach(in: $0, siteAccuracy: siteAccuracy, confidence: confidence)
            } ?? 0
        let margin = reach / (110_500 * cosine)
        let lower = Point(x: frame.lower.x - margin, y: frame.lower.y - margin)
        let upper = Point(x: frame.upper.x + margin, y: frame.upper.y + margin)
        self.lower = LonLat(lower)
        self.upper = LonLat(upper)
        let series = try Self.series(from: lower, to: upper, drawn)
        isEverythingCovered = bulk.plans.allSatisfy { $0.layout.coverage != nil && drawn.context != nil }
        guard !zonesOnly, let series, let context = drawn.context else {
            coverages = Array(repeating: nil, count: bulk.plans.count)
            isComplete =
                bulk.series != nil && series != nil
                && (zonesOnly || bulk.plans.allSatisfy { $0.layout.coverage == nil })
            self.series = series
            return
        }
        let middle = (lower.x + upper.x) / 2
        let metres = [lower.x, middle, upper.x].flatMap { x in
            [series.metres(x, lower.y), series.metres(x, upper.y)]
        }
        let land = Box(around: metres.map { Point(x: $0.x, y: $0.y) }).map {
            CoverageTables.all(
                bulk.plans.map(\.layout.coverage), in: context, siteAccuracy: siteAccuracy, box: $0,
                confidence: confidence, spreading)
        }
        let coverages = land ?? Array(repeating: nil, count: bulk.plans.count)
        isComplete =
            bulk.series != nil
            && zip(bulk.plans, coverages).allSatisfy { $0.layout.coverage == nil || $1 != nil }
        self.coverages = coverages
        self.series = series
    }

    /// The plane as polynomials; nil where it does not reach so far, or they do not hold.
    private static func series(
        from lower: Point, to upper: Point, _ locator: borrowing Locator
    ) throws(LocatorError) -> PlaneSeries? {
        for corner in [lower, upper, Point(x: lower.x, y: upper.y), Point(x: upper.x, y: lower.y)] {
            guard abs(corner.y) < 90, try locator.plane.metres(LonLat(corner)) != nil else { return nil }
        }
        guard let box = Box(around: [lower, upper]) else { return nil }
        return try PlaneSeries.within(
            PlanTables.doubt / 20, around: box, of: locator.plane, centre: locator.plane.centre)
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
        guard longitude >= lower.longitude, longitude <= upper.longitude, latitude >= lower.latitude,
            latitude <= upper.latitude
        else { return placeBeyond(longitude, latitude) }
        return isComplete ? .within : .unclear
    }

    private func placeBeyond(_ longitude: Double, _ latitude: Double) -> Place {
        guard isComplete, isEverythingCovered, longitude.isFinite, latitude.isFinite else { return .unclear }
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

    /// Looks at the land under many positions, for ``absence(of:at:in:_:longitude:latitude:)``.
    ///
    /// - Parameters:
    ///   - places: where each position stands.
    ///   - longitudes: of each position.
    ///   - latitudes: of each position.
    ///   - land: is emptied and filled.
    public func look(
        _ places: [Place], longitudes: [Double], latitudes: [Double], into land: inout BulkLand
    ) {
        land.begin(coverages.count, rows: places.count)
        guard let series else { return }
        for (plan, coverage) in coverages.enumerated() {
            guard let coverage else { continue }
            let same = coverages[..<plan].firstIndex { $0 === coverage }
            if let same {
                land.states[plan] = land.states[same]
            } else {
                coverage.look(places, longitudes, latitudes, series, into: &land.states[plan])
            }
        }
    }

    /// Why a layout names no zone for a position within reach; nil where only ``Locator`` can tell.
    ///
    /// - Parameters:
    ///   - plan: the layout's place among ``BulkLocator/plans``.
    ///   - row: the position's place in the answers.
    ///   - answers: what ``BulkLocator`` answered.
    ///   - land: what the look at the land gave.
    ///   - longitude: of the position.
    ///   - latitude: of the position.
    /// - Returns: why.
    public func absence(
        of plan: Int, at row: Int, in answers: borrowing BulkAnswers, _ land: borrowing BulkLand,
        longitude: Double, latitude: Double
    ) -> ZoneAbsence? {
        let set = Int(answers.zoneSets[row])
        guard set < absences[plan].notStated.count else { return nil }
        if answers.plans[plan].zones[row] == BulkAnswers.Columns.notCovered {
            guard let coverage = coverages[plan], let series else { return nil }
            var isUncertain = land.states[plan][row] == CoverageTables.Cell.uncertain
            if land.states[plan][row] == CoverageTables.Cell.open {
                let metres = series.metres(longitude, latitude)
                guard let told = coverage.isUncertain(Point(x: metres.x, y: metres.y)) else { return nil }
                isUncertain = told
            }
            if isUncertain { return .coverageUncertain }
            return absences[plan].notStated[set] ? .notStated : .notCovered
        }
        if answers.plans[plan].verdicts[row] == .uncertain { return .uncertain }
        return absences[plan].unassigned[set] ? .unassigned : .outside
    }

    /// Answers many positions: zones alone, or with verdict, probability and distance.
    ///
    /// - Parameters:
    ///   - longitudes: of each position.
    ///   - latitudes: of each position, as many.
    ///   - zonesOnly: whether verdicts, probabilities and distances are left out.
    ///   - answers: is emptied and filled.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func locate(
        longitudes: Span<Double>, latitudes: Span<Double>, zonesOnly: Bool, into answers: inout BulkAnswers
    ) throws(LocatorError) {
        guard zonesOnly else {
            try locator.locate(longitudes: longitudes, latitudes: latitudes, into: &answers)
            return
        }
        try answers.fillZones(longitudes, latitudes, locator)
    }
}

/// What a look at the land under many positions gave, for each layout.
public struct BulkLand: Sendable {
    var states: [[UInt8]] = []

    /// Empty, to be filled and filled again.
    public init() {}

    mutating func begin(_ plans: Int, rows: Int) {
        if states.count != plans || states.first?.count != rows {
            states = Array(repeating: Array(repeating: CoverageTables.Cell.open, count: rows), count: plans)
        }
    }
}

extension BulkAnswers {
    /// Answers zones alone, told from the zone sets; where several cover a position and none is a part of another, from
    /// their probabilities.
    mutating func fillZones(
        _ longitudes: Span<Double>, _ latitudes: Span<Double>, _ locator: BulkLocator
    ) throws(LocatorError) {
        let count = longitudes.count
        if zoneSets.count != count { zoneSets = Array(repeating: 0, count: count) }
        var numbers = zoneSets.mutableSpan
        locator.index.locate(longitudes: longitudes, latitudes: latitudes, into: &numbers)
        if plans.count != locator.plans.count {
            plans = Array(repeating: Columns(), count: locator.plans.count)
        }
        var open: Set<Int> = []
        for plan in plans.indices {
            let deepest = locator.plans[plan].sets.deepest
            var zones: [Int32] = []
            swap(&zones, &plans[plan].zones)
            if zones.count != count { zones = Array(repeating: Columns.notCovered, count: count) }
            for (row, set) in zoneSets.enumerated() {
                let zone = Int(set) < deepest.count ? deepest[Int(set)] : Columns.notCovered
                zones[row] = zone
                if zone <= SetAnswers.several { open.insert(row) }
            }
            swap(&zones, &plans[plan].zones)
        }
        guard !open.isEmpty else { return }
        let rows = open.sorted()
        let (x, y) = (rows.map { longitudes[$0] }, rows.map { latitudes[$0] })
        var exact = BulkAnswers()
        try locator.locate(longitudes: x.span, latitudes: y.span, into: &exact, alsoPossible: false)
        for plan in plans.indices {
            for (place, row) in rows.enumerated() { plans[plan].zones[row] = exact.plans[plan].zones[place] }
        }
    }
}
