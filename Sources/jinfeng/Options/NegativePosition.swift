import Wording

/// A position that begins with a minus, which the argument parser takes for an option.
struct NegativePosition {
    let word: String

    /// The first of some arguments that is no option but begins like one: a minus and a digit.
    ///
    /// - Returns: nil where there is none, or where `--` says that what follows are no options.
    init?(in arguments: [String]) {
        let words = arguments.prefix { $0 != "--" }
        let found = words.first { word in
            word.first == "-" && word.contains(",") && word.dropFirst().first?.isNumber == true
        }
        guard let found else { return nil }
        word = found
    }

    /// What is wrong, and how to ask all the same.
    var error: UsageError {
        UsageError(
            message: Bilingual(
                zh: "“\(word)”以负号开头，会被当成选项。",
                en: "\"\(word)\" begins with a minus and reads as an option."),
            remedy: Bilingual(
                zh: "重庆在东经约 105°—110°，请核对经度的正负号；确要查询西经，请在它前面加 --，即 -- \(word)",
                en:
                    "Chongqing lies at some 105° to 110° east: check the sign of the longitude. To ask of it all the same write -- before it: -- \(word)"
            ))
    }
}
