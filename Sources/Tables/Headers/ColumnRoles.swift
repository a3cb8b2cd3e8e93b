/// What the columns of a table mean, told from the header.
public struct ColumnRoles: Hashable, Sendable {
    /// Where the site is.
    public let position: PositionColumns
    /// What else is said of the site.
    public let attributes: AttributeColumns
    /// A frame named in the coordinates' headers, as written: `GCJ-02`, `高德`; nil if none is.
    public let frameHint: String?

    /// Tells the roles of a table's columns.
    ///
    /// Longitude and latitude go before survey coordinates, those before bare x and y, before a one-column
    /// position, before a place name.
    ///
    /// - Throws: `missing_column` if nothing says where the site is, `ambiguous_column` if two columns claim a
    ///   role alike, `conflicting_frames` if the two coordinates name different frames.
    public init(_ columns: [TableColumn], mapping: ColumnMapping = ColumnMapping()) throws(TableError) {
        var search = ColumnSearch(columns, mapping: mapping)
        try search.reserveMapped()
        position = try search.position()
        attributes = try AttributeColumns(search)

        let hints = position.columns.compactMap { column in
            HeaderName(column.name).frame.map { (column: column, frame: $0) }
        }
        if hints.count == 2, hints[0].frame.folded != hints[1].frame.folded {
            throw .conflictingFrames(hints[0].column, hints[1].column)
        }
        frameHint = hints.first?.frame.raw
    }
}
