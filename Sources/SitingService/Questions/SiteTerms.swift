internal import GeoJSON
internal import HTTPTypes
internal import Intake
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Wording

extension Parameter {
    static let makeValid = Parameter.choice(
        "make-valid", ["true", "false"], zh: "是否修复自相交等无效图形并报告改动（默认 false）",
        en: "Whether to repair invalid shapes and report what changed (default: false).")
    static let activity = Parameter(
        "activity", zh: "拟安排的活动，如 集成电路设计、IVD、总部（用自己的话写）",
        en: "What is to be there, in your own words: chip design, IVD, 总部 …")
    static let within = Parameter(
        "within", zh: "间距不超过多少算邻近，须带单位（默认 500m）",
        en: "How small a gap counts as near, with its unit (default: 500m).")
    static let position = Parameter(
        "position", zh: "坐标，经度在前，如 106.33,29.52", en: "A position, longitude first, such as 106.33,29.52.")
    static let place = Parameter("place", zh: "地名，如 科学会堂", en: "A place by name, such as 科学会堂.")
}

extension Query {
    /// The frame of sites that name none; nil for WGS 84, taken for granted and said so.
    func frame() throws(Problem) -> ReferenceFrame? {
        guard let text = self["frame"] else { return nil }
        do throws(FrameError) {
            return try ReferenceFrame(parsing: text)
        } catch {
            throw Problem(error, field: "frame")
        }
    }

    /// One standard deviation per axis of sites that give none, metres.
    func accuracy() throws(Problem) -> Double {
        guard let text = self["accuracy"] else { return 0 }
        do throws(SiteError) {
            return try SiteReader.accuracy(text)
        } catch {
            throw Problem(error, field: "accuracy")
        }
    }

    /// A parameter that is true or false.
    func flag(_ name: String) throws(Problem) -> Bool {
        guard let text = self[name] else { return false }
        guard let value = Bool(text) else { throw Problem.invalidChoice(name, text, ["true", "false"]) }
        return value
    }

    /// A parameter that is one of a few words.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, _: Choice.Type) throws(Problem)
        -> Choice?
    where Choice.RawValue == String {
        guard let text = self[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw Problem.invalidChoice(name, text, Choice.allCases.map(\.rawValue))
        }
        return choice
    }

    /// The values of a parameter that may hold several.
    func list(_ name: String) -> [String] {
        self[name]?.split { $0 == "," || $0 == "，" }.map(\.trimmed).filter { !$0.isEmpty } ?? []
    }

    /// Metres of a distance with its unit.
    func metres(_ name: String, default standard: Double) throws(Problem) -> Double {
        guard let text = self[name] else { return standard }
        guard let distance = StatedDistance(text) else {
            throw Problem(
                .badRequest, "invalid_distance",
                Bilingual(
                    zh: "“\(text.quotable)”不是带单位的非负距离。",
                    en: "\(text.quoted) is no distance with a unit, nought or more."),
                Bilingual(zh: "请写明单位，如 500m 或 1.2km。", en: "Write the unit, as in 500m or 1.2km."),
                field: name)
        }
        return distance.metres
    }

    /// The area a user states for a site; nil where none is.
    func statedArea(_ name: String) throws(Problem) -> StatedArea? {
        guard let text = self[name] else { return nil }
        guard let area = StatedArea(text) else {
            throw Problem(
                .badRequest, "invalid_area",
                Bilingual(
                    zh: "“\(text.quotable)”不是带单位的用地面积。", en: "\(text.quoted) is no area of land with a unit."),
                Bilingual(
                    zh: "请写明单位，如 50亩、3.3公顷、33000m2。", en: "Write the unit, as in 50亩, 3.3ha or 33000m2."),
                field: name)
        }
        return area
    }

    /// How sites of any shape are to be read.
    func siteTerms() throws(Problem) -> ShapedSiteReader.Terms {
        ShapedSiteReader.Terms(
            frame: try frame(), accuracy: try accuracy(), makingValid: try flag("make-valid"),
            statedArea: try statedArea("area"))
    }

    /// Some of the ids there are; nil where none is asked for.
    func ids(_ name: String, among all: [String]) throws(Problem) -> Set<String>? {
        let ids = list(name)
        for id in ids where !all.contains(id) { throw Problem(UnknownID(id, among: all), field: name) }
        return ids.isEmpty ? nil : Set(ids)
    }
}
