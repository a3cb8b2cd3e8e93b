internal import PlanarGeometry

/// A piece of a row.
struct Interval {
    var left: Double
    var right: Double
}

/// Pieces of a row; once merged, apart and in order.
struct Intervals {
    private(set) var pieces: [Interval]

    init(_ pieces: [Interval]) { self.pieces = pieces }

    /// Where a point, moved by (x, y), lies inside rings, by the even-odd rule.
    init(inside rings: [Segment], seenFrom point: Point, at y: Double) {
        self.init(between: rings, at: point.y + y, sign: 1, offset: -point.x)
    }

    /// Where rings, moved by (x, y), have a point inside them.
    init(holding point: Point, in rings: [Segment], at y: Double) {
        self.init(between: rings, at: point.y - y, sign: -1, offset: point.x)
    }

    private init(between rings: [Segment], at y: Double, sign: Double, offset: Double) {
        var crossings: [Double] = []
        for edge in rings where (edge.start.y <= y) != (edge.end.y <= y) {
            let part = (y - edge.start.y) / (edge.end.y - edge.start.y)
            crossings.append(offset + sign * (edge.start.x + part * (edge.end.x - edge.start.x)))
        }
        crossings.sort()
        pieces = stride(from: 0, to: crossings.count - 1, by: 2).map {
            Interval(left: crossings[$0], right: crossings[$0 + 1])
        }
    }

    /// Adds the pieces of others; to be merged before anything else is asked.
    mutating func append(_ other: Intervals) { pieces += other.pieces }

    /// Joins pieces that meet and puts all in order.
    mutating func merge() {
        guard pieces.count > 1 else { return }
        pieces.sort { $0.left < $1.left }
        var joined = [pieces[0]]
        for piece in pieces.dropFirst() {
            if piece.left <= joined[joined.count - 1].right {
                joined[joined.count - 1].right = max(joined[joined.count - 1].right, piece.right)
            } else {
                joined.append(piece)
            }
        }
        pieces = joined
    }

    /// Whether one piece, of merged ones, holds everything from −reach to reach.
    func reaches(over reach: Double) -> Bool { pieces.contains { $0.left <= -reach && $0.right >= reach } }

    /// What both, merged, have in common.
    func intersection(_ other: Intervals) -> Intervals {
        var common: [Interval] = []
        var (mine, theirs) = (0, 0)
        while mine < pieces.count, theirs < other.pieces.count {
            let left = max(pieces[mine].left, other.pieces[theirs].left)
            let right = min(pieces[mine].right, other.pieces[theirs].right)
            if left < right { common.append(Interval(left: left, right: right)) }
            if pieces[mine].right < other.pieces[theirs].right { mine += 1 } else { theirs += 1 }
        }
        return Intervals(common)
    }

    /// What is left without others; both merged.
    func without(_ other: Intervals) -> Intervals {
        guard !other.pieces.isEmpty else { return self }
        var gaps: [Interval] = []
        var from = -Double.infinity
        for piece in other.pieces {
            gaps.append(Interval(left: from, right: piece.left))
            from = piece.right
        }
        gaps.append(Interval(left: from, right: .infinity))
        return intersection(Intervals(gaps))
    }

    /// The mass of a normal about 0 along the row; of merged pieces.
    func mass(_ deviation: Double) -> Double {
        pieces.reduce(0) {
            $0 + standardNormal($1.right / deviation) - standardNormal($1.left / deviation)
        }
    }
}
