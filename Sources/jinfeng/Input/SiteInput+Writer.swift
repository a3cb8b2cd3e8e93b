import Planning
import Presenting
import Siting
import Tables
import Wording

extension SiteInput {
    /// The format to answer in where none was asked for: the output file's, else the input's own, else text.
    func format(writingTo output: String?) -> AnswerFormat {
        if let named = output.flatMap(AnswerFormat.init(fileName:)) { return named }
        return switch self {
        case .arguments: .text
        case .csv: .csv
        case .ndjson: .ndjson
        case .geojson: .geojson
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
