internal import GeoJSON
internal import PlanarGeometry
internal import Planning
internal import Siting

/// GeoJSON: each site as a feature with its answers as properties, for QGIS and its like.
///
/// A feature that came in goes out with its own id and properties, ours added behind them.
public final class GeoJSONAnswerWriter: TableAnswerWriter {
    private let columns: AnswerColumns
    private let header: [String]
    private let isSequence: Bool
    private var isFirst = true
    private let writer = JSONWriter(.compact)
    /// The byte before each text of a sequence (RFC 8142, RFC 7464).
    private static let recordSeparator: UInt8 = 0x1E

    /// Makes a writer; the properties are the columns of the table form.
    ///
    /// - Parameters:
    ///   - columns: what the properties are called.
    ///   - asSequence: whether features leave as a GeoJSON text sequence (RFC 8142), not as a collection.
    public init(_ columns: AnswerColumns, asSequence: Bool = false) {
        self.columns = columns
        header = columns.header
        isSequence = asSequence
    }

    /// Opens the collection.
    public func begin(_ output: inout [UInt8]) {
        guard !isSequence else { return }
        output.append(contentsOf: "{\"type\":\"FeatureCollection\",\"features\":[\n".utf8)
    }

    /// A comma between the features of a collection.
    public var separator: [UInt8] { isSequence ? [] : [UInt8(ascii: ","), UInt8(ascii: "\n")] }

    /// Goes on where features were written or were not.
    public func resume(afterRows: Bool) { isFirst = !afterRows }

    /// Appends one feature.
    public func write(_ row: AnsweredRow, to output: inout [UInt8]) {
        write(TabulatedRow(row, columns), to: &output)
    }

    /// Appends one feature.
    public func write(_ row: TabulatedRow, to output: inout [UInt8]) {
        guard let cells = row.cells else { return }
        if isSequence {
            output.append(Self.recordSeparator)
        } else if !isFirst {
            output += separator
        }
        isFirst = false
        var feature = Feature(id: row.id.map { FeatureID($0) }, geometry: nil, properties: [:])
        if case .feature(let given?, _) = row.origin { feature = given }
        if let name = row.name ?? row.site?.name, feature.properties["name"] == nil {
            feature.properties["name"] = .string(name)
        }
        if let site = row.site {
            // GeoJSON is WGS 84 whatever the frame the site came in; a property that still said otherwise would
            // have the file moved again when it is read the next time.
            feature.geometry = .point(site.position.point)
            if let key = row.frameProperty, let given = feature.properties[key] {
                feature.properties[key] = "wgs84"
                feature.properties["\(key)_given"] = given
            }
        } else {
            feature.setAsideGeometryOutsideTheEarth()
        }
        for (column, cell) in zip(header, cells) {
            // A plain word such as `error` may be the user's own; `<layout>:zone` is ours, from an earlier run.
            let isTaken = !column.contains(":") && feature.properties[column] != nil
            let key = isTaken ? "jinfeng:\(column)" : column
            feature.properties[key] = cell.json
        }
        writer.write(feature.encoded(decimals: 9), to: &output)
        if isSequence { output.append(UInt8(ascii: "\n")) }
    }

    /// Closes the collection.
    public func end(_ output: inout [UInt8]) {
        if !isSequence { output.append(contentsOf: "\n]}\n".utf8) }
    }
}

extension TabulatedRow {
    /// The property of the feature that named its frame.
    fileprivate var frameProperty: String? {
        if case .feature(_, let key) = origin { key } else { nil }
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
