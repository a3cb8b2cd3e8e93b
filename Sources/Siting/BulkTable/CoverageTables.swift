internal import Glibc
internal import PlanarGeometry
internal import Planning

/// Whether the land under positions is in doubt, from tables: ``CoverageReach`` for many.
final class CoverageTables: Sendable {
    private let field: CoverageField
    private let confidence: Double
    /// What is known of each cell of the edges' map.
    private let cells: [UInt8]

    /// Whether the land is in doubt anywhere in a cell.
    enum Cell {
        static let sure: UInt8 = 0
        static let uncertain: UInt8 = 1
        /// Here and not there.
        static let open: UInt8 = 2
    }

    private init(_ field: CoverageField, confidence: Confidence, cells: [UInt8]) {
        self.field = field
        self.confidence = confidence.value
        self.cells = cells
    }

    /// Makes the tables of coverages whose zones belong to the context; layouts that speak of the same land share
    /// theirs.
    ///
    /// - Returns: nil for no coverage, where a zone is not worth a table, and where the context holds imported outlines
    ///   beside kept sketches; each position is then the ``Locator``'s to answer.
    static func all(
        _ coverages: [Coverage?], in context: DrawnLayout, siteAccuracy: Double, box: Box,
        confidence: Confidence, _ spreading: Spreading
    ) -> [CoverageTables?] {
        guard context.sheets == nil else { return coverages.map { _ in nil } }
        func land(_ coverage: Coverage) -> [String] {
            coverage.zones + ["-"] + coverage.notStated.map(\.zone)
        }
        var different: [[String]: Coverage] = [:]
        for coverage in coverages.compactMap(\.self) { different[land(coverage)] = coverage }
        let fields = CoverageField.all(
            Array(different.values), in: context, siteAccuracy: siteAccuracy, box: box, spreading)
        var tables: [[String]: CoverageTables] = [:]
        for (land, field) in zip(different.keys, fields) {
            tables[land] = field.map { CoverageTables($0, confidence: confidence, spreading) }
        }
        return coverages.map { $0.flatMap { tables[land($0)] } }
    }

    private convenience init(_ field: CoverageField, confidence: Confidence, _ spreading: Spreading) {
        let map = field.edges.maps[0]
        let half = 0.7072 / map.perCell
        let bounds = field.deviations.map {
            Bounds(confidence: confidence, standardDeviation: $0, move: half)
        }
        let rows = min(map.side, 16)
        let parts = spreading.parts(map.side / rows) { part in
            (part * rows * map.side..<(part + 1) * rows * map.side).map { Self.cell($0, field, bounds) }
        }
        self.init(field, confidence: confidence, cells: Array(parts.joined()))
    }

    /// Probabilities at the middle of a cell from which no place of it can pass a threshold, or none can miss it.
    ///
    /// By the theorem of Neyman and Pearson a move by δ takes a mass p to at most Φ(Φ⁻¹(p) + δ/σ), and the same holds
    /// of the greater and the lesser of two masses.
    private struct Bounds {
        var below = 0.0
        var above = 1.0
        var between = 1.0...1.0

        init(confidence: Confidence, standardDeviation: Double, move: Double) {
            guard standardDeviation > 0 else { return }
            let threshold = confidence.standardDeviations
            let reach = move / standardDeviation
            below = standardNormal(-threshold - reach) - 2 * MassTable.error
            above = standardNormal(threshold + reach) + 2 * MassTable.error
            let least = standardNormal(-threshold + reach) + 2 * MassTable.error
            let most = standardNormal(threshold - reach) - 2 * MassTable.error
            between = least <= most ? least...most : 1.0...1.0
        }
    }

    private static func cell(_ number: Int, _ field: CoverageField, _ bounds: [Bounds]) -> UInt8 {
        let map = field.edges.maps[0]
        let middle = Point(
            x: map.lowerX + (Double(number % map.side) + 0.5) / map.perCell,
            y: map.lowerY + (Double(number / map.side) + 0.5) / map.perCell)
        var (isSure, isUncertain) = (true, true)
        // Every edge that is nearest somewhere in the cell is on its list.
        field.edges.forEachAccuracy(inCell: number) { deviation in
            guard field.deviations[deviation] > 0 else {
                isUncertain = false
                return
            }
            let probability = field.probability(deviation, middle)
            let bound = bounds[deviation]
            if probability > bound.below, probability < bound.above { isSure = false }
            if !bound.between.contains(probability) || bound.between.lowerBound == 1 { isUncertain = false }
        }
        return isSure ? Cell.sure : isUncertain ? Cell.uncertain : Cell.open
    }

    /// How far from the edges of a coverage a verdict is beyond doubt, metres.
    static func reach(in context: DrawnLayout, siteAccuracy: Double, confidence: Confidence) -> Double {
        let drawn = context.zones.filter(\.holdsSites).map(\.accuracy.metres).max() ?? 0
        // Beyond k standard deviations exp(−k²/2) of an isotropic normal is left.
        let deviations = (-2 * log(max(1 - confidence.value, 1e-30))).squareRoot()
        return (drawn * drawn + siteAccuracy * siteAccuracy).squareRoot() * deviations + 1
    }

    /// What the cells say of many positions, one look each: they lie far apart, and so the waits for memory overlap.
    ///
    /// - Parameters:
    ///   - rows: what is told of the positions, a place within or none.
    ///   - longitudes: of each position.
    ///   - latitudes: of each position.
    ///   - series: the plane.
    ///   - states: receives a ``Cell`` for each.
    func look(
        _ rows: [BulkTable.Place], _ longitudes: [Double], _ latitudes: [Double], _ series: PlaneSeries,
        into states: inout [UInt8]
    ) {
        let map = field.edges.maps[0]
        cells.withUnsafeBufferPointer { cells in
            for row in rows.indices {
                guard case .within = rows[row] else { continue }
                let metres = series.metres(longitudes[row], latitudes[row])
                let column = min(max(Int((metres.x - map.lowerX) * map.perCell), 0), map.side - 1)
                let line = min(max(Int((metres.y - map.lowerY) * map.perCell), 0), map.side - 1)
                states[row] = cells[line &* map.side &+ column]
            }
        }
    }

    /// Whether the land under a position is in doubt at the confidence, its cell being open; nil where only the
    /// ``Locator`` can tell.
    ///
    /// - Parameter metres: in the box.
    /// - Returns: whether it is.
    func isUncertain(_ metres: Point) -> Bool? {
        guard let deviation = field.edges.nearest(to: metres) else { return nil }
        guard field.deviations[deviation] > 0 else { return false }
        let probability = field.probability(deviation, metres)
        let margin = 2 * MassTable.error
        guard abs(probability - confidence) > margin, abs(probability - (1 - confidence)) > margin else {
            return nil
        }
        return probability < confidence && probability > 1 - confidence
    }
}

/// How likely positions lie on the land some documents speak about, from tables.
struct CoverageField: Sendable {
    /// A table for each standard deviation: of the zones of the coverage, then of those taken out of it.
    private let masses: MassTables
    private let zones: (within: Range<Int>, without: Range<Int>)
    /// All edges of the context, with the place of their accuracy in `deviations`.
    let edges: EdgeMaps
    /// Standard deviations that occur, ascending, the site's own added in squares, metres.
    let deviations: [Double]

    /// Makes the fields of some coverages, for positions in a box of metres; nil where a zone is not worth a table.
    static func all(
        _ coverages: [Coverage], in context: DrawnLayout, siteAccuracy: Double, box: Box,
        _ spreading: Spreading
    ) -> [CoverageField?] {
        let holding = context.zones.filter(\.holdsSites)
        guard !holding.isEmpty else { return coverages.map { _ in nil } }
        let accuracies = Set(holding.map(\.accuracy.metres)).sorted()
        let deviations = accuracies.map { ($0 * $0 + siteAccuracy * siteAccuracy).squareRoot() }
        // Which zone an edge belongs to does not matter, how well it is known does.
        let known = accuracies.map { accuracy in
            holding.filter { $0.accuracy.metres == accuracy }.flatMap(\.edges)
        }
        let used = Set(coverages.flatMap { $0.zones + $0.notStated.map(\.zone) })
        let named = holding.filter { used.contains($0.zone.id) }
        let ids = named.map(\.zone.id)
        let outlines = named.map(\.polygons)
        // The map of edges is the largest part, and comes first.
        let parts = spreading.parts(1 + ids.count) { number -> Part in
            guard number > 0 else {
                return .edges(
                    EdgeMaps(
                        known, accuracies: Array(known.indices), in: box,
                        margin: PlanTables.sameEdge + 10 * PlanTables.doubt))
            }
            return .masses(MassTable.tables(outlines[number - 1], deviations))
        }
        guard case .edges(let edges) = parts[0] else { return coverages.map { _ in nil } }
        return coverages.map { coverage in
            func tables(_ zones: [String]) -> [[MassTable]] {
                zones.compactMap { id in ids.firstIndex(of: id).map { parts[1 + $0].masses } }
            }
            let (inside, outside) = (tables(coverage.zones), tables(coverage.notStated.map(\.zone)))
            guard (inside + outside).allSatisfy({ !$0.isEmpty }) else { return nil }
            return CoverageField(
                masses: MassTables(inside + outside, each: deviations.count),
                zones: (0..<inside.count, inside.count..<inside.count + outside.count),
                edges: edges, deviations: deviations)
        }
    }

    private enum Part: Sendable {
        case edges(EdgeMaps)
        case masses([MassTable])

        var masses: [MassTable] { if case .masses(let masses) = self { masses } else { [] } }
    }

    /// The probability at one of the standard deviations.
    func probability(_ deviation: Int, _ metres: Point) -> Double {
        let inside = greatest(of: zones.within, deviation, metres)
        return max(0, min(inside, 1 - greatest(of: zones.without, deviation, metres)))
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
    /// The cell of the map of all edges that a position lies in.
    @inline(__always)
    func cell(of point: Point) -> Int {
        let map = maps[0]
        let column = min(max(Int((point.x - map.lowerX) * map.perCell), 0), map.side - 1)
        let row = min(max(Int((point.y - map.lowerY) * map.perCell), 0), map.side - 1)
        return row * map.side + column
    }

    /// Goes through the places of the accuracies of all edges that are nearest somewhere in a cell.
    fileprivate func forEachAccuracy(inCell cell: Int, _ body: (Int) -> Void) {
        let list = Int(starts[maps[0].first + cell])
        let count = Int(lists[list] & ((1 << Self.accuracyBit) - 1))
        // Those below 64 come once, the rest, which are never seen, as often as there are edges.
        var seen: UInt64 = 0
        for number in 0..<count {
            let accuracy = Int(edges[Int(lists[list + 1 + number]) * Self.stride + 5])
            guard accuracy > 63 || seen >> UInt64(accuracy) & 1 == 0 else { continue }
            if accuracy < 64 { seen |= 1 << UInt64(accuracy) }
            body(accuracy)
        }
    }

    /// The place of the greatest accuracy of those edges that count as nearest.
    ///
    /// - Returns: nil where an edge of a greater accuracy lies at the width of ``PlanTables/sameEdge`` but for the doubt.
    fileprivate func nearest(to point: Point) -> Int? {
        let list = Int(starts[maps[0].first + cell(of: point)])
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
            return doubtful > accuracy ? nil : accuracy
        }
    }
}
