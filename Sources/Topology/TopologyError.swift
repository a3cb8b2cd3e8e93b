public import Wording

/// What GEOS refused, in its own words.
public struct TopologyError: ExplainedError, Hashable {
    /// The C function that refused, such as `GEOSPreparedCovers_r`.
    public let function: String
    /// What GEOS said.
    public let reason: String

    /// The stable name for programs.
    public var code: String { "topology" }
    /// What GEOS refused and why.
    public var message: Bilingual {
        Bilingual(zh: "几何运算失败（\(function)）：\(reason)。", en: "\(function) failed: \(reason).")
    }
    /// What to do about it.
    public var remedy: Bilingual {
        Bilingual(
            zh: "请检查该图形是否自相交、坐标是否为有限数值。",
            en: "Check the geometry for self-intersections and for coordinates that are not finite.")
    }
}
