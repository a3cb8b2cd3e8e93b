internal import Planning
internal import Siting
internal import Topology
internal import Wording

extension Rule {
    static let vocabularyPresent = Rule(
        "vocabulary.present", Bilingual(zh: "有功能导向词表", en: "a vocabulary is there"),
        asks: Bilingual(
            zh: "目录中有 activities.json；没有它，功能导向比对（fit）不能作答。",
            en: "The folder has an activities.json; without it functional fit (fit) cannot answer."),
        severity: .warning)
    static let vocabularyWord = Rule(
        "vocabulary.word", Bilingual(zh: "用词见于引句", en: "the word stands in the sentence"),
        asks: Bilingual(
            zh: "文件用词一字不差地出现在布置它的每条引句中，且至少有一条。",
            en:
                "A document's word stands, letter for letter, in every sentence that assigns it, and there is one."
        ))
    static let vocabularyPlace = Rule(
        "vocabulary.place", Bilingual(zh: "引句说的就是该单元", en: "the sentence speaks of the place"),
        asks: Bilingual(
            zh: "所布置单元的名称、别名或写明的称呼，出现在引句或其所依的标题、表格单元中；所依之处属同一文件，且不在引句之后的行。",
            en:
                "The place's name, alias or what the sentence is said to call it stands in the quote or in the heading or "
                + "table cell it is said to stand under; that belongs to the same document and to no later line."
        ))
    static let vocabularyAtLarge = Rule(
        "vocabulary.at-large", Bilingual(zh: "泛指只用于整体", en: "at large is said of wholes only"),
        asks: Bilingual(
            zh: "标为泛指（at_large）的，不是某一空间格局中的单元，否则布置会被漏答。",
            en: "What is said at large is said of no zone of a plan, or an assignment would be passed over."))
    static let vocabularySynonym = Rule(
        "vocabulary.synonym", Bilingual(zh: "一词一义", en: "a word leads to one activity"),
        asks: Bilingual(
            zh: "用户的一个词只通向一个概念，或通向 shared_words 中写明的几个；不与环节用词、无关词相冲突。",
            en:
                "A user's word leads to one activity, or to those stated in shared_words; it is no word of another stage "
                + "and none of the unrelated ones."))
    static let vocabularyStage = Rule(
        "vocabulary.stage", Bilingual(zh: "环节一致", en: "stages agree"),
        asks: Bilingual(
            zh: "本身就是某一环节的概念，其引句写有环节的须含该环节；同一条引句的环节不重复。",
            en:
                "Where an activity is itself of one stage, sentences that tell a stage tell that one; none is told twice."
        ))
    static let vocabularyGap = Rule(
        "vocabulary.gap", Bilingual(zh: "“未写明”属实", en: "what is said to be missing is"),
        asks: Bilingual(
            zh: "说某环节未写明的，没有引句把该环节布置到某一单元。",
            en: "Where a stage is said to be missing, no sentence gives that stage to a place."))
    static let vocabularyOrphan = Rule(
        "vocabulary.orphan", Bilingual(zh: "没有孤立的条目", en: "nothing stands alone"),
        asks: Bilingual(
            zh: "每个概念有词可达、有话可答；每条引句、每处文本所称之地都被用到；上位概念不成环。",
            en:
                "Every activity can be reached by a word and says something; every sentence and structure is used; "
                + "broader activities run in no circle."))
    static let vocabularyAbsent = Rule(
        "vocabulary.absent", Bilingual(zh: "“文本未见”属实", en: "words said to be absent are"),
        asks: Bilingual(
            zh: "absent_words 中的词在留存的行中都没有；有文件原文时，在原文通篇也没有，空白不计。",
            en:
                "No word of absent_words stands in the kept lines, nor anywhere in the documents where these are at hand, "
                + "white space aside."))
}

/// The words of functional fit: every link from a document's word to a place proven.
enum ActivityRules: RuleFamily {
    static let rules: [Rule] = [
        .vocabularyPresent, .vocabularyWord, .vocabularyPlace, .vocabularyAtLarge, .vocabularySynonym,
        .vocabularyStage, .vocabularyGap, .vocabularyOrphan, .vocabularyAbsent,
    ]

    static func check(_ subject: Subject, _ report: inout ValidationReport) {
        guard subject.inspection.hasActivities else {
            report.note(
                .vocabularyPresent, zone: "activities.json",
                Bilingual(
                    zh: "没有 activities.json，fit 不能作答。", en: "There is no activities.json; fit cannot answer."),
                remedy: Bilingual(
                    zh: "请从随附的 GeoData 复制，或自行编写。", en: "Copy that of the shipped GeoData, or write one."))
            return
        }
        guard let vocabulary = subject.inspection.activities else { return }
        for activity in vocabulary.activities {
            checkWords(of: activity, subject, &report)
            checkStages(of: activity, &report)
            checkGaps(of: activity, &report)
        }
        checkReadings(vocabulary, &report)
        checkOrphans(vocabulary, &report)
        checkAbsence(vocabulary, subject, &report)
    }

    // MARK: - Words and places

    private static func checkWords(
        of activity: Activity, _ subject: Subject, _ report: inout ValidationReport
    ) {
        for word in activity.words {
            if word.assignments.isEmpty || tight(word.text).isEmpty {
                report.note(
                    .vocabularyWord, zone: activity.id,
                    Bilingual(zh: "用词“\(word.text)”没有引句。", en: "The word \"\(word.text)\" has no sentence."),
                    remedy: Bilingual(zh: "请补上引句，或删去该词。", en: "Give its sentence, or take it out."))
            }
            for assignment in word.assignments {
                let source = assignment.source
                let place = "\(source.document):\(source.line)"
                if !holds(source.quote, word.text) {
                    report.note(
                        .vocabularyWord, zone: activity.id,
                        Bilingual(
                            zh: "“\(word.text)”不在引句 \(place)「\(source.quote)」中。",
                            en: "\"\(word.text)\" does not stand in \(place) 「\(source.quote)」."),
                        remedy: Bilingual(
                            zh: "请改用引句中的原词，或换一条引句。", en: "Use the sentence's own word, or another sentence."))
                }
                checkPlace(assignment, of: activity, subject, &report)
            }
        }
    }

    private static func checkPlace(
        _ assignment: WordAssignment, of activity: Activity, _ subject: Subject,
        _ report: inout ValidationReport
    ) {
        let (source, context) = (assignment.source, assignment.context)
        // Of a zone that is not there that has been said already.
        guard let (name, names) = names(of: assignment.place, subject.catalogue) else { return }
        let place = "\(source.document):\(source.line)"
        if let context, context.document != source.document || context.line > source.line {
            report.note(
                .vocabularyPlace, zone: activity.id,
                Bilingual(
                    zh: "\(place) 所依的 \(context.document):\(context.line) 不在同一文件，或在其后。",
                    en:
                        "\(place) is said to stand under \(context.document):\(context.line), of another document or below it."
                ),
                remedy: Bilingual(
                    zh: "请引用其上的标题或本行的表格单元。", en: "Quote the heading above it, or a cell of its own row."))
        }
        let texts = [source.quote] + (context.map { [$0.quote] } ?? [])
        let wanted = assignment.calledAs.map { [$0] } ?? names
        if !wanted.contains(where: { name in texts.contains { holds($0, name) } }) {
            report.note(
                .vocabularyPlace, zone: activity.id,
                Bilingual(
                    zh: "引句 \(place)「\(source.quote)」布置给\(name.zh)，却没有提到它（\(wanted.joined(separator: "、"))）。",
                    en:
                        "\(place) 「\(source.quote)」 is given to \(name.en) and does not speak of it (\(wanted.joined(separator: ", ")))."
                ),
                remedy: Bilingual(
                    zh: "请改正单元；或用 called 写明引句怎样称呼它，用 context 写明所依的标题或表格单元。",
                    en:
                        "Mend the place; or say with called what the sentence calls it, and with context under which "
                        + "heading or in which row it stands."))
        }
        guard assignment.isAtLarge, case .zone(let zone) = assignment.place,
            subject.catalogue.layout(zone.layout)?.kind == .plan
        else { return }
        report.note(
            .vocabularyAtLarge, zone: activity.id,
            Bilingual(
                zh: "\(place) 布置给\(name.zh)，不能算泛指。", en: "\(place) speaks of \(name.en), which is no whole."),
            remedy: Bilingual(zh: "请去掉 at_large。", en: "Take out at_large."))
    }

    /// What a place is called, and every name it goes by; nil for a zone the catalogue lacks.
    private static func names(
        of place: WordAssignment.Place, _ catalogue: Catalogue
    ) -> (called: Bilingual, names: [String])? {
        switch place {
        case .named(let structure): return (structure.name, [structure.name.zh] + structure.aliases)
        case .zone(let reference):
            let zones = catalogue.layout(reference.layout)?.editions.compactMap { $0.zone(reference.zone) }
            guard let zones, let first = zones.first else { return nil }
            return (first.called, zones.flatMap { [$0.name.zh] + $0.aliases })
        }
    }

    // MARK: - Stages

    private static func checkStages(of activity: Activity, _ report: inout ValidationReport) {
        for word in activity.words {
            for assignment in word.assignments {
                let stages = assignment.stages
                let place = "\(assignment.source.document):\(assignment.source.line)"
                if Set(stages).count < stages.count {
                    report.note(
                        .vocabularyStage, zone: activity.id,
                        Bilingual(
                            zh: "“\(word.text)”（\(place)）的环节有重复。",
                            en: "\"\(word.text)\" (\(place)) tells a stage twice."),
                        remedy: Bilingual(zh: "请删去重复的。", en: "Take one out."))
                }
                if let own = activity.stage, !stages.isEmpty, !stages.contains(own) {
                    let told = stages.map(\.name)
                    report.note(
                        .vocabularyStage, zone: activity.id,
                        Bilingual(
                            zh: "该概念属\(own.name.zh)环节，“\(word.text)”（\(place)）写的是"
                                + told.map(\.zh).joined(separator: "、") + "。",
                            en:
                                "The activity is of the stage \(own.name.en); \"\(word.text)\" (\(place)) tells "
                                + told.map(\.en).joined(separator: ", ") + "."),
                        remedy: Bilingual(
                            zh: "请改正环节，或移到相应概念。", en: "Mend the stage, or move it to its activity."))
                }
            }
        }
    }

    private static func checkGaps(of activity: Activity, _ report: inout ValidationReport) {
        for gap in activity.gaps {
            guard let stage = gap.stage else { continue }
            for word in activity.words {
                for assignment in word.assignments
                where !assignment.isAtLarge && assignment.stages.contains(stage) {
                    let place = "\(assignment.source.document):\(assignment.source.line)"
                    report.note(
                        .vocabularyGap, zone: activity.id,
                        Bilingual(
                            zh: "说\(stage.name.zh)环节未写明，\(place) 却有“\(word.text)”。",
                            en:
                                "The stage \(stage.name.en) is said to be missing, and \(place) has \"\(word.text)\"."
                        ),
                        remedy: Bilingual(zh: "请删去这条说明，或改正引句的环节。", en: "Take the gap out, or mend the stage.")
                    )
                }
            }
        }
    }

    static func tight(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }

    /// Whether a text holds a word, white space aside.
    static func holds(_ text: String, _ word: String) -> Bool {
        // Nearly always at once; the texts break lines within words.
        if text.utf8.firstRange(of: word.utf8) != nil { return !word.isEmpty }
        let (text, word) = (tight(text), tight(word))
        return !word.isEmpty && text.firstRange(of: word) != nil
    }
}
