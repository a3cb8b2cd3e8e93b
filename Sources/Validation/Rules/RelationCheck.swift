internal import Glibc
internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

/// One stated relation against the drawing, in metres.
struct RelationCheck {
    /// What came of it, with the measure that decided.
    struct Result {
        let outcome: Outcome
        /// The measure, as the end of a sentence.
        var measure = Bilingual(zh: "", en: "")
        var position: LonLat?
    }

    private let kind: Relation.Kind
    private let subject: Subject
    private let drawn: DrawnEdition
    private let ends: (subject: Drawing, object: Drawing)?

    init(_ relation: Relation, in drawn: DrawnEdition, _ subject: Subject) {
        kind = relation.kind
        self.subject = subject
        self.drawn = drawn
        if let one = subject.drawing(relation.subject, for: drawn),
            let other = subject.drawing(relation.object, for: drawn)
        {
            ends = (one, other)
        } else {
            ends = nil
        }
    }

    func result() throws(TopologyError) -> Result {
        guard let (one, other) = ends else { return Result(outcome: .notCheckable) }
        var result =
            switch kind {
            case .northOf: try direction(0, one, other)
            case .eastOf: try direction(90, one, other)
            case .southOf: try direction(180, one, other)
            case .westOf: try direction(270, one, other)
            case .within: try within(one, other)
            case .contains: try within(other, one)
            case .along: try along(one, other)
            case .connects: try gap(one, other, allowed: one.accuracy + other.accuracy)
            case .adjacent: try gap(one, other, allowed: max(one.accuracy, other.accuracy))
            }
        if result.position == nil { result.position = try subject.place(in: one) }
        return result
    }

    private func direction(_ word: Double, _ one: Drawing, _ other: Drawing) throws(TopologyError) -> Result {
        guard let from = try subject.operators.centroid(of: other.shape.metres),
            let to = try subject.operators.centroid(of: one.shape.metres)
        else { return Result(outcome: .notCheckable) }
        let bearing = atan2(to.x - from.x, to.y - from.y) * 180 / .pi
        let off = abs(remainder(bearing - word, 360))
        let degrees = Figures.fixed(off, 0)
        return Result(
            outcome: off <= 67.5 ? .proven : .violated,
            measure: Bilingual(zh: "方位相差 \(degrees)°", en: "the bearing is \(degrees)° off the word"))
    }

    /// Whether all but a hundredth of the inner lies in the outer, or all of it within the accuracies.
    private func within(_ inner: Drawing, _ outer: Drawing) throws(TopologyError) -> Result {
        let allowed = inner.accuracy + outer.accuracy
        guard outer.isArea else { return try gap(inner, outer, allowed: allowed) }
        guard let outside = try subject.operators.difference(inner.shape.metres, outer.shape.metres) else {
            return Result(outcome: .proven)
        }
        let share = inner.isArea ? outside.flatArea / inner.shape.metres.flatArea : 1
        if inner.isArea, share <= 0.01 { return Result(outcome: .proven) }
        // A line or point that is covered leaves nothing, save for rounding.
        if !inner.isArea, try subject.stretch(of: inner, beyond: outer.shape) == nil {
            return Result(outcome: .proven)
        }
        let grown = try subject.operators.buffer(outer.shape.metres, by: allowed)
        let beyond = try grown.flatMap { grown throws(TopologyError) in
            try subject.operators.difference(outside, grown)
        }
        guard beyond != nil else { return Result(outcome: .holdsWithinAccuracy) }
        let stretch = try subject.stretch(of: inner, beyond: outer.shape)
        let depth = Figures.length(stretch?.depth ?? 0)
        let percent = Figures.fixed(share * 100, 0)
        return Result(
            outcome: .violated,
            measure: inner.isArea
                ? Bilingual(
                    zh: "有 \(percent)% 在外，最远 \(depth)", en: "\(percent) % lies outside, up to \(depth)")
                : Bilingual(zh: "在外 \(depth)", en: "it reaches \(depth) out"),
            position: stretch?.position)
    }

    private func gap(_ one: Drawing, _ other: Drawing, allowed: Double) throws(TopologyError) -> Result {
        let gap = try subject.operators.distance(one.shape.metres, other.shape.metres)
        let measure = Bilingual(
            zh: "相距 \(Figures.length(gap))（允许 \(Figures.length(allowed))）",
            en: "they are \(Figures.length(gap)) apart (\(Figures.length(allowed)) allowed)")
        return Result(
            outcome: gap <= 0 ? .proven : gap <= allowed ? .holdsWithinAccuracy : .violated, measure: measure)
    }

    /// Whether 80 % of the shorter one runs within the sum of the accuracies of the other.
    ///
    /// A line of the context layout counts as far as the layout's coverage reaches. The length of an area is its long side.
    private func along(_ one: Drawing, _ other: Drawing) throws(TopologyError) -> Result {
        if drawn.layout.coverage != nil, one.isLine || other.isLine, try subject.coverage(of: drawn) == nil {
            return Result(outcome: .notCheckable)
        }
        let first = try reach(of: one)
        let second = try reach(of: other)
        let allowed = one.accuracy + other.accuracy
        // Of two lines the shorter is followed, of a line and an area the line, of two areas the border of the shorter.
        let lengths = (try length(of: first), try length(of: second))
        // Of points, and of lines that hardly enter the land the document speaks about, only the gap can be judged.
        guard let first, let second, min(lengths.0, lengths.1) > allowed else {
            return try gap(one, other, allowed: allowed)
        }
        let needed = 0.8 * min(lengths.0, lengths.1)
        let followsFirst =
            first.lines.isEmpty == second.lines.isEmpty ? lengths.0 <= lengths.1 : !first.lines.isEmpty
        let (followed, beside) = followsFirst ? (first, second) : (second, first)
        let line = followed.lines.isEmpty ? try spine(of: followed) : followed
        guard let line else { return Result(outcome: .notCheckable) }
        func share(_ place: Geometry) throws(TopologyError) -> Double {
            try subject.operators.intersection(line, place)?.lineLength ?? 0
        }
        if try share(beside) >= needed { return Result(outcome: .proven) }
        guard let grown = try subject.operators.buffer(beside, by: allowed) else {
            return Result(outcome: .notCheckable)
        }
        let found = try share(grown)
        return Result(
            outcome: found >= needed ? .holdsWithinAccuracy : .violated,
            measure: Bilingual(
                zh: "只有 \(Figures.length(found)) 相沿（需 \(Figures.length(needed))）",
                en: "only \(Figures.length(found)) run along (\(Figures.length(needed)) needed)"))
    }

    /// The drawing as far as the relation can speak of it, in metres.
    private func reach(of drawing: Drawing) throws(TopologyError) -> Geometry? {
        guard drawing.isLine, drawing.zone.layout != drawn.layout.id,
            let land = try subject.coverage(of: drawn)
        else { return drawing.shape.metres }
        return try subject.operators.intersection(drawing.shape.metres, land.metres)
    }

    /// The length of lines, or the long side of the smallest rectangle around an area.
    private func length(of geometry: Geometry?) throws(TopologyError) -> Double {
        guard let geometry else { return 0 }
        guard geometry.lines.isEmpty else { return geometry.lineLength }
        return try spine(of: geometry)?.lineLength ?? 0
    }

    /// The middle line of the smallest rectangle around an area, lengthwise.
    private func spine(of area: Geometry) throws(TopologyError) -> Geometry? {
        let rectangle = try subject.operators.smallestRectangle(around: area)
        guard let corners = rectangle?.polygons.first?.exterior.points, corners.count == 5 else { return nil }
        func middle(_ a: Int, _ b: Int) -> Point {
            Point(x: (corners[a].x + corners[b].x) / 2, y: (corners[a].y + corners[b].y) / 2)
        }
        let isFirstLong = corners[0].distance(to: corners[1]) >= corners[1].distance(to: corners[2])
        let ends = isFirstLong ? [middle(1, 2), middle(3, 0)] : [middle(0, 1), middle(2, 3)]
        return (try? LineString(ends)).map { .lineString($0) }
    }
}
