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
        lines += list(answer.neighbours)
        lines.append("")
        lines.append(
            say(
                "其他空间格局（不同图面，只比较重叠与间距，不言共边）",
                "In other layouts (drawings of their own: overlap and gap, never a shared border)"))
        lines += list(answer.acrossLayouts, namingLayouts: true)
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
        for pair in graph.pairs {
            lines.append(
                "  \(pair.zone.name[language]) — \(pair.neighbour.zone.name[language])"
                    + say("：", ": ") + sentence(on: pair.neighbour))
        }
        if graph.pairs.isEmpty { lines.append("  " + say("没有相邻的结构单元", "no zone is adjacent to another")) }
        lines += undrawn(graph.unlocated)
        lines += ["", Vocabulary.disclaimer[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Neighbours, one a line; a dash where there are none.
    public func list(_ neighbours: [Neighbour], namingLayouts: Bool = false) -> [String] {
        guard !neighbours.isEmpty else { return ["  " + say("无", "none")] }
        return neighbours.map { neighbour in
            let layout = namingLayouts ? "\(neighbour.zone.layout)/" : ""
            return "  \(neighbour.zone.name[language])  \(layout)\(neighbour.zone.id)  "
                + sentence(on: neighbour)
        }
    }

    private func sentence(on neighbour: Neighbour) -> String {
        var parts = [Vocabulary.word(for: neighbour.kind)[language]]
        if let length = neighbour.sharedLength {
            parts.append(say("共边长 ", "shared border ") + Figures.distance(length))
        }
        if neighbour.kind == .near {
            parts.append(
                neighbour.gap == 0
                    ? say("图面相接", "they touch as drawn")
                    : say("间距 ", "gap ") + Figures.distance(neighbour.gap))
            if neighbour.gap > 0 { parts.append(say("在", "to the ") + direction(neighbour)) }
        }
        if let overlap = neighbour.overlap {
            parts.append(say("重叠 ", "in common ") + Figures.extent(overlap, language))
            if let share = neighbour.share {
                parts.append(say("占前者 ", "of the first ") + Figures.share(share))
            }
            if let share = neighbour.shareOfOther {
                parts.append(say("占后者 ", "of the second ") + Figures.share(share))
            }
        }
        if [.edge, .corner].contains(neighbour.kind) {
            parts.append(say("在", "to the ") + direction(neighbour))
        }
        if !neighbour.isSameDrawing || neighbour.kind == .near {
            parts.append(say("位置中误差 ", "accuracy ") + Figures.distance(neighbour.accuracy))
        }
        return parts.joined(separator: say("，", ", "))
    }

    private func direction(_ neighbour: Neighbour) -> String {
        Vocabulary.direction(neighbour.bearing)[language] + say("面", "")
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
