internal import GeoJSON
internal import Wording

extension GeoDataFolder {
    /// Reads `unchecked-items.json`: what no answer from this folder has checked.
    ///
    /// - Throws: ``GeoDataError`` naming the place in the file; a list without items is one, for an assessment must
    ///   never look complete.
    public func uncheckedItems(in catalogue: Catalogue) throws(GeoDataError) -> [UncheckedItem] {
        try uncheckedItems(documents: Set(catalogue.documents.map(\.id)))
    }

    /// The same, with the documents that a source may name; nil where not all of them are known, which has been said.
    func uncheckedItems(documents: Set<String>?) throws(GeoDataError) -> [UncheckedItem] {
        let file = Self.uncheckedItemsFile
        let items = try read(file) { root throws(JSONError) in
            var items: [UncheckedItem] = []
            for entry in try root.member("items").array() { items.append(try UncheckedItem(entry)) }
            guard !items.isEmpty else { throw try root.member("items").noItems }
            return items
        }
        let path = "\(self.path)/\(file)"
        var ids: Set<String> = []
        for item in items {
            guard ids.insert(item.id).inserted else { throw .duplicateID(file: path, id: item.id) }
            for source in item.sources where documents?.contains(source.document) == false {
                throw .unknownReference(
                    file: path, id: item.id, what: Bilingual(zh: "依据文件", en: "document"),
                    missing: source.document)
            }
        }
        return items
    }

    static let uncheckedItemsFile = "unchecked-items.json"
}

extension UncheckedItem {
    fileprivate init(_ entry: JSONCursor) throws(JSONError) {
        var sources: [Source] = []
        for source in try entry.optionalMember("sources")?.array() ?? [] {
            sources.append(try source.source())
        }
        self.init(
            id: try entry.member("id").string(), name: try entry.bilingual("name"),
            check: try entry.bilingual("check"), sources: sources)
    }
}

extension JSONCursor {
    fileprivate var noItems: JSONError {
        error(
            code: "empty_list",
            problem: Bilingual(zh: "未核查事项清单为空。", en: "The list of unchecked items is empty."),
            remedy: Bilingual(
                zh: "请至少列出一项；评估不得显得已全部核查。",
                en: "List one at least: an assessment must not look complete."))
    }
}
