import GeoJSON
import Siting
import Tables

/// The members of a JSON object as the texts a table row would hold, its keys read as headers are.
struct ObjectTexts {
    private let object: JSONObject
    private let columns: [TableColumn]
    private let claims: ObjectRoles

    init(_ object: JSONObject, mapping: ColumnMapping = ColumnMapping()) {
        self.object = object
        columns = object.keys.enumerated().map { TableColumn(index: $0.offset, name: $0.element) }
        claims = ObjectRoles(columns, mapping)
    }

    var id: String? { text(claims.id) }
    var name: String? { text(claims.name) }
    var frame: String? { text(claims.frame) }
    /// The key of the frame, where it holds one.
    var frameKey: String? { frame.flatMap { $0.isEmpty ? nil : claims.frame?.name } }
    /// In metres, where the key names another unit, as `accuracy_cm` does.
    var accuracy: String? {
        guard let written = text(claims.accuracy) else { return nil }
        guard claims.accuracyMetresPerUnit != 1, let number = Double(written) else { return written }
        return String(number * claims.accuracyMetresPerUnit)
    }

    /// The roles of the keys, position included.
    ///
    /// - Throws: `missing_column` and its like, with the keys in the place of headers.
    func roles(mapping: ColumnMapping) throws(TableError) -> ColumnRoles {
        try ColumnRoles(columns, mapping: mapping)
    }

    /// A member as text; nil where it is missing, null, or no plain value.
    func text(_ column: TableColumn?) -> String? {
        guard let column, let value = object[column.name] else { return nil }
        return switch value {
        case .string(let text): text
        case .number, .numeral: JSONWriter().string(value)
        // A pair `[106.33, 29.52]` reads like the text "106.33,29.52".
        case .array(let elements) where elements.allSatisfy({ $0.doubleValue != nil }):
            elements.map { JSONWriter().string($0) }.joined(separator: ",")
        case .null, .bool, .array, .object: nil
        }
    }
}

/// The roles that say no position, found without asking for one.
private struct ObjectRoles {
    private(set) var id: TableColumn?
    private(set) var name: TableColumn?
    private(set) var frame: TableColumn?
    private(set) var accuracy: TableColumn?
    private(set) var accuracyMetresPerUnit = 1.0

    init(_ columns: [TableColumn], _ mapping: ColumnMapping) {
        // A position column of our own makes the search succeed, whatever else the object holds.
        let all = columns + [TableColumn(index: columns.count, name: "lnglat")]
        guard let roles = (try? ColumnRoles(columns, mapping: mapping)) ?? (try? ColumnRoles(all)) else {
            return
        }
        id = roles.id
        name = roles.name
        frame = roles.frame
        accuracy = roles.accuracy
        accuracyMetresPerUnit = roles.accuracyMetresPerUnit
    }
}
