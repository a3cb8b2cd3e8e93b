internal import GeoJSON
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Tables
internal import Wording

/// How a question is to be answered, as a JSON object: `{"frame":"gcj02","confidence":0.9}`.
struct Terms {
    private let root: JSONCursor

    /// Reads an object whose every key must be one of those known; nothing and an empty text state nothing.
    init(_ text: String?, known: [String]) throws(Refusal) {
        let written = text ?? ""
        let keys: [String]
        do throws(JSONError) {
            root = try JSONCursor(
                parsing: Array((written.allSatisfy(\.isWhitespace) ? "{}" : written).utf8))
            keys = try root.object().keys
        } catch {
            throw Refusal(.usage, error, field: "terms")
        }
        for key in keys where !known.contains(key) {
            throw Refusal(.usage, UnknownTerm(key, known: known), field: key)
        }
    }

    /// A member, read by a decoder; nil where it is missing or null.
    private func read<Value>(
        _ key: String, _ value: (JSONCursor) throws(JSONError) -> Value
    ) throws(Refusal) -> Value? {
        do throws(JSONError) {
            guard let member = try root.optionalMember(key), !member.isNull else { return nil }
            return try value(member)
        } catch {
            throw Refusal(.usage, error, field: key)
        }
    }

    /// A text.
    func text(_ key: String) throws(Refusal) -> String? {
        try read(key) { member throws(JSONError) in try member.string() }
    }

    /// Several texts; one alone may stand without its brackets.
    func texts(_ key: String) throws(Refusal) -> [String] {
        try read(key) { member throws(JSONError) in
            if let text = member.value.stringValue { return [text] }
            return try member.strings()
        } ?? []
    }

    /// A yes or no; no where it is missing.
    func flag(_ key: String) throws(Refusal) -> Bool {
        try read(key) { member throws(JSONError) in try member.bool() } ?? false
    }

    /// The language of texts, English where none is asked for.
    func language() throws(Refusal) -> Language {
        try read("language") { member throws(JSONError) in try member.choice() } ?? .en
    }

    /// The frame sites are in; nil for WGS 84, taken for granted.
    func frame() throws(Refusal) -> ReferenceFrame? {
        guard let name = try text("frame") else { return nil }
        do throws(FrameError) {
            return try ReferenceFrame(parsing: name)
        } catch {
            throw Refusal(.usage, error, field: "frame")
        }
    }

    /// How well sites are known: a number of metres, or a text with its unit.
    func accuracy() throws(Refusal) -> Double {
        let written = try read("accuracy") { member throws(JSONError) in
            if member.value.doubleValue != nil { return JSONWriter().string(member.value) }
            return try member.string()
        }
        guard let written else { return 0 }
        do throws(SiteError) {
            return try SiteReader.accuracy(written)
        } catch {
            throw Refusal(.usage, error, field: "accuracy")
        }
    }

    /// How sure a verdict must be.
    func confidence() throws(Refusal) -> Confidence {
        let written = try read("confidence") { member throws(JSONError) in try member.number() }
        guard let written else { return .standard }
        guard let confidence = Confidence(written) else {
            throw Refusal(.usage, TermError.confidence(written), field: "confidence")
        }
        return confidence
    }

    /// From which probability on a criterion is met; nil to leave it to the confidence.
    func leastProbability() throws(Refusal) -> Double? {
        let written = try read("min_probability") { member throws(JSONError) in try member.number() }
        guard let written else { return nil }
        guard written > 0, written < 1 else {
            throw Refusal(.usage, TermError.probability(written), field: "min_probability")
        }
        return written
    }

    /// The day whose editions answer.
    func asOf() throws(Refusal) -> CalendarDate {
        guard let written = try text("as_of") else { return .today() }
        guard let day = CalendarDate(written) else {
            throw Refusal(.usage, TermError.day(written), field: "as_of")
        }
        return day
    }

    /// The ids of the layouts asked for, by id or name; nil for all.
    func layouts(among layouts: [Layout]) throws(Refusal) -> Set<String>? {
        let wanted = try texts("layouts")
        guard !wanted.isEmpty else { return nil }
        let names = LayoutNames(layouts)
        do throws(LayoutNameError) {
            return Set(try wanted.map { name throws(LayoutNameError) in try names.layout(named: name).id })
        } catch {
            throw Refusal(.usage, error, field: "layouts")
        }
    }

    /// The area stated for the site.
    func statedArea() throws(Refusal) -> StatedArea? {
        guard let written = try text("area") else { return nil }
        guard let area = StatedArea(written) else {
            throw Refusal(.usage, TermError.area(written), field: "area")
        }
        return area
    }
}
