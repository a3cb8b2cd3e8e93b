/// A text with its full-width forms made ordinary, and whether there were any digits or signs among them.
///
/// U+FF01–U+FF5E are the ASCII characters at full width and U+3000 the space (Unicode, Halfwidth and Fullwidth
/// Forms). Commas and other separators do not count: they are ordinary Chinese punctuation.
func foldingWidth(of text: String) -> (text: String, hadWideFigures: Bool) {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return (text, false) }
    var folded = String.UnicodeScalarView()
    var hadWideFigures = false
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0xFF01...0xFF5E:
            guard let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else { continue }
            folded.append(narrow)
            hadWideFigures = hadWideFigures || "0123456789.+-".unicodeScalars.contains(narrow)
        case 0x3000, 0xA0, 0x2002...0x200A, 0x202F: folded.append(" ")
        case 0x2212: folded.append("-")
        case 0xFEFF, 0x200B...0x200F: continue  // marks without width, left by spreadsheets and web pages
        default: folded.append(scalar)
        }
    }
    return (String(folded), hadWideFigures)
}

extension StringProtocol {
    /// The text without spaces at either end.
    var trimmed: SubSequence {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return rest
    }
}

extension String {
    /// Whether another text stands somewhere in this one.
    ///
    /// Bytes are compared, so that Foundation need not be loaded.
    func containsText(_ other: String) -> Bool { firstOffset(of: other) != nil }

    /// The text without the given pieces, each removed wherever it stands, in the order given.
    func removing(_ pieces: String...) -> String {
        var bytes = Array(utf8)
        for piece in pieces {
            let wanted = Array(piece.utf8)
            guard !wanted.isEmpty else { continue }
            while let start = bytes.offset(of: wanted) { bytes.removeSubrange(start..<start + wanted.count) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a digit stands right before the first occurrence of another text.
    func hasDigit(before other: String) -> Bool {
        guard let offset = firstOffset(of: other), offset > 0 else { return false }
        return (48...57).contains(Array(utf8)[offset - 1])
    }

    private func firstOffset(of other: String) -> Int? { Array(utf8).offset(of: Array(other.utf8)) }

    /// The text as an error may repeat it: one line, no control characters, at most sixty characters.
    var quotable: String {
        let visible = unicodeScalars.prefix(300).map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        var line = String(String.UnicodeScalarView(visible))
        if line.count > 60 { line = line.prefix(59) + "…" }
        return line
    }
}

extension [UInt8] {
    fileprivate func offset(of wanted: [UInt8]) -> Int? {
        guard count >= wanted.count else { return nil }
        return (0...(count - wanted.count)).first { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
}
