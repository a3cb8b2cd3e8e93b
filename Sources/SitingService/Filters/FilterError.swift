internal import HTTPTypes
internal import Wording

extension Problem {
    /// How much a filter may hold: nobody writes more, and what a filter costs grows with it.
    enum FilterLimit {
        /// Bytes of its text.
        static let bytes = 32 << 10
        /// Bytes of one that comes as a body.
        static let bodyBytes = 4 << 20
        /// Parentheses or operators within each other.
        static let depth = 32
        /// Conditions in all.
        static let conditions = 500
        /// Vertices of geometries in it.
        static let vertices = 100_000
    }

    /// A filter that cannot be read, with the place where it goes wrong.
    static func invalidFilter(at place: Int, expected zh: String, _ en: String) -> Problem {
        Problem(
            .badRequest, "invalid_filter",
            Bilingual(
                zh: "过滤条件在第 \(place + 1) 个字节处有误：应为\(zh)。",
                en: "The filter goes wrong at byte \(place + 1): \(en) is wanted there."),
            Bilingual(
                zh: "例如 role = 'area' AND S_INTERSECTS(geometry, POINT(106.33 29.52))；文字加单引号。",
                en:
                    "For example role = 'area' AND S_INTERSECTS(geometry, POINT(106.33 29.52)); text stands in single quotes."
            ), field: "filter")
    }

    static func invalidFilter(member: String) -> Problem {
        Problem(
            .badRequest, "invalid_filter",
            Bilingual(
                zh: "过滤条件（CQL2 JSON）中“\(member.quotable)”不可用。",
                en: "In the filter (CQL2 JSON) \(member.quoted) cannot be used."),
            Bilingual(
                zh: #"例如 {"op":"=","args":[{"property":"role"},"area"]}。"#,
                en: #"For example {"op":"=","args":[{"property":"role"},"area"]}."#), field: "filter")
    }

    static var filterTooLarge: Problem {
        Problem(
            .badRequest, "filter_too_large",
            Bilingual(
                zh:
                    "过滤条件过长或嵌套过深（上限 \(FilterLimit.conditions) 个条件、\(FilterLimit.depth) 层、\(FilterLimit.vertices) 个顶点）。",
                en:
                    "The filter is too long or too deep (at most \(FilterLimit.conditions) conditions, \(FilterLimit.depth) levels, \(FilterLimit.vertices) vertices)."
            ),
            Bilingual(
                zh: "请简化条件或图形；多个取值可用 IN；图形较大时用 POST 提交。",
                en: "Simplify it; several values go into IN, a large shape into the body of a POST."),
            field: "filter")
    }

    static func unknownProperty(_ name: String, _ known: [String]) -> Problem {
        Problem(
            .badRequest, "unknown_property",
            Bilingual(
                zh: "要素没有可过滤的属性“\(name.quotable)”。", en: "There is no property \(name.quoted) to filter by."),
            Bilingual(
                zh: "可用：\(known.joined(separator: "、"))。",
                en: "Those there are: \(known.joined(separator: ", "))."), field: "filter")
    }

    static func mistakenProperty(_ name: String, _ kind: Bilingual) -> Problem {
        Problem(
            .badRequest, "property_type_mismatch",
            Bilingual(
                zh: "属性“\(name.quotable)”是\(kind.zh)，不能这样比较。",
                en: "The property \(name.quoted) is \(kind.en) and cannot be compared so."),
            Bilingual(
                zh: "文字加单引号，数字与 true、false 不加；几何用 S_INTERSECTS 等。",
                en:
                    "Quote text, leave numbers, true and false bare; for geometry use S_INTERSECTS and its like."
            ),
            field: "filter")
    }
}
