public import Wording

/// Why a name means no zone, or not one only.
public enum ZoneNameError: ExplainedError, Hashable {
    /// No zone is called so; those whose spelling comes near, the nearest first.
    case unknown(String, near: [Zone])
    /// Several zones are.
    case ambiguous(String, candidates: [Zone])
    /// It is the name of a layout, which has these zones.
    case layout(String, Layout, zones: [Zone])

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .unknown: "unknown_id"
        case .ambiguous: "ambiguous_zone"
        case .layout: "layout_is_no_zone"
        }
    }

    /// What is wrong.
    public var message: Bilingual {
        switch self {
        case .unknown(let name, _):
            Bilingual(zh: "没有名为“\(name.quotable)”的结构单元。", en: "There is no zone \(name.quoted).")
        case .ambiguous(let name, let candidates):
            Bilingual(
                zh: "“\(name.quotable)”可指 \(candidates.count) 个结构单元。",
                en: "\(name.quoted) may mean \(candidates.count) zones.")
        case .layout(let name, _, _):
            Bilingual(
                zh: "“\(name.quotable)”是一个空间格局，不是其中的结构单元。",
                en: "\(name.quoted) is a layout, and none of its zones.")
        }
    }

    /// What to do about it: the spellings to choose from, in Chinese and in pinyin.
    public var remedy: Bilingual {
        switch self {
        case .unknown(_, let near) where near.isEmpty:
            Bilingual(zh: "全部结构单元见 jinfeng zones。", en: "All zones: jinfeng zones.")
        case .unknown(_, let near):
            Bilingual(
                zh: "相近的有：\(near.map { "\($0.name.zh)（\($0.id)）" }.joined(separator: "、"))。",
                en:
                    "Near it: \(near.map { "\($0.id) (\($0.name.zh), \($0.name.en))" }.joined(separator: "; "))."
            )
        case .ambiguous(_, let candidates):
            Bilingual(
                zh:
                    "请写明：\(candidates.map { "\($0.layout)/\($0.id)（\($0.name.zh)）" }.joined(separator: "、"))。",
                en: "Write one of: \(candidates.map { "\($0.layout)/\($0.id)" }.joined(separator: ", ")).")
        case .layout(_, let layout, let zones):
            Bilingual(
                zh:
                    "请写其中一个：\(zones.prefix(6).map(\.name.zh).joined(separator: "、"))；全部见 jinfeng zones --layout \(layout.id)。",
                en:
                    "Name one of them: \(zones.prefix(6).map(\.name.en).joined(separator: ", ")); all: jinfeng zones --layout \(layout.id)."
            )
        }
    }
}
