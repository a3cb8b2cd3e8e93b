import Presenting
import Projection
import Siting
import Tables

/// The sites of a CSV file, a row each.
struct CSVSites: ~Copyable {
    private(set) var reader: CSVReader
    private let roles: ColumnRoles
    private var decoder: TextDecoder

    init(_ source: ByteSource, options: CSVOptions, mapping: ColumnMapping) throws(TableError) {
        let reader = try CSVReader(source, options: options)
        let decoder = try TextDecoder(reader.dialect.encoding)
        roles = try ColumnRoles(reader.columns, mapping: mapping)
        self.reader = reader
        self.decoder = decoder
    }

    /// Whether the table names places in the stead of coordinates.
    var namesPlaces: Bool {
        if case .place = roles.position { true } else { false }
    }

    /// The next row; nil at the end.
    mutating func next() throws(TableError) -> SiteRow? {
        guard let record = try reader.next() else { return nil }
        let origin = AnsweredRow.Origin.record(record)
        guard !record.isBlank else { return SiteRow(origin: origin, row: record.position.row, text: nil) }
        let id = label(roles.id, in: record)
        let name = label(roles.name, in: record)
        let row = record.position.row
        func bad(_ error: TableError, field: String?) -> SiteRow {
            SiteRow(
                origin: origin, row: row, id: id, name: name,
                text: .failure(RowError(error, row: row, field: field)))
        }
        if let problem = record.problem { return bad(problem, field: nil) }
        do throws(TableError) {
            var frame = roles.frameHint
            if let column = roles.frame {
                let written = try self.text(of: column, in: record)
                if !written.isEmpty { frame = written }
            }
            let position = try position(in: record)
            let text = SiteText(
                id: id, name: name, position: position, frame: frame,
                accuracy: try accuracy(in: record))
            return SiteRow(origin: origin, row: row, id: id, name: name, text: .success(text), fields: fields)
        } catch {
            return bad(error, field: nil)
        }
    }

    private mutating func text(of column: TableColumn, in record: CSVRecord) throws(TableError) -> String {
        try record.text(of: column, using: &decoder)
    }

    /// An id or name as far as it can be read; it never costs a row its answer.
    private mutating func label(_ column: TableColumn?, in record: CSVRecord) -> String? {
        guard let column else { return nil }
        return try? record.text(of: column, using: &decoder)
    }

    private mutating func position(in record: CSVRecord) throws(TableError) -> SiteText.Position {
        switch roles.position {
        case .geographic(let lon, let lat):
            .pair(try text(of: lon, in: record), try text(of: lat, in: record), order: .eastingFirst)
        case .survey(let northing, let easting):
            .pair(
                try text(of: northing, in: record), try text(of: easting, in: record), order: .northingFirst)
        case .unstated(let x, let y):
            .pair(try text(of: x, in: record), try text(of: y, in: record), order: .unstated)
        case .single(let column, let order):
            .single(try text(of: column, in: record), order: Self.axisOrder(order))
        case .place(let column): .place(try text(of: column, in: record))
        }
    }

    private static func axisOrder(_ order: PositionOrder) -> AxisOrder {
        switch order {
        case .longitudeFirst: .eastingFirst
        case .latitudeFirst: .northingFirst
        case .unstated: .unstated
        }
    }

    private mutating func accuracy(in record: CSVRecord) throws(TableError) -> String? {
        guard let column = roles.accuracy else { return nil }
        let written = try text(of: column, in: record)
        guard roles.accuracyMetresPerUnit != 1, let number = Double(written) else { return written }
        return String(number * roles.accuracyMetresPerUnit)
    }

    /// What the headers call the parts of a site.
    private var fields: [SiteError.Part: String] {
        let position = roles.position.columns.map(\.name).joined(separator: "/")
        var fields: [SiteError.Part: String] = [.position: position, .place: position]
        fields[.frame] = roles.frame?.name
        fields[.accuracy] = roles.accuracy?.name
        return fields
    }
}
