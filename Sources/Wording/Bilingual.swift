/// The two languages everything a user reads exists in.
public enum Language: String, CaseIterable, Sendable {
    case zh
    case en

    /// Two sentences, one after the other: in Chinese nothing stands between them, in English a space.
    public func sentences(_ first: String, _ second: String) -> String {
        let isClosed = self == .zh && first.last.map { "。！？；：".contains($0) } ?? true
        return isClosed ? first + second : first + " " + second
    }
}

/// One text in Chinese and in English, written side by side where its fact is known.
public struct Bilingual: Hashable, Sendable {
    /// The Chinese text, as a planner would write it.
    public let zh: String
    /// The English text.
    public let en: String

    /// Pairs two texts that say the same.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
