internal import PlanarGeometry

/// Where edges cross lines, line by line.
struct Crossings {
    /// The crossings of line i are those from `starts[i]` up to `starts[i + 1]`.
    private(set) var starts: [Int]
    private var filled: [Int] = []
    /// In order within each line, once sorted.
    private(set) var x: [Double] = []

    /// Makes room to count in.
    init(_ lines: Int) { starts = Array(repeating: 0, count: lines + 1) }

    /// Counts an edge over some lines, both included.
    mutating func note(from first: Int, to last: Int) {
        guard first <= last else { return }
        for line in first...last { starts[line + 1] += 1 }
    }

    mutating func makeRoom() {
        for line in 1..<starts.count { starts[line] += starts[line - 1] }
        filled = starts
        x = Array(repeating: 0, count: starts[starts.count - 1])
    }

    mutating func add(_ value: Double, at line: Int) {
        x[filled[line]] = value
        filled[line] += 1
    }

    /// Sorts the crossings of every line: mostly two, or a few that lie in order but for one.
    mutating func sort() {
        for line in 0..<(starts.count - 1) {
            let (begin, end) = (starts[line], starts[line + 1])
            guard end - begin < 32 else {
                x[begin..<end].sort()
                continue
            }
            for index in stride(from: begin + 1, to: end, by: 1) {
                let value = x[index]
                var place = index
                while place > begin, x[place - 1] > value {
                    x[place] = x[place - 1]
                    place -= 1
                }
                x[place] = value
            }
        }
    }

    /// What lies between the crossings of a line, by the even-odd rule.
    func pieces(at line: Int) -> [Interval] {
        let sorted = x[starts[line]..<starts[line + 1]].sorted()
        return stride(from: 0, to: sorted.count - 1, by: 2).map {
            Interval(left: sorted[$0], right: sorted[$0 + 1])
        }
    }
}

extension Crossings {
    /// Where edges cross some heights, which are in order; sorted.
    init(of edges: [Segment], at heights: [Double]) {
        self.init(heights.count)
        var spans: [(first: Int, last: Int)] = []
        spans.reserveCapacity(edges.count)
        for edge in edges {
            let low = min(edge.start.y, edge.end.y)
            let high = max(edge.start.y, edge.end.y)
            // A height that is just a vertex's belongs to the edge that leads up from it.
            let first = heights.firstIndex(notBelow: low)
            let isCrossed = first < heights.count && heights[first] < high
            let last = isCrossed ? heights.firstIndex(notBelow: high) - 1 : first - 1
            spans.append((first, last))
            note(from: first, to: last)
        }
        makeRoom()
        for (edge, span) in zip(edges, spans) where span.first <= span.last {
            let slope = (edge.end.x - edge.start.x) / (edge.end.y - edge.start.y)
            for index in span.first...span.last {
                add(edge.start.x + (heights[index] - edge.start.y) * slope, at: index)
            }
        }
        sort()
    }
}

extension [Double] {
    /// The index of the first number, of numbers in order, that is not below a value.
    fileprivate func firstIndex(notBelow value: Double) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
