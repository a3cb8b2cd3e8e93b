public import Siting
public import Wording

extension Vocabulary {
    /// A way of being adjacent.
    public static func word(for kind: AdjacencyKind) -> Bilingual {
        switch kind {
        case .edge: Bilingual(zh: "共边", en: "edge")
        case .corner: Bilingual(zh: "共点", en: "corner")
        case .near: Bilingual(zh: "邻近", en: "near")
        case .overlaps: Bilingual(zh: "部分重叠", en: "overlaps")
        case .contains: Bilingual(zh: "包含", en: "contains")
        case .within: Bilingual(zh: "位于其内", en: "within")
        case .equals: Bilingual(zh: "重合", en: "equals")
        case .crosses: Bilingual(zh: "穿越", en: "crosses")
        case .apart: Bilingual(zh: "不相邻", en: "apart")
        }
    }
}
