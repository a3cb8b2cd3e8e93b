internal import Planning
public import Siting
public import Tables
public import Wording

/// Answers of functional fit as a table: a row for every sentence, and one for an activity without any.
public enum FitTable {
    static let columns = [
        "question", "activity", "outcome", "standing", "document_word", "zone", "name_zh", "name_en",
        "layout",
        "located", "at_large", "stages", "document", "body", "plan_status", "line", "quote", "note",
    ]

    /// The table as CSV, with its header.
    public static func csv(_ answer: FitAnswer, in language: Language) throws(TableError) -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = try CSVWriter()
        try writer.append(row: columns, to: &bytes)
        for row in rows(answer, in: language) { try writer.append(row: row, to: &bytes) }
        return bytes
    }

    static func rows(_ answer: FitAnswer, in language: Language) -> [[String]] {
        var rows: [[String]] = []
        for activity in answer.activities {
            let notes = (activity.gaps.map(\.text) + [activity.activity.note].compactMap(\.self))
                .map { $0[language] }.joined(separator: " ")
            let all = activity.assignments + activity.instead
            if all.isEmpty {
                let statement = Vocabulary.sentence(for: activity.outcome, at: activity.stages)[language]
                rows.append(
                    empty(answer.question, activity.activity.id, activity.outcome, statement + " " + notes))
            }
            rows += all.map { cells($0, answer.question, activity.outcome, note: notes) }
        }
        for silence in answer.reading.silences {
            rows.append(empty(answer.question, silence.id, .notStated, silence.text[language]))
        }
        for zone in answer.named where answer.activities.isEmpty {
            rows += zone.assignments.map { cells($0, answer.question, .assigned, note: "") }
        }
        if rows.isEmpty {
            let statement = Vocabulary.sentence(for: .notStated, at: [])[language]
            rows.append(empty(answer.question, "", .notStated, statement))
        }
        return rows
    }

    private static func empty(
        _ question: String, _ activity: String, _ outcome: ActivityAnswer.Outcome, _ note: String
    ) -> [String] {
        var row = [question, activity, outcome.rawValue] + [String](repeating: "", count: columns.count - 4)
        row.append(note)
        return row
    }

    private static func cells(
        _ assignment: FitAssignment, _ question: String, _ outcome: ActivityAnswer.Outcome, note: String
    ) -> [String] {
        [
            question, assignment.activity.id, outcome.rawValue, assignment.standing.rawValue, assignment.word,
            assignment.target.id, assignment.target.name.zh, assignment.target.name.en,
            assignment.target.zone?.layout ?? "", "\(assignment.target.isLocated)", "\(assignment.isAtLarge)",
            assignment.stages.map(\.rawValue).joined(separator: ";"), assignment.source.document,
            assignment.document.rank.rawValue, assignment.planStatus.rawValue, "\(assignment.source.line)",
            assignment.source.quote, note,
        ]
    }
}
