internal import Glibc
internal import PlanarGeometry
internal import Planning

/// How likely positions lie on the land some documents speak about, from tables: ``CoverageReach`` for many.
final class CoverageTables: Sendable {
    /// A table for each standard deviation: of the zones of the coverage, then of those taken out of it.
    private let masses: MassTables
    private let zones: (within: Range<Int>, without: Range<Int>)
    /// All edges of the context, with the place of their accuracy in `deviations`.
    private let edges: EdgeMaps
    private let deviations: [Double]
    private let confidence: Double
    /// Cells of a square grid that lie beyond it wholly.
    private let isSure: [Bool]
    private let lower: Point
    private let perCell: Double
    private static let side = 256

    /// - Parameters:
    ///   - coverage: the land.
    ///   - context: the layout its zones belong to.
    ///   - box: where positions will be, metres.
    /// - Returns: nil where a zone is not worth a table; each position is then the ``Locator``'s to answer.
    init?(
        _ coverage: Coverage, in context: DrawnLayout, siteAccuracy: Double, confidence: Confidence,
        box: Box
    ) {
        let holding = context.zones.filter(\.holdsSites)
        let accuracies = Set(holding.map(\.accuracy.metres)).sorted()
        let deviations = accuracies.map { ($0 * $0 + siteAccuracy * siteAccuracy).squareRoot() }
        func zones(_ ids: [String]) -> [DrawnZone] {
            ids.compactMap { id in holding.first { $0.zone.id == id } }
        }
        func tables(_ zone: DrawnZone) -> [MassTable]? {
            let made = deviations.compactMap { MassTable(zone.polygons, standardDeviation: $0) }
            return made.count == deviations.count ? made : nil
        }
        let inside = zones(coverage.zones)
        let outside = zones(coverage.notStated.map(\.zone))
        let made = (inside + outside).compactMap(tables)
        guard made.count == inside.count + outside.count, !holding.isEmpty else { return nil }
        masses = MassTables(made, each: deviations.count)
        self.zones = (0..<inside.count, inside.count..<made.count)
        // Which zone an edge belongs to does not matter, how well it is known does.
        let known = accuracies.map { accuracy in
            holding.filter { $0.accuracy.metres == accuracy }.flatMap(\.edges)
        }
        edges = EdgeMaps(
            known, accuracies: Array(known.indices), in: box,
            margin: PlanTables.sameEdge + 10 * PlanTables.doubt)
        self.deviations = deviations
        self.confidence = confidence.value
        let reach = Self.reach(in: context, siteAccuracy: siteAccuracy, confidence: confidence)
        let own = (inside + outside).flatMap(\.edges)
        lower = box.lower
        let extent = max(box.upper.x - box.lower.x, box.upper.y - box.lower.y, 1) * 1.000_001
        let step = extent / Double(Self.side)
        perCell = 1 / step
        guard !own.isEmpty else {
            isSure = Array(repeating: true, count: Self.side * Self.side)
            return
        }
        let near = EdgeMaps([own], accuracies: [0], in: box, margin: 0)
        var isSure: [Bool] = []
        isSure.reserveCapacity(Self.side * Self.side)
        for row in 0..<Self.side {
            for column in 0..<Self.side {
                let middle = Point(
                    x: box.lower.x + (Double(column) + 0.5) * step,
                    y: box.lower.y + (Double(row) + 0.5) * step)
                let distance = near.nearest(to: middle)?.distance ?? 0
                isSure.append(distance > reach + 0.7072 * step)
            }
        }
        self.isSure = isSure
    }

    /// How far from the edges of a coverage a verdict is beyond doubt, metres.
    static func reach(in context: DrawnLayout, siteAccuracy: Double, confidence: Confidence) -> Double {
        let drawn = context.zones.filter(\.holdsSites).map(\.accuracy.metres).max() ?? 0
        // Beyond k standard deviations exp(−k²/2) of an isotropic normal is left.
        let deviations = (-2 * log(max(1 - confidence.value, 1e-30))).squareRoot()
        return (drawn * drawn + siteAccuracy * siteAccuracy).squareRoot() * deviations + 1
    }

    /// Whether the land under a position is in doubt at the confidence; nil where only the ``Locator`` can tell.
    ///
    /// - Parameter metres: in the box.
    func isUncertain(_ metres: Point) -> Bool? {
        let column = min(max(Int((metres.x - lower.x) * perCell), 0), Self.side - 1)
        let row = min(max(Int((metres.y - lower.y) * perCell), 0), Self.side - 1)
        if isSure[row * Self.side + column] { return false }
        guard let deviation = edges.nearest(to: metres)?.accuracy else { return nil }
        guard deviations[deviation] > 0 else { return false }
        let inside = greatest(of: zones.within, deviation, metres)
        let probability = max(0, min(inside, 1 - greatest(of: zones.without, deviation, metres)))
        let margin = 2 * MassTable.error
        guard abs(probability - confidence) > margin, abs(probability - (1 - confidence)) > margin else {
            return nil
        }
        return probability < confidence && probability > 1 - confidence
    }

    private func greatest(of zones: Range<Int>, _ deviation: Int, _ metres: Point) -> Double {
        masses.values.withUnsafeBufferPointer { values in
            var greatest = 0.0
            for zone in zones {
                let head = masses.heads[zone * deviations.count + deviation]
                greatest = max(greatest, MassTables.mass(head, values, metres.x, metres.y))
            }
            return greatest
        }
    }
}

extension EdgeMaps {
    /// The nearest of all edges: its distance in metres, and the greatest accuracy of those that count as near.
    ///
    /// - Returns: nil where an edge of a greater accuracy lies at the width of ``PlanTables/sameEdge`` but for the doubt.
    fileprivate func nearest(to point: Point) -> (distance: Double, accuracy: Int)? {
        let map = maps[0]
        let column = min(max(Int((point.x - map.lowerX) * map.perCell), 0), map.side - 1)
        let row = min(max(Int((point.y - map.lowerY) * map.perCell), 0), map.side - 1)
        let list = Int(starts[map.first + row * map.side + column])
        let count = Int(lists[list] & ((1 << Self.accuracyBit) - 1))
        return edges.withUnsafeBufferPointer { edges in
            func square(_ number: Int) -> Double {
                Self.square(edges, Int(lists[list + 1 + number]) * Self.stride, point.x, point.y)
            }
            var least = Double.infinity
            for number in 0..<count { least = min(least, square(number)) }
            let width = least.squareRoot() + PlanTables.sameEdge
            let sure = (width - PlanTables.doubt) * (width - PlanTables.doubt)
            let open = (width + PlanTables.doubt) * (width + PlanTables.doubt)
            var (accuracy, doubtful) = (0, 0)
            for number in 0..<count {
                let away = square(number)
                guard away <= open else { continue }
                let own = Int(edges[Int(lists[list + 1 + number]) * Self.stride + 5])
                if away <= sure { accuracy = max(accuracy, own) } else { doubtful = max(doubtful, own) }
            }
            return doubtful > accuracy ? nil : (least.squareRoot(), accuracy)
        }
    }
}
