/// A piece of a row.
struct Interval {
    var left: Double
    var right: Double
}

/// Pieces of a row; once merged, apart and in order.
struct Intervals {
    private(set) var pieces: [Interval]

    init(_ pieces: [Interval]) { self.pieces = pieces }

    /// Joins pieces that meet, or are no farther apart than a gap to be closed, and puts all in order.
    mutating func merge(closing gap: Double = 0) {
        guard pieces.count > 1 else { return }
        pieces.sort { $0.left < $1.left }
        var joined = [pieces[0]]
        for piece in pieces.dropFirst() {
            if piece.left <= joined[joined.count - 1].right + gap {
                joined[joined.count - 1].right = max(joined[joined.count - 1].right, piece.right)
            } else {
                joined.append(piece)
            }
        }
        pieces = joined
    }
}

/// Pieces of a row, apart and in order, of which there is mostly one: that one is kept without an array.
struct RowPieces {
    private(set) var left = Double.infinity
    private(set) var right = -Double.infinity
    /// All of them, where there are several.
    private var several: [Interval] = []

    init() {}

    init(left: Double, right: Double) {
        self.left = left
        self.right = right
    }

    var isEmpty: Bool { left > right && several.isEmpty }
    var isOnePiece: Bool { left <= right && several.isEmpty }

    /// Adds a piece behind all others, which it does not meet.
    mutating func append(_ left: Double, _ right: Double) {
        if isEmpty {
            (self.left, self.right) = (left, right)
        } else {
            if several.isEmpty { several = [Interval(left: self.left, right: self.right)] }
            several.append(Interval(left: left, right: right))
        }
    }

    /// Puts a piece in its place and joins it with those it meets.
    mutating func insert(_ left: Double, _ right: Double) {
        if several.isEmpty {
            if isEmpty || left <= self.right && self.left <= right {
                self.left = min(self.left, left)
                self.right = max(self.right, right)
                return
            }
            several = [Interval(left: self.left, right: self.right)]
        }
        var first = several.count
        while first > 0, several[first - 1].right >= left { first -= 1 }
        var last = first
        var joined = Interval(left: left, right: right)
        while last < several.count, several[last].left <= right {
            joined.left = min(joined.left, several[last].left)
            joined.right = max(joined.right, several[last].right)
            last += 1
        }
        if last == first + 1 {
            several[first] = joined
        } else {
            several.replaceSubrange(first..<last, with: CollectionOfOne(joined))
        }
        shrink()
    }

    /// Leaves what other pieces hold too.
    mutating func keep(_ other: RowPieces) {
        if several.isEmpty, other.several.isEmpty {
            left = max(left, other.left)
            right = min(right, other.right)
            if left >= right { self = RowPieces() }
            return
        }
        let (mine, theirs) = (pieces, other.pieces)
        var common: [Interval] = []
        var (i, j) = (0, 0)
        while i < mine.count, j < theirs.count {
            let left = max(mine[i].left, theirs[j].left)
            let right = min(mine[i].right, theirs[j].right)
            if left < right { common.append(Interval(left: left, right: right)) }
            if mine[i].right < theirs[j].right { i += 1 } else { j += 1 }
        }
        several = common
        shrink()
    }

    /// The pieces as an array.
    var pieces: [Interval] {
        if !several.isEmpty { return several }
        return isEmpty ? [] : [Interval(left: left, right: right)]
    }

    /// Gives up the array where it holds one piece or none.
    private mutating func shrink() {
        guard several.count < 2 else { return }
        left = several.first?.left ?? .infinity
        right = several.first?.right ?? -.infinity
        several = []
    }

    /// The mass of a normal about 0 along the row.
    func mass(_ deviation: Double) -> Double {
        func mass(_ left: Double, _ right: Double) -> Double {
            standardNormal(right / deviation) - standardNormal(left / deviation)
        }
        if several.isEmpty { return isEmpty ? 0 : mass(left, right) }
        return several.reduce(0) { $0 + mass($1.left, $1.right) }
    }
}
