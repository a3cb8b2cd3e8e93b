public import Wording

/// The words of functional fit (功能导向比对): activities, stages, what the documents contradict and leave unsaid.
///
/// An immutable value, read by ``GeoDataFolder/activities(in:)``.
public struct ActivityVocabulary: Hashable, Sendable {
    /// The activities, in order.
    public let activities: [Activity]
    /// What users type for a stage.
    public let stageWords: [ActivityStage: [String]]
    /// Words of a question that name no activity, such as 项目 and "where".
    public let fillers: [String]
    /// Chinese letters that only join words, such as 在 and 的.
    public let particles: [String]
    /// Words that take back what follows them, such as 不是 and "not".
    public let negations: [String]
    /// Words that name nothing the texts speak of and hold a word that does, as 化工厂 holds 工厂.
    public let unrelated: [String]
    /// Where documents, or sentences of one, do not agree.
    public let contradictions: [Contradiction]
    /// Questions the texts leave open.
    public let silences: [Silence]
    /// The lines of the documents on which its quotes stand, as far as `cited-lines.json` does not keep them.
    public let keptLines: CitedText

    /// The activity with an id.
    public func activity(_ id: String) -> Activity? { activities.first { $0.id == id } }

    /// Every sentence the vocabulary quotes.
    public var sources: [Source] {
        activities.flatMap { activity in
            activity.words.flatMap { $0.assignments.map(\.source) } + activity.gaps.flatMap(\.sources)
        } + contradictions.flatMap(\.sources) + silences.flatMap(\.sources)
    }
}

/// A point on which the texts disagree, each side with its own sentence.
public struct Contradiction: Hashable, Sendable {
    /// The id in the vocabulary.
    public let id: String
    /// The activities it concerns, by id.
    public let activities: [String]
    /// What differs.
    public let text: Bilingual
    /// Each side's sentence.
    public let sources: [Source]
}

/// A question the texts cannot answer, known by the words it is asked with.
public struct Silence: Hashable, Sendable {
    /// The id in the vocabulary.
    public let id: String
    /// Groups of words: the question is asked where one word of every group stands in the text.
    public let when: [[String]]
    /// Why it cannot be answered.
    public let text: Bilingual
    /// The sentences that come nearest.
    public let sources: [Source]
}
