import Wording

/// A position, an area or a distance that begins with a minus, which the argument parser takes for an option.
struct NegativeValue {
    let word: String

    /// The first of some arguments that is no option but begins like one: a minus and a digit.
    ///
    /// - Returns: nil where there is none, or where `--` says that what follows are no options.
    init?(in arguments: [String]) {
        let found = arguments.prefix { $0 != "--" }.first { word in
            word.first == "-" && word.dropFirst().first?.isNumber == true
        }
        guard let found else { return nil }
        word = found
    }

    /// What is wrong, and what to write.
    var error: UsageError {
        let message = Bilingual(
            zh: "“\(word.quotable)”以负号开头，会被当成选项。",
            en: "\(word.quoted) begins with a minus and reads as an option.")
        guard word.contains(",") else {
            return UsageError(
                message: message,
                remedy: Bilingual(
                    zh: "面积、距离和精度都不能为负，请写正数。",
                    en: "No area, distance or accuracy is negative: write a positive number."))
        }
        return UsageError(
            message: message,
            remedy: Bilingual(
                zh: "重庆在东经约 105°—110°，请核对经度的正负号；确要查询西经，请在它前面加 --，即 -- \(word)",
                en:
                    "Chongqing lies at some 105° to 110° east: check the sign of the longitude. To ask of it all the same write -- before it: -- \(word)"
            ))
    }
}
