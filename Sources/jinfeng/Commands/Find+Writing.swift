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
        /// A 比选表 to hand in.
        case workbook(ExportedAnswers, WholeFile, hiding: Set<String>)
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
        let file = format == .postGIS ? nil : try answers.replacing.file(at: path, language)
        let exported: ExportedAnswers
        do throws(TableError) {
            exported = try ExportedAnswers(
                columns.header, Bilingual(zh: "备选地块比选表", en: "Candidates compared"), as: format,
                of: input.table, headers: headers)
        } catch {
            throw Failure(error, language, status: .badData)
        }
        guard format == .workbook, let file else { return .file(exported, path: path) }
        return .workbook(exported, file, hiding: input.siteColumns)
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
            gather(comparison, columns, in: exported)
            try exported.write(
                to: path, replacing: answers.replacing.force, data.speech.language, data.asOf)
        case .workbook(let exported, let file, let hidden):
            gather(comparison, columns, in: exported, isWhole: true)
            try write(comparison, exported, hiding: hidden, to: file)
        }
    }

    /// Gathers the rows: blank ones and rows of totals too, where the user's own table is to be whole.
    private func gather(
        _ comparison: CandidateComparison, _ columns: ComparisonColumns, in exported: ExportedAnswers,
        isWhole: Bool = false
    ) {
        for (row, rank) in zip(comparison.rows, comparison.ranks) where isWhole || row.outcome != nil {
            exported.add(
                row.origin, id: row.id, name: row.name ?? row.screened?.candidate.name,
                row.outcome == nil
                    ? columns.header.map { _ in .empty } : columns.cells(row, rank: rank),
                at: row.screened?.candidate.geometry)
        }
    }

    /// The table to hand in, what it rests on, and all columns of the input with every figure.
    private func write(
        _ comparison: CandidateComparison, _ exported: ExportedAnswers, hiding hidden: Set<String>,
        to file: WholeFile
    ) throws {
        let language = data.speech.language
        let own = exported.shown(apartFrom: hidden)
        let sheets = ComparisonSheets(comparison, in: language)
        let all = exported.sheet(language == .zh ? "原表与全部结果" : "All columns", language, data.asOf)
        let workbook = PrintedWorkbook([
            sheets.table(own: own.keys) { own.cells[$0] },
            sheets.terms, all,
        ])
        try file.write(workbook.bytes, language)
        for note in workbook.notes { Messages.write(note.text[language]) }
        let blank = comparison.rows.count - comparison.total
        let said = Bilingual(
            zh: "比选表按名次排列，原表各列的值在“\(all.name)”，公式与格式不保留"
                + (blank > 0 ? "；空行或合计行 \(blank) 行只在后者。" : "。"),
            en:
                "The table is ranked; the values of all your columns are in “\(all.name)”, without formulas and formats"
                + (blank > 0 ? "; \(blank) blank rows or rows of totals stand there only." : "."))
        Messages.write(said[language])
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
    /// The columns a site is read from; empty for what is no table.
    fileprivate var siteColumns: Set<String> {
        guard case .csv(let input) = self else { return [] }
        return input.candidates.siteColumns
    }

    /// The columns of the table the rows come from; nil where they come from none.
    fileprivate var table: (columns: [TableColumn], encoding: TextEncoding)? {
        guard case .csv(let input) = self else { return nil }
        return (input.candidates.reader.columns, input.candidates.reader.dialect.encoding)
    }
}
