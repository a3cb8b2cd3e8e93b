public import Planning

/// What one word of a vocabulary is taken for where it stands in a question.
public struct WordReading: Hashable, Sendable {
    /// The word as the vocabulary first has it; width, case, spaces and hyphens make no other one.
    public let word: String
    /// The activities it leads to, by id, in the order of the vocabulary.
    public internal(set) var activities: [String] = []
    /// The stages it stands for.
    public internal(set) var stages: [ActivityStage] = []
    /// Whether it is among the words that name nothing the texts speak of.
    public internal(set) var isUnrelated = false
}

extension Activity {
    /// The words by which a question asks for it.
    ///
    /// The documents' words for a stage as such (制造) are no name of an activity.
    var askedFor: Set<String> { Set(synonyms + (isGeneral ? [] : words.map(\.text))) }
}

extension ActivityVocabulary {
    /// What every word of the vocabulary is taken for, as ``FunctionalFit`` reads questions, in a fixed order.
    ///
    /// A word without a letter or digit is never found in a question; it stands here with an empty ``WordReading/word``.
    public var wordReadings: [WordReading] {
        var readings: [[Unicode.Scalar]: WordReading] = [:]
        func note(_ word: String, _ change: (inout WordReading) -> Void) {
            let letters = FoldedText(word).letters
            change(&readings[letters, default: WordReading(word: letters.isEmpty ? "" : word)])
        }
        for activity in activities {
            for word in activity.askedFor.sorted() {
                note(word) { if $0.activities.last != activity.id { $0.activities.append(activity.id) } }
            }
        }
        for stage in ActivityStage.allCases {
            for word in stageWords[stage] ?? [] { note(word) { $0.stages.append(stage) } }
        }
        for word in unrelated { note(word) { $0.isUnrelated = true } }
        return readings.values.sorted { $0.word < $1.word }
    }
}
