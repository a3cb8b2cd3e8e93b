public import Wording

/// What is done with an activity: found out, brought to use, or made.
public enum ActivityStage: String, Hashable, Sendable, CaseIterable {
    /// 研发.
    case research
    /// 转化: incubation, pilot scale, transfer.
    case transfer
    /// 制造.
    case manufacture

    /// What people call it.
    public var name: Bilingual {
        switch self {
        case .research: Bilingual(zh: "研发", en: "research")
        case .transfer: Bilingual(zh: "转化", en: "transfer")
        case .manufacture: Bilingual(zh: "制造", en: "manufacture")
        }
    }
}

/// An activity people ask for, with the words the documents have for it and the zones they give those words to.
///
/// A controlled vocabulary: a user's word reaches a document only through ``synonyms`` or through a word the
/// document itself uses, and every assignment carries the sentence in which that word stands.
public struct Activity: Hashable, Sendable {
    /// The id in the vocabulary, such as `ivd`.
    public let id: String
    /// The name.
    public let name: Bilingual
    /// What users type for it, in Chinese, English and pinyin.
    public let synonyms: [String]
    /// The stage the activity itself is, as wafer making is manufacture; nil where it has several.
    public let stage: ActivityStage?
    /// Whether it names a stage and no field, such as making in general; it then answers only on its own.
    public let isGeneral: Bool
    /// Activities it is part of, by id: what the texts answer where they do not name it.
    public let broader: [String]
    /// Activities the texts treat beside it, by id.
    public let related: [String]
    /// What to know before its answer is used.
    public let note: Bilingual?
    /// The documents' own words for it.
    public let words: [DocumentWord]
    /// What the texts do not say of it.
    public let gaps: [ActivityGap]
}

/// A word as a document writes it, and where the document puts it.
public struct DocumentWord: Hashable, Sendable {
    /// The word.
    public let text: String
    /// Where it is put, sentence by sentence.
    public let assignments: [WordAssignment]
}

/// One sentence that gives a document's word to one place.
public struct WordAssignment: Hashable, Sendable {
    /// What a sentence may give an activity to.
    public enum Place: Hashable, Sendable {
        /// A zone of the catalogue.
        case zone(ZoneReference)
        /// A structure the text names that is no zone of the catalogue.
        case named(NamedStructure)
    }

    /// Where to.
    public let place: Place
    /// The sentence; the word stands in its quote.
    public let source: Source
    /// What the sentence calls the place, where it is neither its name nor an alias: 组团东部地区.
    public let calledAs: String?
    /// The heading, table cell or earlier clause that says of which place the sentence speaks, where it does not itself.
    public let context: Source?
    /// The stages it speaks of; empty where it gives none.
    public let stages: [ActivityStage]
    /// Whether it speaks of the whole administered park or a whole district, and so of no zone in particular.
    public let isAtLarge: Bool
}

/// A structure the texts name and the catalogue does not hold, such as an incubator cluster.
public struct NamedStructure: Hashable, Sendable {
    /// The id of the inventory.
    public let id: String
    /// The name.
    public let name: Bilingual
    /// Other names the documents use.
    public let aliases: [String]
}

/// Something the texts do not say of an activity, and what they say instead.
public struct ActivityGap: Hashable, Sendable {
    /// The stage that is missing; nil where it concerns all.
    public let stage: ActivityStage?
    /// What is missing.
    public let text: Bilingual
    /// The sentences that stand nearest.
    public let sources: [Source]
}
