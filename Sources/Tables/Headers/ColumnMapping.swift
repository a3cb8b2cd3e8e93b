/// Columns named by the user, such as `lon=东经,lat=北纬`: they go before anything a header seems to say.
public struct ColumnMapping: Hashable, Sendable {
    /// For each role the header, as written or nearly so, or `#3` for the third column.
    public var headers: [ColumnRole: String]

    /// Names some columns; by default none.
    public init(_ headers: [ColumnRole: String] = [:]) {
        self.headers = headers
    }

    /// Reads `role=header` pairs with commas between them; a header may hold commas itself.
    ///
    /// - Throws: `invalid_column_mapping`, naming the part that is not understood.
    public init(parsing text: String) throws(TableError) {
        var pairs: [(role: ColumnRole, header: String)] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = sides[0].drop { $0 == " " }
            if sides.count == 2, let role = ColumnRole(parsing: String(name)) {
                if pairs.contains(where: { $0.role == role }) { throw .invalidMapping(String(part)) }
                pairs.append((role, String(sides[1])))
            } else if sides.count == 1, !pairs.isEmpty {
                pairs[pairs.count - 1].header += "," + part
            } else {
                throw .invalidMapping(String(part))
            }
        }
        if let empty = pairs.first(where: { $0.header.isEmpty }) {
            throw .invalidMapping(empty.role.rawValue + "=")
        }
        headers = [:]
        for pair in pairs { headers[pair.role] = pair.header }
    }

    /// The same with one more column named.
    package func naming(_ column: TableColumn, as role: ColumnRole) -> ColumnMapping {
        var mapping = self
        mapping.headers[role] = "#\(column.index + 1)"
        return mapping
    }

    /// Whether the user named a column for the position.
    var saysPosition: Bool { headers.keys.contains(where: \.isPositional) }

    /// Whether a column was named by its number: any row then has it.
    var countsColumns: Bool { headers.values.contains { $0.hasPrefix("#") } }

    /// The column a role was given; nil if it was given none.
    ///
    /// - Throws: `missing_column` or `ambiguous_column`, naming the headers.
    func column(for role: ColumnRole, in columns: [TableColumn]) throws(TableError) -> TableColumn? {
        guard let wanted = headers[role] else { return nil }
        if wanted.hasPrefix("#"), let number = Int(wanted.dropFirst()), columns.indices.contains(number - 1) {
            return columns[number - 1]
        }
        var found = columns.filter { $0.name == wanted }
        if found.isEmpty {
            let folded = HeaderName(wanted)
            found = columns.filter {
                let header = HeaderName($0.name)
                return header.whole == folded.whole && header.frame?.folded == folded.frame?.folded
            }
        }
        guard let first = found.first else { throw .noSuchColumn(wanted, for: role, columns: columns) }
        if found.count > 1 { throw .ambiguousColumn(role, first, found[1]) }
        return first
    }
}
