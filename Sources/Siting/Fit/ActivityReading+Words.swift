public import Wording

/// What is said of words that no activity stands for: the same at every door.
extension ActivityReading {
    /// What was not understood: the words that stand in none of the documents, then those that the vocabulary alone does not
    /// know, which is not the same.
    public var notUnderstood: [Bilingual] {
        let strange = unknown.filter { piece in !absent.contains { piece.contains($0) } }
        var lines: [Bilingual] = []
        if !absent.isEmpty {
            lines.append(
                Bilingual(
                    zh: "文本未见：\(Self.zh(absent))（所据各文件通篇没有这个词）",
                    en: "in none of the documents: \(Self.en(absent))"))
        }
        if !strange.isEmpty {
            lines.append(
                Bilingual(
                    zh: "词表未收录：\(Self.zh(strange))（不等于文本没有写）",
                    en:
                        "not in the vocabulary: \(Self.en(strange)) (which does not mean that the texts are silent)"
                ))
        }
        return lines
    }

    /// What is said of a question of which no activity was understood.
    public var silence: Bilingual {
        let silent = Bilingual(
            zh: "文本未见对此项的安排（就词表所录的文件语句而言）",
            en: "the texts do not assign it (as far as the sentences in the vocabulary go)")
        guard !notUnderstood.isEmpty else { return silent }
        return Bilingual(
            zh: (notUnderstood.map(\.zh) + [silent.zh]).joined(separator: "；"),
            en: (notUnderstood.map(\.en) + [silent.en]).joined(separator: "; "))
    }

    private static func zh(_ words: [String]) -> String { words.map { "“\($0)”" }.joined(separator: "、") }
    private static func en(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }
}
