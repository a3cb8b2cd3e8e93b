extension StringProtocol {
    /// The text as a message may repeat it between its own quotes: one line, at most sixty characters.
    ///
    /// What cannot be seen or would turn the line about is written out: U+202E as `\u{202e}`.
    public var quotable: String {
        var shown = ""
        // Combining marks could make one character endless, so scalars are counted.
        for (count, scalar) in unicodeScalars.enumerated() {
            guard count < 60 else { return shown + "…" }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                shown += "\\u{\(String(scalar.value, radix: 16))}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// The text as a message may repeat it, in straight quotes, those within it escaped as JSON has them.
    public var quoted: String {
        var shown = "\""
        for character in quotable.unicodeScalars {
            if character == "\"" { shown += "\\" }
            shown.unicodeScalars.append(character)
        }
        return shown + "\""
    }
}
