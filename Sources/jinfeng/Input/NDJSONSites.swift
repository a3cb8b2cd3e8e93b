import GeoJSON
import Presenting
import Projection
import Siting
import Tables

/// The sites of an NDJSON text, an object a line: a GeoJSON Feature, or members named like a table's headers.
struct NDJSONSites: ~Copyable {
    private var reader: NDJSONReader
    private let mapping: ColumnMapping

    init(_ source: ByteSource, mapping: ColumnMapping) throws(TableError) {
        reader = try NDJSONReader(source)
        self.mapping = mapping
    }

    /// The next line that is not blank; nil at the end.
    mutating func next() throws(TableError) -> SiteRow? {
        guard let line = try reader.next() else { return nil }
        let number = line.number
        if let problem = line.problem { return bad(RowError(problem, row: number), number) }
        do throws(JSONError) {
            let value = try JSONValue(parsing: Array(line.bytes))
            guard let object = value.members else {
                _ = try JSONCursor(value).object()
                return nil
            }
            guard object["type"] == .string("Feature") else {
                return row(ObjectTexts(object, mapping: mapping), number)
            }
            do throws(JSONError) {
                return GeoJSONSites.row(try Feature(decoding: value, acceptingAnyCRS: true), number: number)
            } catch {
                return bad(rowError(error, number), number, in: object)
            }
        } catch {
            return bad(rowError(error, number), number)
        }
    }

    /// A line that is no site; a feature keeps the id and the properties that can be read.
    private func bad(_ error: RowError, _ number: Int, in feature: JSONObject? = nil) -> SiteRow {
        guard let feature else { return SiteRow(origin: .position, row: number, text: .failure(error)) }
        let properties = feature["properties"]?.members ?? [:]
        let id = feature["id"].flatMap { FeatureID($0) }
        let texts = ObjectTexts(properties)
        return SiteRow(
            origin: .feature(Feature(id: id, geometry: nil, properties: properties)), row: number,
            id: id?.text ?? texts.id, name: texts.name, text: .failure(error))
    }

    /// Its line in the file is the row's; the line of JSON itself is always its first.
    private func rowError(_ error: JSONError, _ number: Int) -> RowError {
        RowError(
            error.moved(toLine: number, byteOffset: 0), row: number,
            field: error.path.steps.isEmpty ? nil : error.path.description)
    }

    private func row(_ texts: ObjectTexts, _ number: Int) -> SiteRow {
        do throws(TableError) {
            let roles = try texts.roles(mapping: mapping)
            let columns = roles.position.columns
            let first = texts.text(columns[0]) ?? ""
            let position: SiteText.Position =
                switch roles.position {
                case .geographic: .pair(first, texts.text(columns[1]) ?? "", order: .eastingFirst)
                case .survey: .pair(first, texts.text(columns[1]) ?? "", order: .northingFirst)
                case .unstated: .pair(first, texts.text(columns[1]) ?? "", order: .unstated)
                case .single(_, let order):
                    .single(first, order: order == .latitudeFirst ? .northingFirst : .eastingFirst)
                case .place: .place(first)
                }
            let text = SiteText(
                id: texts.id, name: texts.name, position: position, frame: texts.frame ?? roles.frameHint,
                accuracy: texts.accuracy)
            let names = columns.map(\.name).joined(separator: "/")
            return SiteRow(
                origin: .position, row: number, id: texts.id, name: texts.name, text: .success(text),
                fields: [.position: names, .place: names])
        } catch {
            return SiteRow(
                origin: .position, row: number, id: texts.id, name: texts.name,
                text: .failure(RowError(error, row: number)))
        }
    }
}
