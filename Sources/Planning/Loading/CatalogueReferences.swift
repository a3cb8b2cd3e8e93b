internal import Wording

/// Sees that every id a catalogue mentions exists (documents, coverage, partitions, counterparts, relations,
/// quantities), and leaves out what refers to nothing.
struct CatalogueReferences {
    let known: KnownZones
    let documents: Set<String>
    /// The folder's path.
    let folder: String
    /// Whether all documents could be read.
    var judgesDocuments = true
    private(set) var faults: [GeoDataError] = []

    init(known: KnownZones, documents: Set<String>, folder: String) {
        self.known = known
        self.documents = documents
        self.folder = folder
    }

    /// The layout without what refers to nothing.
    mutating func sound(_ layout: Layout, context: String) -> Layout {
        var layout = layout
        let file = "\(folder)/catalogue.json"
        for document in layout.documents { requireDocument(document, of: layout.id, in: file) }
        let covered = (layout.coverage?.zones ?? []) + (layout.coverage?.notStated.map(\.zone) ?? [])
        for zone in covered {
            let coverage = Bilingual(zh: "适用范围", en: "coverage zone")
            if !has(ZoneReference(layout: context, zone: zone), of: layout.id, coverage, in: file) {
                // Half a coverage would be another one: that there is one stays, but not of what.
                layout.coverage?.zones = []
                layout.coverage?.notStated = []
            }
        }
        let part = Bilingual(zh: "分区成员", en: "partition member")
        for index in layout.partitions.indices {
            if let whole = layout.partitions[index].of,
                !has(whole, of: layout.id, Bilingual(zh: "分区整体", en: "partition's whole"), in: file)
            {
                layout.partitions[index].of = nil
            }
            layout.partitions[index].members.removeAll {
                !has(ZoneReference(layout: layout.id, zone: $0), of: layout.id, part, in: file)
            }
        }
        for index in layout.editions.indices { makeSound(&layout.editions[index], of: layout.id) }
        return layout
    }

    private mutating func makeSound(_ edition: inout Edition, of layout: String) {
        let zones = "\(folder)/\(layout)/\(edition.id)/zones.geojson"
        let statements = "\(folder)/\(layout)/\(edition.id)/relations.json"
        for index in edition.zones.indices {
            let zone = edition.zones[index]
            let other = Bilingual(zh: "对应单元", en: "counterpart")
            if let counterpart = zone.counterpart, !has(counterpart, of: zone.id, other, in: zones) {
                edition.zones[index].counterpart = nil
            }
            for source in zone.sources { requireDocument(source.document, of: zone.id, in: zones) }
        }
        let end = Bilingual(zh: "关系一端", en: "end of a relation")
        edition.relations.removeAll { relation in
            requireDocument(relation.source.document, of: relation.subject.zone, in: statements)
            let ends = [relation.subject, relation.object].map {
                has($0, of: relation.subject.zone, end, in: statements)
            }
            return ends.contains(false)
        }
        let measured = Bilingual(zh: "所述单元", en: "zone of a quantity")
        edition.quantities.removeAll { quantity in
            requireDocument(quantity.source.document, of: quantity.zone.zone, in: statements)
            return !has(quantity.zone, of: layout, measured, in: statements)
        }
    }

    private mutating func has(
        _ zone: ZoneReference, of id: String, _ what: Bilingual, in file: String
    ) -> Bool {
        if known.misses(zone) {
            faults.append(.unknownReference(file: file, id: id, what: what, missing: "\(zone)"))
        }
        return known.has(zone)
    }

    private mutating func requireDocument(_ document: String, of id: String, in file: String) {
        guard judgesDocuments, !documents.contains(document) else { return }
        let what = Bilingual(zh: "依据文件", en: "document")
        faults.append(.unknownReference(file: file, id: id, what: what, missing: document))
    }
}
