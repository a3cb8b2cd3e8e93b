/// The sentence an answer rests on: document, line, exact words.
public struct Source: Hashable, Sendable {
    /// The id of the document in the catalogue, such as `002`.
    public let document: String
    /// The line of the document's text file on which the quote begins, from 1.
    public let line: Int
    /// The document's own words.
    public let quote: String

    /// Names a sentence.
    public init(document: String, line: Int, quote: String) {
        self.document = document
        self.line = line
        self.quote = quote
    }
}
