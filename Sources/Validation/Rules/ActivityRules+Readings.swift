internal import Planning
internal import Siting
internal import Wording

/// Whether a vocabulary can be asked, and has nothing that is not.
extension ActivityRules {
    static func checkReadings(_ vocabulary: ActivityVocabulary, _ report: inout ValidationReport) {
        var owed = vocabulary.sharedWords
        for reading in vocabulary.wordReadings {
            let (word, found) = (reading.word, reading.activities)
            let id = found.first ?? word
            func note(_ message: Bilingual, remedy: Bilingual) {
                report.note(.vocabularySynonym, zone: id, message, remedy: remedy)
            }
            if word.isEmpty {
                note(
                    Bilingual(zh: "有一个词不含任何字母或数字。", en: "A word has no letter and no digit."),
                    remedy: Bilingual(zh: "请删去。", en: "Take it out."))
                continue
            }
            let list = found.joined(separator: ", ")
            let stated = owed.removeValue(forKey: word)
            if found.count > 1, Set(stated ?? []) != Set(found) {
                note(
                    Bilingual(
                        zh: "“\(word)”通向几个概念：\(list)。",
                        en: "\"\(word)\" leads to several activities: \(list)."),
                    remedy: Bilingual(
                        zh: "请只留一处；确需如此的，写入 shared_words。",
                        en: "Keep one; if all are meant, state them in shared_words."))
            } else if found.count < 2, stated != nil {
                owed[word] = stated
            }
            if !found.isEmpty, reading.isUnrelated {
                note(
                    Bilingual(
                        zh: "“\(word)”既通向 \(list)，又列在 unrelated 中。",
                        en: "\"\(word)\" leads to \(list) and is among the unrelated words."),
                    remedy: Bilingual(zh: "请只留一处。", en: "Keep one of the two."))
            }
            for stage in reading.stages {
                for activity in found.compactMap(vocabulary.activity) where activity.stage != stage {
                    note(
                        Bilingual(
                            zh: "“\(word)”是\(stage.name.zh)环节的用词，却通向不属该环节的 \(activity.id)。",
                            en:
                                "\"\(word)\" is a word of the stage \(stage.name.en) and leads to \(activity.id), which is not of it."
                        ),
                        remedy: Bilingual(
                            zh: "请只留一处，或改正概念的环节。", en: "Keep one of the two, or mend the stage."))
                }
            }
        }
        for (word, activities) in owed.sorted(by: { $0.key < $1.key }) {
            report.note(
                .vocabularySynonym, zone: activities.first,
                Bilingual(
                    zh: "shared_words 中的“\(word)”并不通向几个概念。",
                    en: "\"\(word)\" in shared_words does not lead to several activities."),
                remedy: Bilingual(zh: "请删去这一条。", en: "Take the entry out."))
        }
    }

    static func checkOrphans(_ vocabulary: ActivityVocabulary, _ report: inout ValidationReport) {
        func note(_ id: String, _ message: Bilingual, remedy: Bilingual) {
            report.note(.vocabularyOrphan, zone: id, message, remedy: remedy)
        }
        for activity in vocabulary.activities {
            if activity.words.allSatisfy(\.assignments.isEmpty), activity.gaps.isEmpty, activity.note == nil {
                note(
                    activity.id,
                    Bilingual(
                        zh: "“\(activity.name.zh)”既无引句，也未说明为何没有。",
                        en: "\(activity.name.en) has no sentence and does not say why."),
                    remedy: Bilingual(zh: "请补上引句、gaps 或 note。", en: "Give a sentence, a gap or a note."))
            }
            if activity.synonyms.isEmpty, activity.isGeneral || activity.words.isEmpty {
                note(
                    activity.id,
                    Bilingual(zh: "没有词通向“\(activity.name.zh)”。", en: "No word leads to \(activity.name.en)."),
                    remedy: Bilingual(zh: "请补上 synonyms。", en: "Give synonyms."))
            }
            if isOwnAncestor(activity, vocabulary) {
                note(
                    activity.id,
                    Bilingual(
                        zh: "“\(activity.name.zh)”的上位概念成环。",
                        en: "The broader activities of \(activity.name.en) run in a circle."),
                    remedy: Bilingual(zh: "请改正 broader。", en: "Mend broader."))
            }
        }
        let used = Set(vocabulary.sources)
        for sentence in vocabulary.sentences where !used.contains(sentence) {
            let place = "\(sentence.document):\(sentence.line)"
            note(
                place, Bilingual(zh: "引句 \(place) 没有用到。", en: "The sentence \(place) is used by nothing."),
                remedy: Bilingual(zh: "请用上，或删去。", en: "Use it, or take it out."))
        }
        let named = Set(
            vocabulary.activities.flatMap(\.words).flatMap(\.assignments).compactMap { assignment in
                if case .named(let structure) = assignment.place { structure.id } else { nil }
            })
        for structure in vocabulary.structures where !named.contains(structure.id) {
            note(
                structure.id,
                Bilingual(
                    zh: "“\(structure.name.zh)”没有用到。", en: "\(structure.name.en) is used by nothing."),
                remedy: Bilingual(zh: "请用上，或删去。", en: "Use it, or take it out."))
        }
    }

    private static func isOwnAncestor(_ activity: Activity, _ vocabulary: ActivityVocabulary) -> Bool {
        var (seen, open): (Set<String>, [String]) = ([], activity.broader)
        while let id = open.popLast() {
            if id == activity.id { return true }
            if seen.insert(id).inserted { open += vocabulary.activity(id)?.broader ?? [] }
        }
        return false
    }
}
