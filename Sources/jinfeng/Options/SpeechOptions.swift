public import ArgumentParser
import Glibc
public import Wording

/// The language of what people read.
struct SpeechOptions: ParsableArguments {
    @Option(
        help: .both(
            zh: "输出语言：zh 或 en（默认随系统区域设置）", en: "The language of answers, zh or en (default: by the locale)."))
    var lang: Language?

    var language: Language { lang ?? .ofLocale }
}

extension Language {
    /// Chinese where the locale is, English elsewhere.
    static var ofLocale: Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
            return value.hasPrefix("zh") ? .zh : .en
        }
        return .en
    }

    /// The language help is written in: `--lang` wherever it stands, else the locale's.
    ///
    /// Help is made before
    /// any option is parsed, so the arguments are looked at as they are.
    static let ofHelp: Language = {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count {
                return Language(rawValue: arguments[index + 1]) ?? .ofLocale
            }
            if argument.hasPrefix("--lang=") {
                return Language(rawValue: String(argument.dropFirst(7))) ?? .ofLocale
            }
        }
        return .ofLocale
    }()
}

extension ArgumentHelp {
    /// Help in the language asked for.
    static func both(zh: String, en: String) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: Bilingual(zh: zh, en: en)[.ofHelp])
    }
}

extension Language: ExpressibleByArgument {}
