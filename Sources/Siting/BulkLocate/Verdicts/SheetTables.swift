internal import PlanarGeometry
internal import Planning

/// Where an edition of imported outlines beside kept sketches leaves nothing to reckon, for ``BulkLocator``.
///
/// Deep within one tile of the surveyed sheet that every sketch takes whole or not at all, and far from every line
/// anywhere, the drawing alone answers; elsewhere only ``Locator`` does.
final class SheetTables: Sendable {
    /// The surveyed edges near each place.
    private let surveyed: EdgeMaps
    /// How many metres from the nearest of those the tile is beyond doubt.
    private let surveyedReach: Double
    /// How many metres from all edges every zone is.
    private let reach: Double
    /// What is known for each zone set.
    private let sets: [Certainty]

    private enum Certainty {
        /// Nothing: the texts overrule the drawing here.
        case none
        /// Sketches may divide the tile.
        case divided
        /// No sketch does.
        case whole
    }

    /// - Parameters:
    ///   - sheets: the edition's.
    ///   - zones: its zones that can hold a site.
    ///   - sets: which of them cover a position of each zone set.
    ///   - count: how many sets there are.
    ///   - siteAccuracy: of every position, metres.
    ///   - farReach: beyond as many standard deviations no verdict can move.
    ///   - box: where positions will be.
    init(
        _ sheets: Sheets, _ zones: [DrawnZone], _ sets: SetAnswers, count: Int, siteAccuracy: Double,
        farReach: Double, in box: Box
    ) {
        func total(_ accuracies: [Double]) -> Double {
            let accuracy = accuracies.max() ?? 0
            return (accuracy * accuracy + siteAccuracy * siteAccuracy).squareRoot()
        }
        let rules = sheets.rules
        let edges = rules.surveyed.flatMap { zones[$0].edges }
        surveyed = EdgeMaps([edges], accuracies: [0], in: box, margin: 0)
        surveyedReach = farReach * total(rules.surveyed.map { zones[$0].accuracy.metres })
        // As far as ``SheetMeasure`` divides the least mass, nothing is left of it.
        reach = 9 * total(zones.map(\.accuracy.metres))
        self.sets = (0..<count).map { set in
            func covers(_ zone: Int) -> Bool {
                sets.covers[set * sets.words + zone / 64] >> UInt64(zone % 64) & 1 == 1
            }
            let covering = rules.surveyed.map(covers)
            let tile = sheets.tiles.firstIndex { $0.isHeld == covering }
            guard tile != nil || !covering.contains(true) else { return .none }
            var certainty = Certainty.whole
            for (sketch, zone) in rules.sketched.enumerated() {
                switch tile.map({ sheets.tiles[$0].pieces[sketch] }) ?? sheets.outside[sketch] {
                case .all: if !covers(zone) { return .none }
                case .nothing: if covers(zone) { return .none }
                case .part: certainty = .divided
                }
            }
            return certainty
        }
    }

    /// The answer about a position where it is beyond doubt.
    ///
    /// - Parameters:
    ///   - place: the position, its set one that the index lists.
    ///   - deepest: of the set, not ``SetAnswers/notCovered``.
    ///   - lookup: the layout's tables.
    /// - Returns: nil where there is doubt.
    func row(_ place: PlanLookup.Place, deepest: Int32, _ lookup: PlanLookup) -> BulkRow? {
        let certainty = sets[place.set]
        guard certainty != .none, deepest > SetAnswers.several,
            surveyed.distance(from: Point(x: place.x, y: place.y)) >= surveyedReach,
            let distance = lookup.nearestDistance(place),
            certainty == .whole || distance >= reach
        else { return nil }
        guard deepest != BulkAnswers.Columns.none else {
            return BulkRow(zone: deepest, verdict: .outside, probability: .nan, distance: -distance)
        }
        return BulkRow(
            zone: deepest, verdict: .inside, probability: 1,
            distance: lookup.distance(to: Int(deepest), place))
    }
}

extension EdgeMaps {
    /// Metres from a position to the nearest of all edges.
    func distance(from point: Point) -> Double {
        let list = Int(starts[maps[0].first + cell(of: point)])
        let count = Int(lists[list] & ((1 << Self.accuracyBit) - 1))
        return edges.withUnsafeBufferPointer { edges in
            var least = Double.infinity
            for number in 0..<count {
                least = min(
                    least, Self.square(edges, Int(lists[list + 1 + number]) * Self.stride, point.x, point.y))
            }
            return least.squareRoot()
        }
    }
}
