internal import Glibc
internal import Presenting
internal import Tables
internal import Wording

/// What a word on the command line that names a site is.
package enum SiteArgument: Equatable {
    /// A position, such as `106.33,29.52`.
    case position(String)
    /// A place or a zone by its name.
    case name(String)
    /// Well-Known Text.
    case wkt(String)
    /// GeoJSON.
    case geojson(String)
    /// A file, or standard input for `-`.
    case file(String)

    /// Tells what a word is by how it begins; a file that is there goes before a name.
    ///
    /// - Parameters:
    ///   - word: the word.
    ///   - mayNameFile: whether it may name a file; never where it comes from someone else than the user here.
    package init(_ word: String, mayNameFile: Bool = true) {
        let text = word.trimmed
        if mayNameFile, text == "-" {
            self = .file(text)
        } else if text.hasPrefix("{") {
            self = .geojson(text)
        } else if text.isWKT || text.wordsAndWKT != nil {
            self = .wkt(text)
        } else if mayNameFile, access(word, F_OK) == 0 || Self.namesFile(text) {
            self = .file(word)
        } else if text.holdsFigures {
            self = .position(word)
        } else {
            self = .name(text)
        }
    }

    /// Whether the text ends like the name of a file: an ending of letters behind a dot.
    private static func namesFile(_ text: String) -> Bool {
        guard let last = text.split(separator: "/").last, let dot = last.lastIndex(of: "."),
            dot != last.startIndex
        else { return false }
        let ending = last[last.index(after: dot)...]
        return (2...8).contains(ending.count) && ending.first?.isLetter == true
            && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}

extension StringProtocol {
    /// Whether any figure stands in it, of whatever width; 五 and Ⅱ are letters of a name.
    var holdsFigures: Bool { foldedWidth.contains { ("0"..."9").contains($0) } }

    /// Without blank characters, and marks of byte order, at either end.
    package var trimmed: String {
        var text = self[...]
        func isBlank(_ character: Character) -> Bool { character.isWhitespace || character == "\u{FEFF}" }
        while let first = text.first, isBlank(first) { text.removeFirst() }
        while let last = text.last, isBlank(last) { text.removeLast() }
        return String(text)
    }
}
