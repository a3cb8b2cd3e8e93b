internal import PlanarGeometry

/// For every place of a plane, the zones whose probability can pass a bound: a bit each, in words of 64.
struct PossibleZones: Sendable {
    private let lower: Point
    private let perCell: Double
    private var masks: [UInt64]
    /// Words for each cell.
    let words: Int
    private static let side = 256

    /// - Parameters:
    ///   - zones: the tables of each zone, for each standard deviation; none where a zone has no table.
    ///   - least: ``MassTable/sureBelow(_:)`` of the bound.
    ///   - box: where positions will be.
    init(_ zones: [[MassTable]], above least: Float, in box: Box) {
        let extent = max(box.upper.x - box.lower.x, box.upper.y - box.lower.y, 1)
        lower = box.lower
        perCell = Double(Self.side) / (extent * 1.000001)
        words = max(1, (zones.count + 63) / 64)
        masks = Array(repeating: 0, count: Self.side * Self.side * words)
        for (zone, tables) in zones.enumerated() {
            let bit: UInt64 = 1 << UInt64(zone % 64)
            guard !tables.isEmpty else {
                for cell in 0..<Self.side * Self.side { masks[cell * words + zone / 64] |= bit }
                continue
            }
            for table in tables {
                table.eachNode(from: least) { node, step in
                    // The node answers for all places that are nearest to it.
                    for row in index(node.y - step, lower.y)...index(node.y + step, lower.y) {
                        for column in index(node.x - step, lower.x)...index(node.x + step, lower.x) {
                            masks[(row * Self.side + column) * words + zone / 64] |= bit
                        }
                    }
                }
            }
        }
    }

    private func index(_ value: Double, _ low: Double) -> Int {
        min(max(Int((value - low) * perCell), 0), Self.side - 1)
    }

    /// The place of a position's first word.
    @inline(__always)
    func place(of point: Point) -> Int {
        (index(point.y, lower.y) * Self.side + index(point.x, lower.x)) * words
    }

    @inline(__always)
    subscript(place: Int) -> UInt64 { masks[place] }
}
