internal import PlanarGeometry

extension BulkLocator {
    /// Answers many positions in WGS 84 longitude and latitude, degrees.
    ///
    /// Positions are answered in runs of some thousands, so nothing is gained by more than 10⁵ at a time.
    ///
    /// - Parameters:
    ///   - longitudes: of each position.
    ///   - latitudes: of each position, as many.
    ///   - answers: is emptied and filled; its room is used again.
    ///   - alsoPossible: whether the zones that do not cover a position but may hold it are listed as well, which takes
    ///     about half as long again.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func locate(
        longitudes: Span<Double>, latitudes: Span<Double>, into answers: inout BulkAnswers,
        alsoPossible: Bool = true
    ) throws(LocatorError) {
        let count = longitudes.count
        precondition(latitudes.count == count)
        if answers.zoneSets.count != count { answers.zoneSets = Array(repeating: 0, count: count) }
        if answers.plans.count != plans.count {
            answers.plans = Array(repeating: BulkAnswers.Columns(), count: plans.count)
        }
        for plan in plans.indices { answers.plans[plan].prepare(for: count) }
        var exact = ExactAnswers(self)
        var run = PositionRun()
        swap(&run, &answers.run)
        defer { swap(&run, &answers.run) }
        var first = 0
        while first < count {
            let rows = first..<min(first + PositionRun.size, count)
            run.take(longitudes.extracting(rows), latitudes.extracting(rows), self)
            for place in 0..<rows.count {
                answers.zoneSets[first + Int(run.order.rows[place])] = run.sets[place]
            }
            for plan in plans.indices {
                try answer(plan, &run, at: first, &exact, alsoPossible, into: &answers.plans[plan])
            }
            first = rows.upperBound
        }
    }

    /// One plan's part of a run, its rows beginning at one of the columns'.
    private func answer(
        _ number: Int, _ run: inout PositionRun, at first: Int, _ exact: inout ExactAnswers,
        _ namesOthers: Bool, into columns: inout BulkAnswers.Columns
    ) throws(LocatorError) {
        let count = run.order.count
        run.others.removeAll(keepingCapacity: true)
        exact.plan = number
        try withLookup(of: plans[number]) { lookup throws(LocatorError) in
            try answer(
                lookup, &run, at: first, &exact, namesOthers, &columns.zones,
                &columns.verdicts, &columns.probabilities, &columns.distances)
        }
        for row in 0..<count {
            if namesOthers {
                let begin = Int(run.othersFirst[row])
                for place in begin..<begin + Int(run.othersCount[row]) {
                    columns.alsoPossible.append(run.others[place])
                }
            }
            columns.alsoPossibleEnds.append(columns.alsoPossible.count)
        }
    }

    private func answer(
        _ lookup: PlanLookup, _ run: inout PositionRun, at first: Int,
        _ exact: inout ExactAnswers, _ namesOthers: Bool, _ zones: inout [Int32],
        _ verdicts: inout [Verdict?], _ probabilities: inout [Double], _ distances: inout [Double]
    ) throws(LocatorError) {
        var zones = zones.mutableSpan
        var verdicts = verdicts.mutableSpan
        var probabilities = probabilities.mutableSpan
        var distances = distances.mutableSpan
        for place in 0..<run.order.count {
            let begin = run.others.count
            let row: BulkRow
            let set = Int(run.sets[place])
            let isListed = set < lookup.sets.deepest.count
            let deepest = isListed ? lookup.sets.deepest[set] : SetAnswers.notCovered
            let degrees = Point(x: run.order.x[place], y: run.order.y[place])
            let metres = run.metres[place]
            if isListed, deepest == SetAnswers.notCovered {
                row = .notCovered
            } else if isListed, metres.x == metres.x, lookup.isAnswering,
                let found = try lookup.row(
                    PlanLookup.Place(degrees: degrees, x: metres.x, y: metres.y, set: set),
                    deepest: deepest, others: &run.others, namesOthers: namesOthers, exact: &exact)
            {
                row = found
            } else if isListed, metres.x == metres.x, let sheets = plans[exact.plan].sheets,
                let found = sheets.row(
                    PlanLookup.Place(degrees: degrees, x: metres.x, y: metres.y, set: set), deepest: deepest,
                    lookup)
            {
                row = found
            } else if degrees.isFinite {
                let (found, others) = try exact.answer(degrees)
                row = found
                if namesOthers { run.others += others }
            } else {
                row = .notCovered
            }
            let at = Int(run.order.rows[place])
            zones[first &+ at] = row.zone
            verdicts[first &+ at] = row.verdict
            probabilities[first &+ at] = row.probability
            distances[first &+ at] = row.distance
            if namesOthers {
                run.othersFirst[at] = UInt32(truncatingIfNeeded: begin)
                run.othersCount[at] = UInt32(truncatingIfNeeded: run.others.count &- begin)
            }
        }
    }

    /// Holds a plan's tables in place while they are read.
    private func withLookup(
        of plan: Plan, _ body: (PlanLookup) throws(LocatorError) -> Void
    ) throws(LocatorError) {
        let tables = plan.tables
        try (tables.edges?.maps ?? []).withUnsafeBufferPointer { maps throws(LocatorError) in
            try (tables.edges?.starts ?? []).withUnsafeBufferPointer { starts throws(LocatorError) in
                try (tables.edges?.lists ?? []).withUnsafeBufferPointer { lists throws(LocatorError) in
                    try (tables.edges?.edges ?? []).withUnsafeBufferPointer { edges throws(LocatorError) in
                        try withLookup(of: plan, maps, starts, lists, edges, body)
                    }
                }
            }
        }
    }

    private func withLookup(
        of plan: Plan, _ maps: UnsafeBufferPointer<EdgeMaps.Map>, _ starts: UnsafeBufferPointer<UInt32>,
        _ lists: UnsafeBufferPointer<UInt32>, _ edges: UnsafeBufferPointer<Double>,
        _ body: (PlanLookup) throws(LocatorError) -> Void
    ) throws(LocatorError) {
        let tables = plan.tables
        try tables.masses.heads.withUnsafeBufferPointer { heads throws(LocatorError) in
            try tables.masses.values.withUnsafeBufferPointer { values throws(LocatorError) in
                try tables.possible.masks.withUnsafeBufferPointer { masks throws(LocatorError) in
                    try tables.deviations.withUnsafeBufferPointer { deviations throws(LocatorError) in
                        try withSets(plan.sets) { sets throws(LocatorError) in
                            try body(
                                PlanLookup(
                                    isAnswering: !maps.isEmpty && plan.sheets == nil, maps: maps,
                                    starts: starts, lists: lists, edges: edges, heads: heads,
                                    values: values, masks: masks, grid: tables.possible.grid,
                                    deviations: deviations, sets: sets,
                                    confidence: confidence, farReach: farReach))
                        }
                    }
                }
            }
        }
    }

    private func withSets(
        _ sets: SetAnswers, _ body: (PlanLookup.SetLookup) throws(LocatorError) -> Void
    ) throws(LocatorError) {
        try sets.deepest.withUnsafeBufferPointer { deepest throws(LocatorError) in
            try sets.leaves.withUnsafeBufferPointer { leaves throws(LocatorError) in
                try sets.covers.withUnsafeBufferPointer { covers throws(LocatorError) in
                    try body(
                        PlanLookup.SetLookup(
                            deepest: deepest, leaves: leaves, covers: covers, words: sets.words))
                }
            }
        }
    }
}
