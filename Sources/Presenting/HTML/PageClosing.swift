internal import Wording

/// What every printed page ends with; the names are those of `closing.mustache`.
package struct PageClosing {
    /// One item that nobody has checked.
    package struct Item {
        package let name: String
        package let text: String
    }

    package let hasUnchecked: Bool
    package let uncheckedHeading: String
    package let unchecked: [Item]
    package let separator: String
    package let disclaimer: String

    init(unchecked: [Item], language: Language) {
        hasUnchecked = !unchecked.isEmpty
        uncheckedHeading = language.say("未核查事项（请另行核对）", "Not checked here (look these up)")
        self.unchecked = unchecked
        separator = language.say("：", ": ")
        disclaimer = Vocabulary.disclaimer[language]
    }
}
