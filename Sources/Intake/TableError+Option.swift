package import Tables
package import Wording

extension TableError {
    /// The error with the option of the command that settles it, where there is one.
    package var withOption: any ExplainedError {
        guard let option else { return self }
        return OptionedError(
            code: code, message: message,
            remedy: Bilingual(zh: remedy.zh + "（选项 \(option)）", en: remedy.en + " (Option: \(option).)"))
    }

    private var option: String? {
        switch kind {
        case .missingColumn, .ambiguousColumn, .conflictingFrames: "--columns"
        case .titleAboveHeader: row.map { "--header-row \($0)" }
        case .missingHeaderRow: "--header-row"
        case .undecodableText: "--encoding"
        case .unsupportedDelimiter: "--delimiter"
        default: nil
        }
    }
}

/// An error of a library said by the command.
private struct OptionedError: ExplainedError {
    package let code: String
    package let message: Bilingual
    package let remedy: Bilingual
}
