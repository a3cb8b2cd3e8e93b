/// Words to look for in a text, each with what it stands for; the longest wins.
struct TermIndex<Meaning: Sendable>: Sendable {
    /// A word found in a text.
    struct Hit {
        let range: Range<Int>
        let meanings: [Meaning]
    }

    private struct Term {
        let letters: [Unicode.Scalar]
        var meanings: [Meaning]
    }

    /// By the first letter, longest first.
    private var terms: [Unicode.Scalar: [Term]] = [:]

    /// Adds a word; the same word again adds a meaning.
    mutating func add(_ word: String, _ meaning: Meaning) {
        let letters = FoldedText(word).letters
        guard let first = letters.first else { return }
        var list = terms[first] ?? []
        if let place = list.firstIndex(where: { $0.letters == letters }) {
            list[place].meanings.append(meaning)
        } else {
            let place = list.firstIndex { $0.letters.count < letters.count } ?? list.endIndex
            list.insert(Term(letters: letters, meanings: [meaning]), at: place)
        }
        terms[first] = list
    }

    /// The words in a text from left to right, the longest at each place, none across another.
    func hits(in text: FoldedText) -> [Hit] {
        var hits: [Hit] = []
        var place = 0
        while place < text.letters.count {
            if let hit = longest(in: text, at: place) {
                hits.append(hit)
                place = hit.range.upperBound
            } else {
                place += 1
            }
        }
        return hits
    }

    private func longest(in text: FoldedText, at place: Int) -> Hit? {
        for term in terms[text.letters[place]] ?? [] {
            let range = place..<place + term.letters.count
            guard range.upperBound <= text.letters.count, text.letters[range].elementsEqual(term.letters),
                text.canBound(range)
            else { continue }
            return Hit(range: range, meanings: term.meanings)
        }
        return nil
    }
}
