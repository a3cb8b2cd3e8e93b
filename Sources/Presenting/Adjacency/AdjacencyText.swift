internal import Planning
public import Siting
public import Wording

/// Neighbours and graphs as people read them in a terminal.
public struct AdjacencyText: Sendable {
    private let language: Language

    /// Writes in one language.
    public init(language: Language) { self.language = language }

    /// The neighbours of a zone.
    public func full(_ answer: NeighbourAnswer) -> String {
        var lines = [
            "\(answer.zone.name[language])  (\(answer.layout.id)/\(answer.zone.id)"
                + accuracy(of: answer.zone) + ")",
            "  "
                + say(
                    "按 \(answer.asOf) 有效的版本作答；邻近指间距不超过 ",
                    "answered by the editions valid on \(answer.asOf); near means a gap of up to ")
                + Figures.distance(answer.within), "",
            say("同一空间格局：", "In the same layout: ") + answer.layout.name[language],
        ]
        lines += grouped(answer.neighbours)
        lines.append("")
        lines.append(
            say("其他空间格局：", "In other layouts: ") + acrossLayouts)
        lines += grouped(answer.acrossLayouts, namingLayouts: true)
        lines += undrawn(answer.unlocated)
        lines += ["", Vocabulary.disclaimer[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The relations of a layout.
    public func full(_ graph: AdjacencyGraph) -> String {
        var lines = [
            "\(graph.layout.name[language])  (\(graph.layout.id), \(graph.edition.name[language]))",
            "  "
                + say(
                    "按 \(graph.asOf) 有效的版本作答；邻近指间距不超过 ",
                    "answered by the editions valid on \(graph.asOf); near means a gap of up to ")
                + Figures.distance(graph.within), "",
        ]
        if let other = graph.other {
            lines[0] +=
                " — \(other.layout.name[language])  (\(other.layout.id), \(other.edition.name[language]))"
            lines.insert("  " + acrossLayouts, at: 2)
        }
        for zone in graph.edition.zones {
            let pairs = graph.pairs.filter { $0.zone.id == zone.id }
            guard !pairs.isEmpty else { continue }
            lines.append("\(zone.name[language])  (\(zone.id))")
            lines += pairs.map { "  · " + AdjacencySentence($0.neighbour, ofSite: false, language).text }
        }
        if graph.pairs.isEmpty { lines.append("  " + say("没有相邻的结构单元", "no zone is adjacent to another")) }
        lines += undrawn(graph.unlocated)
        lines += ["", Vocabulary.disclaimer[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The user's own id and name, and where they were read; of a site that has neither, only that.
    private func heading(of answer: SiteNeighbourAnswer) -> String {
        let own = [answer.parcel.id, answer.parcel.name].compactMap(\.self).filter { !$0.isEmpty }
        guard let first = own.first, first != answer.label else { return answer.label }
        return own.joined(separator: " ") + say("（\(answer.label)）", " (\(answer.label))")
    }

    /// The neighbours of a site.
    public func full(_ answer: SiteNeighbourAnswer) -> String {
        var lines = [
            heading(of: answer),
            "  "
                + say(
                    "按 \(answer.asOf) 有效的版本作答；邻近指间距不超过 ",
                    "answered by the editions valid on \(answer.asOf); near means a gap of up to ")
                + Figures.distance(answer.within),
        ]
        lines += answer.notes.map { "  " + $0.text[language] }
        for layout in answer.layouts {
            let found = answer.neighbours.filter { $0.zone.layout == layout.id }
            guard !found.isEmpty else { continue }
            lines += ["", layout.name[language]] + grouped(found, ofSite: true)
        }
        if answer.neighbours.isEmpty { lines += ["", "  " + say("附近没有结构单元", "no zone is near")] }
        lines += ["", Vocabulary.disclaimer[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Zones first: a road or a river is no zone to lie in, and stands apart.
    private func grouped(
        _ neighbours: [Neighbour], namingLayouts: Bool = false, ofSite: Bool = false
    ) -> [String] {
        let zones = neighbours.filter(\.zone.role.holdsSites)
        let others = neighbours.filter { !$0.zone.role.holdsSites }
        guard !others.isEmpty else { return list(zones, namingLayouts: namingLayouts, ofSite: ofSite) }
        return (zones.isEmpty ? [] : list(zones, namingLayouts: namingLayouts, ofSite: ofSite))
            + ["  " + say("轴线、河流、地点：", "Axes, rivers and places:")]
            + list(others, namingLayouts: namingLayouts, ofSite: ofSite)
    }

    /// Neighbours, one a line; a word where there are none.
    public func list(_ neighbours: [Neighbour], namingLayouts: Bool = false, ofSite: Bool = false) -> [String]
    {
        guard !neighbours.isEmpty else { return ["  " + say("无", "none")] }
        return neighbours.map { neighbour in
            let layout = namingLayouts ? "\(neighbour.zone.layout)/" : ""
            return "  · " + AdjacencySentence(neighbour, ofSite: ofSite, language).text
                + "  [\(layout)\(neighbour.zone.id)]"
        }
    }

    private var acrossLayouts: String {
        say("不同图面之间只比较重叠与间距，不言共边", "drawings of their own: overlap and gap, never a shared border")
    }

    private func accuracy(of zone: Zone) -> String {
        zone.accuracy.map { say("，位置中误差 ", ", accuracy ") + Figures.distance($0.metres) } ?? ""
    }

    private func undrawn(_ zones: [Zone]) -> [String] {
        guard !zones.isEmpty else { return [] }
        return [
            "",
            say("未上图，无法判断相邻：", "Not drawn, so without neighbours: ")
                + zones.map { $0.name[language] }.joined(separator: say("、", ", ")),
        ]
    }

    private func say(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en)[language] }
}
