internal import Planning
internal import Wording

/// Whether the texts are as silent as a vocabulary says.
extension ActivityRules {
    static func checkAbsence(
        _ vocabulary: ActivityVocabulary, _ subject: Subject, _ report: inout ValidationReport
    ) {
        guard !vocabulary.absentWords.isEmpty else { return }
        let kept = subject.inspection.citedText.merging(vocabulary.keptLines)
        for text in [subject.documents, kept].compactMap(\.self) {
            for document in text.documents {
                // A word may run over the end of a line.
                let whole = text.lineNumbers(of: document).sorted().compactMap { text.line($0, of: document) }
                    .joined().filter { !$0.isWhitespace }.lowercased()
                for word in vocabulary.absentWords where whole.contains(word.lowercased()) {
                    report.note(
                        .vocabularyAbsent, zone: document,
                        Bilingual(
                            zh: "absent_words 中的“\(word)”见于文件 \(document)。",
                            en: "\"\(word)\" of absent_words stands in document \(document)."),
                        remedy: Bilingual(
                            zh: "请从 absent_words 中删去，并补上引句。", en: "Take it out there and give its sentence."))
                }
            }
        }
    }
}
