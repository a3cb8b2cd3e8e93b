import ArgumentParser
import Presenting
import Siting
import Wording

/// A distance on the command line, always with its unit.
struct DistanceOption {
    /// Reads a distance such as 500m or 1.2km.
    static func metres(_ text: String, field: String, _ language: Language) throws -> Double {
        if let distance = StatedDistance(text) { return distance.metres }
        let isNegative = ["-", "−", "－"].contains(text.first { !$0.isWhitespace }.map(String.init) ?? "")
        let error =
            isNegative
            ? UsageError(
                message: Bilingual(zh: "距离不能为负：“\(text)”。", en: "A distance is not negative: \"\(text)\"."),
                remedy: Bilingual(zh: "请写 0 或正数，如 500m。", en: "Write nought or more, as in 500m."))
            : UsageError(
                message: Bilingual(zh: "“\(text)”不是带单位的距离。", en: "\"\(text)\" is no distance with a unit."),
                remedy: Bilingual(zh: "请写明单位，如 500m 或 1.2km。", en: "Write the unit, as in 500m or 1.2km."))
        throw Failure(RowError(error, field: field), language, status: .usage)
    }
}
