import Tables

/// What the keys of JSON objects mean, told once for each list of keys: of a million lines nearly all have the same.
final class ObjectColumns {
    /// The meaning of one list of keys.
    struct Roles {
        let columns: [TableColumn]
        /// Position included; `missing_column` for most features' properties.
        let all: Result<ColumnRoles, TableError>
        let attributes: Result<AttributeColumns, TableError>
        /// What a line is called even where another role is in doubt.
        let id: TableColumn?
        let name: TableColumn?

        init(_ keys: [String], _ mapping: ColumnMapping) {
            let columns = keys.enumerated().map { TableColumn(index: $0.offset, name: $0.element) }
            self.columns = columns
            all = Result { () throws(TableError) in try ColumnRoles(columns, mapping: mapping) }
            let attributes = Result { () throws(TableError) in
                try AttributeColumns(columns, mapping: mapping)
            }
            self.attributes = attributes
            id = Self.label(.id, attributes, columns, mapping)?.id
            name = Self.label(.name, attributes, columns, mapping)?.name
        }

        /// The columns where nothing is in doubt, else those of one role, if that one is not.
        private static func label(
            _ role: ColumnRole, _ attributes: Result<AttributeColumns, TableError>, _ columns: [TableColumn],
            _ mapping: ColumnMapping
        ) -> AttributeColumns? {
            if case .success(let found) = attributes { return found }
            return try? AttributeColumns(columns, mapping: mapping, roles: [role])
        }
    }

    private let mapping: ColumnMapping
    private var last: (keys: [String], roles: Roles)?
    private var known: [[String]: Roles] = [:]

    init(mapping: ColumnMapping = ColumnMapping()) {
        self.mapping = mapping
    }

    /// What the keys mean.
    func roles(of keys: [String]) -> Roles {
        if let last, last.keys == keys { return last.roles }
        let roles = known[keys] ?? Roles(keys, mapping)
        // Keys that differ on every line, such as ids, must not fill the memory.
        if known.count >= 256 { known = [:] }
        known[keys] = roles
        last = (keys, roles)
        return roles
    }
}
