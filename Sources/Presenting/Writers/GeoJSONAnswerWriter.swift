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
        if case .feature(let given?, _) = row.origin { feature = given }
        if let name = row.name ?? row.answeredName, feature.properties["name"] == nil {
            feature.properties["name"] = .string(name)
        }
        let cells: [AnswerCell]
        switch outcome {
        case .success(let answer):
            // GeoJSON is WGS 84 whatever the frame the site came in; a property that still said otherwise would
            // have the file moved again when it is read the next time.
            feature.geometry = .point(answer.site.position.point)
            if let key = row.frameProperty, let given = feature.properties[key] {
                feature.properties[key] = "wgs84"
                feature.properties["\(key)_given"] = given
            }
            cells = columns.cells(answer)
        case .failure(let error):
            feature.setAsideGeometryOutsideTheEarth()
            cells = columns.cells(error)
        }
        for (column, cell) in zip(columns.header, cells) {
            // A plain word such as `error` may be the user's own; `<layout>:zone` is ours, from an earlier run.
            let isTaken = !column.contains(":") && feature.properties[column] != nil
            let key = isTaken ? "jinfeng:\(column)" : column
            feature.properties[key] = cell.json
        }
        writer.write(feature.encoded(decimals: 9), to: &output)
    }

    /// Closes the collection.
    public func end(_ output: inout [UInt8]) { output.append(contentsOf: "\n]}\n".utf8) }
}

extension AnsweredRow {
    /// The property of the feature that named its frame.
    fileprivate var frameProperty: String? {
        if case .feature(_, let key) = origin { key } else { nil }
    }

    /// The name the site was answered under, such as that of the place asked for.
    fileprivate var answeredName: String? {
        if case .success(let answer) = outcome { answer.site.name } else { nil }
    }
}

extension Feature {
    /// Takes away coordinates that are no longitude and latitude, such as metres of an unanswered row.
    ///
    /// They stay readable as a property; as geometry they would put the file's extent off the Earth.
    mutating func setAsideGeometryOutsideTheEarth() {
        guard let given = geometry, let box = given.box,
            box.lower.x < -180 || box.upper.x > 180 || box.lower.y < -90 || box.upper.y > 90
        else { return }
        properties["geometry_given"] = given.encoded(decimals: 9)
        geometry = nil
    }
}
