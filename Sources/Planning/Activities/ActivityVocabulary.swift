public import Wording

/// The words of functional fit (功能导向比对): activities, stages, what the documents contradict and leave unsaid.
///
/// An immutable value, read by ``GeoDataFolder/activities(in:)``.
public struct ActivityVocabulary: Hashable, Sendable {
    /// The activities, in order.
    public let activities: [Activity]
    /// The structures the texts name and the catalogue does not hold.
    public let structures: [NamedStructure]
    /// Every sentence it quotes, each once.
    public let sentences: [Source]
    /// Words that lead to several activities on purpose, with the ids of these.
    public let sharedWords: [String: [String]]
    /// What users type for a stage.
    public let stageWords: [ActivityStage: [String]]
    /// Words of a question that name no activity, such as 项目 and "where".
    public let fillers: [String]
    /// Chinese letters that only join words, such as 在 and 的.
    public let particles: [String]
    /// Words that take back what follows them, such as 不是 and "not".
    public let negations: [String]
    /// Words that take back what stands before them, such as 以外 and "excluded".
    public let closingNegations: [String]
    /// Words that only stress what they stand beside, such as 仅 and "only": a question is read as if they were not there.
    public let emphases: [String]
    /// Words that join what is taken back together, such as 和 and "or".
    public let conjunctions: [String]
    /// Words that name nothing the texts speak of and hold a word that does, as 化工厂 holds 工厂.
    public let unrelated: [String]
    /// Words planners ask by that stand in none of the documents, white space aside.
    public let absentWords: [String]
    /// Where documents, or sentences of one, do not agree.
    public let contradictions: [Contradiction]
    /// Questions the texts leave open.
    public let silences: [Silence]
    /// The lines of the documents on which its quotes stand, as far as `cited-lines.json` does not keep them.
    public let keptLines: CitedText

    /// The activity with an id.
    public func activity(_ id: String) -> Activity? { activities.first { $0.id == id } }

    /// The sentences its statements rest on, one for each.
    public var sources: [Source] {
        var sources: [Source] = []
        for activity in activities {
            for assignment in activity.words.flatMap(\.assignments) {
                sources.append(assignment.source)
                if let context = assignment.context { sources.append(context) }
            }
            sources += activity.gaps.flatMap(\.sources)
        }
        return sources + contradictions.flatMap(\.sources) + silences.flatMap(\.sources)
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
    /// Whether what is assigned to research or manufacture as such is not answered beside it: 一类工业用地 asks of a land use.
    public let standsAlone: Bool
    /// Why it cannot be answered.
    public let text: Bilingual
    /// The sentences that come nearest.
    public let sources: [Source]
}
