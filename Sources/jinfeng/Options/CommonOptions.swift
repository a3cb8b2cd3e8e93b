public import ArgumentParser
import Glibc
public import Planning
import Presenting
import Siting
public import Wording

/// Which GeoData folder, and which language.
struct PlaceOptions: ParsableArguments {
    @Option(
        help: .both(
            zh: "GeoData 目录（默认取 JINFENG_GEODATA，其次为安装目录或当前目录下的 GeoData）",
            en:
                "The GeoData folder (else JINFENG_GEODATA, else beside the installed program, else ./GeoData)."
        ),
        completion: .directory)
    var geodata: String?

    @OptionGroup var speech: SpeechOptions

    /// The folder the options name.
    func folder() throws -> GeoDataFolder {
        do throws(GeoDataError) {
            return try GeoDataSearch.folder(option: geodata)
        } catch {
            throw Failure(error, speech.language, status: .noInput)
        }
    }

    /// The places that may be named.
    func gazetteer() throws -> Gazetteer {
        let folder = try folder()
        do throws(GeoDataError) {
            return try folder.gazetteer()
        } catch {
            throw Failure(error, speech.language, status: error.status)
        }
    }
}

extension GeoDataError {
    /// No input where a file is missing, bad data where it is wrong.
    var status: Status {
        if case .unreadable = self { .noInput } else { .badData }
    }
}

/// What every command that reads the catalogue takes.
struct CatalogueOptions: ParsableArguments {
    @OptionGroup var place: PlaceOptions

    @Option(
        name: .customLong("as-of"),
        help: .both(
            zh: "按哪一天的版本作答，YYYY-MM-DD（默认今天）",
            en: "The day whose editions answer, YYYY-MM-DD (default: today)."))
    var asOfDay: CalendarDate?

    /// The day whose editions answer.
    var asOf: CalendarDate { asOfDay ?? .today() }

    var speech: SpeechOptions { place.speech }

    /// Reads the catalogue the options name.
    func catalogue() throws -> Catalogue {
        let folder = try place.folder()
        do throws(GeoDataError) {
            return try folder.catalogue()
        } catch {
            throw Failure(error, speech.language, status: error.status)
        }
    }

    /// The catalogue made ready for questions on the day asked for.
    func locator(over catalogue: Catalogue) throws -> Locator {
        do throws(LocatorError) {
            return try Locator(catalogue, asOf: asOf)
        } catch {
            throw Failure(error, speech.language, status: .badData)
        }
    }
}

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

extension CalendarDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}
