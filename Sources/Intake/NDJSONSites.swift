internal import GeoJSON
internal import Presenting
internal import Siting
package import Tables

/// The sites of an NDJSON text, an object a line: a GeoJSON Feature, or members named like a table's headers.
package struct NDJSONSites: ~Copyable {
    package var reader: NDJSONReader
    /// How its lines are read.
    package let rules: NDJSONSiteRules
    private let rows: NDJSONSiteRows

    /// Opens the input; where the user states the frame, one named in a key says nothing.
    package init(_ source: ByteSource, mapping: ColumnMapping, overrulingHeaders: Bool) throws(TableError) {
        reader = try NDJSONReader(source)
        rules = NDJSONSiteRules(mapping: mapping, overrulingHeaders: overrulingHeaders)
        rows = NDJSONSiteRows(rules)
    }

    /// The next line that is not blank; nil at the end.
    package mutating func next() throws(TableError) -> SiteRow? {
        while let line = try reader.next() {
            if let row = rows.row(line) { return row }
        }
        return nil
    }
}

/// How the lines of an NDJSON text are read: a value every worker has.
package struct NDJSONSiteRules: Sendable {
    package let mapping: ColumnMapping
    /// Whether a frame named in a key says nothing.
    package let overrulingHeaders: Bool
}

/// Reads the lines of an NDJSON text as sites; each worker has its own.
package final class NDJSONSiteRows {
    private let columns: ObjectColumns
    /// Of features, whose properties are no columns of the user's choice.
    private let properties = ObjectColumns()
    private let overrulingHeaders: Bool

    package init(_ rules: NDJSONSiteRules) {
        columns = ObjectColumns(mapping: rules.mapping)
        overrulingHeaders = rules.overrulingHeaders
    }

    /// One line as a site.
    package func row(_ line: NDJSONLine) -> SiteRow? {
        let number = line.number
        if let problem = line.problem { return bad(RowError(problem.withOption, row: number), number) }
        do throws(JSONError) {
            let value = try JSONValue(parsing: Array(line.bytes))
            guard let object = value.members else {
                _ = try JSONCursor(value).object()
                return nil
            }
            guard object["type"] == .string("Feature") else {
                return row(ObjectTexts(object, columns), number)
            }
            do throws(JSONError) {
                let feature = try Feature(decoding: value, acceptingAnyCRS: true)
                return GeoJSONSites.row(feature, number: number, self.properties)
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
        let texts = ObjectTexts(properties, self.properties)
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
            let (columns, text) = try texts.site(overrulingHeaders: overrulingHeaders)
            let names = columns.columns.map(\.name).joined(separator: "/")
            return SiteRow(
                origin: .position, row: number, id: text.id, name: text.name, text: .success(text),
                fields: texts.fields.merging([.position: names, .place: names]) { $1 })
        } catch {
            return SiteRow(
                origin: .position, row: number, id: texts.id, name: texts.name,
                text: .failure(RowError(error.withOption, row: number, field: error.field)))
        }
    }
}
