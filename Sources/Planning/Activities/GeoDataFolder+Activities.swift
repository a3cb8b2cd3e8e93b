internal import GeoJSON
internal import Wording

extension GeoDataFolder {
    /// Reads `activities.json`, and sees that every zone, document, sentence and activity it refers to is there.
    ///
    /// That each quote stands on its line and holds its word is for the tests and the rules over the data.
    ///
    /// - Throws: ``GeoDataError`` naming the place in the file.
    public func activities(in catalogue: Catalogue) throws(GeoDataError) -> ActivityVocabulary {
        let file = "activities.json"
        let vocabulary = try read(file) { root throws(JSONError) in try ActivityVocabulary(root) }
        let path = "\(self.path)/\(file)"
        var ids: Set<String> = []
        for activity in vocabulary.activities where !ids.insert(activity.id).inserted {
            throw .duplicateID(file: path, id: activity.id)
        }
        func missing(_ id: String, _ what: Bilingual, _ name: String) -> GeoDataError {
            .unknownReference(file: path, id: id, what: what, missing: name)
        }
        for activity in vocabulary.activities {
            for other in activity.broader + activity.related where !ids.contains(other) {
                throw missing(activity.id, Bilingual(zh: "相关概念", en: "related activity"), other)
            }
            for assignment in activity.words.flatMap(\.assignments) {
                guard case .zone(let zone) = assignment.place, !catalogue.has(zone) else { continue }
                throw missing(activity.id, Bilingual(zh: "结构单元", en: "zone"), "\(zone)")
            }
        }
        for contradiction in vocabulary.contradictions {
            for activity in contradiction.activities where !ids.contains(activity) {
                throw missing(contradiction.id, Bilingual(zh: "概念", en: "activity"), activity)
            }
        }
        for source in vocabulary.sources where catalogue.document(source.document) == nil {
            throw missing(
                "\(source.document):\(source.line)", Bilingual(zh: "依据文件", en: "document"), source.document)
        }
        return vocabulary
    }
}

extension Catalogue {
    /// Whether any edition of the layout has the zone.
    fileprivate func has(_ zone: ZoneReference) -> Bool {
        layout(zone.layout)?.editions.contains { $0.zone(zone.zone) != nil } ?? false
    }
}

extension CitedText {
    /// The lines of both; where both keep a line, this one's.
    public func merging(_ other: CitedText) -> CitedText {
        var lines: [String: [Int: String]] = [:]
        for text in [other, self] {
            for document in text.documents {
                for number in text.lineNumbers(of: document) {
                    lines[document, default: [:]][number] = text.line(number, of: document)
                }
            }
        }
        return CitedText(lines: lines)
    }
}
