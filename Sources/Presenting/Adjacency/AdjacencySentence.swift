internal import PlanarGeometry
internal import Planning
internal import Siting
internal import Wording

/// How one zone lies to another, or to a site, as one short phrase.
struct AdjacencySentence {
    private let neighbour: Neighbour
    private let language: Language
    /// What the first is called: a zone or a site.
    private let own: String
    private let name: String
    private let isSite: Bool

    init(_ neighbour: Neighbour, ofSite: Bool, _ language: Language) {
        self.neighbour = neighbour
        self.language = language
        isSite = ofSite
        own = ofSite ? language.say("本地块", "the site") : language.say("本单元", "this")
        name = neighbour.zone.name[language]
    }

    /// The phrase, the neighbour's name in it.
    var text: String {
        switch neighbour.kind {
        case .edge:
            let length = Figures.distance(neighbour.sharedLength ?? 0)
            return say("与\(name)共边 \(length)", "shares \(length) of border with \(name)") + towards
        case .corner: return say("与\(name)共点", "meets \(name) at a corner") + towards
        case .near: return gap
        case .overlaps:
            return drawn + say("与\(name)部分重叠", "overlaps \(name)") + measure + shares([.own, .other])
        case .contains: return drawn + say("包含\(name)", "contains \(name)") + shares([.own])
        case .within: return drawn + say("位于\(name)之内", "lies within \(name)") + shares([.other])
        case .equals: return drawn + say("与\(name)重合", "has the shape of \(name)") + shares([])
        case .crosses: return drawn + crossing + shares([])
        case .apart: return say("与\(name)不相邻", "is apart from \(name)")
        }
    }

    /// Between two drawings, or a site and one, what lies in what holds no better than both are known.
    private var drawn: String { neighbour.isSameDrawing ? "" : say("图面", "as drawn ") }

    private var gap: String {
        let known = say("（", " (") + accuracy + say("）", ")")
        guard neighbour.gap > 0 else { return say("与\(name)图面相接", "touches \(name) as drawn") + known }
        let gap = Figures.distance(neighbour.gap)
        return say("与\(name)相距 \(gap)", "is \(gap) from \(name)") + towards + known
    }

    /// That of both together, which is another figure than either's own.
    private var accuracy: String {
        say(isSite ? "与地块合计位置中误差 " : "两者合计位置中误差 ", isSite ? "accuracy with the site's " : "joint accuracy ")
            + Figures.distance(neighbour.accuracy)
    }

    private var crossing: String {
        guard let overlap = neighbour.overlap else { return say("与\(name)交叉", "crosses \(name)") }
        let length = Figures.extent(overlap, language)
        let isLine = neighbour.zone.geometry.map { $0.polygons.isEmpty } ?? false
        return isLine
            ? say("有\(name)穿过，长 \(length)", "is crossed by \(name) for \(length)")
            : say("穿过\(name)，长 \(length)", "crosses \(name) for \(length)")
    }

    /// Where the neighbour lies.
    private var towards: String {
        let direction = Vocabulary.direction(neighbour.bearing)[language]
        return say("，在\(direction)面", ", to the \(direction)")
    }

    private var measure: String {
        guard let overlap = neighbour.overlap else { return "" }
        return say(" ", ": ") + Figures.extent(overlap, language)
    }

    private enum Side { case own, other }

    private func shares(_ sides: [Side]) -> String {
        var parts: [String] = sides.compactMap { side in
            switch side {
            case .own: neighbour.share.map { say("占\(own) ", "") + Figures.share($0) + say("", " of \(own)") }
            case .other:
                neighbour.shareOfOther.map {
                    say(sides.count > 1 ? "占对方 " : "占该单元 ", "") + Figures.share($0)
                        + say("", " of \(name)")
                }
            }
        }
        if !neighbour.isSameDrawing {
            parts.append(accuracy)
        }
        guard !parts.isEmpty else { return "" }
        return say("（", " (") + parts.joined(separator: say("、", ", ")) + say("）", ")")
    }

    private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}
