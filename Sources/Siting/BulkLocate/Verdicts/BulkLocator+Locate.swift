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
        for (place, plan) in plans.enumerated() {
            // Taken out while it grows, so that its arrays are never copied.
            var columns = BulkAnswers.Columns()
            swap(&columns, &answers.plans[place])
            columns.clear(for: count)
            for row in 0..<count {
                let position = Point(x: longitudes[row], y: latitudes[row])
                try answer(position, answers.zoneSets[row], plan, place, &exact, &columns)
            }
            swap(&columns, &answers.plans[place])
        }
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

    private func answer(
        _ position: Point, _ set: UInt32, _ plan: Plan, _ place: Int, _ exact: inout ExactAnswers,
        _ columns: inout BulkAnswers.Columns
    ) throws(LocatorError) {
        guard Int(set) < plan.sets.answers.count else {
            // Not finite, or a set the index does not list.
            guard position.isFinite else { return columns.append(.notCovered, nil, .nan, .nan) }
            return try exact.answer(position, plan, place, into: &columns)
        }
        let covered = plan.sets.answers[Int(set)].isCovered
        guard covered else { return columns.append(.notCovered, nil, .nan, .nan) }
        guard let series, let boundary = plan.tables.boundary, index.frame.covers(position.x, position.y)
        else {
            return try exact.answer(position, plan, place, into: &columns)
        }
        let metres = series.metres(position.x, position.y)
        let near = boundary.nearest(to: metres, width: PlanTables.sameEdge, doubt: PlanTables.doubt)
        guard !near.isDoubtful else { return try exact.answer(position, plan, place, into: &columns) }
        let deviation = Int(near.tag)
        let isFar = near.distance >= MassTable.reach * plan.tables.deviations[deviation]
        let leaves = plan.sets.answers[Int(set)].leaves
        // Which of several leaves is the more probable may hang on the last digit: that is Locator's to say.
        guard leaves.count <= 1 else { return try exact.answer(position, plan, place, into: &columns) }

        if !isFar {
            for zone in plan.tables.zones.indices where !plan.sets.answers[Int(set)].covers[zone] {
                if !plan.tables.zones[zone].masses.isEmpty,
                    plan.tables.zones[zone].masses[deviation].isBelow(sureBelow, around: metres)
                {
                    continue
                }
                let probability = try probability(
                    of: zone, plan, deviation, position, metres, isFar: false, covers: false, &exact)
                if probability > 1 - confidence.value { columns.alsoPossible.append(Int32(zone)) }
            }
        }
        guard let deepest = leaves.first else {
            let isPossible = columns.alsoPossible.count > (columns.alsoPossibleEnds.last ?? 0)
            return columns.append(.none, isPossible ? .uncertain : .outside, .nan, -near.distance)
        }
        let zone = Int(deepest)
        let probability = try probability(
            of: zone, plan, deviation, position, metres, isFar: isFar, covers: true, &exact)
        let distance = plan.tables.zones[zone].boundary.nearest(to: metres, width: 0, doubt: 0).distance
        columns.append(
            deepest, Verdict(probability: probability, confidence: confidence), probability, distance)
    }

    /// The probability of a zone: from its table, or computed where the table cannot decide a verdict.
    @inline(__always)
    private func probability(
        of zone: Int, _ plan: Plan, _ deviation: Int, _ position: Point, _ metres: Point, isFar: Bool,
        covers: Bool, _ exact: inout ExactAnswers
    ) throws(LocatorError) -> Double {
        let sigma = plan.tables.deviations[deviation]
        guard sigma > 0, !isFar else { return covers ? 1 : 0 }
        guard !plan.tables.zones[zone].masses.isEmpty else {
            return try exact.probability(position, sigma, plan.tables.zones[zone].polygons)
        }
        let read = plan.tables.zones[zone].masses[deviation].mass(around: metres)
        let margin = MassTable.error
        guard abs(read - confidence.value) > margin, abs(read - (1 - confidence.value)) > margin else {
            return try exact.probability(position, sigma, plan.tables.zones[zone].polygons)
        }
        return read
    }
}

extension Int32 {
    fileprivate static var none: Int32 { BulkAnswers.Columns.none }
    fileprivate static var notCovered: Int32 { BulkAnswers.Columns.notCovered }
}
