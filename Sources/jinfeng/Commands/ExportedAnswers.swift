import Exchange
import GeoJSON
import Intake
import PlanarGeometry
import Planning
import Presenting
import Siting
import Tables
import Wording

/// Answers gathered as one table and written at the end, in a format of GIS or office programs.
///
/// A row keeps the columns it came with; what could not be answered keeps its place with the error.
final class ExportedAnswers {
    private static let longitudes: Set = ["longitude", "lon", "lng", "经度", "东经"]

    /// What the answers' columns are called.
    private let header: [String]
    /// What the columns are called that a row does not bring itself.
    private let own: (id: String, name: String, longitude: String, latitude: String)
    private let title: Bilingual
    /// Whose imported boundaries the answers rest on, which the file says of itself.
    var boundaries: [Bilingual] = []
    private let format: ExchangeFormat
    /// The columns of a CSV or sheet the rows come from; empty for any other input.
    private let given: [TableColumn]
    private var decoder: TextDecoder
    private var keys: [String] = []
    private var rows:
        [(properties: [String: ExchangeTable.Cell], answers: [ExchangeTable.Cell], place: Geometry?)] =
            []

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - header: what the answers' columns are called.
    ///   - title: what the table is called.
    ///   - format: what it will be written in.
    ///   - reader: of the table the rows come from; nil where they come from none.
    ///   - headers: the language of the columns that rows do not bring themselves.
    /// - Throws: for an encoding that is not known.
    init(
        _ header: [String], _ title: Bilingual, as format: ExchangeFormat,
        of reader: (columns: [TableColumn], encoding: TextEncoding)?, headers: Language = .en
    ) throws(TableError) {
        self.header = header
        own =
            headers == .zh ? ("编号", "名称", "经度", "纬度") : ("id", "name", "longitude", "latitude")
        self.title = title
        self.format = format
        given = reader?.columns ?? []
        decoder = try TextDecoder(reader?.encoding ?? .utf8)
    }

    /// Gathers a row: what it came with, what was answered, and where it lies in WGS 84.
    ///
    /// A workbook, which has no geometry, gets columns for a position where the row has none of its own.
    func add(
        _ origin: AnsweredRow.Origin, id: String?, name: String?, _ answers: [AnswerCell], at place: Geometry?
    ) {
        var properties: [String: ExchangeTable.Cell] = [:]
        func add(_ key: String, _ cell: ExchangeTable.Cell) {
            if !keys.contains(key) { keys.append(key) }
            properties[key] = cell
        }
        switch origin {
        case .record(let record):
            for column in given {
                let text = (try? record.text(of: column, using: &decoder)) ?? ""
                add(column.name, text.isEmpty ? .empty : .text(text))
            }
        case .feature(let feature, _):
            let members = feature?.properties.members ?? []
            if let id = feature?.id {
                // A property of that name is the user's own and another thing.
                add(members.contains { $0.key == own.id } ? "id" : own.id, .text(id.text))
            }
            for member in members { add(member.key, ExchangeTable.Cell(member.value)) }
        case .position:
            if let id { add(own.id, .text(id)) }
            if let name { add(own.name, .text(name)) }
        }
        if format == .workbook, case .point(let point)? = place,
            !properties.keys.contains(where: { Self.longitudes.contains($0.lowercased()) })
        {
            add(own.longitude, .real(point.x))
            add(own.latitude, .real(point.y))
        }
        rows.append((properties, answers.map(ExchangeTable.Cell.init), place))
    }

    /// Keeps the place of a blank row in a workbook, whose rows people know by their numbers; other formats have none.
    func addBlank() {
        guard format == .workbook else { return }
        rows.append(([:], header.map { _ in .empty }, nil))
    }

    /// The columns rows came with that a reader wants beside the answers, and what each row has in them: short ones, and
    /// none that says what a site is called or where it lies.
    func shown(apartFrom hidden: Set<String>) -> (keys: [String], cells: [[PrintedSheet.Cell]]) {
        let (most, longest) = (4, 30)
        let taken = hidden.union([own.id, own.name, own.longitude, own.latitude, "id"])
        let wanted = keys.filter { key in
            guard !taken.contains(key) else { return false }
            let texts = rows.map { $0.properties[key]?.words ?? "" }
            return texts.contains { !$0.isEmpty } && texts.allSatisfy { $0.count <= longest }
        }.prefix(most)
        for key in wanted { readNumbers(in: key) }
        return (
            Array(wanted),
            rows.map { row in
                wanted.map { PrintedSheet.Cell(row.properties[$0] ?? .empty, words: .text) }
            }
        )
    }

    /// Everything that was gathered, in the order it came, as a sheet.
    func sheet(_ name: String, _ language: Language, _ date: CalendarDate) -> PrintedSheet {
        let table = dataset(date).tables[0]
        var sheet = PrintedSheet(name, columns: table.fields.count)
        sheet.add(head: table.fields.map { (name: $0.alias[language], columns: []) })
        for row in table.rows {
            sheet.add(row.cells.map { PrintedSheet.Cell($0, words: .plain) })
        }
        sheet.endTable()
        return sheet
    }

    /// Writes what was gathered, and says what the format has no room for.
    ///
    /// A file or table that is there stays, unless `replacing` says otherwise.
    ///
    /// - Throws: where it cannot be written; what stood there is then unchanged.
    func write(
        to path: String, replacing: Bool, _ language: Language, _ date: CalendarDate
    ) throws {
        let outcome: DatasetWriter.Outcome
        do throws(ExchangeError) {
            let options = ExchangeOptions(language: language, replacing: replacing)
            outcome = try DatasetWriter(format, options).write(dataset(date), to: path)
        } catch {
            throw Failure(error, language)
        }
        for note in outcome.notes { Messages.write(note.text[language]) }
        if outcome.omitted > 0 {
            let said = Bilingual(
                zh: "\(format.name.zh) 容不下没有图形的 \(outcome.omitted) 行；改用 GeoPackage 或 XLSX 可保留。",
                en: """
                    \(format.name.en) has no room for the \(outcome.omitted) rows without a shape; a GeoPackage or XLSX \
                    has.
                    """)
            Messages.write(said[language])
        }
        if format == .workbook {
            let said = Bilingual(
                zh: "\(path) 是新工作簿：保留各列的值，不保留公式、格式与其他工作表。",
                en: """
                    \(path) is a new workbook: it keeps the values of every column, not formulas, formats or other \
                    sheets.
                    """)
            Messages.write(said[language])
        }
    }

    private func dataset(_ date: CalendarDate) -> ExchangeDataset {
        for key in keys { readNumbers(in: key) }
        var fields = keys.enumerated().map { index, key in
            ExchangeTable.Field(
                Self.name(key), short: "F\(index + 1)", Bilingual(zh: key, en: key),
                kind(rows.map { $0.properties[key] ?? .empty }))
        }
        fields += header.enumerated().map { index, header in
            ExchangeTable.Field(
                Self.name(header), short: "ANSWER\(index + 1)", Bilingual(zh: header, en: header),
                kind(rows.map { $0.answers[index] }))
        }
        // A table that was answered before has columns of the same names.
        var taken: Set<String> = []
        fields = fields.map { field in
            var name = field.key
            var count = 1
            while !taken.insert(name).inserted {
                count += 1
                name = "\(field.key)_\(count)"
            }
            return ExchangeTable.Field(name, short: field.shortName, field.alias, field.kind)
        }
        let table = ExchangeTable(
            name: "answers", title: title, fields: fields,
            rows: rows.map { row in
                ExchangeTable.Row(
                    zip(keys.map { row.properties[$0] ?? .empty } + row.answers, fields).map {
                        $0.held(in: $1)
                    }, geometry: row.place)
            })
        return ExchangeDataset(
            tables: [table], title: title,
            statement: Bilingual(
                zh: (boundaries.map(\.zh) + [Vocabulary.disclaimer.zh]).joined(),
                en: (boundaries.map(\.en) + [Vocabulary.disclaimer.en]).joined(separator: " ")),
            date: date)
    }

    /// Makes numbers of a column of a table that holds nothing else, so that a workbook can reckon with them.
    private func readNumbers(in key: String) {
        var numbers: [ExchangeTable.Cell] = []
        for row in rows {
            switch row.properties[key] ?? .empty {
            case .text(let text):
                guard let number = ExchangeTable.Cell(number: text) else { return }
                numbers.append(number)
            case let cell: numbers.append(cell)
            }
        }
        for (index, number) in numbers.enumerated() { rows[index].properties[key] = number }
    }

    /// A column's name without what makes it awkward in SQL.
    private static func name(_ header: String) -> String {
        let name = String(header.map { ":-. ".contains($0) ? "_" : $0 })
        return ["fid", "geom"].contains(name.lowercased()) ? name + "_" : name
    }

    /// Numbers where every value is one; else texts.
    private func kind(_ cells: [ExchangeTable.Cell]) -> ExchangeTable.Field.Kind {
        var kind = ExchangeTable.Field.Kind.integer
        var isFilled = false
        for cell in cells {
            switch cell {
            case .empty: continue
            case .text: return .text
            case .real: kind = .real(decimals: 9)
            case .integer: break
            }
            isFilled = true
        }
        return isFilled ? kind : .text
    }
}

extension ExchangeTable.Cell {
    /// The number a text is, written as it would be written again; nil for what may be a number in name only: with leading
    /// zeros, or whole and of ten digits and more, which a sheet would show as a power of ten.
    fileprivate init?(number text: String) {
        if let whole = Int(text), "\(whole)" == text, text.utf8.count < 10 {
            self = .integer(whole)
        } else if let real = Double(text), text.contains("."), "\(real)" == text, abs(real) < 1e9 {
            self = .real(real)
        } else {
            return nil
        }
    }

    /// As people read it.
    fileprivate var words: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .real(let number): JSONWriter().string(.number(number))
        }
    }

    /// A property of a feature.
    fileprivate init(_ value: JSONValue) {
        switch value {
        case .null: self = .empty
        case .string(let text): self = text.isEmpty ? .empty : .text(text)
        case .number(let number): self = Int(exactly: number).map { .integer($0) } ?? .real(number)
        case .numeral(let digits): self = .text(digits)
        case .bool, .array, .object: self = .text(JSONWriter().string(value))
        }
    }

    /// A cell of an answer.
    fileprivate init(_ cell: AnswerCell) {
        switch cell {
        case .empty: self = .empty
        case .text(let text): self = .text(text)
        // With the decimals it is worth, as the other formats have it.
        case .number(let value, _): self = .real(Double(cell.text) ?? value)
        }
    }

    /// The same value as its column holds it.
    fileprivate func held(in field: ExchangeTable.Field) -> ExchangeTable.Cell {
        switch (self, field.kind) {
        case (.integer(let value), .real): .real(Double(value))
        case (.integer(let value), .text): .text("\(value)")
        case (.real(let value), .text): .text(JSONWriter().string(.number(value)))
        default: self
        }
    }
}

extension PrintedSheet.Cell {
    /// A cell as a sheet has it, with the look of one of words.
    fileprivate init(_ cell: ExchangeTable.Cell, words look: PrintedSheet.Look) {
        switch cell {
        case .empty: self.init(.empty, look)
        case .text(let text): self = .text(text, look)
        case .integer(let number): self.init(.number(Double(number)), .plain)
        case .real(let number): self.init(.number(number), .plain)
        }
    }
}
