internal import Wording

/// Checks that every id a catalogue mentions exists: documents, coverage, partitions, counterparts, relations.
struct CatalogueReferences {
    let catalogue: Catalogue
    let folder: String

    func check() throws(GeoDataError) {
        let file = "\(folder)/catalogue.json"
        let known = Set(
            catalogue.layouts.flatMap { layout in
                layout.editions.flatMap(\.zones).map { ZoneReference(layout: layout.id, zone: $0.id) }
            })
        func require(
            _ zone: ZoneReference, of id: String, _ what: Bilingual, in file: String
        ) throws(GeoDataError) {
            guard known.contains(zone) else {
                throw GeoDataError.unknownReference(file: file, id: id, what: what, missing: "\(zone)")
            }
        }
        let context = catalogue.context?.id ?? "context"
        for layout in catalogue.layouts {
            for document in layout.documents { try requireDocument(document, of: layout.id, in: file) }
            let covered = (layout.coverage?.zones ?? []) + (layout.coverage?.notStated.map(\.zone) ?? [])
            for zone in covered {
                try require(
                    ZoneReference(layout: context, zone: zone), of: layout.id,
                    Bilingual(zh: "适用范围", en: "coverage zone"), in: file)
            }
            let part = Bilingual(zh: "分区成员", en: "partition member")
            for partition in layout.partitions {
                if let whole = partition.of { try require(whole, of: layout.id, part, in: file) }
                for member in partition.members {
                    try require(ZoneReference(layout: layout.id, zone: member), of: layout.id, part, in: file)
                }
            }
            for edition in layout.editions {
                let zones = "\(folder)/\(layout.id)/\(edition.id)/zones.geojson"
                for zone in edition.zones {
                    if let counterpart = zone.counterpart {
                        try require(
                            counterpart, of: zone.id, Bilingual(zh: "对应单元", en: "counterpart"), in: zones)
                    }
                    for source in zone.sources {
                        try requireDocument(source.document, of: zone.id, in: zones)
                    }
                }
                let relations = "\(folder)/\(layout.id)/\(edition.id)/relations.json"
                let end = Bilingual(zh: "关系一端", en: "end of a relation")
                for relation in edition.relations {
                    try require(relation.subject, of: layout.id, end, in: relations)
                    try require(relation.object, of: layout.id, end, in: relations)
                    try requireDocument(relation.source.document, of: layout.id, in: relations)
                }
            }
        }
    }

    private func requireDocument(_ document: String, of id: String, in file: String) throws(GeoDataError) {
        guard catalogue.document(document) != nil else {
            throw GeoDataError.unknownReference(
                file: file, id: id, what: Bilingual(zh: "依据文件", en: "document"), missing: document)
        }
    }
}
