public import Planning
internal import Wording

/// What a question in free text was taken to ask for.
public struct ActivityReading: Hashable, Sendable {
    /// An activity found in the text.
    public struct Found: Hashable, Sendable {
        /// The activity.
        public let activity: Activity
        /// The user's words for it.
        public let words: [String]
    }

    /// The activities, in the order of the text.
    public let found: [Found]
    /// The stages the text speaks of.
    public let stages: [ActivityStage]
    /// What no word of the vocabulary stands for.
    public let unknown: [String]
    /// The zones the text names.
    public let named: [ZoneReference]
    /// The questions in it that the texts leave open.
    public let silences: [Silence]
}

/// Reads questions in free text by the words of a vocabulary and the names of a catalogue's zones.
struct ActivityReader: Sendable {
    private enum Meaning: Hashable, Sendable {
        case activity(Int)
        case stage(ActivityStage)
    }

    private let vocabulary: ActivityVocabulary
    private var terms = TermIndex<Meaning>()
    private var names = TermIndex<ZoneReference>()
    private var fillers = TermIndex<Bool>()
    private let silences: [(silence: Silence, groups: [TermIndex<Bool>])]

    init(_ vocabulary: ActivityVocabulary, zones: [Zone]) {
        self.vocabulary = vocabulary
        silences = vocabulary.silences.map { silence in
            (silence, silence.when.map(Self.index))
        }
        for (place, activity) in vocabulary.activities.enumerated() {
            // The documents' words for a stage as such (制造) are no name of an activity.
            let own = activity.isGeneral ? [] : activity.words.map(\.text)
            for word in Set(activity.synonyms + own) { terms.add(word, .activity(place)) }
        }
        for (stage, words) in vocabulary.stageWords { words.forEach { terms.add($0, .stage(stage)) } }
        vocabulary.fillers.forEach { fillers.add($0, true) }
        for zone in zones {
            let reference = ZoneReference(layout: zone.layout, zone: zone.id)
            for name in Set([zone.name.zh, zone.name.en] + zone.aliases) where name.unicodeScalars.count > 1 {
                names.add(name, reference)
            }
        }
    }

    private static func index(_ words: [String]) -> TermIndex<Bool> {
        var index = TermIndex<Bool>()
        words.forEach { index.add($0, true) }
        return index
    }

    func reading(of question: String) -> ActivityReading {
        let text = FoldedText(question)
        let hits = terms.hits(in: text)
        let nameHits = names.hits(in: text)
        var found: [(place: Int, words: [String])] = []
        var stages: Set<ActivityStage> = []
        for hit in hits {
            for meaning in hit.meanings {
                switch meaning {
                case .stage(let stage): stages.insert(stage)
                case .activity(let place):
                    let word = text.text(hit.range)
                    if let known = found.firstIndex(where: { $0.place == place }) {
                        if !found[known].words.contains(word) { found[known].words.append(word) }
                    } else {
                        found.append((place, [word]))
                    }
                }
            }
        }
        let unknown = rest(of: text, without: hits.map(\.range) + nameHits.map(\.range))
        var activities = found.map {
            ActivityReading.Found(activity: vocabulary.activities[$0.place], words: $0.words)
        }
        // Making as such answers only where nothing is made that the vocabulary does not know.
        if activities.contains(where: { !$0.activity.isGeneral }) || !unknown.isEmpty {
            activities.removeAll(where: \.activity.isGeneral)
        }
        var named: [ZoneReference] = []
        for reference in nameHits.flatMap(\.meanings) where !named.contains(reference) {
            named.append(reference)
        }
        return ActivityReading(
            found: activities, stages: ActivityStage.allCases.filter(stages.contains), unknown: unknown,
            named: named,
            silences: silences.filter { $0.groups.allSatisfy { !$0.hits(in: text).isEmpty } }.map(\.silence))
    }

    /// The pieces of the text that neither a known word nor a filler covers.
    private func rest(of text: FoldedText, without covered: [Range<Int>]) -> [String] {
        var isCovered = [Bool](repeating: false, count: text.letters.count)
        for range in covered + fillers.hits(in: text).map(\.range) {
            for place in range { isCovered[place] = true }
        }
        var pieces: [String] = []
        var start: Int?
        for place in 0...text.letters.count {
            let isRest =
                place < text.letters.count && !isCovered[place] && text.letters[place] != FoldedText.stop
                && !("0"..."9").contains(text.letters[place])
            if isRest {
                start = start ?? place
            } else if let begin = start {
                pieces.append(text.text(begin..<place))
                start = nil
            }
        }
        return pieces
    }
}
