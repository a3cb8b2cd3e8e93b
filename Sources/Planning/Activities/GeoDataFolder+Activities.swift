internal import GeoJSON
internal import Wording

extension GeoDataFolder {
    /// Reads `activities.json`, and sees that every zone, document, sentence and activity it refers to is there.
    ///
    /// That each quote stands on its line and holds its word is for the rules over the data.
    ///
    /// - Throws: ``GeoDataError`` naming the place in the file.
    public func activities(in catalogue: Catalogue) throws(GeoDataError) -> ActivityVocabulary {
        var zones = KnownZones()
        for layout in catalogue.layouts {
            for edition in layout.editions { zones.add(edition.zones, of: layout.id) }
        }
        var loading = ActivityLoading(folder: self)
        let vocabulary = try loading.vocabulary(zones, documents: Set(catalogue.documents.map(\.id)))
        if let fault = loading.faults.first { throw fault }
        return vocabulary
    }
}

/// Reads `activities.json`; references to nothing are noted and left as they are, for they cannot be followed anyhow.
struct ActivityLoading {
    static let file = "activities.json"
    let folder: GeoDataFolder
    private(set) var faults: [GeoDataError] = []

    init(folder: GeoDataFolder) { self.folder = folder }

    /// Reads the vocabulary; documents are not judged where they are nil.
    mutating func vocabulary(
        _ zones: KnownZones, documents: Set<String>?
    ) throws(GeoDataError) -> ActivityVocabulary {
        let vocabulary = try folder.read(Self.file) { root throws(JSONError) in
            try ActivityVocabulary(root)
        }
        var ids: Set<String> = []
        for activity in vocabulary.activities where !ids.insert(activity.id).inserted {
            faults.append(.duplicateID(file: path, id: activity.id))
        }
        let activityWord = Bilingual(zh: "概念", en: "activity")
        for activity in vocabulary.activities {
            for other in activity.broader + activity.related where !ids.contains(other) {
                miss(activity.id, Bilingual(zh: "相关概念", en: "related activity"), other)
            }
            for assignment in activity.words.flatMap(\.assignments) {
                guard case .zone(let zone) = assignment.place, zones.misses(zone) else { continue }
                miss(activity.id, Bilingual(zh: "结构单元", en: "zone"), "\(zone)")
            }
        }
        for contradiction in vocabulary.contradictions {
            for activity in contradiction.activities where !ids.contains(activity) {
                miss(contradiction.id, activityWord, activity)
            }
        }
        for (word, activities) in vocabulary.sharedWords.sorted(by: { $0.key < $1.key }) {
            for activity in activities where !ids.contains(activity) { miss(word, activityWord, activity) }
        }
        for source in vocabulary.sentences where documents.map({ !$0.contains(source.document) }) ?? false {
            miss(
                "\(source.document):\(source.line)", Bilingual(zh: "依据文件", en: "document"), source.document)
        }
        return vocabulary
    }

    private var path: String { "\(folder.path)/\(Self.file)" }

    private mutating func miss(_ id: String, _ what: Bilingual, _ name: String) {
        faults.append(.unknownReference(file: path, id: id, what: what, missing: name))
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
