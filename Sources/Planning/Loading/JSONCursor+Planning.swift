internal import GeoJSON
internal import Wording

/// Reading the small values every file of a GeoData folder is made of.
extension JSONCursor {
    /// A text in both languages from `<key>_zh` and `<key>_en`.
    func bilingual(_ key: String) throws(JSONError) -> Bilingual {
        Bilingual(zh: try member("\(key)_zh").string(), en: try member("\(key)_en").string())
    }

    /// The same, nil where both are missing or null.
    func optionalBilingual(_ key: String) throws(JSONError) -> Bilingual? {
        let given = (try optionalMember("\(key)_zh"), try optionalMember("\(key)_en"))
        if case (nil, nil) = given { return nil }
        return try bilingual(key)
    }

    /// A day written `YYYY-MM-DD`.
    func date() throws(JSONError) -> CalendarDate {
        let text = try string()
        guard let date = CalendarDate(text) else {
            throw error(
                code: "invalid_date",
                problem: Bilingual(zh: "“\(text)”不是日期。", en: "\"\(text)\" is no date."),
                remedy: Bilingual(zh: "请写成 YYYY-MM-DD。", en: "Write it as YYYY-MM-DD."))
        }
        return date
    }

    /// `{"from":2021,"to":2025,"outlook":2035}`.
    func planPeriod() throws(JSONError) -> PlanPeriod {
        PlanPeriod(
            from: try member("from").integer(), to: try member("to").integer(),
            outlook: try optionalMember("outlook")?.integer())
    }

    /// `{"document":"002","line":386,"quote":"…"}`.
    func source() throws(JSONError) -> Source {
        Source(
            document: try member("document").string(), line: try member("line").integer(),
            quote: try member("quote").string())
    }

    /// `layout/zone`, or a zone of a layout taken for granted.
    func zoneReference(in layout: String) throws(JSONError) -> ZoneReference {
        let text = try string()
        guard let slash = text.firstIndex(of: "/") else { return ZoneReference(layout: layout, zone: text) }
        return ZoneReference(layout: String(text[..<slash]), zone: String(text[text.index(after: slash)...]))
    }

    /// What a text states between two zones.
    func relation(in layout: String) throws(JSONError) -> Relation {
        Relation(
            subject: try member("subject").zoneReference(in: layout), kind: try member("relation").choice(),
            object: try member("object").zoneReference(in: layout), source: try member("source").source())
    }

    /// What a text states of a zone's size.
    func quantity(in layout: String) throws(JSONError) -> Quantity {
        let kind = try member("kind").choice(of: Quantity.Kind.self)
        let unit = try member("unit").choice(of: Quantity.Unit.self)
        let value = try member("value").number()
        guard unit.measuresArea == (kind != .length), value > 0 else {
            throw error(
                code: "invalid_quantity",
                problem: Bilingual(
                    zh: "数量 \(value) \(unit.rawValue) 与类别 \(kind.rawValue) 不符。",
                    en: "\(value) \(unit.rawValue) is no \(kind.rawValue)."),
                remedy: Bilingual(
                    zh: "面积用 km2、ha、mu、m2，长度用 km、m；数值应大于0。",
                    en: "Areas take km2, ha, mu or m2, lengths km or m; the value is above 0."))
        }
        return Quantity(
            zone: try member("zone").zoneReference(in: layout), kind: kind, value: value, unit: unit,
            isDrawnToSize: try optionalMember("drawn_to_size")?.bool() ?? false,
            source: try member("source").source())
    }
}
