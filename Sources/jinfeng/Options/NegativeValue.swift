import Wording

/// A position, an area or a distance that begins with a minus, which the argument parser takes for an option.
struct NegativeValue {
    let word: String
    /// The option before it, which it was meant for; nil for a position.
    let option: String?

    /// The first of some arguments that is no option but begins like one: a minus and a digit.
    ///
    /// - Returns: nil where there is none, or where `--` says that what follows are no options.
    init?(in arguments: [String]) {
        let words = Array(arguments.prefix { $0 != "--" })
        let found = words.firstIndex { word in
            word.first == "-" && word.dropFirst().first?.isNumber == true
        }
        guard let found else { return nil }
        word = words[found]
        option = found > 0 && words[found - 1].hasPrefix("--") ? words[found - 1] : nil
    }

    /// What is wrong, and what to write.
    var error: UsageError {
        let (zh, en) = option.map { ("\($0) 的值", "The value of \($0), ") } ?? ("", "")
        let message = Bilingual(
            zh: "\(zh)“\(word.quotable)”以负号开头，会被当成选项。",
            en: en + "\(word.quoted) begins with a minus and reads as an option.")
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
