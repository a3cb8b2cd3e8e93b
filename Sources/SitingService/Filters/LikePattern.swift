/// A pattern of LIKE: `%` stands for any text, `_` for one character, a backslash takes their meaning away.
struct LikePattern {
    private enum Part: Equatable {
        case any
        case one
        case exactly(Character)
    }

    private let parts: [Part]

    init(_ pattern: String) {
        var parts: [Part] = []
        var isEscaped = false
        for character in pattern {
            switch character {
            case _ where isEscaped:
                parts.append(.exactly(character))
                isEscaped = false
            case "\\": isEscaped = true
            // Two in a row say no more than one and would only cost time.
            case "%": if parts.last != .any { parts.append(.any) }
            case "_": parts.append(.one)
            default: parts.append(.exactly(character))
            }
        }
        self.parts = parts
    }

    /// Whether the whole text fits; at worst as many steps as the product of the two lengths.
    func matches(_ text: String) -> Bool {
        let characters = Array(text)
        var (place, part) = (0, 0)
        var retry: (place: Int, part: Int)?
        while place < characters.count {
            if part < parts.count, parts[part] == .any {
                retry = (place, part)
                part += 1
            } else if part < parts.count, parts[part] == .one || parts[part] == .exactly(characters[place]) {
                place += 1
                part += 1
            } else if let last = retry {
                retry = (last.place + 1, last.part)
                (place, part) = (last.place + 1, last.part + 1)
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == .any }
    }
}
