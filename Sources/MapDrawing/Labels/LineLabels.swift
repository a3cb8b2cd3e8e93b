internal import PlanarGeometry

/// Where the name of a line may stand: letter by letter along it, beside it or on it.
///
/// Along a steep line Chinese runs downwards with its characters upright, as on Chinese maps (屈曲字列); Latin letters turn with
/// the line and read upwards.
struct LineLabels {
    let terrain: LabelTerrain
    let type: TypeShaper
    let rect: PaperRect

    /// The ways to place a text along a chain of points on paper.
    ///
    /// Offsets say how far beside the line, in ems; each is tried on either side.
    func candidates(_ text: String, _ style: TypeStyle, along line: [Point], offsets: [Double])
        -> [LabelCandidate]
    {
        guard let path = Path(line) else { return [] }
        let isChinese = text.unicodeScalars.contains { (0x2E80...0xFFEF).contains($0.value) }
        let flat = letters(of: text, style, stacked: false)
        let stacked = isChinese ? letters(of: text, style, stacked: true) : flat
        var candidates: [LabelCandidate] = []
        let tries = 28
        for attempt in 0...tries {
            let part = Double(attempt) / Double(tries)
            // Which way the text runs is settled by the piece of line it would stand on.
            let least = min(flat.width, stacked.width)
            guard least < path.length * 0.96 else { return [] }
            let from = (path.length - least) * part
            let chord = path.chord(from: from, to: from + least)
            let isSteep = abs(chord.y) > 1.2 * abs(chord.x)
            let stacks = isChinese && isSteep
            let (letters, width) = stacks ? stacked : flat
            guard width < path.length * 0.96 else { continue }
            // Downwards for stacked characters; else to the right; Latin on a steep line upwards.
            let runsRight = isSteep ? (stacks ? chord.y > 0 : chord.y < 0) : chord.x > 0
            let directed = runsRight ? path : path.reversed
            let start = (path.length - width) * (runsRight ? part : 1 - part)
            guard directed.turn(from: start, to: start + width) < Self.mostTurn else { continue }
            for offset in offsets.flatMap({ $0 == 0 ? [0] : [$0, -$0] }) {
                let texts = set(
                    letters, style, from: start, beside: offset * style.size, on: directed, stacks)
                guard !texts.isEmpty, texts.allSatisfy({ $0.box.lies(in: rect) }) else { continue }
                let bend = directed.bend(from: start, to: start + width)
                candidates.append(
                    LabelCandidate(
                        texts: texts,
                        cost: 60 * bend + 5 * abs(part - 0.5) + (offset < 0 ? 0.3 : 0)
                            + texts.reduce(0) { $0 + terrain.cost(of: $1.box) }
                            / Double(max(1, texts.count)) * 2))
            }
        }
        return candidates
    }

    /// How far a line may turn under a text, radians.
    private static let mostTurn = 0.8

    private func letters(
        of text: String, _ style: TypeStyle, stacked: Bool
    ) -> (letters: [(String, Double)], width: Double) {
        let letters = text.map { letter in
            let advance = type.extent(of: String(letter), style).advance
            return (String(letter), (stacked ? style.size * 1.02 : advance) + style.tracking * style.size)
        }
        return (letters, letters.reduce(0) { $0 + $1.1 })
    }

    /// The letters, each in its place; none where a bend would crowd them together or draw them apart.
    private func set(
        _ letters: [(String, Double)], _ style: TypeStyle, from start: Double, beside offset: Double,
        on path: Path, _ stacks: Bool
    ) -> [TextMark] {
        var place = start
        var before: (centre: Point, middle: Double)?
        var texts: [TextMark] = []
        for (letter, advance) in letters {
            let middle = place + advance / 2
            place += advance
            guard letter != " " else { continue }
            let (point, angle) = path.place(at: middle, over: style.size * 2.5)
            let direction = Direction(angle)
            let centre = Point(x: point.x + direction.sine * offset, y: point.y - direction.cosine * offset)
            if let before {
                let (dx, dy) = (centre.x - before.centre.x, centre.y - before.centre.y)
                let spread = (dx * dx + dy * dy).squareRoot() / (middle - before.middle)
                guard Self.spread.contains(spread) else { return [] }
            }
            before = (centre, middle)
            let turn = stacks ? angle - .pi / 2 : angle
            let turned = Direction(turn)
            let half = type.extent(of: letter, style).advance / 2
            let drop = style.size * 0.37  // from the middle of an ideograph down to the baseline
            let origin = Point(
                x: centre.x - half * turned.cosine - drop * turned.sine,
                y: centre.y - half * turned.sine + drop * turned.cosine)
            texts.append(type.mark(letter, style, at: origin, angle: turn))
        }
        return texts
    }

    /// How much nearer or farther from the one before a letter may stand than in a straight line.
    private static let spread = 0.85...1.3
}

/// A chain of points with its lengths.
struct Path {
    private let points: [Point]
    private let lengths: [Double]

    init?(_ points: [Point]) {
        guard points.count >= 2 else { return nil }
        var lengths = [0.0]
        for (a, b) in zip(points, points.dropFirst()) {
            let step = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
            lengths.append(lengths[lengths.count - 1] + step)
        }
        guard lengths[lengths.count - 1] > 0 else { return nil }
        self.points = points
        self.lengths = lengths
    }

    private init(_ points: [Point], _ lengths: [Double]) {
        self.points = points
        self.lengths = lengths
    }

    var length: Double { lengths[lengths.count - 1] }

    /// From one place along the line to another.
    func chord(from start: Double, to end: Double) -> Point {
        let (a, b) = (point(at: start), point(at: end))
        return Point(x: b.x - a.x, y: b.y - a.y)
    }

    /// The angle between the directions in which a piece of the line strays most to either side, radians.
    func turn(from start: Double, to end: Double) -> Double {
        let whole = chord(from: start, to: end)
        let straight = Direction.angle(x: whole.x, y: whole.y)
        let steps = 6
        let angles = (0..<steps).map { step in
            let from = start + (end - start) * Double(step) / Double(steps)
            let piece = chord(from: from, to: from + (end - start) / Double(steps))
            return (Direction.angle(x: piece.x, y: piece.y) - straight).remainder(dividingBy: 2 * .pi)
        }
        return (angles.max() ?? 0) - (angles.min() ?? 0)
    }

    var reversed: Path { Path(points.reversed(), lengths.reversed().map { length - $0 }) }

    /// The point so far along the line.
    func point(at length: Double) -> Point {
        let wanted = min(max(length, 0), self.length)
        var index = 1
        while index < lengths.count - 1, lengths[index] < wanted { index += 1 }
        let (from, to) = (lengths[index - 1], lengths[index])
        let part = to > from ? (wanted - from) / (to - from) : 0
        let (a, b) = (points[index - 1], points[index])
        return Point(x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part)
    }

    /// The point so far along the line and its direction, both smoothed over a length.
    func place(at length: Double, over window: Double) -> (Point, angle: Double) {
        let steps = 6
        var (x, y) = (0.0, 0.0)
        for step in 0...steps {
            let near = point(at: length + window * (Double(step) / Double(steps) - 0.5))
            x += near.x
            y += near.y
        }
        let (before, after) = (point(at: length - window), point(at: length + window))
        return (
            Point(x: x / Double(steps + 1), y: y / Double(steps + 1)),
            Direction.angle(x: after.x - before.x, y: after.y - before.y)
        )
    }

    /// How far a piece of the line strays from its chord, as a part of the chord.
    func bend(from start: Double, to end: Double) -> Double {
        let (a, b) = (point(at: start), point(at: end))
        let chord = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
        return chord > 0 ? (end - start) / chord - 1 : 1
    }
}
