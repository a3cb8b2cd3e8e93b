internal import PlanarGeometry

/// The words at the site: its name, and below it the zone and the grade; near it, in a place of their own.
struct SiteLabels {
    let layer: SiteLayer
    let type: TypeShaper
    let factor: Double

    func request(_ words: [String]) -> LabelRequest {
        let first = TypeStyle(points: 8 * factor, isBold: true, colour: Palette.site, halo: Palette.paper)
        let rest = TypeStyle(points: 7 * factor, isBold: false, colour: Palette.ink, halo: Palette.paper)
        let centre = layer.pointer?.tip ?? layer.centre ?? layer.view.rect.centre
        let reach = layer.halfSize
        var candidates: [LabelCandidate] = []
        for text in settings(words, first, rest) {
            let size = text.size(with: type)
            for distance in [4.0, 6, 9, 13, 18, 26].map({ $0 * factor }) {
                for step in 0..<16 {
                    let direction = Direction(Double(step) * .pi / 8)
                    let middle = Point(
                        x: centre.x + direction.cosine * (reach.width + distance + size.width / 2),
                        y: centre.y + direction.sine * (reach.height + distance + size.height / 2))
                    let from = Point(
                        x: middle.x - direction.cosine * (size.width / 2 + 0.5),
                        y: middle.y - direction.sine * (size.height / 2 + 0.5))
                    let rim = Point(
                        x: centre.x + direction.cosine * max(3.4 * factor, reach.width),
                        y: centre.y + direction.sine * max(3.4 * factor, reach.height))
                    // Words that do not stand at the site itself may stand on another zone: a line leads back.
                    let leads = distance > 5 * factor && layer.pointer == nil
                    candidates.append(
                        LabelCandidate(
                            texts: text.marks(centredOn: middle, with: type),
                            leader: leads ? [from, rim] : [],
                            cost: text.cost + distance + (step == 0 ? 0 : direction.cosine < -0.1 ? 1.5 : 0.7)
                        ))
                }
            }
        }
        return LabelRequest(id: "site", priority: 0, isRequired: true, candidates: candidates)
    }

    /// The ways to set the words: long ones in lines of two measures, then their beginning, then what is short enough.
    ///
    /// In full they stand in the margin.
    private func settings(_ words: [String], _ first: TypeStyle, _ rest: TypeStyle) -> [LabelText] {
        let most = min(44 * factor, layer.view.rect.width * 0.45)
        func set(_ part: Double, lines: Int, cost: Double) -> LabelText {
            let styled = words.enumerated().flatMap { index, words in
                let style = index == 0 ? first : rest
                return self.lines(of: words, style, width: most * part, atMost: lines).map { ($0, style) }
            }
            return LabelText(lines: styled, cost: cost)
        }
        let all = [
            set(1, lines: 4, cost: 0), set(0.6, lines: 5, cost: 4), set(0.6, lines: 2, cost: 12),
            set(0.4, lines: 1, cost: 24),
        ]
        // Short words come out the same each time.
        return all.enumerated().filter { index, text in
            !all[..<index].contains { $0.lines.map(\.text) == text.lines.map(\.text) }
        }.map(\.element)
    }

    /// A text in even lines no wider than a measure; of one that takes too many, the beginning.
    private func lines(of text: String, _ style: TypeStyle, width: Double, atMost most: Int) -> [String] {
        func measure(_ text: String) -> Double { type.extent(of: text, style).ink.width }
        guard measure(text) > width else { return [text] }
        let wrapped = LineBreaking.wrapped(text, width: width, measure: measure)
        guard wrapped.count > most else {
            let even = LineBreaking.even(text, lines: wrapped.count)
            return even.allSatisfy { measure($0) <= width * 1.1 } ? even : wrapped
        }
        var lines = Array(wrapped.prefix(most))
        while let last = lines.last, last.count > 1, measure(last + "…") > width {
            lines[most - 1] = String(last.dropLast())
        }
        lines[most - 1] += "…"
        return lines
    }
}
