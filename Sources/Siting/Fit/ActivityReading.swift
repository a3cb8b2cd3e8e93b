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
    /// The words for activities and stages that the text takes back: 不要集成电路 asks for none.
    public let excluded: [String]
    /// What no word of the vocabulary stands for.
    public let unknown: [String]
    /// The user's words that stand in none of the documents: the texts are silent, not only the vocabulary.
    public let absent: [String]
    /// The zones the text names.
    public let named: [ZoneReference]
    /// The questions in it that the texts leave open.
    public let silences: [Silence]
}

/// Reads questions in free text by the words of a vocabulary and the names of a catalogue's zones.
struct ActivityReader: Sendable {
    enum Meaning: Hashable, Sendable {
        case activity(Int)
        case stage(ActivityStage)
        case unrelated
    }

    private let vocabulary: ActivityVocabulary
    private var terms = TermIndex<Meaning>()
    private var names = TermIndex<ZoneReference>()
    private var fillers = TermIndex<Bool>()
    private let negations: NegationReader
    private let emphases: TermIndex<Bool>
    private let absentWords: TermIndex<Bool>
    private let particles: Set<Unicode.Scalar>
    private let silences: [(silence: Silence, groups: [TermIndex<Bool>])]

    init(_ vocabulary: ActivityVocabulary, zones: [Zone]) {
        self.vocabulary = vocabulary
        particles = Set(vocabulary.particles.flatMap(\.unicodeScalars))
        silences = vocabulary.silences.map { silence in
            (silence, silence.when.map(Self.index))
        }
        absentWords = Self.index(vocabulary.absentWords)
        negations = NegationReader(vocabulary)
        emphases = Self.index(vocabulary.emphases)
        for (place, activity) in vocabulary.activities.enumerated() {
            for word in activity.askedFor { terms.add(word, .activity(place)) }
        }
        for (stage, words) in vocabulary.stageWords { words.forEach { terms.add($0, .stage(stage)) } }
        vocabulary.unrelated.forEach { terms.add($0, .unrelated) }
        vocabulary.fillers.forEach { fillers.add($0, true) }
        for zone in zones {
            let reference = ZoneReference(layout: zone.layout, zone: zone.id)
            // A name of two letters is often a piece of another word: 重大 for 重庆大学.
            for name in Set([zone.name.zh, zone.name.en, zone.name.en + "s"] + zone.aliases)
            where name.unicodeScalars.count > 2 {
                names.add(name, reference)
            }
        }
    }

    static func index(_ words: [String]) -> TermIndex<Bool> {
        var index = TermIndex<Bool>()
        words.forEach { index.add($0, true) }
        return index
    }

    func reading(of question: String) -> ActivityReading {
        let asked = FoldedText(question)
        let text = asked.without(emphases.hits(in: asked).map(\.range))
        let hits = terms.hits(in: text)
        let nameHits = names.hits(in: text)
        let taken = negations.takenBack(hits, in: text)
        var found: [(place: Int, words: [String])] = []
        var stages: Set<ActivityStage> = []
        for (order, hit) in hits.enumerated() where !taken.hits.contains(order) {
            for meaning in hit.meanings {
                switch meaning {
                case .unrelated: break
                case .stage(let stage): stages.insert(stage)
                case .activity(let place):
                    let activity = vocabulary.activities[place]
                    // 芯片封测 asks for packaging, not for chips as well.
                    let beside = [order - 1, order + 1].filter(hits.indices.contains).map { hits[$0] }
                    if beside.contains(where: { narrows($0, activity, beside: hit) }) { continue }
                    if activity.isGeneral, let stage = activity.stage { stages.insert(stage) }
                    let word = text.text(hit.range)
                    if let known = found.firstIndex(where: { $0.place == place }) {
                        if !found[known].words.contains(word) { found[known].words.append(word) }
                    } else {
                        found.append((place, [word]))
                    }
                }
            }
        }
        let known = hits.indices.filter {
            taken.hits.contains($0) || !hits[$0].meanings.contains(.unrelated)
        }.map { hits[$0].range }
        let pieces = rest(of: text, without: known + nameHits.map(\.range) + taken.words)
        // 不要重污染: what is taken back need not be known.
        let refused = pieces.filter { negations.reaches($0, from: taken, in: text) }
        let unknown = pieces.filter { !refused.contains($0) }.map(text.text)
        let absent = unknown.flatMap { piece in
            let text = FoldedText(piece)
            return absentWords.hits(in: text).map { text.text($0.range) }
        }
        var activities = found.map {
            ActivityReading.Found(activity: vocabulary.activities[$0.place], words: $0.words)
        }
        let open = silences.filter { $0.groups.allSatisfy { !$0.hits(in: text).isEmpty } }.map(\.silence)
        // Making as such answers only where nothing is made that the vocabulary does not know.
        if activities.contains(where: { !$0.activity.isGeneral }) || !unknown.isEmpty
            || open.contains(where: \.standsAlone)
        {
            activities.removeAll(where: \.activity.isGeneral)
        }
        var named: [ZoneReference] = []
        for reference in nameHits.flatMap(\.meanings) where !named.contains(reference) {
            named.append(reference)
        }
        return ActivityReading(
            found: activities, stages: ActivityStage.allCases.filter(stages.contains),
            excluded: (taken.hits.map { hits[$0].range } + refused).sorted {
                $0.lowerBound < $1.lowerBound
            }.map(text.text),
            unknown: unknown,
            absent: absent, named: named,
            silences: open)
    }

    /// Whether a word that touches another names a part of that other's activity.
    private func narrows(
        _ hit: TermIndex<Meaning>.Hit, _ activity: Activity, beside other: TermIndex<Meaning>.Hit
    ) -> Bool {
        guard
            hit.range.upperBound == other.range.lowerBound || other.range.upperBound == hit.range.lowerBound
        else { return false }
        return hit.meanings.contains { meaning in
            guard case .activity(let place) = meaning else { return false }
            return vocabulary.activities[place].broader.contains(activity.id)
        }
    }

    /// The pieces of the text that neither a known word nor a filler covers.
    ///
    /// A Chinese filler of one letter stands for nothing only where the whole piece is such: 房地产 is one word.
    private func rest(of text: FoldedText, without covered: [Range<Int>]) -> [Range<Int>] {
        var isCovered = [Bool](repeating: false, count: text.letters.count)
        var isLight = text.letters.map { ("0"..."9").contains($0) || particles.contains($0) }
        for range in covered { for place in range { isCovered[place] = true } }
        for hit in fillers.hits(in: text) {
            for place in hit.range {
                if hit.range.count == 1, text.letters[place].value > 0x7F {
                    isLight[place] = true
                } else {
                    isCovered[place] = true
                }
            }
        }
        var pieces: [Range<Int>] = []
        var place = 0
        while place < text.letters.count {
            var piece = place..<place
            while piece.upperBound < text.letters.count, !isCovered[piece.upperBound],
                !FoldedText.isPunctuation(text.letters[piece.upperBound])
            {
                piece = place..<piece.upperBound + 1
            }
            place = piece.upperBound + 1
            if piece.allSatisfy({ isLight[$0] }) { continue }
            while let first = piece.first, particles.contains(text.letters[first]) {
                piece = piece.dropFirst()
            }
            while let last = piece.last, particles.contains(text.letters[last]) { piece = piece.dropLast() }
            pieces.append(piece)
        }
        return pieces
    }
}
