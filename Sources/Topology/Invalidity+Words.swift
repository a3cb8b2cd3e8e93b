public import Wording

extension Invalidity {
    /// The defect in both languages; GEOS itself names it in English only (`TopologyValidationError`, 3.11).
    public var words: Bilingual {
        let known = Self.chinese.first { reason.lowercased().hasPrefix($0.english) }
        return Bilingual(zh: known?.chinese ?? "图形不合规则", en: reason)
    }

    /// The longer before those they begin with.
    private static let chinese: [(english: String, chinese: String)] = [
        ("ring self-intersection", "环自相接"), ("self-intersection", "边界自相交"),
        ("hole lies outside shell", "内环在外环之外"), ("holes are nested", "内环相套"),
        ("nested holes", "内环相套"), ("nested shells", "外环相套"),
        ("interior is disconnected", "内部不连通"), ("duplicate rings", "环重复"),
        ("too few points", "顶点过少"), ("invalid coordinate", "坐标无效"), ("ring is not closed", "环未闭合"),
    ]
}
