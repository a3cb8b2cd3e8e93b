public import Planning
public import Wording

/// Text for a terminal: one site in full, or many in a few lines each.
public final class TextAnswerWriter: AnswerWriter {
    private let text: AnswerText
    private let language: Language
    private let isFull: Bool
    private var isFirst = true

    /// Writes each site in full, sentences and all, or in a few lines.
    public init(catalogue: Catalogue, language: Language, isFull: Bool) {
        text = AnswerText(catalogue: catalogue, language: language)
        self.language = language
        self.isFull = isFull
    }

    /// Nothing stands before the first site.
    public func begin(_ output: inout [UInt8]) {}

    /// An empty line between two sites.
    public var separator: [UInt8] { [UInt8(ascii: "\n")] }

    /// Goes on where sites were written or were not.
    public func resume(afterRows: Bool) { isFirst = !afterRows }

    /// Appends one site.
    public func write(_ row: AnsweredRow, to output: inout [UInt8]) {
        guard let outcome = row.outcome else { return }
        if !isFirst { output += separator }
        isFirst = false
        switch outcome {
        case .success(let answer):
            output.append(contentsOf: (isFull ? text.full(answer) : text.brief(answer)).utf8)
        case .failure(let error):
            let names = [row.id, row.name].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
            let heading = names.isEmpty ? "" : names + "  "
            output.append(contentsOf: "\(heading)\(error.located(in: language))\n".utf8)
        }
    }

    /// Says once what the answers are not.
    public func end(_ output: inout [UInt8]) {
        if !isFull, !isFirst { output.append(contentsOf: "\n\(text.closing)".utf8) }
    }
}
