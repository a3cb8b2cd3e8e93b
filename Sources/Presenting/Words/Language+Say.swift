package import Wording

extension Language {
    /// One of two texts that say the same.
    package func say(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en)[self] }
}
