public import ArgumentParser
public import Planning
import Presenting
import Siting
import Wording

/// Which GeoData folder, and which language.
struct GeoDataOptions: ParsableArguments {
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
    @OptionGroup var source: GeoDataOptions

    @Option(
        name: .customLong("as-of"),
        help: .both(
            zh: "按哪一天的版本作答，YYYY-MM-DD（默认今天）",
            en: "The day whose editions answer, YYYY-MM-DD (default: today)."))
    var asOfDay: CalendarDate?

    /// The day whose editions answer.
    var asOf: CalendarDate { asOfDay ?? .today() }

    var speech: SpeechOptions { source.speech }

    /// Reads the catalogue the options name.
    func catalogue() throws -> Catalogue {
        let folder = try source.folder()
        do throws(GeoDataError) {
            return try folder.catalogue()
        } catch {
            throw Failure(error, speech.language, status: error.status)
        }
    }

    /// The editions of some layouts that are valid on the day asked for.
    ///
    /// - Throws: where there is none, which is no empty answer.
    func editions(of layouts: [Layout]) throws -> [(layout: Layout, edition: Edition)] {
        let found = layouts.compactMap { layout in
            layout.edition(validOn: asOf).map { (layout: layout, edition: $0) }
        }
        guard !found.isEmpty else {
            let earliest = layouts.flatMap(\.editions).map(\.validFrom).min()
            let error = LocatorError.noEdition(on: asOf, earliest: earliest)
            throw Failure(error, speech.language, status: .badData)
        }
        return found
    }

    /// The zones of the catalogue made ready for positions by the million.
    func zoneSets(over catalogue: Catalogue) throws -> ZoneSets {
        do throws(LocatorError) {
            return try ZoneSets(catalogue, asOf: asOf)
        } catch {
            throw Failure(error, speech.language, status: .badData)
        }
    }

    /// The words for activities, read against a catalogue.
    func vocabulary(for catalogue: Catalogue) throws -> ActivityVocabulary {
        let folder = try source.folder()
        do throws(GeoDataError) {
            return try folder.activities(in: catalogue)
        } catch {
            throw Failure(error, speech.language, status: error.status)
        }
    }

    /// What siting has to look up elsewhere.
    func uncheckedItems(for catalogue: Catalogue) throws -> [UncheckedItem] {
        let folder = try source.folder()
        do throws(GeoDataError) {
            return try folder.uncheckedItems(in: catalogue)
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

    /// The catalogue made ready for shares and neighbours on the day asked for.
    func overlay(over catalogue: Catalogue) throws -> ZoneOverlay {
        do throws(LocatorError) {
            return try ZoneOverlay(catalogue, asOf: asOf)
        } catch {
            throw Failure(error, speech.language, status: .badData)
        }
    }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}
