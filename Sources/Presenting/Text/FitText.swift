internal import Planning
public import Siting
public import Wording

/// Answers of functional fit as people read them: how far the texts answer, then every sentence under its document.
public struct FitText: Sendable {
    private let language: Language

    /// Writes in one language.
    public init(language: Language) { self.language = language }

    /// One answer in full.
    public func full(_ answer: FitAnswer) -> String {
        var lines = [say("功能导向比对：", "Functional fit: ") + answer.question]
        lines.append("  " + understood(answer.reading))
        if answer.reading.silences.isEmpty {
            lines += answer.reading.notUnderstood.map { "  " + $0[language] }
        }
        lines.append(
            "  "
                + say(
                    "按 \(answer.asOf) 作答；只依据文件原文，逐件列出，不作取舍",
                    "as of \(answer.asOf); by the documents' own words only, every document listed, none preferred"
                ))
        for silence in answer.reading.silences {
            lines += ["", say("文本未给出答案：", "The texts leave this open: ") + silence.text[language]]
            lines += silence.sources.map { "    " + cited($0) }
        }
        if answer.activities.isEmpty && answer.reading.silences.isEmpty && answer.named.isEmpty {
            lines += ["", answer.reading.conclusion[language] + say("。", ".")]
        }
        for activity in answer.activities { lines += [""] + self.lines(on: activity) }
        for zone in answer.named { lines += [""] + self.lines(on: zone) }
        let disagreements = DisagreementText(language).lines(answer.contradictions)
        if !disagreements.isEmpty { lines += [""] + disagreements }
        lines += ["", Vocabulary.disclaimer[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    private func understood(_ reading: ActivityReading) -> String {
        guard !reading.found.isEmpty else {
            return say("未认出词表中的活动", "no activity of the vocabulary was recognised")
        }
        var text = say("理解为：", "understood as: ")
        text += joined(
            reading.found.map {
                $0.activity.name[language] + say("（", " (") + joined($0.words.map(quoted)) + say("）", ")")
            })
        if !reading.stages.isEmpty {
            text += say("；环节：", "; stage: ")
            text += joined(reading.stages.map { Vocabulary.word(for: $0)[language] })
        }
        return text
    }

    private func lines(on answer: ActivityAnswer) -> [String] {
        var lines = [
            answer.activity.name[language] + say("：", ": ")
                + Vocabulary.sentence(for: answer.outcome, at: answer.stages)[language]
        ]
        lines += byDocument(answer.assignments, namesActivity: false)
        for gap in answer.gaps {
            lines.append("  " + say("文本未明确：", "Not stated: ") + gap.text[language])
            lines += gap.sources.map { "      " + cited($0) }
        }
        if !answer.instead.isEmpty {
            lines.append("  " + say("文本就上位或相关概念写有：", "What the texts say of broader or related things:"))
            lines += byDocument(answer.instead, namesActivity: true).map { "  " + $0 }
        }
        if let note = answer.activity.note { lines.append("  " + say("注：", "Note: ") + note[language]) }
        return lines
    }

    private func lines(on named: NamedZone) -> [String] {
        var lines = [
            say("问句提到的结构单元：", "Zone named in the question: ")
                + named.path.map { $0.name[language] }.joined(separator: " › ")
        ]
        if let reason = named.zone.unlocatedReason {
            lines.append("  " + say("未上图：", "not drawn: ") + reason[language])
        }
        if let source = named.zone.sources.first { lines.append("    " + cited(source)) }
        lines += byDocument(named.assignments, namesActivity: true)
        return lines
    }

    /// Sentences under their documents, in order; those of other standing come after.
    private func byDocument(_ assignments: [FitAssignment], namesActivity: Bool) -> [String] {
        var lines: [String] = []
        var heading: String?
        for assignment in assignments {
            let document = assignment.document
            let title =
                "\(document.id) " + say("《\(document.title.zh)》", document.title.en)
                + say("，", ", ") + Vocabulary.word(for: document.rank)[language] + say("；", "; ")
                + Vocabulary.sentence(for: assignment.planStatus, of: document.planPeriod)[language]
            if title != heading { lines.append("  " + title) }
            heading = title
            lines.append("  · " + self.heading(of: assignment, namesActivity: namesActivity))
            lines.append("      " + cited(assignment.source))
            if let reason = assignment.target.unlocatedReason {
                lines.append("      " + say("未上图：", "not drawn: ") + reason[language])
            }
        }
        return lines
    }

    private func heading(of assignment: FitAssignment, namesActivity: Bool) -> String {
        var text =
            switch assignment.target {
            case .zone(_, let path): path.map { $0.name[language] }.joined(separator: " › ")
            case .named(let structure): structure.name[language]
            }
        var remarks: [String] = []
        if namesActivity { remarks.append(assignment.activity.name[language]) }
        remarks.append(say("文本用词“\(assignment.word)”", "the text's word: \(assignment.word)"))
        if !assignment.stages.isEmpty {
            remarks.append(joined(assignment.stages.map { Vocabulary.word(for: $0)[language] }))
        } else if assignment.standing != .stageNotStated {
            remarks.append(say("未写环节", "no stage stated"))
        }
        if assignment.standing != .direct {
            remarks.append(Vocabulary.word(for: assignment.standing)[language])
        }
        if assignment.isAtLarge { remarks.append(say("就整体而言，未落到具体结构单元", "at large, no zone in particular")) }
        text += say("　", "  ") + remarks.joined(separator: say("；", "; "))
        return text
    }

    private func cited(_ source: Source) -> String { "\(source.document):\(source.line)「\(source.quote)」" }

    private func quoted(_ word: String) -> String { say("“\(word)”", "\"\(word)\"") }

    private func joined(_ words: [String]) -> String { words.joined(separator: say("、", ", ")) }

    private func say(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en)[language] }
}
