/// One column: its place and its header as written.
public struct TableColumn: Hashable, Sendable {
    /// The place, counted from 0.
    public let index: Int
    /// The header as written, without byte order mark.
    public let name: String

    /// Pairs a place with a header.
    public init(index: Int, name: String) {
        self.index = index
        self.name = name
    }
}
