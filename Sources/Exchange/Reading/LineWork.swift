import Glibc
import PlanarGeometry
import Wording

/// Lines of a drawing, joined end to end: a red line is often drawn as an open polyline, or as several with arcs
/// between them.
///
/// Only lines of one layer are joined, each end to the nearest free end within the tolerance. A chain whose own ends
/// meet within it becomes an area, or a hole in the area of its layer that it lies in; whatever stays open stays a line.
struct LineWork {
    struct Piece {
        let geometry: Geometry
        let layer: String
    }

    /// What joining did.
    struct Report {
        var closed = 0
        var open = 0
        /// Of the closed lines, those that are holes, by layer.
        var holes: [(layer: String, count: Int)] = []
        var joints = 0
        var widest = 0.0
        let tolerance: Double

        var notes: [Note] {
            var notes: [Note] = []
            if joints > 0 || open > 0 {
                let gap = FixedDecimals(widest, decimals: 3)?.description ?? "\(widest)"
                notes.append(
                    Note(
                        code: "linework_closed",
                        text: Bilingual(
                            zh: "图线首尾相接（容差 \(tolerance)，最大缺口 \(gap)）：闭合 \(closed) 条，未闭合 \(open) 条。",
                            en:
                                "Lines were joined end to end (tolerance \(tolerance), widest gap \(gap)): \(closed) "
                                + "closed, \(open) still open.")))
            }
            for (layer, count) in holes {
                notes.append(
                    Note(
                        code: "linework_holes",
                        text: Bilingual(
                            zh:
                                "图层“\(layer.quotable)”有 \(count) 条闭合线整个画在同层另一条之内，按扣除的洞读取；若是单独的地块，请放到另一图层。",
                            en:
                                "\(count) closed lines of layer \(layer.quoted) lie wholly inside another of it and were read "
                                + "as holes; put them on a layer of their own where they are sites.")))
            }
            return notes
        }
    }

    private let tolerance: Double
    private var chains: [(layer: String, points: [Point])] = []

    init(tolerance: Double) { self.tolerance = tolerance }

    mutating func add(_ points: [Point], on layer: String) { chains.append((layer, points)) }

    /// The areas and the lines left open.
    func joined() -> ([Piece], Report) {
        var report = Report(tolerance: tolerance)
        var pieces: [Piece] = []
        var layers: [String] = []
        for chain in chains where !layers.contains(chain.layer) { layers.append(chain.layer) }
        for layer in layers {
            var rings: [Ring] = []
            var free = chains.filter { $0.layer == layer }.map(\.points)
            while var chain = free.popLast() {
                while !Self.isClosed(chain, tolerance) {
                    guard let next = nearest(to: chain, among: free) else { break }
                    var points = free.remove(at: next.index)
                    if next.isReversed { points.reverse() }
                    report.joints += 1
                    report.widest = max(report.widest, next.gap)
                    chain += points.dropFirst(next.gap == 0 ? 1 : 0)
                }
                if let ring = ring(chain, &report) {
                    rings.append(ring)
                } else {
                    report.open += 1
                    let line = (try? LineString(chain)).map { Geometry.lineString($0) }
                    pieces.append(Piece(geometry: line ?? .multiPoint(chain), layer: layer))
                }
            }
            let nesting = RingNesting(rings)
            pieces += nesting.polygons.map { Piece(geometry: .polygon($0), layer: layer) }
            if nesting.holes > 0 { report.holes.append((layer, nesting.holes)) }
        }
        return (pieces, report)
    }

    /// The chain closed; nil where it does not close.
    private func ring(_ chain: [Point], _ report: inout Report) -> Ring? {
        guard Self.isClosed(chain, tolerance), let first = chain.first, let last = chain.last else {
            return nil
        }
        let gap = hypot(first.x - last.x, first.y - last.y)
        var points = chain
        points[points.count - 1] = first
        guard let ring = try? Ring(points) else { return nil }
        if gap > 0 {
            report.joints += 1
            report.widest = max(report.widest, gap)
        }
        report.closed += 1
        return ring
    }

    private static func isClosed(_ chain: [Point], _ tolerance: Double) -> Bool {
        guard chain.count >= 4, let first = chain.first, let last = chain.last else { return false }
        return hypot(first.x - last.x, first.y - last.y) <= tolerance
    }

    /// The chain whose end lies nearest to this one's, within the tolerance.
    private func nearest(
        to chain: [Point], among free: [[Point]]
    ) -> (index: Int, isReversed: Bool, gap: Double)? {
        guard let end = chain.last else { return nil }
        var best: (index: Int, isReversed: Bool, gap: Double)?
        for (index, other) in free.enumerated() {
            for (isReversed, point) in [(false, other.first), (true, other.last)] {
                guard let point else { continue }
                let gap = hypot(point.x - end.x, point.y - end.y)
                if gap <= tolerance, gap < best?.gap ?? .infinity { best = (index, isReversed, gap) }
            }
        }
        return best
    }
}
