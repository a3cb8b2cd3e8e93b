import Planning
import Presenting
import Siting
import Tables
import Wording

extension SiteInput {
    /// The format to answer in where none was asked for: the output file's, else the input's own, else text.
    func format(writingTo output: String?) -> AnswerFormat {
        let ending = output?.split(separator: ".").last.map { $0.lowercased() }
        switch ending {
        case "csv", "tsv": return .csv
        case "ndjson", "jsonl": return .ndjson
        case "geojson": return .geojson
        case "json": return .json
        case "txt": return .text
        default: break
        }
        switch self {
        case .arguments: return .text
        case .csv: return .csv
        case .ndjson: return .ndjson
        case .geojson: return .geojson
        }
    }

    /// The writer for a format; CSV to CSV keeps the user's own columns.
    func writer(
        _ format: AnswerFormat, _ columns: AnswerColumns, _ catalogue: Catalogue, _ language: Language
    ) throws -> any AnswerWriter {
        switch format {
        case .text: return TextAnswerWriter(catalogue: catalogue, language: language, isFull: isSingle)
        case .json: return JSONAnswerWriter(isSingle ? .object : .array, language: language)
        case .ndjson: return JSONAnswerWriter(.lines, language: language)
        case .geojson: return GeoJSONAnswerWriter(columns)
        case .csv:
            do throws(TableError) {
                guard case .csv(let input) = self else { return try CSVAnswerWriter(columns) }
                return try CSVAnswerWriter(columns, annotating: input.sites.reader)
            } catch {
                throw Failure(error, language, status: .badData)
            }
        }
    }
}
