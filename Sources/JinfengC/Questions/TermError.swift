internal import Wording

/// A word that is none of those known.
struct UnknownTerm: ExplainedError {
    private let word: String
    private let known: [String]

    init(_ word: String, known: [String]) {
        self.word = word
        self.known = known
    }

    let code = "unknown_term"
    var message: Bilingual { Bilingual(zh: "没有“\(word.quotable)”。", en: "There is no \(word.quoted).") }
    var remedy: Bilingual {
        Bilingual(
            zh: "可选：\(known.joined(separator: "、"))。", en: "Choose from: \(known.joined(separator: ", ")).")
    }
}

/// A value that a term cannot have.
struct TermError: ExplainedError {
    let code: String
    let message: Bilingual
    let remedy: Bilingual

    /// A confidence that is none.
    static func confidence(_ value: Double) -> TermError {
        TermError(
            code: "bad_confidence",
            message: Bilingual(
                zh: "confidence 应在 0.5 与 1 之间（不含两端），而不是 \(value)。",
                en: "A confidence lies between 0.5 and 1, without either end, and is not \(value)."),
            remedy: Bilingual(zh: "例如 0.975（默认）或 0.9。", en: "Give 0.975, the default, or 0.9."))
    }

    /// A probability that settles nothing.
    static func probability(_ value: Double) -> TermError {
        TermError(
            code: "bad_probability",
            message: Bilingual(
                zh: "min_probability 应在 0 与 1 之间（不含两端），而不是 \(value)。",
                en: "A least probability lies between 0 and 1, without either end, and is not \(value)."),
            remedy: Bilingual(zh: "例如 0.9。", en: "Give 0.9, for example."))
    }

    /// A question that names nothing.
    static let noActivity = TermError(
        code: "missing_activity",
        message: Bilingual(zh: "没有写出活动。", en: "No activity is named."),
        remedy: Bilingual(zh: "例如“集成电路设计”。", en: "Name one, such as IVD."))

    /// A day that is none.
    static func day(_ text: String) -> TermError {
        TermError(
            code: "bad_day",
            message: Bilingual(
                zh: "“\(text.quotable)”不是日期。", en: "\(text.quoted) is no day of the calendar."),
            remedy: Bilingual(zh: "请写作 YYYY-MM-DD，如 2026-11-21。", en: "Write YYYY-MM-DD, such as 2026-11-21.")
        )
    }

    /// An area without unit, or none.
    static func area(_ text: String) -> TermError {
        TermError(
            code: "bad_area",
            message: Bilingual(
                zh: "“\(text.quotable)”不是带单位的正面积。", en: "\(text.quoted) is no positive area with a unit."),
            remedy: Bilingual(
                zh: "请写明单位，如 50亩、3.3公顷、33000平方米。", en: "Write the unit, as in 50亩, 3.3ha or 33000m2."))
    }

    /// An area stated for what has none, or for several sites.
    static let areaOfOne = TermError(
        code: "area_without_parcel",
        message: Bilingual(
            zh: "area 只能说明一个有边界的地块的面积。", en: "An area is stated of one site, and of one that has a boundary."),
        remedy: Bilingual(zh: "请逐个地块提问，并给出其边界。", en: "Ask about one parcel at a time and give its boundary."))
}
