internal import GeoJSON
internal import Wording

/// Reads `catalogue.json` and the editions it lists, and checks that what refers to something finds it.
struct CatalogueLoading {
    let folder: GeoDataFolder
    private static let file = "catalogue.json"
    /// The edition of the schema that is read here; another one may say the same things elsewhere.
    private static let schemaVersion = 1

    func catalogue() throws(GeoDataError) -> Catalogue {
        let (documents, heads) = try folder.read(Self.file) { root throws(JSONError) in
            try checkSchema(try root.member("schema_version"))
            var documents: [Document] = []
            for entry in try root.member("documents").array() { documents.append(try document(entry)) }
            var heads: [LayoutHead] = []
            for entry in try root.member("layouts").array() { heads.append(try LayoutHead(entry)) }
            return (documents, heads)
        }
        try refuseDuplicates(documents.map(\.id))
        try refuseDuplicates(heads.map(\.id))
        var layouts: [Layout] = []
        for head in heads {
            var editions: [Edition] = []
            for edition in head.editions {
                editions.append(try EditionLoading(folder: folder, layout: head.id, head: edition).edition())
            }
            layouts.append(head.layout(with: editions))
        }
        let catalogue = Catalogue(documents: documents, layouts: layouts)
        try CatalogueReferences(catalogue: catalogue, folder: folder.path).check()
        return catalogue
    }

    private func checkSchema(_ entry: JSONCursor) throws(JSONError) {
        let version = try entry.integer()
        guard version != Self.schemaVersion else { return }
        throw entry.error(
            code: "unsupported_schema",
            problem: Bilingual(
                zh: "数据格式版本为 \(version)，本程序只读版本 \(Self.schemaVersion)。",
                en: "The schema version is \(version); this program reads version \(Self.schemaVersion)."),
            remedy: Bilingual(
                zh: "请使用与数据同期发布的 jinfeng，或换用版本 \(Self.schemaVersion) 的数据。",
                en: "Use the jinfeng released with the data, or data of version \(Self.schemaVersion)."))
    }

    private func document(_ entry: JSONCursor) throws(JSONError) -> Document {
        let number = try entry.member("number").string()
        return Document(
            id: try entry.member("id").string(), title: try entry.bilingual("title"),
            number: number == "none" ? nil : number, date: try entry.optionalMember("date")?.date(),
            rank: try entry.member("rank").choice(), planPeriod: try entry.member("plan_period").planPeriod())
    }

    private func refuseDuplicates(_ ids: [String]) throws(GeoDataError) {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted {
            throw GeoDataError.duplicateID(file: "\(folder.path)/\(Self.file)", id: id)
        }
    }
}

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

    init(_ entry: JSONCursor) throws(JSONError) {
        id = try entry.member("id").string()
        name = try entry.bilingual("name")
        validFrom = try entry.member("valid_from").date()
        validTo = try entry.optionalMember("valid_to")?.date()
        recordedOn = try entry.member("recorded_on").date()
    }
}
