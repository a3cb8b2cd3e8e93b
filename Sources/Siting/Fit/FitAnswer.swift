public import Planning
public import Wording

/// What the documents assign an activity to: every sentence, no winner (功能导向比对).
public struct FitAnswer: Hashable, Sendable {
    /// The question as it was asked.
    public let question: String
    /// The day whose editions answer.
    public let asOf: CalendarDate
    /// What the question was taken to ask for.
    public let reading: ActivityReading
    /// The answer for each activity in the question.
    public let activities: [ActivityAnswer]
    /// The zones the question names, with what the texts want there.
    public let named: [NamedZone]
    /// Where the texts disagree on these activities.
    public let contradictions: [Contradiction]

    /// The outcome of the question as a whole: the best any of its activities has.
    public var outcome: ActivityAnswer.Outcome {
        activities.map(\.outcome).min { $0.order < $1.order } ?? .notStated
    }
}

/// A zone that a question names.
public struct NamedZone: Hashable, Sendable {
    /// The zone.
    public let zone: Zone
    /// The zone and its ancestors, the outermost first.
    public let path: [Zone]
    /// What the texts assign to it, and to the zones of which it is the parent.
    public let assignments: [FitAssignment]
}

/// What the texts say of one activity.
public struct ActivityAnswer: Hashable, Sendable {
    /// How far the texts answer.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// Some sentence gives it to a place, at the stage asked for.
        case assigned
        /// Some sentence gives it to a place and tells no stage.
        case stageNotStated = "stage_not_stated"
        /// Sentences give it to places, all at other stages.
        case otherStage = "other_stage"
        /// Sentences speak of it for the whole administered park or a whole district only.
        case atLarge = "at_large"
        /// No sentence assigns it.
        case notStated = "not_stated"

        var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The activity.
    public let activity: Activity
    /// The stages asked for; empty for all.
    public let stages: [ActivityStage]
    /// How far the texts answer.
    public let outcome: Outcome
    /// The activity's own sentences, document by document.
    public let assignments: [FitAssignment]
    /// What the texts answer instead, where they do not answer: sentences on broader and related activities.
    public let instead: [FitAssignment]
    /// What the texts do not say of it.
    public let gaps: [ActivityGap]
}

/// One sentence that gives a document's word to a place.
public struct FitAssignment: Hashable, Sendable {
    /// How the sentence stands to the question.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Names the activity, at the stage asked for.
        case direct
        /// Names the activity and tells no stage.
        case stageNotStated = "stage_not_stated"
        /// Names the activity at another stage.
        case otherStage = "other_stage"
        /// Names something the activity is part of.
        case broader
        /// Names something beside it.
        case related
    }

    /// How the sentence stands to the question.
    public let standing: Standing
    /// The activity its word stands for.
    public let activity: Activity
    /// The document's word.
    public let word: String
    /// Where the sentence gives it to.
    public let target: FitTarget
    /// The stages the sentence speaks of.
    public let stages: [ActivityStage]
    /// Whether it speaks of the whole administered park or a whole district.
    public let isAtLarge: Bool
    /// The document.
    public let document: Document
    /// Where the document's plan period stands.
    public let planStatus: PlanStatus
    /// The sentence.
    public let source: Source
}

/// Where a sentence gives an activity to.
public enum FitTarget: Hashable, Sendable {
    /// A zone of the catalogue, with its ancestors, the outermost first, itself last.
    case zone(Zone, path: [Zone])
    /// A structure the texts name that the catalogue does not hold.
    case named(NamedStructure)

    /// The id: the zone's, or the inventory's.
    public var id: String {
        switch self {
        case .zone(let zone, _): zone.id
        case .named(let structure): structure.id
        }
    }

    /// The name.
    public var name: Bilingual {
        switch self {
        case .zone(let zone, _): zone.name
        case .named(let structure): structure.name
        }
    }

    /// The zone; nil for a structure the catalogue does not hold.
    public var zone: Zone? {
        if case .zone(let zone, _) = self { zone } else { nil }
    }

    /// Whether it is drawn.
    public var isLocated: Bool { zone?.geometry != nil }

    /// Why it is not drawn; nil where it is.
    public var unlocatedReason: Bilingual? {
        guard let zone else {
            return Bilingual(
                zh: "文本只给出名称，结构单元目录未收录。", en: "The text gives only its name; it is no zone of the catalogue.")
        }
        return zone.unlocatedReason
    }
}
