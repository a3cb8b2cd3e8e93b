import Exchange
import Intake
import PlanarGeometry
import Planning
import Presenting
import Projection
import Siting
import Tables
import Wording

extension Find {
    /// Where a comparison goes.
    enum Destination: ~Copyable {
        /// One of our own formats, to a file or standard output.
        case text(ComparisonWriter, Output)
        /// A page to print.
        case page(WholeFile)
        /// A file of GIS or office programs.
        case file(ExportedAnswers, path: String)
    }

    /// Opens what the comparison is written to: before the first row is read, so that no work is done in vain.
    func destination(
        _ columns: ComparisonColumns, _ input: CandidateInput, _ headers: Language, _ language: Language
    ) throws -> Destination {
        guard let path = answers.output, let format = answers.exchangeFormat else {
            if let path = answers.output, path != "-", answers.chosenFormat == .html {
                try Output.refuse(path, as: candidates.candidateFile, language)
                return .page(try answers.replacing.file(at: path, language))
            }
            let output = try Output(path: answers.output, apartFrom: candidates.candidateFile, language)
            return .text(
                try ComparisonWriter(answers.chosenFormat, columns, input, headers: headers, language), output
            )
        }
        try Output.refuse(path, as: candidates.candidateFile, language)
        if format != .postGIS { _ = try answers.replacing.file(at: path, language) }
        do throws(TableError) {
            return .file(
                try ExportedAnswers(
                    columns.header, Bilingual(zh: "备选地块比选表", en: "Candidates compared"), as: format,
                    of: input.table, headers: headers), path: path)
        } catch {
            throw Failure(error, language, status: .badData)
        }
    }

    /// Writes a comparison.
    func write(
        _ comparison: CandidateComparison, _ columns: ComparisonColumns, to destination: consuming Destination
    ) throws {
        switch consume destination {
        case .text(var writer, let output): try writer.write(comparison, to: output)
        case .page(let file):
            let language = data.speech.language
            try file.write(Array(ComparisonPage.html(comparison, in: language).utf8), language)
        case .file(let exported, let path):
            for (row, rank) in zip(comparison.rows, comparison.ranks) where row.outcome != nil {
                exported.add(
                    row.origin, id: row.id, name: row.name ?? row.screened?.candidate.name,
                    columns.cells(row, rank: rank), at: row.screened?.candidate.geometry)
            }
            try exported.write(
                to: path, replacing: answers.replacing.force, data.speech.language, data.asOf)
        }
    }
}

extension Candidate {
    /// Where it lies, in WGS 84.
    fileprivate var geometry: Geometry {
        switch place {
        case .site(let site): .point(site.position.point)
        case .parcel(let parcel): parcel.geometry
        }
    }
}

extension CandidateInput {
    /// The columns of the table the rows come from; nil where they come from none.
    fileprivate var table: (columns: [TableColumn], encoding: TextEncoding)? {
        guard case .csv(let input) = self else { return nil }
        return (input.candidates.reader.columns, input.candidates.reader.dialect.encoding)
    }
}
