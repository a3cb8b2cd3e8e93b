internal import Glibc
internal import PlanarGeometry

/// A site cut into sections along parallel lines: what of each line lies in it.
///
/// The lines run from its lowest to its highest vertex, and every vertex is moved onto the nearest of them, by no more
/// than half a step; what is between two lines is then known from their sections. A polygon's boundary belongs to it.
struct SiteSections {
    let turn: ScanTurn
    /// The height of the lowest line and the step to the next, metres of the turned plane.
    let bottom: Double
    let step: Double
    /// How many lines there are.
    let count: Int
    /// The sections of line i are those from `starts[i]` up to `starts[i + 1]`, apart and in order.
    private(set) var starts: [Int] = []
    private(set) var pieces: [Interval] = []
    /// From the first section of each line to the end of the last, and the widest gap between two of them.
    private(set) var spans: [Span] = []

    struct Span {
        let left: Double
        let right: Double
        let gap: Double
    }

    /// No step is longer than this part of the deviation, unless there would be too many crossings to keep.
    private static let finest = 1.0 / 64
    private static let fewestLines = 9.0
    /// Crossings of edges and lines that are worked with, 16 bytes each.
    private static let mostCrossings = 8_000_000.0
    /// From so many edges on, gaps of less than a step between sections are closed.
    private static let manyEdges = 2000

    init(of site: Geometry, deviation: Double, turn: ScanTurn) {
        self.turn = turn
        let points = site.loosePoints.map(turn.turned)
        let rings = site.polygons.flatMap { $0.rings.map { $0.points.map(turn.turned) } }
        let lines = site.lines.map { $0.points.map(turn.turned) }
        var low = Double.infinity
        var high = -Double.infinity
        var climb = 0.0
        var edges = 0
        for chain in rings + lines + [points] {
            for point in chain {
                low = min(low, point.y)
                high = max(high, point.y)
            }
        }
        for chain in rings + lines {
            edges += chain.count - 1
            for (a, b) in zip(chain, chain.dropFirst()) { climb += abs(b.y - a.y) }
        }
        bottom = low
        let height = high - low
        let longest = max(deviation * Self.finest, 2 * climb / Self.mostCrossings)
        let wanted = max(Self.fewestLines, (height / longest).rounded(.up) + 1)
        // A micrometre is no height.
        count = height > 1e-6 ? Int(wanted) : 1
        step = count > 1 ? height / Double(count - 1) : longest
        cut(rings: rings, lines: lines, points: points, closing: edges > Self.manyEdges ? step : 0)
    }

    /// How far a probability may be off for the step: a vertex is moved by up to half of it, an edge's density is 0.4/σ.
    func tolerance(deviation: Double) -> Double { 0.2 * step / deviation }

    private func line(_ height: Double) -> Int {
        count == 1 ? 0 : min(count - 1, max(0, Int(((height - bottom) / step).rounded())))
    }

    private mutating func cut(rings: [[Point]], lines: [[Point]], points: [Point], closing: Double) {
        // Just above a line and just below it, where edges begin and end, an area has different sections.
        var above = Crossings(count)
        var below = Crossings(count)
        var flat: [(line: Int, piece: Interval)] = points.map {
            (line($0.y), Interval(left: $0.x, right: $0.x))
        }
        for chain in rings {
            for (a, b) in zip(chain, chain.dropFirst()) {
                let (i, j) = (line(a.y), line(b.y))
                if i == j {
                    flat.append((i, Interval(left: min(a.x, b.x), right: max(a.x, b.x))))
                } else {
                    above.note(from: min(i, j), to: max(i, j) - 1)
                    below.note(from: min(i, j) + 1, to: max(i, j))
                }
            }
        }
        above.makeRoom()
        below.makeRoom()
        for chain in rings {
            for (a, b) in zip(chain, chain.dropFirst()) {
                let (i, j) = (line(a.y), line(b.y))
                guard i != j else { continue }
                let (low, high, start, end) = i < j ? (i, j, a.x, b.x) : (j, i, b.x, a.x)
                let slope = (end - start) / Double(high - low)
                for line in low...high {
                    // The ends just as given.
                    let x = line == high ? end : start + Double(line - low) * slope
                    if line < high { above.add(x, at: line) }
                    if line > low { below.add(x, at: line) }
                }
            }
        }
        for chain in lines {
            for (a, b) in zip(chain, chain.dropFirst()) {
                let (i, j) = (line(a.y), line(b.y))
                if i == j {
                    flat.append((i, Interval(left: min(a.x, b.x), right: max(a.x, b.x))))
                    continue
                }
                let slope = (b.x - a.x) / Double(j - i)
                let (west, east) = (min(a.x, b.x), max(a.x, b.x))
                for line in min(i, j)...max(i, j) {
                    // Half way to the next lines, so that nothing thin slips through between two of them.
                    let x = a.x + Double(line - i) * slope
                    let half = abs(slope) / 2
                    flat.append((line, Interval(left: max(west, x - half), right: min(east, x + half))))
                }
            }
        }
        var level = Array(repeating: [Interval](), count: flat.isEmpty ? 0 : count)
        for (line, piece) in flat { level[line].append(piece) }
        starts.reserveCapacity(count + 1)
        starts.append(0)
        for line in 0..<count {
            var all = Intervals(
                above.pieces(at: line) + below.pieces(at: line) + (level.isEmpty ? [] : level[line]))
            all.merge(closing: closing)
            pieces += all.pieces
            starts.append(pieces.count)
            spans.append(Span(all.pieces))
        }
    }
}

extension SiteSections.Span {
    init(_ pieces: [Interval]) {
        left = pieces.first?.left ?? .infinity
        right = pieces.last?.right ?? -.infinity
        gap = zip(pieces, pieces.dropFirst()).reduce(0) { max($0, $1.1.left - $1.0.right) }
    }
}
