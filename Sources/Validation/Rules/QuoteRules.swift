internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let quoteFound = Rule(
        "quote.found", Bilingual(zh: "引句可复核", en: "quotes are found again"),
        asks: Bilingual(
            zh: "每条引句都能在所注文件的所注行找到，空白不计。",
            en: "Every quote begins on the line of the document it names, white space aside."))
    static let sourceGiven = Rule(
        "quote.given", Bilingual(zh: "写明依据", en: "a sentence is given"),
        asks: Bilingual(
            zh: "每个结构单元至少有一条依据（导入的单元以所导入的文件为据）；引句不少于四个字，单凭标点或一两个字不能作证。",
            en:
                "Every zone rests on a sentence, one drawn from an imported file on that; a quote has at least four letters, for fewer prove nothing."
        )
    )
    static let lineKept = Rule(
        "quote.line-kept", Bilingual(zh: "所引行已留存", en: "cited lines are kept"),
        asks: Bilingual(
            zh: "cited-lines.json（词表的引句也可在 activities.json 的 cited_lines）留有每条引句起始行的全文。",
            en:
                "cited-lines.json, or for the vocabulary cited_lines in activities.json, keeps the line each quote begins on."
        ))
    static let linesAgree = Rule(
        "quote.lines-agree", Bilingual(zh: "两处留存一致", en: "lines kept twice are alike"),
        asks: Bilingual(
            zh: "cited-lines.json 与 activities.json 都留存的行，文字相同。",
            en: "A line that both cited-lines.json and activities.json keep is the same in both."))
    static let lineChanged = Rule(
        "quote.line-changed", Bilingual(zh: "留存行与原文一致", en: "kept lines are the documents'"),
        asks: Bilingual(
            zh: "留存的行与文件原文一致（有原文时核对）。",
            en: "The kept lines are those of the documents, where these are at hand."))
    static let documentMissing = Rule(
        "quote.document-missing", Bilingual(zh: "原文不在", en: "a document is not at hand"),
        asks: Bilingual(zh: "所给目录有每份文件的原文。", en: "The folder given has the text of every document."),
        severity: .warning)
}

/// Every quote is what its document says where it says it.
enum QuoteRules: RuleFamily {
    static let rules: [Rule] = [
        .sourceGiven, .quoteFound, .lineKept, .linesAgree, .lineChanged, .documentMissing,
    ]

    static func check(_ subject: Subject, _ report: inout ValidationReport) {
        let kept = subject.inspection.citedText
        let isKept = !kept.documents.isEmpty || subject.inspection.errors.isEmpty
        for drawn in subject.editions {
            for zone in drawn.edition.zones {
                if zone.sources.isEmpty, !drawn.isImported(zone.id) { noteMissing(zone, drawn, &report) }
                for source in zone.sources {
                    check(source, of: zone.id, drawn, kept, isKept, subject, &report)
                }
            }
            for relation in drawn.edition.relations {
                check(relation.source, of: relation.subject.zone, drawn, kept, isKept, subject, &report)
            }
            for quantity in drawn.edition.quantities {
                check(quantity.source, of: quantity.zone.zone, drawn, kept, isKept, subject, &report)
            }
        }
        let words = subject.inspection.activities
        if let words {
            checkAgreement(kept, words.keptLines, &report)
            let all = kept.merging(words.keptLines)
            for sentence in words.sentences {
                check(
                    sentence, of: "\(sentence.document):\(sentence.line)", nil, all, isKept, subject, &report)
            }
        }
        for item in subject.inspection.uncheckedItems {
            for source in item.sources {
                check(source, of: item.id, nil, kept, isKept, subject, &report)
            }
        }
        if let documents = subject.documents {
            let all = words.map { kept.merging($0.keptLines) } ?? kept
            compare(all, with: documents, subject, &report)
        }
    }

    /// What is kept twice has to be kept alike: a slip in one of them would prove a quote by the other.
    private static func checkAgreement(
        _ kept: CitedText, _ words: CitedText, _ report: inout ValidationReport
    ) {
        for document in words.documents {
            for number in words.lineNumbers(of: document) {
                guard let line = words.line(number, of: document),
                    let other = kept.line(number, of: document),
                    !same(line, other)
                else { continue }
                report.note(
                    .linesAgree, zone: document,
                    Bilingual(
                        zh: "\(document):\(number) 在 cited-lines.json 与 activities.json 中不同。",
                        en: "\(document):\(number) differs between cited-lines.json and activities.json."),
                    remedy: Bilingual(zh: "请照原文改正，或只留一处。", en: "Mend it from the document, or keep it once."))
            }
        }
    }

    private static func noteMissing(_ zone: Zone, _ drawn: DrawnEdition, _ report: inout ValidationReport) {
        report.note(
            .sourceGiven, in: drawn, zone: zone.id,
            Bilingual(zh: "\(zone.called.zh)没有任何依据。", en: "\(zone.called.en) rests on no sentence."),
            remedy: Bilingual(zh: "请在 sources 中写明文件、行号与引句。", en: "Give document, line and quote in sources."))
    }

    private static func check(
        _ source: Source, of zone: String, _ drawn: DrawnEdition?, _ kept: CitedText, _ isKept: Bool,
        _ subject: Subject, _ report: inout ValidationReport
    ) {
        // Of a document nobody knows that has been said already; a lost file of lines says nothing of its quotes.
        guard isKept, subject.catalogue.document(source.document) != nil else { return }
        report.counts.quotes += 1
        if source.quote.count(where: { $0.isLetter || $0.isNumber }) < 4 {
            report.note(
                .sourceGiven, in: drawn, zone: zone,
                Bilingual(
                    zh: "引句「\(source.quote)」太短，不足为凭。",
                    en: "The quote 「\(source.quote)」 is too short to prove anything."),
                remedy: Bilingual(zh: "请引用完整的话。", en: "Quote the whole clause."))
        }
        let place = "\(source.document):\(source.line)"
        if kept.line(source.line, of: source.document) == nil {
            report.note(
                .lineKept, in: drawn, zone: zone,
                Bilingual(zh: "留存的行中没有 \(place)。", en: "The kept lines lack \(place)."),
                remedy: Bilingual(zh: "请补上该行全文，或改正行号。", en: "Add the whole line, or mend the line number."))
        }
        let full = subject.documents.flatMap {
            $0.documents.contains(source.document) ? $0.holds(source) ?? false : nil
        }
        guard let holds = full ?? kept.holds(source) else { return }
        if holds {
            report.counts.quotesFound += 1
        } else {
            report.note(
                .quoteFound, in: drawn, zone: zone,
                Bilingual(
                    zh: "\(place) 处没有这句话：「\(source.quote)」。", en: "\(place) does not say 「\(source.quote)」."),
                remedy: Bilingual(
                    zh: "请照原文改正引句或行号，不要改写。",
                    en: "Correct the quote or the line from the document, word for word."))
        }
    }

    private static func compare(
        _ kept: CitedText, with documents: CitedText, _ subject: Subject, _ report: inout ValidationReport
    ) {
        report.counts.fullTexts = documents.documents.count
        for document in subject.catalogue.documents where !documents.documents.contains(document.id) {
            report.note(
                .documentMissing, zone: document.id,
                Bilingual(
                    zh: "没有文件 \(document.id)《\(document.title.zh)》的原文，改用留存行核对。",
                    en:
                        "The text of \(document.id), \(document.title.en), is not there; the kept lines were used."
                ),
                remedy: Bilingual(
                    zh: "请放入名为 \(document.id)_….txt 的文件。", en: "Add it as a file named \(document.id)_….txt.")
            )
        }
        for document in documents.documents {
            for number in kept.lineNumbers(of: document) {
                let line = kept.line(number, of: document)
                guard let original = documents.line(number, of: document), let line, !same(line, original)
                else {
                    continue
                }
                report.note(
                    .lineChanged, zone: document,
                    Bilingual(
                        zh: "\(document):\(number) 留存的是「\(line.prefix(40))」，原文为「\(original.prefix(40))」。",
                        en:
                            "\(document):\(number) is kept as 「\(line.prefix(40))」, but reads 「\(original.prefix(40))」."
                    ),
                    remedy: Bilingual(
                        zh: "请照原文更新留存的行。", en: "Bring the kept line up to the document."))
            }
        }
    }

    private static func same(_ one: String, _ other: String) -> Bool {
        one.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
            == other.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
    }
}
