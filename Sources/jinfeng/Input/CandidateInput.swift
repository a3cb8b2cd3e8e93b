import GeoJSON
import Intake
import Presenting
import Projection
import Siting
import Tables
import Wording

/// Where the candidates of one run come from, opened and read row by row.
enum CandidateInput {
    /// Positions and place names on the command line.
    case arguments([CandidateRow])
    case csv(CSVInput)
    case ndjson(NDJSONInput)
    case geojson(GeoJSONInput)

    /// Noncopyable readers, each in a box that an enumeration can hold.
    final class CSVInput {
        var candidates: CSVCandidates
        init(_ candidates: consuming CSVCandidates) { self.candidates = candidates }
    }
    final class NDJSONInput {
        var candidates: NDJSONCandidates
        init(_ candidates: consuming NDJSONCandidates) { self.candidates = candidates }
    }
    final class GeoJSONInput {
        var candidates: GeoJSONCandidates
        init(_ candidates: GeoJSONCandidates) { self.candidates = candidates }
    }

    /// Opens what the options name.
    init(_ options: SiteOptions, _ language: Language) throws {
        guard let path = options.candidateFile else {
            self = .arguments(Self.rows(positions: options.positions, places: options.place))
            return
        }
        let (table, mapping) = try options.tableOptions(language)
        let isStated = options.frame != nil
        do {
            switch try OpenedInput(try options.opened(path, language), table) {
            case .csv(let source, let table):
                self = .csv(
                    CSVInput(
                        try CSVCandidates(
                            source, options: table, mapping: mapping, overrulingHeaders: isStated)))
            case .ndjson(let source):
                self = .ndjson(
                    NDJSONInput(
                        try NDJSONCandidates(source, mapping: mapping, overrulingHeaders: isStated)))
            case .geojson(let text):
                self = .geojson(GeoJSONInput(try GeoJSONCandidates(text, overrulingCRS: isStated)))
            }
        } catch let error as TableError {
            throw Failure(
                RowError(error.withOption, field: path), language,
                status: error.code == "unreadable_input" ? .noInput : .badData)
        } catch let error as JSONError {
            throw Failure(RowError(error, field: path), language, status: .badData)
        } catch let error as FrameError {
            throw Failure(RowError(error, field: "crs"), language, status: .badData)
        }
    }

    private static func rows(positions: [String], places: [String]) -> [CandidateRow] {
        func row(_ number: Int, _ place: SiteText.Position, field: String) -> CandidateRow {
            CandidateRow(
                origin: .position, row: number, name: field == "--place" ? nil : field,
                text: .success(CandidateText(place: .position(place))),
                fields: [.position: field, .place: field])
        }
        return positions.enumerated().map { row($0 + 1, .single($1, order: .eastingFirst), field: $1) }
            + places.enumerated().map { row(positions.count + $0 + 1, .place($1), field: "--place") }
    }

    /// The next row; nil at the end.
    func next(_ index: Int) throws(TableError) -> CandidateRow? {
        switch self {
        case .arguments(let rows): rows.indices.contains(index) ? rows[index] : nil
        case .csv(let input): try input.candidates.next()
        case .ndjson(let input): try input.candidates.next()
        case .geojson(let input): input.candidates.next()
        }
    }

    /// Whether a candidate may be given by name, so that the gazetteer is wanted.
    var namesPlaces: Bool {
        switch self {
        case .arguments(let rows):
            rows.contains { row in
                guard case .success(let text) = row.text, case .position(.place) = text.place else {
                    return false
                }
                return true
            }
        case .csv(let input): input.candidates.namesPlaces
        case .ndjson: true
        case .geojson: false
        }
    }
}

extension SiteOptions {
    /// The file of candidates: `--input`, or an argument that is the name of a table and no position.
    var candidateFile: String? {
        if let input { return input }
        guard positions.count == 1, place.isEmpty, let only = positions.first else { return nil }
        let ending = only.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return only == "-" || (only.contains(".") && SiteFileInput.endings.contains(ending)) ? only : nil
    }
}
