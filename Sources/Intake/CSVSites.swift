internal import Presenting
package import Siting
package import Tables
internal import Wording

/// The sites of a CSV file, a row each.
package struct CSVSites: ~Copyable {
    package var reader: CSVReader
    /// What the columns mean.
    package let columns: CSVSiteColumns
    private var rows: CSVSiteRows

    /// Opens the input; where the user states the frame, one named in a header says nothing.
    package init(
        _ source: ByteSource, options: CSVOptions, mapping: ColumnMapping, overrulingHeaders: Bool
    ) throws(TableError) {
        var reader = try CSVReader(source, options: options)
        let roles = try reader.roles(mapping: mapping)
        let columns = CSVSiteColumns(
            roles, dialect: reader.dialect, columns: reader.columns, overrulingHeaders: overrulingHeaders)
        let rows = try CSVSiteRows(columns)
        self.columns = columns
        self.rows = rows
        self.reader = reader
    }

    /// Whether the table names places in the stead of coordinates.
    package var namesPlaces: Bool {
        if case .place = columns.roles.position { true } else { false }
    }

    /// The next row; nil at the end.
    package mutating func next() throws(TableError) -> SiteRow? {
        guard let record = try reader.next() else { return nil }
        return rows.row(record)
    }
}

/// What the columns of a CSV file of sites mean: a value every worker has.
package struct CSVSiteColumns: Sendable {
    package let roles: ColumnRoles
    package let dialect: CSVDialect
    package let columns: [TableColumn]
    /// The frame the headers name; nil where the user states another.
    package let frameHint: String?
    /// What the headers call the parts of a site.
    package let fields: [SiteError.Part: String]

    package var count: Int { columns.count }

    package init(
        _ roles: ColumnRoles, dialect: CSVDialect, columns: [TableColumn], overrulingHeaders: Bool
    ) {
        self.roles = roles
        self.dialect = dialect
        self.columns = columns
        frameHint = overrulingHeaders ? nil : roles.frameHint
        let position = roles.position.columns.map(\.name).joined(separator: "/")
        var fields: [SiteError.Part: String] = [.position: position, .place: position]
        fields[.frame] = roles.attributes.frame?.name
        fields[.accuracy] = roles.attributes.accuracy?.name
        self.fields = fields
    }
}

/// Reads the records of a CSV file as sites; each worker has its own.
package struct CSVSiteRows: ~Copyable {
    private let columns: CSVSiteColumns
    private var decoder: TextDecoder

    package init(_ columns: CSVSiteColumns) throws(TableError) {
        self.columns = columns
        decoder = try TextDecoder(columns.dialect.encoding)
    }

    /// One record as a site.
    package mutating func row(_ record: CSVRecord) -> SiteRow {
        let roles = columns.roles
        let origin = AnsweredRow.Origin.record(record)
        guard !record.isBlank else { return SiteRow(origin: origin, row: record.position.row, text: nil) }
        let id = label(roles.attributes.id, in: record)
        let name = label(roles.attributes.name, in: record)
        let row = record.position.row
        func bad(_ error: TableError, field: String?) -> SiteRow {
            SiteRow(
                origin: origin, row: row, id: id, name: name,
                text: .failure(RowError(error.withOption, row: row, field: field)))
        }
        if let problem = record.problem { return bad(problem, field: nil) }
        do throws(TableError) {
            let position = try position(in: record)
            if let word = totalWord(in: record, at: position) {
                var total = SiteRow(origin: origin, row: row, id: id, name: name, text: nil)
                total.note = TotalRow.note(
                    word, lacking: Bilingual(zh: "坐标", en: "position"),
                    asking: Bilingual(zh: "作查询", en: "site"))
                return total
            }
            var frame = columns.frameHint
            if let column = roles.attributes.frame {
                let written = try self.text(of: column, in: record)
                if !written.isEmpty { frame = written }
            }
            let accuracy = try roles.attributes.accuracy.map { column throws(TableError) in
                try self.text(of: column, in: record)
            }
            let text = SiteText(
                id: id, name: name, position: position, frame: frame, accuracy: accuracy,
                accuracyMetresPerUnit: roles.attributes.accuracyMetresPerUnit)
            return SiteRow(
                origin: origin, row: row, id: id, name: name, text: .success(text), fields: columns.fields)
        } catch {
            return bad(error, field: nil)
        }
    }

    /// The word of a row of totals: one without a position, or with the word in the place of a place's name.
    private mutating func totalWord(in record: CSVRecord, at position: SiteText.Position) -> String? {
        switch position {
        case .place(let name):
            if let word = TotalRow.word(in: name) { return word }
            guard name.allSatisfy(\.isWhitespace) else { return nil }
        case .coordinates(.pair(let first, let second, _)):
            guard (first + second).allSatisfy(\.isWhitespace) else { return nil }
        case .coordinates(.single(let text, _)):
            guard text.allSatisfy(\.isWhitespace) else { return nil }
        }
        return TotalRow.word(in: record, of: columns.columns, using: &decoder)
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
        let columns = columns.roles.position.columns
        let first = try text(of: columns[0], in: record)
        let second = columns.count > 1 ? try text(of: columns[1], in: record) : ""
        return SiteText.Position(self.columns.roles.position, first, second)
    }
}
