import Siting
import Wording

/// What was decided in reading positions, gathered for the error stream: a table has no room for it.
struct RowNotes: Sendable {
    /// One kind of note: its first wording, how often it was made, and where first.
    private struct Kind: Sendable {
        let text: Bilingual
        var count = 0
        var rows: [Int] = []
    }

    private var kinds: [(key: String, kind: Kind)] = []

    /// Counts the notes of one row.
    ///
    /// - Returns: the places of their kinds, by which ``count(_:row:)`` counts other rows with the same notes.
    @discardableResult
    mutating func add(_ notes: [Note], frame: String, row: Int?) -> [Int] {
        let places = places(of: notes, frame: frame)
        count(places, row: row)
        return places
    }

    /// The places of the kinds of a row's notes, each once, with their first wording where a kind is new.
    ///
    /// The same may be said of both its cells, and is one row all the same.
    mutating func places(of notes: [Note], frame: String) -> [Int] {
        var places: [Int] = []
        for note in notes {
            // The same note about another frame is another note; numbers in its wording make none.
            let key = "\(note.code) \(frame)"
            let place = kinds.firstIndex { $0.key == key } ?? kinds.count
            if place == kinds.count { kinds.append((key, Kind(text: note.text))) }
            if !places.contains(place) { places.append(place) }
        }
        return places
    }

    /// Counts a row with notes of kinds that are known.
    mutating func count(_ places: [Int], row: Int?) {
        for place in places {
            kinds[place].kind.count += 1
            if let row, kinds[place].kind.rows.count < 5 { kinds[place].kind.rows.append(row) }
        }
    }

    /// Counts rows with notes of kinds that are known.
    mutating func count(_ places: [Int], rows: some Collection<Int>) {
        for place in places {
            kinds[place].kind.count += rows.count
            kinds[place].kind.rows += rows.prefix(5 - kinds[place].kind.rows.count)
        }
    }

    /// Adds the notes of the rows that come next.
    mutating func append(_ next: RowNotes) {
        for (key, kind) in next.kinds {
            guard let place = kinds.firstIndex(where: { $0.key == key }) else {
                kinds.append((key, kind))
                continue
            }
            kinds[place].kind.count += kind.count
            kinds[place].kind.rows += kind.rows.prefix(5 - kinds[place].kind.rows.count)
        }
    }

    /// Says each kind once, with the rows it concerns.
    func report(_ language: Language) {
        for (_, kind) in kinds {
            let rows = kind.rows.map { String($0) }.joined(separator: Bilingual(zh: "、", en: ", ")[language])
            let isMore = kind.count > kind.rows.count
            let places =
                rows.isEmpty
                ? Bilingual(zh: "", en: "")
                : Bilingual(
                    zh: "（\(kind.count) 行：第 \(rows) \(isMore ? "等行" : "行")）",
                    en: " (rows: \(kind.count); \(rows)\(isMore ? " and others" : ""))")
            Messages.write(kind.text[language] + places[language])
        }
    }
}
