import Glibc
import PlanarGeometry
import Wording

/// Lines of a drawing, joined end to end: a red line is often drawn as an open polyline, or as several with arcs
/// between them.
///
/// Only lines of one layer are joined, each end to the nearest free end within the tolerance. A chain whose own ends
/// meet within it becomes an area; whatever stays open stays a line.
struct LineWork {
    struct Piece {
        let geometry: Geometry
        let layer: String
    }

    /// What joining did.
    struct Report {
        var closed = 0
        var open = 0
        var joints = 0
        var widest = 0.0
        let tolerance: Double

        var note: Note? {
            guard closed + open > 0, joints > 0 || open > 0 else { return nil }
            let gap = FixedDecimals(widest, decimals: 3)?.description ?? "\(widest)"
            return Note(
                code: "linework_closed",
                text: Bilingual(
                    zh: "图线首尾相接（容差 \(tolerance)，最大缺口 \(gap)）：闭合成面 \(closed) 个，未闭合 \(open) 条。",
                    en:
                        "Lines were joined end to end (tolerance \(tolerance), widest gap \(gap)): \(closed) areas, "
                        + "\(open) lines still open."))
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
                pieces.append(Piece(geometry: piece(chain, &report), layer: layer))
            }
        }
        return (pieces, report)
    }

    private func piece(_ chain: [Point], _ report: inout Report) -> Geometry {
        if Self.isClosed(chain, tolerance), let first = chain.first, let last = chain.last {
            let gap = hypot(first.x - last.x, first.y - last.y)
            var points = chain
            if gap > 0 {
                report.joints += 1
                report.widest = max(report.widest, gap)
                points[points.count - 1] = first
            }
            if let ring = try? Ring(points) {
                report.closed += 1
                return .polygon(Polygon(exterior: ring))
            }
        }
        report.open += 1
        if let line = try? LineString(chain) { return .lineString(line) }
        return .multiPoint(chain)
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
