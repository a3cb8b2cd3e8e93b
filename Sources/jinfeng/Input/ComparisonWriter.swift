import GeoJSON
import Intake
import Presenting
import Tables
import Wording

/// Writes a comparison in one format; CSV to CSV keeps the user's own columns.
struct ComparisonWriter: ~Copyable {
    private let format: ComparisonOptions.Format
    private let headers: Language
    private let language: Language
    private var table: ComparisonTable?

    /// Made before the first row is read: a table of the user's begins with what stands before it.
    init(
        _ format: ComparisonOptions.Format, _ columns: ComparisonColumns, _ input: CandidateInput,
        headers: Language, _ language: Language
    ) throws {
        self.format = format
        self.headers = headers
        self.language = language
        guard format == .csv else {
            table = nil
            return
        }
        do throws(TableError) {
            if case .csv(let input) = input {
                table = try ComparisonTable(columns, annotating: input.candidates.reader)
            } else {
                table = try ComparisonTable(columns)
            }
        } catch {
            throw Failure(error, language, status: .badData)
        }
    }

    /// Writes all of it.
    mutating func write(_ comparison: CandidateComparison, to output: Output) throws {
        switch format {
        case .text: try output.write(ComparisonText(language: language).full(comparison))
        case .json: try output.write(JSONWriter(.pretty).string(comparison.json(in: language)) + "\n")
        case .html: try output.write(ComparisonPage.html(comparison, in: language))
        case .geojson:
            var bytes = comparison.geojson(headers: headers)
            try output.write(&bytes)
        case .csv:
            var bytes: [UInt8] = []
            do throws(TableError) { bytes = try table?.csv(comparison) ?? [] } catch {
                throw Failure(error, language, status: .badData)
            }
            try output.write(&bytes)
        }
    }
}
