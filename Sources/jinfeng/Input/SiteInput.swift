import Exchange
import GeoJSON
import Intake
import Planning
import Presenting
import Projection
import Siting
import Tables
import Wording

/// Where the sites of one run come from, opened and read row by row.
enum SiteInput {
    /// Positions and place names on the command line.
    case arguments(ArgumentInput)
    case csv(CSVInput)
    case ndjson(NDJSONInput)
    case geojson(GeoJSONInput)
    case pairs(PairInput)

    /// Rows that are there already, and how many of them were taken.
    final class ArgumentInput {
        let rows: [SiteRow]
        var taken = 0
        init(_ rows: [SiteRow]) { self.rows = rows }
    }
    /// Noncopyable readers, each in a box that an enumeration can hold.
    final class CSVInput {
        var sites: CSVSites
        init(_ sites: consuming CSVSites) { self.sites = sites }
    }
    final class NDJSONInput {
        var sites: NDJSONSites
        init(_ sites: consuming NDJSONSites) { self.sites = sites }
    }
    final class PairInput {
        var reader: Float64PairReader
        var waiting: ArraySlice<SiteRow> = []
        init(_ reader: consuming Float64PairReader) { self.reader = reader }
    }
    final class GeoJSONInput {
        var sites: GeoJSONSites
        init(_ sites: GeoJSONSites) { self.sites = sites }
    }

    /// Opens what the options name.
    ///
    /// - Parameters:
    ///   - options: how sites are given.
    ///   - isPairs: whether the input is raw pairs, which nothing in it tells.
    ///   - language: of what is said where it cannot be opened.
    /// - Throws: where it cannot.
    init(_ options: SiteOptions, isPairs: Bool = false, _ language: Language) throws {
        guard let path = options.input else {
            self = .arguments(
                ArgumentInput(Self.rows(positions: options.positions, places: options.place)))
            return
        }
        let (table, mapping) = try options.tableOptions(language)
        do {
            if isPairs {
                self = .pairs(PairInput(Float64PairReader(try ByteSource(path: path))))
                return
            }
            let file = try options.opened(path, language)
            let opened = try file.source.peeked()
            let isStated = options.frame != nil
            let format = try InputFormat.guess(fileName: file.name, firstBytes: opened.firstBytes[...])
            if case .f64 = format {
                self = .pairs(PairInput(Float64PairReader(opened.source)))
                return
            }
            if case .csv(let delimiter) = format {
                var table = table
                table.delimiter = table.delimiter ?? delimiter
                let sites = try CSVSites(
                    opened.source, options: table, mapping: mapping, overrulingHeaders: isStated)
                for note in sites.reader.notes { Messages.write(note.text[language]) }
                self = .csv(CSVInput(sites))
                return
            }
            // JSON's own readers know UTF-8 only, and so does the guess at which JSON it is.
            let text = try opened.source.decoded(from: table.encoding).peeked()
            if case .ndjson = try InputFormat.guess(fileName: file.name, firstBytes: text.firstBytes[...]) {
                let sites = try NDJSONSites(text.source, mapping: mapping, overrulingHeaders: isStated)
                self = .ndjson(NDJSONInput(sites))
            } else {
                let sites = try GeoJSONSites(try text.source.all(), overrulingCRS: isStated)
                self = .geojson(GeoJSONInput(sites))
            }
        } catch let error as TableError {
            throw Failure(
                RowError(error.withOption, field: DatabaseAddress.shown(path)), language,
                status: error.code == "unreadable_input" ? .noInput : .badData)
        } catch let error as JSONError {
            throw Failure(
                RowError(error, field: DatabaseAddress.shown(path)), language, status: .badData)
        } catch let error as FrameError {
            throw Failure(RowError(error, field: "crs"), language, status: .badData)
        }
    }

    private static func rows(positions: [String], places: [String]) -> [SiteRow] {
        let isSingle = positions.count + places.count == 1
        func row(_ number: Int, _ position: SiteText.Position, field: String) -> SiteRow {
            SiteRow(
                origin: .position, row: isSingle ? nil : number, text: .success(SiteText(position: position)),
                fields: [.position: field, .place: field])
        }
        return positions.enumerated().map { row($0 + 1, .single($1, order: .eastingFirst), field: $1) }
            + places.enumerated().map { row(positions.count + $0 + 1, .place($1), field: "--place") }
    }

    /// Whether exactly one position was asked about.
    var isSingle: Bool {
        if case .arguments(let input) = self { input.rows.count == 1 } else { false }
    }

    /// The next row; nil at the end.
    func next() throws(TableError) -> SiteRow? {
        switch self {
        case .arguments(let input):
            guard input.taken < input.rows.count else { return nil }
            input.taken += 1
            return input.rows[input.taken - 1]
        case .csv(let input): return try input.sites.next()
        case .ndjson(let input): return try input.sites.next()
        case .geojson(let input): return input.sites.next()
        case .pairs(let input):
            while input.waiting.isEmpty {
                guard let batch = try input.reader.nextBatch() else { return nil }
                input.waiting = batch.rows(0..<batch.count)[...]
            }
            return input.waiting.popFirst()
        }
    }
}

extension Float64PairBatch {
    /// Some of the pairs as sites, numbered from 1.
    func rows(_ places: Range<Int>) -> [SiteRow] {
        places.map { place in
            let pair = self[place]
            let position = SiteText.Position.pair("\(pair.x)", "\(pair.y)", order: .eastingFirst)
            return SiteRow(
                origin: .position, row: firstRow + place,
                text: .success(SiteText(position: position)), fields: [.position: "lon,lat"])
        }
    }
}

extension SiteInput {
    /// Says that nothing was asked, where an input held no row at all.
    ///
    /// - Throws: where the file is empty; a header or a collection without rows is no mistake.
    func checkForRows(_ count: Int, _ language: Language) throws {
        guard count == 0 else { return }
        let error = NoSites()
        if case .ndjson = self { throw Failure(error, language, status: .badData) }
        Messages.write(error.message[language])
    }

    /// Whether a site may be given by name, so that the gazetteer is wanted; tables may hold names in any row.
    var namesPlaces: Bool {
        switch self {
        case .arguments(let input):
            input.rows.contains { row in
                guard case .success(let text) = row.text, case .place = text.position else { return false }
                return true
            }
        case .csv(let input): input.sites.namesPlaces
        case .ndjson: true
        case .geojson, .pairs: false
        }
    }
}

/// An input without a single site.
private struct NoSites: ExplainedError {
    let code = "empty_input"
    var message: Bilingual { Bilingual(zh: "输入中没有任何点位。", en: "The input holds no site.") }
    var remedy: Bilingual {
        Bilingual(zh: "请确认文件已保存且路径无误。", en: "Check that the file was saved and the path is right.")
    }
}
