internal import GeoJSON
internal import Wording

/// Reads `catalogue.json` and the editions it lists, and checks that what refers to something finds it.
///
/// One reading for both uses: whatever is at fault is left out and noted in ``faults``. Who wants a sound folder throws the first of
/// them; who wants to mend one looks at them all.
struct CatalogueLoading {
    let folder: GeoDataFolder
    private(set) var faults: [GeoDataError] = []
    private(set) var knownZones = KnownZones()
    /// Whether every document could be read, so that a reference to another is one to nothing.
    private(set) var knowsAllDocuments = false
    static let file = "catalogue.json"
    /// The edition of the schema that is read here; another one may say the same things elsewhere.
    private static let schemaVersion = 1

    init(folder: GeoDataFolder) { self.folder = folder }

    mutating func catalogue() -> Catalogue {
        var entries: (documents: [JSONCursor], layouts: [JSONCursor]) = ([], [])
        do throws(GeoDataError) {
            entries = try folder.read(Self.file) { root throws(JSONError) in
                try checkSchema(try root.member("schema_version"))
                return (try root.member("documents").array(), try root.member("layouts").array())
            }
        } catch {
            faults.append(error)
            knownZones.excuse(layout: nil)
        }
        var documents: [Document] = []
        for entry in entries.documents {
            if let document = read(entry, Document.init) { documents.append(document) }
        }
        var heads: [LayoutHead] = []
        for entry in entries.layouts {
            if let head = read(entry, LayoutHead.init) {
                heads.append(head)
            } else {
                knownZones.excuse(layout: entry.value["id"]?.stringValue)
            }
        }
        refuseDuplicates(&documents, by: \.id)
        refuseDuplicates(&heads, by: \.id)
        let layouts = heads.map { head in
            head.layout(with: head.editions.compactMap { edition($0, of: head.id) })
        }
        var references = CatalogueReferences(
            known: knownZones, documents: Set(documents.map(\.id)), folder: folder.path)
        let context = layouts.first { $0.kind == .context }?.id ?? "context"
        // Where documents were lost, what cites them cannot be judged.
        knowsAllDocuments = !entries.documents.isEmpty && documents.count == entries.documents.count
        references.judgesDocuments = documents.count == entries.documents.count
        let sound = layouts.map { references.sound($0, context: context) }
        faults += references.faults
        return Catalogue(documents: documents, layouts: sound)
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

    private mutating func edition(_ head: EditionHead, of layout: String) -> Edition? {
        var loading = EditionLoading(folder: folder, layout: layout, head: head)
        let edition = loading.edition()
        faults += loading.faults
        knownZones.add(edition?.zones ?? [], of: layout)
        for zone in loading.unread { knownZones.excuse(ZoneReference(layout: layout, zone: zone)) }
        if !loading.namesAll { knownZones.excuse(layout: layout) }
        return edition
    }

    private mutating func read<Value>(
        _ entry: JSONCursor, _ value: (JSONCursor) throws(JSONError) -> Value
    ) -> Value? {
        do throws(JSONError) {
            return try value(entry)
        } catch {
            faults.append(.malformed(file: "\(folder.path)/\(Self.file)", error))
            return nil
        }
    }

    private mutating func refuseDuplicates<Item>(_ items: inout [Item], by id: (Item) -> String) {
        var seen: Set<String> = []
        for item in items where !seen.insert(id(item)).inserted {
            faults.append(.duplicateID(file: "\(folder.path)/\(Self.file)", id: id(item)))
        }
        seen = []
        items.removeAll { !seen.insert(id($0)).inserted }
    }
}

extension Document {
    /// A document as `catalogue.json` tells it.
    init(_ entry: JSONCursor) throws(JSONError) {
        let number = try entry.member("number").string()
        self.init(
            id: try entry.member("id").string(), title: try entry.bilingual("title"),
            number: number == "none" ? nil : number, date: try entry.optionalMember("date")?.date(),
            rank: try entry.member("rank").choice(), planPeriod: try entry.member("plan_period").planPeriod())
    }
}
