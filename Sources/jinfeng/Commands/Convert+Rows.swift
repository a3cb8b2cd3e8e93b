import Intake
import PlanarGeometry
import Planning
import Presenting
import Projection
import Siting
import Tables
import Wording

extension Convert {
    /// Carries every row to the frame: a CSV file with columns appended, else a line a site.
    func convertAll(
        _ input: SiteInput, _ reader: SiteReader, with projector: borrowing Projector, _ output: Output
    ) throws {
        let language = source.speech.language
        var notes = RowNotes()
        var tally = Tally()
        var header: [UInt8] = []
        var table = try annotation(of: input, projector.frame, header: &header, language)
        try input.forEachRow(
            writingTo: output, language, begin: { $0 += header },
            handle: { row, bytes in
                let outcome = row.text.map { converted($0, row, reader, projector, &notes) }
                tally.count(outcome)
                if let note = row.note { notes.add([note], frame: "", row: row.row) }
                if case .record(let record) = row.origin {
                    try table?.append(record, adding: Self.cells(outcome, language), to: &bytes)
                } else if let outcome {
                    if case .failure(let error) = outcome { Messages.write(error.located(in: language)) }
                    // A row that failed leaves its line empty, so that line n is still the n-th site.
                    bytes += Array((((try? outcome.get())?.joined(separator: ",") ?? "") + "\n").utf8)
                }
            })
        notes.report(language)
        try tally.report(
            Bilingual(
                zh: "共 \(tally.total) 行，\(tally.failed) 行未能转换。",
                en: "\(tally.failed) of \(tally.total) rows could not be converted."), language)
    }

    /// The appended columns say what they hold: an `x` would be north to half of the readers.
    private static func names(_ frame: ReferenceFrame) -> [String] {
        let axes = frame.isGeographic ? ["longitude", "latitude"] : ["easting", "northing"]
        return axes.map { "\($0)_\(frame.identifier)" } + ["error"]
    }

    private func annotation(
        of input: SiteInput, _ frame: ReferenceFrame, header: inout [UInt8], _ language: Language
    ) throws -> AnnotatedCSV? {
        guard case .csv(let table) = input else { return nil }
        do throws(TableError) {
            var annotated = try AnnotatedCSV(
                dialect: table.sites.reader.dialect, columnCount: table.sites.reader.columns.count,
                adding: Self.names(frame))
            try annotated.appendHeader(of: table.sites.reader, to: &header)
            return annotated
        } catch {
            throw Failure(error, language, status: .badData)
        }
    }

    private static func cells(_ outcome: Result<[String], RowError>?, _ language: Language) -> [String] {
        switch outcome {
        case .success(let pair): pair + [""]
        case .failure(let error): ["", "", error.line(in: language)]
        case nil: ["", "", ""]
        }
    }

    /// The two numbers in the frame.
    private func converted(
        _ text: Result<SiteText, RowError>, _ row: SiteRow, _ reader: SiteReader,
        _ projector: borrowing Projector, _ notes: inout RowNotes
    ) -> Result<[String], RowError> {
        let site: Site
        switch row.site(text, by: reader) {
        case .success(let read): site = read
        case .failure(let error): return .failure(error)
        }
        notes.add(site.notes, frame: site.frameIdentifier, row: row.row)
        do throws(ProjectionError) {
            let point = try projector.fromWGS84(site.position.point)
            let decimals = projector.frame.isGeographic ? 9 : 3
            return .success(
                [point.x, point.y].map { FixedDecimals($0, decimals: decimals)?.description ?? "" })
        } catch {
            return .failure(RowError(error, row: row.row))
        }
    }
}
