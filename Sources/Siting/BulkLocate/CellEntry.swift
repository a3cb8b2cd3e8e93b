/// What a cell says, in one word.
///
/// Below 2³¹ the number of the set of zones that cover the cell wholly; above, where to look further: a block of smaller
/// cells, or a record of the edges that touch the cell.
enum CellEntry {
    static let open: UInt32 = 1 << 31
    static let record: UInt32 = 0b11 << 30
    static let place: UInt32 = (1 << 30) - 1

    @inline(__always) static func isOpen(_ entry: UInt32) -> Bool { entry & open != 0 }
    @inline(__always) static func isRecord(_ entry: UInt32) -> Bool { entry & record == record }
}

/// A cell that boundaries touch, in words: a head, then two words for each edge.
///
/// Head: the number of edges and, from bit 16, the zones' parities; the place of the outcomes. Edge: its first
/// vertex; then the zones it bounds (bits 0–7), those whose ring runs the other way (8–15), and whether its start
/// (16) and its end (17) step the parity. With eight zones at most, one pass over the edges decides all of
/// them at once. A cell where more meet is *crowded*: each zone has edges of its own, see ``CrowdedCell``.
enum CellRecord {
    static let headWords = 2
    static let mostZones = 8
    static let crowded: UInt32 = 1 << 31
    static let stepsAtStart: UInt32 = 1 << 16
    static let stepsAtEnd: UInt32 = 1 << 17
}
