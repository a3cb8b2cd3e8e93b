internal import GeoJSON
internal import Wording

/// What the entries of `activities.json` refer to by id within the file.
private struct Glossary {
    private var sentences: [String: Source] = [:]
    private var structures: [String: NamedStructure] = [:]

    mutating func add(_ source: Source, as entry: JSONCursor) throws(JSONError) {
        guard sentences.updateValue(source, forKey: try entry.string()) == nil else {
            throw Self.twice(entry)
        }
    }

    mutating func add(_ structure: NamedStructure, as entry: JSONCursor) throws(JSONError) {
        guard structures.updateValue(structure, forKey: structure.id) == nil else { throw Self.twice(entry) }
    }

    func source(_ entry: JSONCursor) throws(JSONError) -> Source {
        let id = try entry.string()
        guard let source = sentences[id] else { throw Self.unknown(id, entry) }
        return source
    }

    func sources(_ entry: JSONCursor, _ key: String) throws(JSONError) -> [Source] {
        var sources: [Source] = []
        for sentence in try entry.member(key).array() { sources.append(try source(sentence)) }
        return sources
    }

    func structure(_ entry: JSONCursor) throws(JSONError) -> NamedStructure {
        let id = try entry.string()
        guard let structure = structures[id] else { throw Self.unknown(id, entry) }
        return structure
    }

    private static func twice(_ entry: JSONCursor) -> JSONError {
        let id = entry.value.stringValue ?? ""
        return entry.error(
            code: "duplicate_id",
            problem: Bilingual(zh: "“\(id)”重复。", en: "\"\(id)\" occurs twice."),
            remedy: Bilingual(zh: "请改掉其中一个。", en: "Give one of the two another id."))
    }

    private static func unknown(_ id: String, _ entry: JSONCursor) -> JSONError {
        entry.error(
            code: "unknown_reference",
            problem: Bilingual(zh: "“\(id)”不在本文件中。", en: "\"\(id)\" is not in this file."),
            remedy: Bilingual(
                zh: "请改正，或在 sentences、places 中补上。", en: "Mend it, or add it to sentences or places."))
    }
}

extension ActivityVocabulary {
    init(_ root: JSONCursor) throws(JSONError) {
        var sentences: [Source] = []
        var structures: [NamedStructure] = []
        var glossary = Glossary()
        for entry in try root.member("sentences").array() {
            let source = try entry.source()
            try glossary.add(source, as: entry.member("id"))
            sentences.append(source)
        }
        for entry in try root.member("places").array() {
            let id = try entry.member("id")
            let structure = NamedStructure(
                id: try id.string(), name: try entry.bilingual("name"),
                aliases: try entry.optionalMember("aliases")?.strings() ?? [])
            try glossary.add(structure, as: id)
            structures.append(structure)
        }
        var sharedWords: [String: [String]] = [:]
        for entry in try root.optionalMember("shared_words")?.array() ?? [] {
            sharedWords[try entry.member("word").string()] = try entry.member("concepts").strings()
        }
        var stageWords: [ActivityStage: [String]] = [:]
        for entry in try root.member("stages").array() {
            stageWords[try entry.member("id").choice()] = try entry.member("words").strings()
        }
        var activities: [Activity] = []
        for entry in try root.member("concepts").array() {
            activities.append(try Activity(entry, glossary))
        }
        var contradictions: [Contradiction] = []
        for entry in try root.member("contradictions").array() {
            contradictions.append(
                Contradiction(
                    id: try entry.member("id").string(),
                    activities: try entry.member("concepts").strings(),
                    text: try entry.bilingual("text"), sources: try glossary.sources(entry, "sentences")))
        }
        var silences: [Silence] = []
        for entry in try root.member("silences").array() {
            var groups: [[String]] = []
            for group in try entry.member("when").array() { groups.append(try group.strings()) }
            silences.append(
                Silence(
                    id: try entry.member("id").string(), when: groups,
                    standsAlone: try entry.optionalMember("alone")?.bool() ?? false,
                    text: try entry.bilingual("text"),
                    sources: try glossary.sources(entry, "sentences")))
        }
        self.init(
            activities: activities, structures: structures, sentences: sentences, sharedWords: sharedWords,
            stageWords: stageWords, fillers: try root.member("filler").strings(),
            particles: try root.member("particles").strings(),
            negations: try root.member("negations").strings(),
            closingNegations: try root.optionalMember("negations_after")?.strings() ?? [],
            emphases: try root.optionalMember("emphases")?.strings() ?? [],
            conjunctions: try root.optionalMember("conjunctions")?.strings() ?? [],
            unrelated: try root.member("unrelated").strings(),
            absentWords: try root.optionalMember("absent_words")?.strings() ?? [],
            contradictions: contradictions, silences: silences,
            keptLines: try CitedText(cited: root.member("cited_lines")))
    }
}

extension Activity {
    fileprivate init(_ entry: JSONCursor, _ glossary: Glossary) throws(JSONError) {
        var words: [DocumentWord] = []
        for word in try entry.member("words").array() {
            var assignments: [WordAssignment] = []
            for link in try word.member("links").array() {
                assignments.append(try WordAssignment(link, glossary))
            }
            words.append(DocumentWord(text: try word.member("word").string(), assignments: assignments))
        }
        var gaps: [ActivityGap] = []
        for gap in try entry.optionalMember("gaps")?.array() ?? [] {
            gaps.append(
                ActivityGap(
                    stage: try gap.optionalMember("stage")?.choice(), text: try gap.bilingual("text"),
                    sources: try glossary.sources(gap, "sentences")))
        }
        self.init(
            id: try entry.member("id").string(), name: try entry.bilingual("name"),
            synonyms: try entry.member("synonyms").strings(),
            stage: try entry.optionalMember("stage")?.choice(),
            isGeneral: try entry.optionalMember("general")?.bool() ?? false,
            broader: try entry.optionalMember("broader")?.strings() ?? [],
            related: try entry.optionalMember("related")?.strings() ?? [],
            note: try entry.optionalBilingual("note"), words: words, gaps: gaps)
    }
}

extension WordAssignment {
    fileprivate init(_ link: JSONCursor, _ glossary: Glossary) throws(JSONError) {
        var stages: [ActivityStage] = []
        for stage in try link.member("stages").array() { stages.append(try stage.choice()) }
        let place: Place =
            if let zone = try link.optionalMember("zone") {
                .zone(try zone.zoneReference(in: ""))
            } else {
                .named(try glossary.structure(link.member("place")))
            }
        self.init(
            place: place, source: try glossary.source(link.member("sentence")),
            calledAs: try link.optionalMember("called")?.string(),
            context: try link.optionalMember("context").map { entry throws(JSONError) in
                try glossary.source(entry)
            }, stages: stages,
            isAtLarge: try link.optionalMember("at_large")?.bool() ?? false)
    }
}

extension CitedText {
    /// Lines as `{"002":{"388":"…"}}`.
    fileprivate init(cited root: JSONCursor) throws(JSONError) {
        var lines: [String: [Int: String]] = [:]
        for (document, entries) in try root.entries() {
            for (number, line) in try entries.entries() {
                guard let number = Int(number), number > 0 else {
                    throw line.error(
                        code: "invalid_line_number",
                        problem: Bilingual(zh: "“\(number)”不是行号。", en: "\"\(number)\" is no line number."),
                        remedy: Bilingual(zh: "请写从1起的行号。", en: "Write the line's number, from 1."))
                }
                lines[document, default: [:]][number] = try line.string()
            }
        }
        self.init(lines: lines)
    }
}
