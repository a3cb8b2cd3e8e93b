/// Something a reader of an answer should know: a stable code for programs, a sentence for people.
public struct Note: Hashable, Sendable {
    /// A snake_case name that never changes.
    public let code: String
    /// The sentence.
    public let text: Bilingual

    /// Writes a note.
    public init(code: String, text: Bilingual) {
        self.code = code
        self.text = text
    }
}
