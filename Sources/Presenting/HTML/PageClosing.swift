internal import Wording

/// What every printed page ends with; the names are those of `closing.mustache`.
struct PageClosing {
    /// One item that nobody has checked.
    struct Item {
        let name: String
        let text: String
    }

    let hasUnchecked: Bool
    let uncheckedHeading: String
    let unchecked: [Item]
    let separator: String
    let disclaimer: String

    init(unchecked: [Item], language: Language) {
        hasUnchecked = !unchecked.isEmpty
        uncheckedHeading = language.say("未核查事项（请另行核对）", "Not checked here (look these up)")
        self.unchecked = unchecked
        separator = language.say("：", ": ")
        disclaimer = Vocabulary.disclaimer[language]
    }
}
