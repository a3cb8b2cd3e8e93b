internal import GeoJSON
internal import PlanarGeometry
internal import Presenting
package import Siting
package import Tables
internal import Wording

/// The candidates of a CSV file, a row each.
package struct CSVCandidates: ~Copyable {
    package private(set) var reader: CSVReader
    private let columns: CandidateColumns
    private var decoder: TextDecoder
    /// The frame the headers name; nil where the user states another.
    private let frameHint: String?
    private let fields: [SiteError.Part: String]

    /// Opens the input; where the user states the frame, one named in a header says nothing.
    package init(
        _ source: ByteSource, options: CSVOptions, mapping: ColumnMapping, overrulingHeaders: Bool
    ) throws(TableError) {
        var reader = try CSVReader(source, options: options)
        let decoder = try TextDecoder(reader.dialect.encoding)
        let columns = try reader.candidateColumns(mapping: mapping)
        self.columns = columns
        self.reader = reader
        self.decoder = decoder
        frameHint = overrulingHeaders ? nil : columns.frameHint
        let position = ([columns.shape].compactMap(\.self) + (columns.position?.columns ?? [])).map(\.name)
        var fields: [SiteError.Part: String] = [:]
        fields[.position] = position.joined(separator: "/")
        fields[.place] = fields[.position]
        fields[.frame] = columns.attributes.frame?.name
        fields[.accuracy] = columns.attributes.accuracy?.name
        self.fields = fields
    }

    /// The names of the columns a site is read from: what it is called and where it lies.
    package var siteColumns: Set<String> {
        let place = [columns.shape].compactMap(\.self) + (columns.position?.columns ?? [])
        let others = [columns.attributes.id, columns.attributes.name, columns.attributes.frame]
        return Set((place + others.compactMap(\.self)).map(\.name))
    }

    /// Whether the table names places in the stead of coordinates.
    package var namesPlaces: Bool {
        if case .place = columns.position { true } else { false }
    }

    /// The next row; nil at the end.
    package mutating func next() throws(TableError) -> CandidateRow? {
        guard let record = try reader.next() else { return nil }
        let origin = AnsweredRow.Origin.record(record)
        let row = record.position.row
        guard !record.isBlank else { return CandidateRow(origin: origin, row: row, text: nil) }
        let id = label(columns.attributes.id, in: record)
        let name = label(columns.attributes.name, in: record)
        func bad(_ error: TableError) -> CandidateRow {
            CandidateRow(
                origin: origin, row: row, id: id, name: name,
                text: .failure(RowError(error.withOption, row: row)))
        }
        if let problem = record.problem { return bad(problem) }
        do throws(TableError) {
            let position = try position(in: record)
            let shape = try text(of: columns.shape, in: record)
            let hasShape = !shape.allSatisfy(\.isWhitespace)
            let place = hasShape ? CandidateText.Place(shape: shape) : position
            if place == .missing,
                let word = TotalRow.word(in: record, of: reader.columns, using: &decoder)
            {
                var total = CandidateRow(origin: origin, row: row, id: id, name: name, text: nil)
                total.note = TotalRow.note(
                    word, lacking: Bilingual(zh: "图形", en: "shape"),
                    asking: Bilingual(zh: "参与比选", en: "candidate"))
                return total
            }
            let written = try text(of: columns.attributes.frame, in: record)
            let accuracy = try text(of: columns.attributes.accuracy, in: record)
            let candidate = CandidateText(
                id: id, name: name, place: place, beside: hasShape ? position.position : nil,
                frame: written.isEmpty ? frameHint : written, accuracy: accuracy,
                accuracyMetresPerUnit: columns.attributes.accuracyMetresPerUnit,
                landArea: try landArea(in: record))
            return CandidateRow(
                origin: origin, row: row, id: id, name: name, text: .success(candidate), fields: fields)
        } catch {
            return bad(error)
        }
    }

    /// The position the row states, whether it has a shape or not.
    private mutating func position(in record: CSVRecord) throws(TableError) -> CandidateText.Place {
        guard let position = columns.position else { return .missing }
        let first = try text(of: position.columns[0], in: record)
        let second = position.columns.count > 1 ? try text(of: position.columns[1], in: record) : ""
        return CandidateText.Place(position, first, second)
    }

    private mutating func landArea(in record: CSVRecord) throws(TableError) -> StatedLandArea {
        let land = StatedLandArea(
            try text(of: columns.landArea?.column, in: record), unit: columns.landArea?.unit)
        guard land == .none, let column = columns.floorArea else { return land }
        return StatedLandArea(try text(of: column, in: record), unit: nil, isFloorArea: true)
    }

    private mutating func text(of column: TableColumn?, in record: CSVRecord) throws(TableError) -> String {
        guard let column else { return "" }
        return try record.text(of: column, using: &decoder)
    }

    /// An id or name as far as it can be read; it never costs a row its answer.
    private mutating func label(_ column: TableColumn?, in record: CSVRecord) -> String? {
        guard let column else { return nil }
        return try? record.text(of: column, using: &decoder)
    }
}

extension CandidateText.Place {
    /// The position, where it is given as one and by coordinates.
    var position: SiteText.Position? {
        guard case .position(let position) = self else { return nil }
        if case .place = position { return nil }
        return position
    }

    /// Reads the text of a shape: Well-Known Text, or the GeoJSON of a geometry as databases export it.
    package init(shape text: String) {
        guard text.first(where: { !$0.isWhitespace }) == "{",
            let feature = try? Feature(parsing: Array(text.utf8), acceptingAnyCRS: true),
            let geometry = feature.geometry
        else {
            self = .wkt(text)
            return
        }
        self = .geometry(geometry)
    }

    /// What the columns of a position say; nothing where all of them are empty.
    package init(_ columns: PositionColumns, _ first: String, _ second: String) {
        let isEmpty = (first + second).allSatisfy(\.isWhitespace)
        self = isEmpty ? .missing : .position(SiteText.Position(columns, first, second))
    }
}
