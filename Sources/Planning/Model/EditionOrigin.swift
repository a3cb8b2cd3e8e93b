public import GeoJSON

/// Where the drawings of an imported edition came from.
///
/// The sentences of its zones stay those of the documents; this is where their outlines are from.
public struct EditionOrigin: Hashable, Sendable {
    /// A file that was read.
    public struct File: Hashable, Sendable {
        /// Its name, without the folder it lay in.
        public let name: String
        /// SHA-256 of its bytes (FIPS 180-4), in hexadecimal.
        public let sha256: String
        /// The day it was last changed, by the file system it lay on.
        public let modified: CalendarDate

        /// Names a file.
        public init(name: String, sha256: String, modified: CalendarDate) {
            self.name = name
            self.sha256 = sha256
            self.modified = modified
        }
    }

    /// The files that were read.
    public let files: [File]
    /// The frame their coordinates were in, such as `epsg:4544`.
    public let frame: String
    /// The title of the plan or decision they belong to, as whoever imported them stated it; nil where not stated.
    public let title: String?
    /// Its official number (文号), stated likewise.
    public let number: String?
    /// Its day, stated likewise.
    public let date: CalendarDate?
    /// The years that plan is made for, stated likewise; nil where not stated.
    public let planPeriod: PlanPeriod?
    /// The zones drawn from the files; any other drawing of the edition was kept from the one before.
    public let zones: [String]
    /// Zones whose drawing was kept from the edition before and came from files there, or in one before that.
    public let zonesBefore: [String]
    /// Rules that may find something in it, by the decision of whoever imported it: see ``canAccept(_:)``.
    public let accepted: [String]

    /// Says where drawings came from.
    public init(
        files: [File], frame: String, title: String? = nil, number: String? = nil, date: CalendarDate? = nil,
        planPeriod: PlanPeriod? = nil, zones: [String] = [], zonesBefore: [String] = [],
        accepted: [String] = []
    ) {
        self.files = files
        self.frame = frame
        self.title = title
        self.number = number
        self.date = date
        self.planPeriod = planPeriod
        self.zones = zones
        self.zonesBefore = zonesBefore
        self.accepted = accepted
    }

    /// Whether the drawing of a zone came from files, now or in an edition before; any other is a sketch of ours.
    public func draws(_ zone: String) -> Bool { zones.contains(zone) || zonesBefore.contains(zone) }

    /// Whether a rule may be set aside: those that hold a statutory line against the documents' words or against lines
    /// we drew, and none of sound geometry, form or sources.
    ///
    /// Borders that nearly meet are among them only where one of the two was imported and the other drawn by us:
    /// `validate` sees to that.
    public static func canAccept(_ rule: String) -> Bool {
        rule != "relation.sound" && ["relation.", "quantity.", "coverage."].contains { rule.hasPrefix($0) }
            || ["partition.inside-whole", "hierarchy.inside-parent"].contains(rule)
            || ["partition.near-miss", "border.near-miss"].contains(rule)
    }
}

extension EditionOrigin {
    /// The origin as it stands in `catalogue.json`.
    public var json: JSONValue {
        var members: JSONObject = [
            "files": .array(
                files.map {
                    [
                        "name": .string($0.name), "sha256": .string($0.sha256),
                        "modified": .string($0.modified.description),
                    ]
                }),
            "frame": .string(frame),
        ]
        if let title { members["title"] = .string(title) }
        if let number { members["number"] = .string(number) }
        if let date { members["date"] = .string(date.description) }
        if let planPeriod {
            members["plan_period"] = [
                "from": .integer(planPeriod.from), "to": .integer(planPeriod.to),
                "outlook": planPeriod.outlook.map { .integer($0) } ?? .null,
            ]
        }
        members["zones"] = .array(zones.map { .string($0) })
        if !zonesBefore.isEmpty { members["zones_before"] = .array(zonesBefore.map { .string($0) }) }
        if !accepted.isEmpty { members["accepted"] = .array(accepted.map { .string($0) }) }
        return .object(members)
    }

    init(_ entry: JSONCursor) throws(JSONError) {
        var files: [File] = []
        for file in try entry.member("files").array() {
            files.append(
                File(
                    name: try file.member("name").string(), sha256: try file.member("sha256").string(),
                    modified: try file.member("modified").date()))
        }
        self.init(
            files: files, frame: try entry.member("frame").string(),
            title: try entry.optionalMember("title")?.string(),
            number: try entry.optionalMember("number")?.string(),
            date: try entry.optionalMember("date")?.date(),
            planPeriod: try entry.optionalMember("plan_period")?.planPeriod(),
            zones: try entry.member("zones").strings(),
            zonesBefore: try entry.optionalMember("zones_before")?.strings() ?? [],
            accepted: try entry.optionalMember("accepted")?.strings() ?? [])
    }
}
