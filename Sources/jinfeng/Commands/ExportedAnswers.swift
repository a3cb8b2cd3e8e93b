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

    private let columns: AnswerColumns
    private let format: ExchangeFormat
    /// The columns of a CSV or sheet the rows come from; empty for any other input.
    private let given: [TableColumn]
    private var decoder: TextDecoder
    private var keys: [String] = []
    private var rows:
        [(properties: [String: ExchangeTable.Cell], answers: [ExchangeTable.Cell], place: Geometry?)] =
            []

    /// Answers in the format; a workbook, which has no geometry, gets columns for the position where there are none.
    init(_ columns: AnswerColumns, as format: ExchangeFormat, _ input: SiteInput) throws(TableError) {
        self.columns = columns
        self.format = format
        if case .csv(let csv) = input {
            given = csv.sites.reader.columns
            decoder = try TextDecoder(csv.sites.reader.dialect.encoding)
        } else {
            given = []
            decoder = try TextDecoder(.utf8)
        }
    }

    /// Gathers an answered row.
    func add(_ row: AnsweredRow) {
        guard let outcome = row.outcome else { return }
        var properties: [String: ExchangeTable.Cell] = [:]
        func add(_ key: String, _ cell: ExchangeTable.Cell) {
            if !keys.contains(key) { keys.append(key) }
            properties[key] = cell
        }
        switch row.origin {
        case .record(let record):
            for column in given {
                let text = (try? record.text(of: column, using: &decoder)) ?? ""
                add(column.name, text.isEmpty ? .empty : .text(text))
            }
        case .feature(let feature, _):
            if let id = feature?.id { add("id", .text(id.text)) }
            for member in feature?.properties.members ?? [] {
                add(member.key, ExchangeTable.Cell(member.value))
            }
        case .position:
            if let id = row.id { add("id", .text(id)) }
            if let name = row.name { add("name", .text(name)) }
        }
        switch outcome {
        case .success(let answer):
            let place = answer.site.position
            if format == .workbook,
                !properties.keys.contains(where: { Self.longitudes.contains($0.lowercased()) })
            {
                add("longitude", .real(place.longitude))
                add("latitude", .real(place.latitude))
            }
            rows.append((properties, columns.cells(answer).map(ExchangeTable.Cell.init), .point(place.point)))
        case .failure(let error):
            rows.append((properties, columns.cells(error).map(ExchangeTable.Cell.init), nil))
        }
    }

    /// Writes what was gathered.
    func finish(
        to path: String, _ language: Language, _ date: CalendarDate
    ) throws(ExchangeError) -> DatasetWriter.Outcome {
        let answers = columns.header
        var fields = keys.enumerated().map { index, key in
            ExchangeTable.Field(
                Self.name(key), short: "F\(index + 1)", Bilingual(zh: key, en: key),
                kind(rows.map { $0.properties[key] ?? .empty }))
        }
        fields += answers.enumerated().map { index, header in
            ExchangeTable.Field(
                Self.name(header), short: "ANSWER\(index + 1)", Bilingual(zh: header, en: header),
                kind(rows.map { $0.answers[index] }))
        }
        let table = ExchangeTable(
            name: "answers", title: Bilingual(zh: "作答", en: "Answers"), fields: fields,
            rows: rows.map { row in
                ExchangeTable.Row(
                    zip(keys.map { row.properties[$0] ?? .empty } + row.answers, fields).map {
                        $0.held(in: $1)
                    },
                    geometry: row.place)
            })
        let dataset = ExchangeDataset(
            tables: [table], title: Bilingual(zh: "点位作答", en: "Sites answered"),
            statement: Vocabulary.disclaimer,
            date: date)
        return try DatasetWriter(format, ExchangeOptions(language: language, replacing: true))
            .write(dataset, to: path)
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
