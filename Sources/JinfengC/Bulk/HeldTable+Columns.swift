internal import Planning
internal import Presenting
internal import Siting

extension HeldTable {
    /// The zone sets of positions, and what each layout answers about them.
    func answer(
        _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>,
        into sets: UnsafeMutablePointer<UInt32>?, _ columns: ArrayColumns
    ) throws(Refusal) {
        var run = try TableRun(self)
        var first = 0
        while first < x.count {
            let rows = first..<min(first + TableRun.size, x.count)
            unsafe run.positions.take(
                UnsafeBufferPointer(rebasing: x[rows]), UnsafeBufferPointer(rebasing: y[rows]))
            do throws(LocatorError) {
                try unsafe run.answer(at: first, sets, columns)
            } catch {
                throw Refusal(.badData, error)
            }
            first = rows.upperBound
        }
    }
}

/// Some thousands of positions on their way through the tables; its room is used again.
private struct TableRun: ~Copyable {
    static let size = 1 << 14

    var positions: CarriedPositions
    private let held: HeldTable
    private var answers = BulkAnswers()
    private var land = BulkLand()
    private var places: [BulkTable.Place] = []
    /// Answers the few positions that tables leave open; made for the first of them.
    private var locator: Locator?

    init(_ held: HeldTable) throws(Refusal) {
        self.held = held
        positions = try CarriedPositions(held.frame)
    }

    mutating func answer(
        at first: Int, _ sets: UnsafeMutablePointer<UInt32>?, _ columns: ArrayColumns
    ) throws(LocatorError) {
        let (longitudes, latitudes) = (positions.longitudes, positions.latitudes)
        let table = held.table
        if unsafe columns.zonesOnly {
            try table.locate(
                longitudes: longitudes.span, latitudes: latitudes.span, zonesOnly: true, into: &answers)
        } else {
            let alsoPossible = unsafe columns.possible != nil
            try table.locator.locate(
                longitudes: longitudes.span, latitudes: latitudes.span, into: &answers,
                alsoPossible: alsoPossible)
            places.removeAll(keepingCapacity: true)
            for row in longitudes.indices { places.append(table.place(longitudes[row], latitudes[row])) }
            table.look(places, longitudes: longitudes, latitudes: latitudes, into: &land)
        }
        if let sets = unsafe sets {
            for row in longitudes.indices { unsafe sets[first + row] = answers.zoneSets[row] }
        }
        for plan in answers.plans.indices {
            try unsafe answer(plan, at: first, longitudes, latitudes, columns)
        }
    }

    private mutating func answer(
        _ plan: Int, at first: Int, _ longitudes: [Double], _ latitudes: [Double], _ columns: ArrayColumns
    ) throws(LocatorError) {
        // Held once: tables and an element of the plans are handfuls of arrays, each retained at every look.
        let (table, answered) = (held.table, answers.plans[plan])
        let (possible, ends) = (answered.alsoPossible, answered.alsoPossibleEnds)
        let zonesOnly = unsafe columns.zonesOnly
        var open: [Int] = []
        for row in longitudes.indices {
            let place = first + row
            guard longitudes[row] == longitudes[row] else {
                unsafe columns.write(
                    ArrayColumns.noPosition, ArrayVerdict.noPosition, .nan, .nan, at: place, of: plan)
                unsafe columns.write(possible: [], 0..<0, at: place, of: plan)
                continue
            }
            let zone = answered.zones[row]
            if zonesOnly {
                unsafe columns.write(zone, 0, .nan, .nan, at: place, of: plan)
                continue
            }
            var verdict: UInt8?
            switch places[row] {
            case .unclear: verdict = nil
            // No layout speaks of what lies beyond everything drawn.
            case .beyond, .remote: verdict = Self.notCovered
            case .within:
                verdict =
                    zone >= 0
                    ? ArrayVerdict.number(answered.verdicts[row] ?? .outside)
                    : table.absence(
                        of: plan, at: row, in: answers, land, longitude: longitudes[row],
                        latitude: latitudes[row]
                    ).map { ArrayVerdict.number($0) }
            }
            if let verdict {
                unsafe columns.write(
                    zone, verdict, answered.probabilities[row], answered.distances[row], at: place, of: plan)
                if unsafe columns.possible != nil {
                    unsafe columns.write(
                        possible: possible, (row == 0 ? 0 : ends[row - 1])..<ends[row], at: place, of: plan)
                }
            } else {
                open.append(row)
            }
        }
        for row in open {
            let position = LonLat(longitude: longitudes[row], latitude: latitudes[row])
            try unsafe answerAlone(position, plan, at: first + row, columns)
        }
    }

    private static let notCovered = ArrayVerdict.number(ZoneAbsence.notCovered)

    /// Answers a position as if it were the only one.
    private mutating func answerAlone(
        _ position: LonLat, _ plan: Int, at row: Int, _ columns: ArrayColumns
    ) throws(LocatorError) {
        let bulk = held.table.locator
        if locator == nil { locator = try Locator(bulk.catalogue, asOf: bulk.asOf) }
        let layout = bulk.plans[plan].layout.id
        let site = Site(position, accuracy: bulk.siteAccuracy)
        let found = try locator?.locate(site, confidence: bulk.confidence, layouts: [layout]).layouts.first
        guard let answer = found else { return }
        let known = bulk.plans[plan].zones
        let possible = answer.zones.filter { !$0.holds }.compactMap { other in
            known.firstIndex { $0.id == other.zone.id }.map(Int32.init)
        }
        unsafe columns.write(possible: possible, possible.indices, at: row, of: plan)
        if let deepest = answer.deepest,
            let place = known.firstIndex(where: { $0.id == deepest.zone.id })
        {
            unsafe columns.write(
                Int32(place), ArrayVerdict.number(deepest.verdict), deepest.probability,
                deepest.boundaryDistance, at: row, of: plan)
        } else {
            let zone =
                answer.applicability == .covered
                ? BulkAnswers.Columns.none : BulkAnswers.Columns.notCovered
            unsafe columns.write(
                zone, ArrayVerdict.number(answer.absence ?? .outside), .nan,
                answer.nearest.map { -$0.distance } ?? .nan, at: row, of: plan)
        }
    }
}
