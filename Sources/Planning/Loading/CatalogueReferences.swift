internal import Wording

/// Checks that every id a catalogue mentions exists: documents, coverage, partitions, counterparts, relations.
struct CatalogueReferences {
    let catalogue: Catalogue
    let file: String

    func check() throws(GeoDataError) {
        let known = Set(
            catalogue.layouts.flatMap { layout in
                layout.editions.flatMap(\.zones).map { ZoneReference(layout: layout.id, zone: $0.id) }
            })
        func require(_ zone: ZoneReference, of id: String, _ what: Bilingual) throws(GeoDataError) {
            guard known.contains(zone) else {
                throw GeoDataError.unknownReference(file: file, id: id, what: what, missing: "\(zone)")
            }
        }
        let context = catalogue.context?.id ?? "context"
        for layout in catalogue.layouts {
            for document in layout.documents { try requireDocument(document, of: layout.id) }
            let covered = (layout.coverage?.zones ?? []) + (layout.coverage?.notStated.map(\.zone) ?? [])
            for zone in covered {
                try require(
                    ZoneReference(layout: context, zone: zone), of: layout.id,
                    Bilingual(zh: "适用范围", en: "coverage zone"))
            }
            let part = Bilingual(zh: "分区成员", en: "partition member")
            for partition in layout.partitions {
                if let whole = partition.of { try require(whole, of: layout.id, part) }
                for member in partition.members {
                    try require(ZoneReference(layout: layout.id, zone: member), of: layout.id, part)
                }
            }
            for edition in layout.editions {
                for zone in edition.zones {
                    if let counterpart = zone.counterpart {
                        try require(counterpart, of: zone.id, Bilingual(zh: "对应单元", en: "counterpart"))
                    }
                    for source in zone.sources { try requireDocument(source.document, of: zone.id) }
                }
                let end = Bilingual(zh: "关系一端", en: "end of a relation")
                for relation in edition.relations {
                    try require(relation.subject, of: layout.id, end)
                    try require(relation.object, of: layout.id, end)
                    try requireDocument(relation.source.document, of: layout.id)
                }
            }
        }
    }

    private func requireDocument(_ document: String, of id: String) throws(GeoDataError) {
        guard catalogue.document(document) != nil else {
            throw GeoDataError.unknownReference(
                file: file, id: id, what: Bilingual(zh: "依据文件", en: "document"), missing: document)
        }
    }
}
