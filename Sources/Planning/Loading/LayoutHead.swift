internal import GeoJSON
internal import Wording

/// A layout as `catalogue.json` tells it, before its editions are read.
struct LayoutHead {
    let id: String
    let editions: [EditionHead]
    private let name: Bilingual
    private let kind: Layout.Kind
    private let documents: [String]
    private let coverage: Coverage?
    private let partitions: [Partition]
    private let unassigned: Bilingual?

    init(_ entry: JSONCursor) throws(JSONError) {
        let id = try entry.member("id").string()
        self.id = id
        name = try entry.bilingual("name")
        kind = try entry.member("kind").choice()
        documents = try entry.member("documents").strings()
        coverage = try entry.optionalMember("coverage").map { cursor throws(JSONError) in
            try Self.coverage(cursor)
        }
        var partitions: [Partition] = []
        for partition in try entry.member("partitions").array() {
            partitions.append(
                Partition(
                    of: try partition.optionalMember("of")?.zoneReference(in: id),
                    members: try partition.member("members").strings(),
                    fills: try partition.member("fills").bool(), basis: try partition.bilingual("basis")))
        }
        self.partitions = partitions
        unassigned = try entry.optionalMember("unassigned")?.bilingual("note")
        var editions: [EditionHead] = []
        for edition in try entry.member("editions").array() { editions.append(try EditionHead(edition)) }
        self.editions = editions
    }

    private static func coverage(_ entry: JSONCursor) throws(JSONError) -> Coverage {
        var notStated: [Coverage.Unstated] = []
        for unstated in try entry.member("not_stated").array() {
            notStated.append(
                Coverage.Unstated(
                    zone: try unstated.member("zone").string(), note: try unstated.bilingual("note")))
        }
        return Coverage(
            zones: try entry.member("zones").strings(), notStated: notStated,
            basis: try entry.bilingual("basis"))
    }

    func layout(with editions: [Edition]) -> Layout {
        Layout(
            id: id, name: name, kind: kind, documents: documents, coverage: coverage, partitions: partitions,
            unassigned: unassigned, editions: editions)
    }
}

/// An edition as `catalogue.json` tells it, before its zones are read.
struct EditionHead {
    let id: String
    let name: Bilingual
    let validFrom: CalendarDate
    let validTo: CalendarDate?
    let recordedOn: CalendarDate
    let classification: String?
    let origin: EditionOrigin?

    init(_ entry: JSONCursor) throws(JSONError) {
        id = try entry.member("id").string()
        name = try entry.bilingual("name")
        validFrom = try entry.member("valid_from").date()
        validTo = try entry.optionalMember("valid_to")?.date()
        recordedOn = try entry.member("recorded_on").date()
        classification = try entry.optionalMember("classification")?.string()
        origin = try entry.optionalMember("origin").map { entry throws(JSONError) in try EditionOrigin(entry)
        }
    }
}
