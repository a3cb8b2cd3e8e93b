internal import GeoJSON
internal import Planning
internal import Presenting
internal import Siting
internal import Wording

extension Parameter {
    static let frame = Parameter(
        "frame", zh: "坐标系：wgs84（默认）、cgcs2000、gcj02（高德）、bd09（百度）、epsg:4544 等",
        en:
            "The reference frame: wgs84 (default), cgcs2000, gcj02 (Amap), bd09 (Baidu), epsg:4544 and others."
    )
    static let accuracy = Parameter(
        "accuracy", zh: "点位的位置中误差（米），默认 0",
        en: "How well the site is known: one standard deviation in metres (default: 0).")
    static let confidence = Parameter(
        "confidence", zh: "判定所需的置信度，0.5 与 1 之间（默认 0.975）",
        en: "How sure a verdict must be, between 0.5 and 1 (default: 0.975).",
        schema: [
            "type": "number", "minimum": 0.5, "exclusiveMinimum": true, "maximum": 1,
            "exclusiveMaximum": true,
        ])
    static let layout = Parameter(
        "layout", zh: "只答这些空间格局（id 或名称，多个以逗号分隔；默认全部）",
        en: "Answer only these layouts, by id or name, parted by commas (default: all).")
    static let asOf = Parameter(
        "as-of", zh: "按哪一天的版本作答，YYYY-MM-DD（默认今天）",
        en: "The day whose editions answer, YYYY-MM-DD (default: today).",
        schema: ["type": "string", "format": "date"])
}

extension Query {
    /// The day whose editions answer.
    func day() throws(Problem) -> CalendarDate {
        guard let text = self["as-of"] else { return .today() }
        guard let day = CalendarDate(text) else {
            throw Problem.invalidParameter(
                "as-of", text, Bilingual(zh: "请写作 2026-11-21。", en: "Write it as 2026-11-21."))
        }
        return day
    }

    func confidence() throws(Problem) -> Confidence {
        guard let text = self["confidence"] else { return .standard }
        guard let confidence = Double(text).flatMap({ Confidence($0) }) else {
            throw Problem.invalidParameter(
                "confidence", text,
                Bilingual(zh: "应在 0.5 与 1 之间（不含两端）。", en: "It lies between 0.5 and 1, without either end."))
        }
        return confidence
    }

    /// The plans to answer, by id; nil for all.
    func layouts(in catalogue: Catalogue) throws(Problem) -> Set<String>? {
        guard self["layout"] != nil else { return nil }
        let ids = try layouts(among: catalogue.plans)
        return ids.isEmpty ? nil : Set(ids)
    }

    /// The ids of the layouts named, each once, in the order in which they are named; empty where none is.
    func layouts(among all: [Layout]) throws(Problem) -> [String] {
        var ids: [String] = []
        for word in list("layout") {
            let id = try layout(named: word, among: all, field: "layout").id
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }

    /// The layout a name means.
    func layout(named name: String, among all: [Layout], field: String) throws(Problem) -> Layout {
        do throws(LayoutNameError) {
            return try LayoutNames(all).layout(named: name)
        } catch {
            throw Problem(error, field: field)
        }
    }
}
