internal import Planning
public import Siting
public import Tables
internal import Wording

/// Neighbours and graphs as CSV, one pair a row.
public enum AdjacencyTable {
    /// The header.
    static let header = [
        "from_layout", "from", "from_name", "to_layout", "to", "to_name", "kind", "shared_length_m", "gap_m",
        "overlap_m2", "overlap_m", "share", "share_of_other", "bearing_deg", "accuracy_m",
    ]

    /// The neighbours of a zone, those of its own layout first.
    public static func csv(_ answers: [NeighbourAnswer]) throws(TableError) -> [UInt8] {
        try csv(
            answers.flatMap { answer in
                (answer.neighbours + answer.acrossLayouts).map { (from(answer.zone), $0) }
            })
    }

    /// The neighbours of sites, whose names stand in the column `from_name`.
    public static func csv(_ answers: [SiteNeighbourAnswer]) throws(TableError) -> [UInt8] {
        try csv(
            answers.flatMap { answer in
                answer.neighbours.map { (["", answer.parcel.id ?? "", answer.label], $0) }
            })
    }

    /// The pairs of a layout.
    public static func csv(_ graph: AdjacencyGraph) throws(TableError) -> [UInt8] {
        try csv(graph.pairs.map { (from($0.zone), $0.neighbour) })
    }

    private static func from(_ zone: Zone) -> [String] { [zone.layout, zone.id, zone.name.zh] }

    private static func csv(_ pairs: [([String], Neighbour)]) throws(TableError) -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = try CSVWriter()
        try writer.append(row: header, to: &bytes)
        for (from, neighbour) in pairs { try writer.append(row: row(from, neighbour), to: &bytes) }
        return bytes
    }

    private static func row(_ from: [String], _ neighbour: Neighbour) -> [String] {
        func fixed(_ value: Double?, _ decimals: Int) -> String {
            value.map { Figures.fixed($0, decimals: decimals) } ?? ""
        }
        let other = neighbour.zone
        return from + [
            other.layout, other.id, other.name.zh,
            neighbour.kind.rawValue,
            fixed(neighbour.sharedLength, 3), fixed(neighbour.gap, 3),
            fixed(neighbour.overlap?.squareMetres, 3),
            fixed(neighbour.overlap?.metres, 3), fixed(neighbour.share, 4), fixed(neighbour.shareOfOther, 4),
            fixed(neighbour.bearing, 1), fixed(neighbour.accuracy, 3),
        ]
    }
}
