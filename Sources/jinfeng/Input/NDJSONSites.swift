import GeoJSON
import Presenting
import Projection
import Siting
import Tables

/// The sites of an NDJSON text, an object a line: a GeoJSON Feature, or members named like a table's headers.
struct NDJSONSites: ~Copyable {
    private var reader: NDJSONReader

    init(_ source: ByteSource) throws(TableError) {
        reader = try NDJSONReader(source)
    }

    /// The next line that is not blank; nil at the end.
    mutating func next() throws(TableError) -> SiteRow? {
        guard let line = try reader.next() else { return nil }
        let number = line.number
        func bad(_ error: RowError, id: String? = nil, name: String? = nil) -> SiteRow {
            SiteRow(origin: .position, row: number, id: id, name: name, text: .failure(error))
        }
        if let problem = line.problem { return bad(RowError(problem, row: number)) }
        do throws(JSONError) {
            let value = try JSONValue(parsing: Array(line.bytes))
            guard let object = value.members else {
                _ = try JSONCursor(value).object()
                return nil
            }
            if object["type"] == .string("Feature") {
                return GeoJSONSites.row(try Feature(decoding: value, acceptingAnyCRS: true), number: number)
            }
            return row(ObjectTexts(object), number: number)
        } catch {
            return bad(
                RowError(error, row: number, field: error.path.steps.isEmpty ? nil : error.path.description))
        }
    }

    private func row(_ texts: ObjectTexts, number: Int) -> SiteRow {
        do throws(TableError) {
            let roles = try texts.roles()
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
