/// Lines of the documents, by document and line number from 1: the cited ones kept with the data, or the full texts.
public struct CitedText: Hashable, Sendable {
    private var lines: [String: [Int: String]]

    /// Takes lines by document id and line number.
    public init(lines: [String: [Int: String]] = [:]) {
        self.lines = lines
    }

    /// The ids of the documents of which there is any line.
    public var documents: [String] { lines.keys.sorted() }

    /// One line; nil where it is not there.
    public func line(_ number: Int, of document: String) -> String? { lines[document]?[number] }

    /// The numbers of the lines of a document, in order.
    public func lineNumbers(of document: String) -> [Int] { (lines[document] ?? [:]).keys.sorted() }

    /// Whether a quote begins on the line a source names.
    ///
    /// White space does not count, since the texts break lines within words; a quote may run on over the lines
    /// that follow.
    ///
    /// - Returns: nil where the line itself is not there.
    public func holds(_ source: Source) -> Bool? {
        guard let line = line(source.line, of: source.document) else { return nil }
        let wanted = Self.withoutSpace(source.quote)
        guard !wanted.isEmpty else { return false }
        var text = Self.withoutSpace(line)
        let end = text.count + wanted.count
        var next = source.line + 1
        while text.count < end, let following = self.line(next, of: source.document) {
            text += Self.withoutSpace(following)
            next += 1
        }
        let begins = Self.withoutSpace(line).count
        return (0..<begins).contains { start in
            text.count - start >= wanted.count && text[start..<start + wanted.count].elementsEqual(wanted)
        }
    }

    private static func withoutSpace(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !isSpace($0) && $0 != "\u{FEFF}" }
    }

    /// Unicode's White_Space (PropList), by hand: the property is asked of every letter of whole documents.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }
}
