import GeoJSON

extension Mutation {
    private typealias Data = EditableGeoData

    /// The words of functional fit.
    static let vocabulary: [Mutation] = sentences + places + readings + loose + unreadable

    /// Sentences and the words they hold.
    private static let sentences: [Mutation] = [
        Mutation("a letter of a word's sentence changed", "quote.found") { data in
            data.editSentence("002:567d") { $0.replacing("体外诊断", with: "体内诊断") }
            data.editActivity("ivd") { $0.renameWord("体外诊断", in: "shiban-dajiankang-yuan", to: "体内诊断") }
        },
        Mutation("a word's sentence laid to another line", "quote.found") { data in
            data.editVocabulary("sentences", "002:567d") { $0["line"] = 562 }
        },
        Mutation("a word's sentence laid to a line nobody kept", "quote.line-kept") { data in
            data.editVocabulary("sentences", "002:567d") { $0["line"] = 99_999 }
        },
        Mutation("a heading's quote changed", "quote.found", also: ["vocabulary.place"]) { data in
            data.editSentence("004:218") { $0.replacing("屏障", with: "屏蔽") }
        },
        Mutation("a sentence of three letters", "quote.given", also: ["vocabulary.*"]) { data in
            data.editSentence("000:64") { _ in "金凤）" }
        },
        Mutation("a line of the vocabulary lost", "quote.line-kept") { data in
            data.editKeptLine("002", 490) { _ in nil }
        },
        Mutation("a line of the vocabulary rewritten", "quote.found") { data in
            data.editKeptLine("002", 490) { $0.replacing("隆鑫航发", with: "航发") }
        },
        Mutation("a line kept twice and not alike", "quote.lines-agree") { data in
            data.editKeptLine("002", 386) { _ in "生命岛：在科学公园北部" }
        },
        Mutation("a word that does not stand in its sentence", "vocabulary.word") { data in
            data.editActivity("vaccine") { $0.renameWord("疫苗", in: "pingan-dajiankang-yuan", to: "新型疫苗") }
        },
        Mutation("a word of another sentence", "vocabulary.word", also: ["vocabulary.place"]) { data in
            data.editLink("tourism", "文化旅游", 0) { $0["sentence"] = "004:790" }
        },
        Mutation("a word without a sentence", "vocabulary.word", also: ["vocabulary.orphan"]) { data in
            data.editActivity("quantum") { activity in
                activity["words"] = [["word": "量子通信", "links": []]]
            }
        },
    ]

    /// The places the sentences speak of.
    private static let places: [Mutation] = [
        Mutation("a sentence given to another zone", "vocabulary.place") { data in
            data.editLink("agri-tech", "农业科技", 0) { $0["zone"] = "jinfeng-five-zones/kexuegu" }
        },
        Mutation("a sentence given to a zone of another layout", "vocabulary.place") { data in
            data.editLink("venture-capital", "风险投资", 0) { $0["zone"] = "north-middle-south/xiyong-zutuan" }
        },
        Mutation("a sentence given to another structure", "vocabulary.place") { data in
            data.editLink("software", "软件信息", 0) { $0["place"] = "fh-kexuegu" }
        },
        Mutation("a heading taken away", "vocabulary.place", also: ["vocabulary.orphan"]) { data in
            data.editLink("tech-scenes", "科技赋能", 0) { $0["context"] = nil }
        },
        Mutation("a sentence laid under another heading", "vocabulary.place") { data in
            data.editLink("tech-scenes", "科技赋能", 0) { $0["context"] = "004:208" }
        },
        Mutation("a heading below its sentence", "vocabulary.place") { data in
            data.editLink("tech-scenes", "科技赋能", 0) { $0["context"] = "004:224" }
        },
        Mutation("a heading of another document", "vocabulary.place") { data in
            data.editLink("space-science", "空间科学", 0) { $0["context"] = "000:64" }
        },
        Mutation("a sentence said to call the zone what it does not", "vocabulary.place") { data in
            data.editLink("sci-exchange", "科技交流", 0) { $0["called"] = "组团西部地区" }
        },
        Mutation("a zone's sentence said at large", "vocabulary.at-large") { data in
            data.editLink("agri-tech", "农业科技", 0) { $0["at_large"] = true }
        },
        Mutation("a zone of the vocabulary that is not there", "ids.known") { data in
            data.editLink("agri-tech", "农业科技", 0) { $0["zone"] = "jinfeng-five-zones/shengming" }
        },
        Mutation("a sentence of a document that is not there", "ids.known") { data in
            data.editVocabulary("sentences", "001:55") { $0["document"] = "009" }
        },
    ]

    /// How the words are read, and what they say of stages.
    private static let readings: [Mutation] = [
        Mutation("a synonym of two activities", "vocabulary.synonym") { data in
            data.editActivity("vaccine") { $0.append("IVD", to: "synonyms") }
        },
        Mutation("a synonym another activity has as its word", "vocabulary.synonym") { data in
            data.editActivity("vaccine") { $0.append("氢 能", to: "synonyms") }
        },
        Mutation("a synonym that is unrelated as well", "vocabulary.synonym") { data in
            data.editActivity("life-health") { $0.append("养殖", to: "synonyms") }
        },
        Mutation("a stage's word that leads to another activity", "vocabulary.synonym") { data in
            data.editActivity("life-health") { $0.append("中试", to: "synonyms") }
        },
        Mutation("a synonym of punctuation", "vocabulary.synonym") { data in
            data.editActivity("life-health") { $0.append("、", to: "synonyms") }
        },
        Mutation("a shared word that is not shared", "vocabulary.synonym") { data in
            data.edit(Data.activities) { root in
                root.append(["word": "疫苗", "concepts": ["vaccine", "new-drugs"]], to: "shared_words")
            }
        },
        Mutation("a shared word that leads to one more", "vocabulary.synonym") { data in
            data.editActivity("heritage") { $0.append("生态旅游", to: "synonyms") }
        },
        Mutation("making told as research", "vocabulary.stage") { data in
            data.editLink("ic-manufacture", "设计+制造", 0) { $0["stages"] = ["research"] }
        },
        Mutation("a stage told twice", "vocabulary.stage") { data in
            data.editLink("agri-tech", "农业科技", 0) { $0["stages"] = ["research", "research"] }
        },
        Mutation("a stage said to be missing and assigned", "vocabulary.gap") { data in
            data.editLink("ivd", "体外诊断", 0) { $0["stages"] = ["research", "manufacture"] }
        },
    ]

    /// What hangs on nothing.
    private static let loose: [Mutation] = [
        Mutation("a sentence nobody uses", "vocabulary.orphan") { data in
            data.edit(Data.activities) { root in
                let sentences = root["sentences"]?.elements ?? []
                var copy = sentences.first { $0["id"]?.stringValue == "002:386" }?.members ?? [:]
                copy["id"] = "002:386z"
                copy["quote"] = "主要围绕生命健康"
                root.append(.object(copy), to: "sentences")
            }
        },
        Mutation("a structure nobody uses", "vocabulary.orphan") { data in
            data.edit(Data.activities) { root in
                root.append(["id": "nowhere", "name_zh": "某园", "name_en": "Some park"], to: "places")
            }
        },
        Mutation("an activity that says nothing", "vocabulary.orphan") { data in
            data.editActivity("metro-7") { activity in
                activity["note_zh"] = nil
                activity["note_en"] = nil
            }
            data.editActivity("red-line") { activity in
                activity["note_zh"] = nil
                activity["note_en"] = nil
            }
        },
        Mutation("a word said to be absent that a sentence has", "vocabulary.absent") { data in
            data.edit(Data.activities) { $0.append(.string("金凤"), to: "absent_words") }
        },
        Mutation(
            "an activity no word leads to", "vocabulary.orphan", also: ["vocabulary.synonym"]
        ) { data in
            data.editActivity("school") { $0["synonyms"] = [] }
        },
        Mutation("activities that are part of each other", "vocabulary.orphan") { data in
            data.editActivity("ic") { $0["broader"] = ["ic-design"] }
        },
        Mutation("a related activity that is not there", "ids.known") { data in
            data.editActivity("ic") { $0["related"] = ["nothing"] }
        },
        Mutation("an activity that occurs twice", "ids.unique", also: ["vocabulary.*"]) { data in
            data.edit(Data.activities) { root in
                let activities = root["concepts"]?.elements ?? []
                root.append(activities.first { $0["id"]?.stringValue == "school" } ?? .null, to: "concepts")
            }
        },
        Mutation("an activity without an English name", "naming.both-languages") { data in
            data.editActivity("ivd") { $0["name_en"] = " " }
        },
        Mutation("a gap in one language", "naming.both-languages") { data in
            data.editActivity("hospital") { activity in
                var gap = activity["gaps"]?.elements?.first?.members ?? [:]
                gap["text_en"] = ""
                activity["gaps"] = .array([.object(gap)])
            }
        },
    ]

    /// What keeps the file from being read at all.
    private static let unreadable: [Mutation] = [
        Mutation("a stage nobody knows", "schema.text") { data in
            data.editLink("ivd", "体外诊断", 0) { $0["stages"] = ["selling"] }
        },
        Mutation("a stage nobody knows of an activity", "schema.text") { data in
            data.editActivity("ic-design") { $0["stage"] = "design" }
        },
        Mutation("an activity without synonyms", "schema.text") { data in
            data.editActivity("ivd") { $0["synonyms"] = nil }
        },
        Mutation("a word's sentence that is not there", "ids.known") { data in
            data.editLink("ivd", "体外诊断", 0) { $0["sentence"] = "002:1" }
        },
        Mutation("a word's structure that is not there", "ids.known") { data in
            data.editLink("software", "软件信息", 0) { $0["place"] = "fh-nowhere" }
        },
        Mutation("two sentences of one id", "ids.unique") { data in
            data.editVocabulary("sentences", "002:386") { $0["id"] = "002:388" }
        },
        Mutation("a vocabulary cut off", "schema.text") { data in
            let text = JSONWriter().string(data.json[Data.activities] ?? .null)
            data.texts[Data.activities] = String(text.prefix(text.count / 2))
        },
    ]
}

extension EditableGeoData {
    static let activities = "activities.json"

    /// Edits the entry of an id in a list of the vocabulary; one that is not there must fail the test.
    mutating func editVocabulary(_ list: String, _ id: String, _ change: (inout JSONObject) -> Void) {
        editList(list, of: Self.activities) { entries in
            guard let place = entries.firstIndex(where: { $0["id"]?.stringValue == id }) else {
                preconditionFailure("no \(id) in \(list)")
            }
            var entry = entries[place].members ?? [:]
            change(&entry)
            entries[place] = .object(entry)
        }
    }

    mutating func editActivity(_ id: String, _ change: (inout JSONObject) -> Void) {
        editVocabulary("concepts", id, change)
    }

    mutating func editSentence(_ id: String, _ change: (String) -> String) {
        editVocabulary("sentences", id) { $0["quote"] = .string(change($0["quote"]?.stringValue ?? "")) }
    }

    /// Edits the nth link of a word.
    mutating func editLink(
        _ activity: String, _ word: String, _ number: Int, _ change: (inout JSONObject) -> Void
    ) {
        editActivity(activity) { entry in
            var words = entry["words"]?.elements ?? []
            guard let place = words.firstIndex(where: { $0["word"]?.stringValue == word }) else {
                preconditionFailure("no \(word) in \(activity)")
            }
            var links = words[place]["links"]?.elements ?? []
            var link = links[number].members ?? [:]
            change(&link)
            links[number] = .object(link)
            words[place] = ["word": .string(word), "links": .array(links)]
            entry["words"] = .array(words)
        }
    }

    mutating func editKeptLine(_ document: String, _ number: Int, _ change: (String) -> String?) {
        edit(Self.activities) { root in
            var documents = root["cited_lines"]?.members ?? [:]
            var lines = documents[document]?.members ?? [:]
            lines["\(number)"] = change(lines["\(number)"]?.stringValue ?? "").map { .string($0) }
            documents[document] = .object(lines)
            root["cited_lines"] = .object(documents)
        }
    }
}

extension JSONObject {
    mutating func append(_ value: JSONValue, to list: String) {
        self[list] = .array((self[list]?.elements ?? []) + [value])
    }

    /// Writes another word for a link to one place, as a word of its own.
    mutating func renameWord(_ word: String, in place: String, to other: String) {
        var words: [JSONValue] = []
        for entry in self["words"]?.elements ?? [] {
            guard entry["word"]?.stringValue == word else {
                words.append(entry)
                continue
            }
            let links = entry["links"]?.elements ?? []
            func isMoved(_ link: JSONValue) -> Bool {
                (link["zone"] ?? link["place"])?.stringValue?.hasSuffix(place) ?? false
            }
            words.append(["word": .string(other), "links": .array(links.filter(isMoved))])
            words.append(["word": .string(word), "links": .array(links.filter { !isMoved($0) })])
        }
        self["words"] = .array(words)
    }
}
