/// How two zones of a layout stand to each other by what documents and layout say, whatever the drawing.
public enum DocumentedStanding: Hashable, Sendable {
    /// The one holds all of the other, which is a part of it.
    case holding
    /// The one is a part of the other, and nowhere else.
    case within
    /// They have nothing in common: they are, or are parts of, different members of a partition.
    case apart
    /// Nothing is said of the two.
    case notStated
}

extension Layout {
    /// How a zone stands to another of this layout.
    ///
    /// - Parameters:
    ///   - path: the ids of the one and its ancestors, the outermost first.
    ///   - other: those of the other.
    /// - Returns: ``DocumentedStanding/notStated`` where neither the one's place in the hierarchy nor a partition tells.
    public func documentedStanding(of path: [String], to other: [String]) -> DocumentedStanding {
        guard let one = path.last, let another = other.last, one != another else { return .notStated }
        if other.contains(one) { return .holding }
        let isApart = partitions.contains { partition in
            // Of a partition the member that a zone is, or is a part of.
            let (mine, theirs) = (
                path.first(where: partition.members.contains), other.first(where: partition.members.contains)
            )
            return mine != nil && theirs != nil && mine != theirs
        }
        if isApart { return .apart }
        return path.contains(another) ? .within : .notStated
    }
}
