public import Validation
public import Wording

extension Vocabulary {
    /// What a finding weighs.
    public static func word(for severity: Rule.Severity) -> Bilingual {
        switch severity {
        case .error: Bilingual(zh: "错误", en: "error")
        case .warning: Bilingual(zh: "警告", en: "warning")
        }
    }

    /// What came of checking a stated relation or size.
    public static func word(for outcome: Outcome) -> Bilingual {
        switch outcome {
        case .proven: Bilingual(zh: "图面证实", en: "proven")
        case .holdsWithinAccuracy: Bilingual(zh: "在中误差内成立", en: "holds within accuracy")
        case .drawnToSize: Bilingual(zh: "按文本大小绘制", en: "drawn to size")
        case .notCheckable: Bilingual(zh: "无法核对", en: "not checkable")
        case .violated: Bilingual(zh: "与图面不符", en: "violated")
        }
    }
}
