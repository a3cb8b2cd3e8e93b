import GeoJSON
import PlanarGeometry
import Planning
import Presenting
import Projection
import Siting
import Tables
import Wording

/// One run of `jinfeng convert`: every row carried to one frame, a CSV file with two columns appended.
struct Conversion: ~Copyable {
    private let projector: Projector
    private let language: Language
    private var notes: Set<String> = []
    private var failed = 0
    private var count = 0

    init(to frame: ReferenceFrame, _ language: Language) throws {
        self.language = language
        do throws(ProjectionError) {
            projector = try Projector(frame)
        } catch {
            throw Failure(error, language, status: .internal)
        }
    }

    consuming func run(_ input: SiteInput, _ reader: SiteReader, _ output: Output) throws {
        let names = ["x_\(projector.frame.identifier)", "y_\(projector.frame.identifier)", "error"]
        var bytes: [UInt8] = []
        var index = 0
        do {
            if case .csv(let table) = input {
                var annotated = try AnnotatedCSV(
                    dialect: table.sites.reader.dialect, columnCount: table.sites.reader.columns.count,
                    adding: names)
                try annotated.appendHeader(of: table.sites.reader, to: &bytes)
                while let row = try table.sites.next() {
                    index += 1
                    guard case .record(let record) = row.origin else { continue }
                    try annotated.append(record, adding: fields(row, reader, isTable: true), to: &bytes)
                    try leave(&bytes, to: output)
                }
            } else {
                while let row = try input.next(index) {
                    index += 1
                    let fields = fields(row, reader, isTable: false)
                    // A row that failed leaves its line empty, so that line n is still the n-th site.
                    bytes += Array((fields[2].isEmpty ? "\(fields[0]),\(fields[1])\n" : "\n").utf8)
                    try leave(&bytes, to: output)
                }
            }
        } catch let error as TableError {
            throw Failure(error, language, status: .badData)
        }
        try output.write(&bytes)
        try input.checkForRows(index, language)
        guard failed == 0 else {
            let text = Bilingual(
                zh: "共 \(count) 行，\(failed) 行未能转换。", en: "\(failed) of \(count) rows could not be converted.")
            throw Failure(text: "jinfeng: \(text[language])", status: .badData)
        }
    }

    private func leave(_ bytes: inout [UInt8], to output: Output) throws {
        if bytes.count >= 1 << 16 { try output.write(&bytes) }
    }

    /// The converted pair, or the error; what was decided on the way goes to the error stream, once each.
    private mutating func fields(_ row: SiteRow, _ reader: SiteReader, isTable: Bool) -> [String] {
        guard let text = row.text else { return ["", "", ""] }
        count += 1
        do {
            let site = try reader.site(try text.get())
            for note in site.notes where notes.insert(note.code).inserted {
                Messages.write(note.text[language])
            }
            let point = try projector.fromWGS84(site.position.point)
            let decimals = projector.frame.isGeographic ? 9 : 3
            let figures = [point.x, point.y].map { FixedDecimals($0, decimals: decimals)?.description ?? "" }
            return figures + [""]
        } catch {
            failed += 1
            let explained: RowError =
                switch error {
                case let error as RowError: error
                case let error as SiteError:
                    RowError(error, row: row.row, field: row.fields[error.part] ?? error.part.rawValue)
                case let error as ProjectionError: RowError(error, row: row.row)
                default: preconditionFailure("no other error is thrown: \(error)")
                }
            if !isTable { Messages.write(explained.located(in: language)) }
            return ["", "", explained.line(in: language)]
        }
    }
}
