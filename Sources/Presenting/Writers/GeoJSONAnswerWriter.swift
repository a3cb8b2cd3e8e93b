internal import GeoJSON
internal import PlanarGeometry
internal import Planning
internal import Siting

/// GeoJSON: each site as a feature with its answers as properties, for QGIS and its like.
///
/// A feature that came in goes out with its own id and properties, ours added behind them.
public final class GeoJSONAnswerWriter: AnswerWriter {
    private let columns: AnswerColumns
    private var isFirst = true
    private let writer = JSONWriter(.compact)

    /// Makes a writer; the properties are the columns of the table form.
    public init(_ columns: AnswerColumns) {
        self.columns = columns
    }

    /// Opens the collection.
    public func begin(_ output: inout [UInt8]) {
        output.append(contentsOf: "{\"type\":\"FeatureCollection\",\"features\":[\n".utf8)
    }

    /// Appends one feature.
    public func write(_ row: AnsweredRow, to output: inout [UInt8]) {
        guard let outcome = row.outcome else { return }
        if !isFirst { output.append(contentsOf: ",\n".utf8) }
        isFirst = false
        var feature = Feature(id: row.id.map { FeatureID($0) }, geometry: nil, properties: [:])
        if case .feature(let given?) = row.origin { feature = given }
        if let name = row.name, feature.properties["name"] == nil {
            feature.properties["name"] = .string(name)
        }
        let fields: [String]
        switch outcome {
        case .success(let answer):
            // GeoJSON is WGS 84 whatever the frame the site came in.
            feature.geometry = .point(answer.site.position.point)
            fields = columns.fields(answer)
        case .failure(let error): fields = columns.fields(error)
        }
        for (column, field) in zip(columns.header, fields) {
            // A plain word such as `error` may be the user's own; `<layout>:zone` is ours, from an earlier run.
            let isTaken = !column.contains(":") && feature.properties[column] != nil
            let key = isTaken ? "jinfeng:\(column)" : column
            feature.properties[key] =
                field.isEmpty ? .null : Double(field).map { .number($0) } ?? .string(field)
        }
        writer.write(feature.encoded(decimals: 9), to: &output)
    }

    /// Closes the collection.
    public func end(_ output: inout [UInt8]) { output.append(contentsOf: "\n]}\n".utf8) }
}
