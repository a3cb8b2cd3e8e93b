public import Wording

/// What is said of words that no activity stands for: the same at every door.
extension ActivityReading {
    /// What was not answered: the words that the question takes back, those that stand in none of the documents, then those
    /// that the vocabulary alone does not know, which is not the same.
    public var notUnderstood: [Bilingual] {
        let strange = unknown.filter { piece in !absent.contains { piece.contains($0) } }
        var lines: [Bilingual] = []
        if !excluded.isEmpty {
            lines.append(
                Bilingual(
                    zh: "问句排除的：\(Self.zh(excluded))（未就此作答；文件只写什么安排在哪里，不写哪里不安排什么）",
                    en:
                        "taken back by the question: \(Self.en(excluded)) (not answered; the documents say what goes where, not what goes nowhere)"
                ))
        }
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
        Bilingual(
            zh: (notUnderstood.map(\.zh) + [conclusion.zh]).joined(separator: "；"),
            en: (notUnderstood.map(\.en) + [conclusion.en]).joined(separator: "; "))
    }

    /// What follows where no activity was understood: that the texts are silent only of words proven to stand in none of
    /// them.
    public var conclusion: Bilingual {
        if !excluded.isEmpty, unknown.isEmpty {
            return Bilingual(
                zh: "问句只说了不要什么，没有说要做什么，未作比对；请写出要做的活动",
                en:
                    "the question only says what it does not ask for, so nothing was compared; name the activity that is wanted"
            )
        }
        let isProvenAbsent =
            !absent.isEmpty && unknown.allSatisfy { piece in absent.contains { piece.contains($0) } }
        return isProvenAbsent
            ? Bilingual(
                zh: "文本未见对此项的安排（就词表所录的文件语句而言）",
                en: "the texts do not assign it (as far as the sentences in the vocabulary go)")
            : Bilingual(
                zh: "没有认出所问的活动，未作比对（不等于文本没有安排）；请换成规划中的说法，如“集成电路设计”“体外诊断”",
                en: """
                    no activity was understood, so nothing was compared (which does not mean that the texts are silent); \
                    ask in the words of plans, such as "集成电路设计" or "in vitro diagnostics"
                    """)
    }

    private static func zh(_ words: [String]) -> String { words.map { "“\($0)”" }.joined(separator: "、") }
    private static func en(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }
}
