internal import GeoJSON
internal import HTTPTypes
internal import PlanarGeometry
internal import Planning
internal import Wording

/// Which features of a collection are wanted, and how they are to leave.
struct ItemsRequest: Sendable {
    /// Beyond this a larger number is taken for it, as the standard has it.
    static let limitMaximum = 1000
    static let limitDefault = 100

    var limit = limitDefault
    var offset = 0
    var box: BoundingBox?
    var boxReference = CoordinateReference.crs84
    var reference = CoordinateReference.crs84
    var filter: Filter?
    var filterReference = CoordinateReference.crs84
    var period: DatePeriod?

    static let parameters: [Parameter] = [
        Parameter(
            "limit", zh: "最多返回几个要素（默认 100，超过 1000 按 1000）",
            en: "How many features at most (default 100; more than 1000 counts as 1000).",
            schema: ["type": "integer", "minimum": 1, "default": 100]),
        Parameter(
            "offset", zh: "从第几个要素起，自 0 计", en: "The feature to begin with, from 0.",
            schema: ["type": "integer", "minimum": 0, "default": 0]),
        Parameter(
            "bbox", zh: "范围：西,南,东,北（axis 次序随 bbox-crs）",
            en: "A box: west,south,east,north (axes as bbox-crs has them).",
            schema: [
                "type": "array", "items": ["type": "number"],
                "oneOf": [["minItems": 4, "maxItems": 4], ["minItems": 6, "maxItems": 6]],
            ]),
        Parameter(
            "bbox-crs", zh: "bbox 的坐标参照系（URI，默认 CRS84）", en: "The CRS of bbox, a URI (default: CRS84).",
            schema: crsSchema),
        Parameter(
            "crs", zh: "返回坐标的参照系（URI，默认 CRS84）", en: "The CRS of the features, a URI (default: CRS84).",
            schema: crsSchema),
        datetime,
        Parameter("filter", zh: "CQL2 过滤条件，如 role = 'area'", en: "A filter in CQL2, such as role = 'area'."),
        Parameter.choice(
            "filter-lang", filterLanguages, zh: "过滤条件的写法（默认 cql2-text）",
            en: "How the filter is written (default: cql2-text)."),
        Parameter(
            "filter-crs", zh: "过滤条件中坐标的参照系（URI，默认 CRS84）",
            en: "The CRS of positions in the filter (default: CRS84).", schema: crsSchema),
    ]

    private static let filterLanguages = ["cql2-text", "cql2-json", "cql-text"]

    static let datetime = Parameter(
        "datetime", zh: "版次的时间：时刻或区间，如 2026-11-21、2026-01-01/..",
        en: "When the edition is valid: an instant or interval, such as 2026-11-21 or 2026-01-01/..",
        schema: ["type": "string", "pattern": .string("^(\(time))?(/(\(time))?)?$")])

    /// A day, a moment, or an open end (OGC 17-069r4, 7.15.4).
    private static let time =
        #"\.\.|\d{4}-\d\d-\d\d([Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d))?"#

    private static let crsSchema: JSONValue = [
        "type": "string", "format": "uri", "enum": .array(CoordinateReference.all.map { .string($0.uri) }),
    ]

    init() {}

    /// Reads a query.
    init(_ query: Query) throws(Problem) {
        limit = min(try Self.number(query, "limit", least: 1) ?? Self.limitDefault, Self.limitMaximum)
        offset = try Self.number(query, "offset", least: 0) ?? 0
        if let text = query["crs"] { reference = try .named(text, parameter: "crs") }
        if let text = query["bbox-crs"] { boxReference = try .named(text, parameter: "bbox-crs") }
        if let text = query["filter-crs"] { filterReference = try .named(text, parameter: "filter-crs") }
        if let text = query["bbox"] { box = try Self.box(text, boxReference) }
        period = try query["datetime"].map { text throws(Problem) in try DatePeriod(text) }
        let isJSON: Bool
        switch query["filter-lang"] {
        case nil, "cql2-text", "cql-text": isJSON = false
        case "cql2-json": isJSON = true
        case let other?:
            throw Problem.invalidChoice("filter-lang", other, Self.filterLanguages)
        }
        guard let text = query["filter"] else { return }
        filter =
            try (isJSON ? CQL2JSONReader.filter(Array(text.utf8)) : CQL2TextReader.filter(text)).checked()
    }

    private static func number(_ query: Query, _ name: String, least: Int) throws(Problem) -> Int? {
        guard let text = query[name] else { return nil }
        // A number too large for Swift is a large number all the same.
        let digits =
            !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits, let value = Int(text) ?? (digits ? Int.max : nil), value >= least else {
            throw Problem.invalidParameter(
                name, text,
                Bilingual(zh: "请写不小于 \(least) 的整数。", en: "Write a whole number, \(least) or more."))
        }
        return value
    }

    private static func box(_ text: String, _ reference: CoordinateReference) throws(Problem) -> BoundingBox {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double(String($0)) }
        var numbers = parts.compactMap(\.self)
        if reference.isNorthingFirst {
            switch numbers.count {
            case 4: numbers = [numbers[1], numbers[0], numbers[3], numbers[2]]
            case 6: numbers = [numbers[1], numbers[0], numbers[2], numbers[4], numbers[3], numbers[5]]
            default: break
            }
        }
        guard numbers.count == parts.count, let box = BoundingBox(numbers) else {
            throw Problem(
                .badRequest, "invalid_bbox",
                Bilingual(zh: "bbox“\(text.quotable)”不是范围。", en: "The bbox \(text.quoted) is no box."),
                Bilingual(
                    zh: "请写四个数：西,南,东,北，如 106.2,29.4,106.5,29.7；西不大于东，南不大于北。",
                    en:
                        "Write four numbers, west,south,east,north, such as 106.2,29.4,106.5,29.7; west not above east, south not above north."
                ),
                field: "bbox")
        }
        return box
    }
}

/// A stretch of days, open at either end (RFC 3339, as OGC 17-069r4 section 7.15.4 writes it).
struct DatePeriod: Hashable, Sendable {
    let from: CalendarDate?
    let to: CalendarDate?

    init(_ text: String) throws(Problem) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let days = parts.map { part in
            part == ".." || part.isEmpty ? nil : CalendarDate(String(part.prefix(10)))
        }
        func isWritten(_ place: Int) -> Bool { parts[place] != ".." && !parts[place].isEmpty }
        let isRead = parts.indices.allSatisfy {
            !isWritten($0) || days[$0] != nil && Self.isTime(parts[$0].dropFirst(10))
        }
        switch parts.count {
        case 1 where isRead && days[0] != nil: (from, to) = (days[0], days[0])
        case 2 where isRead: (from, to) = (days[0], days[1])
        default: throw Self.invalid(text)
        }
        if let from, let to, from > to { throw Self.invalid(text) }
    }

    /// Whether a text is one day or moment.
    static func isInstant(_ text: String) -> Bool { !text.contains("/") && (try? DatePeriod(text)) != nil }

    /// Nothing, or a time of the day with its zone.
    private static func isTime(_ rest: Substring) -> Bool {
        if rest.isEmpty { return true }
        let time = #/[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)/#
        return (try? time.wholeMatch(in: rest)) != nil
    }

    private static func invalid(_ text: String) -> Problem {
        Problem.invalidParameter(
            "datetime", text,
            Bilingual(
                zh: "请写 2026-11-21、2026-11-21T00:00:00Z，或区间 2026-01-01/..。",
                en: "Write 2026-11-21, 2026-11-21T00:00:00Z, or an interval such as 2026-01-01/..."))
    }

    /// Whether an edition is valid at some time of it.
    func meets(_ edition: Edition) -> Bool {
        if let to, edition.validFrom > to { return false }
        if let from, let validTo = edition.validTo, validTo <= from { return false }
        return true
    }
}
