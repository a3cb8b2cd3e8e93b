package import Wording

extension Language {
    /// One of two texts that say the same.
    package func say(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en)[self] }
}

extension Note {
    /// The note as one of several in a sentence: without the stop at its end.
    func clause(in language: Language) -> String {
        text[language].clause
    }
}

extension String {
    /// The sentence as one of several in a line: without the stop at its end.
    var clause: String { hasSuffix("。") || hasSuffix(".") ? String(dropLast()) : self }
}
