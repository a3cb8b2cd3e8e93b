internal import Planning

/// Finds the words of a question that it takes back: 不要集成电路, 芯片以外, "except chips and software".
struct NegationReader: Sendable {
    private let before: TermIndex<Bool>
    private let after: TermIndex<Bool>
    private let conjunctions: TermIndex<Bool>
    private let fillers: TermIndex<Bool>

    init(_ vocabulary: ActivityVocabulary) {
        before = ActivityReader.index(vocabulary.negations)
        after = ActivityReader.index(vocabulary.closingNegations)
        conjunctions = ActivityReader.index(vocabulary.conjunctions)
        fillers = ActivityReader.index(vocabulary.fillers.filter { !Self.turns.contains($0) })
    }

    /// Fillers after which something else is asked for: 不是研发而是制造.
    private static let turns: Set<String> = ["而", "还是", "不是"]

    /// What a question takes back.
    struct TakenBack {
        /// Which of the hits, by their order.
        var hits: Set<Int> = []
        /// Where the words stand that take them back.
        var words: [Range<Int>] = []
        /// Where words end that take back something, but no hit.
        var open: [Int] = []
    }

    /// The hits that are taken back.
    ///
    /// A word of negation takes back the next hit of its clause with nothing but fillers between, what is joined to that by
    /// 和, "or" or 、, and what is one word with it. One such as 以外 takes back the hit before it, and so does
    /// one that ends the clause.
    func takenBack(_ hits: [TermIndex<ActivityReader.Meaning>.Hit], in text: FoldedText) -> TakenBack {
        var taken = TakenBack()
        // 非 is a letter of 非物质文化遗产, and takes nothing back there.
        let opening = before.hits(in: text).filter { negation in
            !isQuestion(negation.range, in: text) && !hits.contains { $0.range.overlaps(negation.range) }
        }
        for negation in opening {
            var reached: Set<Int> = []
            var place = negation.range.upperBound
            var last: Int?
            while let next = hits.firstIndex(where: { $0.range.lowerBound >= place }) {
                let between = place..<hits[next].range.lowerBound
                let isReached =
                    if let last {
                        between.isEmpty
                            ? names(hits[last]) && !(isPrefix(negation.range, in: text) && names(hits[next]))
                            : joins(between, in: text)
                    } else {
                        isFilled(between, in: text)
                    }
                guard isReached else { break }
                reached.insert(next)
                last = next
                place = hits[next].range.upperBound
            }
            if negation.range.count == 1, text.letters[negation.range.lowerBound] == "除" {
                // By itself it stands in 清除 and 除尘 too: only 除…外 takes back.
                guard !reached.isEmpty, place < text.letters.count, text.letters[place] == "外" else {
                    continue
                }
                taken.words.append(place..<place + 1)
            }
            taken.words.append(negation.range)
            taken.hits.formUnion(reached)
            if reached.isEmpty { taken.open.append(negation.range.upperBound) }
        }
        let starts = before.hits(in: text).map(\.range)
        for negation in after.hits(in: text)
        where !starts.contains(negation.range) || isClosing(negation.range, in: text) {
            guard let order = hits.lastIndex(where: { $0.range.upperBound <= negation.range.lowerBound }),
                isFilled(hits[order].range.upperBound..<negation.range.lowerBound, in: text)
            else { continue }
            taken.hits.insert(order)
            taken.words.append(negation.range)
        }
        return taken
    }

    /// Whether words that took back no hit take back an unknown piece of the text.
    func reaches(_ piece: Range<Int>, from taken: TakenBack, in text: FoldedText) -> Bool {
        taken.open.contains { $0 <= piece.lowerBound && isFilled($0..<piece.lowerBound, in: text) }
    }

    /// Whether the word is 非, a prefix to one name only: 非化工新材料 are materials.
    private func isPrefix(_ range: Range<Int>, in text: FoldedText) -> Bool {
        range.count == 1 && text.letters[range.lowerBound] == "非"
    }

    /// Whether a word stands for an activity, so that the stage after it is a part of what is named: 体外诊断研发.
    private func names(_ hit: TermIndex<ActivityReader.Meaning>.Hit) -> Bool {
        hit.meanings.contains { if case .activity = $0 { true } else { false } }
    }

    /// Whether the word is half of a question that leaves both open: 能不能, 要不要, 有没有.
    private func isQuestion(_ range: Range<Int>, in text: FoldedText) -> Bool {
        guard let sign = text.letters[range].first, sign == "不" || sign == "没", range.count > 1,
            range.lowerBound > 0
        else { return false }
        return text.letters[range.lowerBound - 1] == text.letters[range.lowerBound + 1]
    }

    /// Whether nothing of the clause follows.
    private func isClosing(_ range: Range<Int>, in text: FoldedText) -> Bool {
        var place = range.upperBound
        while place < text.letters.count, text.letters[place] == "的" { place += 1 }
        return place == text.letters.count || FoldedText.isPunctuation(text.letters[place])
    }

    private func joins(_ range: Range<Int>, in text: FoldedText) -> Bool {
        (range.count == 1 && text.letters[range.lowerBound] == FoldedText.pause)
            || conjunctions.hits(in: text).contains { $0.range == range }
    }

    private func isFilled(_ range: Range<Int>, in text: FoldedText) -> Bool {
        var place = range.lowerBound
        let known = fillers.hits(in: text)
        while place < range.upperBound {
            guard let filler = known.first(where: { $0.range.contains(place) }),
                filler.range.upperBound <= range.upperBound
            else { return false }
            place = filler.range.upperBound
        }
        return true
    }
}
