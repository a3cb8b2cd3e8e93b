internal import PlanarGeometry

extension BulkLocator {
    /// Answers many positions in WGS 84 longitude and latitude, degrees.
    ///
    /// - Parameters:
    ///   - longitudes: of each position.
    ///   - latitudes: of each position, as many.
    ///   - answers: is emptied and filled; its room is used again.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func locate(
        longitudes: Span<Double>, latitudes: Span<Double>, into answers: inout BulkAnswers
    ) throws(LocatorError) {
        let count = longitudes.count
        if answers.zoneSets.count != count { answers.zoneSets = Array(repeating: 0, count: count) }
        var numbers = answers.zoneSets.mutableSpan
        index.locate(longitudes: longitudes, latitudes: latitudes, into: &numbers)
        if answers.plans.count != plans.count {
            answers.plans = Array(repeating: BulkAnswers.Columns(), count: plans.count)
        }
        var exact = ExactAnswers(self)
        var columns: [BulkAnswers.Columns] = []
        swap(&columns, &answers.plans)
        for plan in plans.indices { columns[plan].clear(for: count) }
        var block = PositionBlock()
        var first = 0
        while first < count {
            let rows = first..<min(first + PositionBlock.size, count)
            block.measure(rows, longitudes, latitudes, self)
            for plan in plans.indices {
                let tables = plans[plan].tables
                let sets = plans[plan].sets
                block.lookUp(tables, sets, answers.zoneSets)
                for row in rows {
                    let set = answers.zoneSets[row]
                    if try !answer(row, set, tables, sets, block, &exact, &columns[plan]) {
                        try exact.answer(block.position(row), plans[plan], plan, into: &columns[plan])
                    }
                }
            }
            first = rows.upperBound
        }
        swap(&columns, &answers.plans)
    }

    /// Answers arrays with several tasks, each a run of the positions.
    ///
    /// - Parameters:
    ///   - longitudes: of each position, degrees.
    ///   - latitudes: of each position, as many.
    ///   - tasks: how many runs; the answers do not depend on it.
    /// - Returns: the answers of each run, in order.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func answers(
        longitudes: [Double], latitudes: [Double], tasks: Int
    ) async throws(LocatorError) -> [BulkAnswers] {
        precondition(longitudes.count == latitudes.count && tasks > 0)
        let results = await withTaskGroup(of: (Int, Result<BulkAnswers, LocatorError>).self) { group in
            for task in 0..<tasks {
                let run = longitudes.count * task / tasks..<longitudes.count * (task + 1) / tasks
                group.addTask {
                    var answers = BulkAnswers()
                    do throws(LocatorError) {
                        try locate(
                            longitudes: longitudes.span.extracting(run),
                            latitudes: latitudes.span.extracting(run),
                            into: &answers)
                        return (task, .success(answers))
                    } catch {
                        return (task, .failure(error))
                    }
                }
            }
            var results: [(Int, Result<BulkAnswers, LocatorError>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
        var answers: [BulkAnswers] = []
        for result in results { answers.append(try result.get()) }
        return answers
    }

    /// Answers one row from the tables; false where they cannot decide and nothing was appended.
    private func answer(
        _ row: Int, _ set: UInt32, _ tables: PlanTables, _ sets: SetAnswers, _ block: borrowing PositionBlock,
        _ exact: inout ExactAnswers, _ columns: inout BulkAnswers.Columns
    ) throws(LocatorError) -> Bool {
        guard Int(set) < sets.deepest.count else {
            // Not finite, or a set the index does not list.
            guard !block.position(row).isFinite else { return false }
            columns.append(.notCovered, nil, .nan, .nan)
            return true
        }
        let deepest = sets.deepest[Int(set)]
        guard deepest != SetAnswers.notCovered else {
            columns.append(.notCovered, nil, .nan, .nan)
            return true
        }
        let lists = block.lists(row)
        // Which of several leaves is the more probable may hang on the last digit: that is Locator's to say.
        guard let boundary = tables.boundary, lists.boundary != PositionBlock.noList,
            deepest != SetAnswers.several
        else { return false }
        let metres = block.metres(row)
        let near = boundary.nearest(
            to: metres, inList: lists.boundary, width: PlanTables.sameEdge, doubt: PlanTables.doubt)
        guard !near.isDoubtful else { return false }
        let deviation = Int(near.tag)
        let isFar = near.distance >= farReach * tables.deviations[deviation]

        if !isFar {
            for word in 0..<sets.words {
                var open =
                    tables.possible[block.possible(row) + word] & ~sets.covers[Int(set) * sets.words + word]
                while open != 0 {
                    let zone = word * 64 + open.trailingZeroBitCount
                    open &= open - 1
                    let probability = try probability(
                        of: zone, tables, deviation, block.position(row), metres, &exact)
                    if probability > 1 - confidence.value { columns.alsoPossible.append(Int32(zone)) }
                }
            }
        }
        guard deepest >= 0 else {
            let isPossible = columns.alsoPossible.count > (columns.alsoPossibleEnds.last ?? 0)
            columns.append(.none, isPossible ? .uncertain : .outside, .nan, -near.distance)
            return true
        }
        let zone = Int(deepest)
        let probability =
            isFar
            ? 1
            : try probability(of: zone, tables, deviation, block.position(row), metres, &exact, covers: true)
        let distance = tables.zones[zone].boundary.nearest(
            to: metres, inList: lists.zone, width: 0, doubt: 0
        ).distance
        columns.append(
            deepest, Verdict(probability: probability, confidence: confidence), probability, distance)
        return true
    }

    /// The probability of a zone: from its table, or computed where the table cannot decide a verdict.
    @inline(__always)
    private func probability(
        of zone: Int, _ tables: PlanTables, _ deviation: Int, _ position: Point, _ metres: Point,
        _ exact: inout ExactAnswers, covers: Bool = false
    ) throws(LocatorError) -> Double {
        let sigma = tables.deviations[deviation]
        guard sigma > 0 else { return covers ? 1 : 0 }
        guard !tables.zones[zone].masses.isEmpty else {
            return try exact.probability(position, sigma, tables.zones[zone].polygons)
        }
        let read = tables.zones[zone].masses[deviation].mass(around: metres)
        let margin = MassTable.error
        guard abs(read - confidence.value) > margin, abs(read - (1 - confidence.value)) > margin else {
            return try exact.probability(position, sigma, tables.zones[zone].polygons)
        }
        return read
    }
}

extension Int32 {
    fileprivate static var none: Int32 { BulkAnswers.Columns.none }
    fileprivate static var notCovered: Int32 { BulkAnswers.Columns.notCovered }
}
