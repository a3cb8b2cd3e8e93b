public import Wording

/// Finds layouts by what people call them: an id, a name in either language, or a part of the Chinese name, of three letters and
/// more, that no other layout's name holds.
///
/// Width, case, spaces, hyphens and quotation marks do not count.
public struct LayoutNames: Sendable {
    private let layouts: [Layout]

    /// Knows some layouts.
    public init(_ layouts: [Layout]) { self.layouts = layouts }

    /// The one layout a name means.
    ///
    /// - Throws: ``LayoutNameError`` where it means none or several.
    public func layout(named name: String) throws(LayoutNameError) -> Layout {
        let wanted = ZoneNames.folded(name)
        guard !wanted.isEmpty else { throw LayoutNameError.unknown(name, all: layouts) }
        var meant = layouts.filter { layout in
            [layout.id, layout.name.zh, layout.name.en].contains { ZoneNames.folded($0) == wanted }
        }
        // Three letters of Chinese are words of a name; of Latin ones they are a slip of the pen.
        if meant.isEmpty, wanted.count >= 3, wanted.allSatisfy({ !$0.isASCII }) {
            meant = layouts.filter { ZoneNames.folded($0.name.zh).contains(wanted) }
        }
        guard let layout = meant.first else { throw LayoutNameError.unknown(name, all: layouts) }
        guard meant.count == 1 else { throw LayoutNameError.ambiguous(name, candidates: meant) }
        return layout
    }
}

/// Why a name means no layout, or not one only.
public enum LayoutNameError: ExplainedError, Hashable {
    /// No layout is called so.
    case unknown(String, all: [Layout])
    /// Several are.
    case ambiguous(String, candidates: [Layout])

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .unknown: "unknown_layout"
        case .ambiguous: "ambiguous_layout"
        }
    }

    /// What is wrong.
    public var message: Bilingual {
        switch self {
        case .unknown(let name, _):
            Bilingual(zh: "没有空间格局“\(name.quotable)”。", en: "There is no layout \(name.quoted).")
        case .ambiguous(let name, let candidates):
            Bilingual(
                zh: "“\(name.quotable)”可指 \(candidates.count) 个空间格局。",
                en: "\(name.quoted) may mean \(candidates.count) layouts.")
        }
    }

    /// What to do about it: the names and ids to choose from.
    public var remedy: Bilingual {
        switch self {
        case .unknown(_, let layouts), .ambiguous(_, let layouts):
            Bilingual(
                zh: "可选：\(layouts.map { "\($0.name.zh)（\($0.id)）" }.joined(separator: "、"))。",
                en: "Choose from: \(layouts.map { "\($0.id) (\($0.name.en))" }.joined(separator: "; ")).")
        }
    }
}
