/// Which columns say something of a site beside where it is.
public struct AttributeColumns: Hashable, Sendable {
    /// What the site is called in its table.
    public let id: TableColumn?
    /// The site's name.
    public let name: TableColumn?
    /// The frame of each row.
    public let frame: TableColumn?
    /// The accuracy of each position.
    public let accuracy: TableColumn?
    /// Metres in one unit of the accuracy column: 1 unless its header says cm, mm or km.
    public let accuracyMetresPerUnit: Double

    /// Tells the columns; a table without a position, such as a feature's properties, has them too.
    ///
    /// - Parameters:
    ///   - columns: the columns.
    ///   - mapping: the columns the user named.
    ///   - roles: what to look for; the others stay nil, and two columns that claim one of them are no tie.
    /// - Throws: `ambiguous_column` if two columns claim a role alike, `missing_column` if one the user named is
    ///   not there.
    public init(
        _ columns: [TableColumn], mapping: ColumnMapping = ColumnMapping(),
        roles: Set<ColumnRole> = Set(ColumnRole.allCases)
    ) throws(TableError) {
        var search = ColumnSearch(columns, mapping: mapping)
        try search.reserveMapped()
        try self.init(search, roles: roles)
    }

    init(_ search: ColumnSearch, roles: Set<ColumnRole> = Set(ColumnRole.allCases)) throws(TableError) {
        id = try roles.contains(.id) ? search.column(.id) : nil
        name = try roles.contains(.name) ? search.column(.name) : nil
        frame = try roles.contains(.frame) ? search.column(.frame) : nil
        accuracy = try roles.contains(.accuracy) ? search.column(.accuracy) : nil
        let unit = accuracy.map { HeaderName($0.name).qualifiers }?.compactMap(ColumnSpellings.metres).first
        accuracyMetresPerUnit = unit ?? 1
    }
}
