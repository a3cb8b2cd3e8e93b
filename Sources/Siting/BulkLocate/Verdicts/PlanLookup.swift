internal import PlanarGeometry

/// One layout's answers from its tables: the inner loop of ``BulkLocator``.
///
/// Like ``CellLookup`` it reads memory unchecked: half of its time was checks and the retaining of arrays. Every place
/// comes from the tables themselves, and debug builds check it. Only addresses and numbers, so nothing is retained.
struct PlanLookup {
    /// Whether its tables answer; of an edition of two sheets they tell distances alone.
    let isAnswering: Bool
    let maps: UnsafeBufferPointer<EdgeMaps.Map>
    let starts: UnsafeBufferPointer<UInt32>
    let lists: UnsafeBufferPointer<UInt32>
    let edges: UnsafeBufferPointer<Double>
    let heads: UnsafeBufferPointer<MassTables.Head>
    let values: UnsafeBufferPointer<Float>
    let masks: UnsafeBufferPointer<UInt64>
    let grid: PossibleZones.Grid
    let deviations: UnsafeBufferPointer<Double>
    let sets: SetLookup
    let confidence: Confidence
    /// How many σ from all boundaries nothing is left on the other side that could move a verdict.
    let farReach: Double

    /// What a layout's set answers are read from.
    struct SetLookup {
        let deepest: UnsafeBufferPointer<Int32>
        let leaves: UnsafeBufferPointer<Int32>
        let covers: UnsafeBufferPointer<UInt64>
        let words: Int
    }

    /// A position on its way: degrees, metres, and the number of its zone set.
    struct Place {
        var degrees: Point
        var x: Double
        var y: Double
        var set: Int
    }

    /// The answer about a position whose metres are known.
    ///
    /// - Parameters:
    ///   - place: the position, its set one that the index lists.
    ///   - deepest: of the set, not ``SetAnswers/notCovered``.
    ///   - others: receives the zones that may hold the position beside those that cover it, where they are asked for.
    ///   - namesOthers: whether they are.
    ///   - exact: is asked where a probability lies next to a threshold.
    /// - Returns: the answer; nil where the tables cannot decide.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    @inline(__always)
    func row(
        _ place: Place, deepest: Int32, others: inout [Int32], namesOthers: Bool, exact: inout ExactAnswers
    ) throws(LocatorError) -> BulkRow? {
        guard let near = nearest(place) else { return nil }
        let isFar = near.distance >= farReach * deviations[near.deviation]
        var isPossible = false
        if !isFar, namesOthers || deepest == BulkAnswers.Columns.none {
            isPossible = try possible(place, near.deviation, &others, namesOthers, &exact)
        }
        guard deepest != BulkAnswers.Columns.none else {
            return BulkRow(
                zone: deepest, verdict: isPossible ? .uncertain : .outside, probability: .nan,
                distance: -near.distance)
        }
        var zone = Int(deepest)
        var probability = 1.0
        if deepest <= SetAnswers.several {
            (zone, probability) = try deepestLeaf(
                Int(SetAnswers.several - deepest), place, near.deviation, &exact)
        } else if !isFar {
            probability = try self.probability(of: zone, place, near.deviation, covers: true, &exact)
        }
        let distance = near.bounds(zone) ? near.distance : self.distance(to: zone, place)
        return BulkRow(
            zone: Int32(truncatingIfNeeded: zone),
            verdict: Verdict(probability: probability, confidence: confidence), probability: probability,
            distance: distance)
    }

    // MARK: Distances

    /// The nearest edge of the layout.
    private struct Nearest {
        var distance: Double
        /// The place of its standard deviation, the greatest among the edges that count as near.
        var deviation: Int
        var zones: UInt64

        @inline(__always) func bounds(_ zone: Int) -> Bool { zone < 64 && zones >> UInt64(zone) & 1 == 1 }
    }

    @inline(__always)
    private func list(_ map: EdgeMaps.Map, _ x: Double, _ y: Double) -> Int {
        let column = min(max(Int((x - map.lowerX) * map.perCell), 0), map.side &- 1)
        let row = min(max(Int((y - map.lowerY) * map.perCell), 0), map.side &- 1)
        return Int(starts[map.first &+ row &* map.side &+ column])
    }

    /// The nearest edge; nil where one of a greater deviation lies at the width of ``PlanTables/sameEdge`` but for the doubt.
    @inline(__always)
    private func nearest(_ place: Place) -> Nearest? {
        let list = list(maps[0], place.x, place.y)
        let head = lists[list]
        let count = Int(head & ((1 << EdgeMaps.accuracyBit) - 1))
        var least = Double.infinity
        var edge = 0
        for number in list &+ 1...list &+ count {
            let at = Int(lists[number]) &* EdgeMaps.stride
            let square = EdgeMaps.square(edges, at, place.x, place.y)
            if square < least {
                least = square
                edge = at
            }
        }
        let distance = least.squareRoot()
        var deviation = Int(edges[edge &+ 5])
        if deviation < Int(head >> EdgeMaps.accuracyBit) {
            let width = distance + PlanTables.sameEdge
            let sure = (width - PlanTables.doubt) * (width - PlanTables.doubt)
            let open = (width + PlanTables.doubt) * (width + PlanTables.doubt)
            var doubtful = 0
            for number in list &+ 1...list &+ count {
                let at = Int(lists[number]) &* EdgeMaps.stride
                let square = EdgeMaps.square(edges, at, place.x, place.y)
                if square <= sure {
                    deviation = max(deviation, Int(edges[at &+ 5]))
                } else if square <= open {
                    doubtful = max(doubtful, Int(edges[at &+ 5]))
                }
            }
            guard doubtful <= deviation else { return nil }
        }
        return Nearest(distance: distance, deviation: deviation, zones: edges[edge &+ 6].bitPattern)
    }

    /// Metres to the nearest edge of the layout; nil where the tables cannot tell.
    func nearestDistance(_ place: Place) -> Double? { maps.isEmpty ? nil : nearest(place)?.distance }

    /// Metres to the boundary of one zone.
    func distance(to zone: Int, _ place: Place) -> Double {
        let list = list(maps[zone &+ 1], place.x, place.y)
        let count = Int(lists[list] & ((1 << EdgeMaps.accuracyBit) - 1))
        var least = Double.infinity
        for number in list &+ 1...list &+ count {
            let at = Int(lists[number]) &* EdgeMaps.stride
            least = min(least, EdgeMaps.square(edges, at, place.x, place.y))
        }
        return least.squareRoot()
    }

    // MARK: Probabilities

    /// The probability of a zone: from its table, or computed where the table cannot decide a verdict.
    @inline(__always)
    private func probability(
        of zone: Int, _ place: Place, _ deviation: Int, covers: Bool, _ exact: inout ExactAnswers
    ) throws(LocatorError) -> Double {
        let sigma = deviations[deviation]
        guard sigma > 0 else { return covers ? 1 : 0 }
        let head = heads[zone &* deviations.count &+ deviation]
        guard head.columns > 0 else { return try exact.probability(place.degrees, sigma, zone) }
        let read = MassTables.mass(head, values, place.x, place.y)
        let margin = MassTable.error
        guard abs(read - confidence.value) > margin, abs(read - (1 - confidence.value)) > margin else {
            return try exact.probability(place.degrees, sigma, zone)
        }
        return read
    }

    /// Whether any zone that does not cover the position may hold it; all of them, where they are asked for.
    private func possible(
        _ place: Place, _ deviation: Int, _ others: inout [Int32], _ all: Bool, _ exact: inout ExactAnswers
    ) throws(LocatorError) -> Bool {
        let cell = PossibleZones.place(place.x, place.y, in: grid)
        var isAny = false
        for word in 0..<grid.words {
            let covers = sets.covers[place.set &* sets.words &+ word]
            var open = masks[cell &+ word] & ~covers
            let sure = masks[cell &+ grid.words &+ word] & ~covers
            if sure != 0, !all { return true }
            while open != 0 {
                let bit = open & (0 &- open)
                let zone = word &* 64 &+ open.trailingZeroBitCount
                open ^= bit
                if sure & bit == 0 {
                    let probability = try probability(of: zone, place, deviation, covers: false, &exact)
                    if confidence.excludes(probability) { continue }
                }
                if !all { return true }
                isAny = true
                others.append(Int32(truncatingIfNeeded: zone))
            }
        }
        return isAny
    }

    /// Of several leaves the more probable, then the earlier.
    private func deepestLeaf(
        _ first: Int, _ place: Place, _ deviation: Int, _ exact: inout ExactAnswers
    ) throws(LocatorError) -> (zone: Int, probability: Double) {
        let leaves = first &+ 1...first &+ Int(sets.leaves[first])
        var best = (zone: 0, probability: -1.0)
        var isClose = false
        for leaf in leaves {
            let zone = Int(sets.leaves[leaf])
            let read = try probability(of: zone, place, deviation, covers: true, &exact)
            // Twice what a table may be wrong by, and the like for what was computed.
            isClose = isClose || abs(read - best.probability) <= 3 * MassTable.error
            if read > best.probability { best = (zone, read) }
        }
        guard isClose else { return best }
        // Which of them may hang on the last digit: as the locator does it.
        best.probability = -1
        let sigma = deviations[deviation]
        for leaf in leaves {
            let zone = Int(sets.leaves[leaf])
            let isDeep = sigma == 0 || distance(to: zone, place) >= 9 * sigma
            let computed = isDeep ? 1 : try exact.probability(place.degrees, sigma, zone)
            if computed > best.probability { best = (zone, computed) }
        }
        return best
    }
}
