internal import Topology

/// How two zones, or a site and a zone, lie to each other on the drawing.
public enum AdjacencyKind: String, Hashable, Sendable, CaseIterable {
    /// They share a piece of border (共边), or one line runs along the border of the other.
    case edge
    /// They meet in points only (共点).
    case corner
    /// They do not meet, or in two drawings meet without overlap, and the gap is within the distance asked (邻近).
    case near
    /// Each has a part in common with the other and a part of its own (部分重叠).
    case overlaps
    /// The first covers the second (包含).
    case contains
    /// The second covers the first (位于其内).
    case within
    /// The same shape (重合).
    case equals
    /// A line passes through an area or through another line (穿越).
    case crosses
    /// None of the others (不相邻).
    case apart

    /// The same seen from the other side.
    public var reversed: AdjacencyKind {
        switch self {
        case .contains: .within
        case .within: .contains
        case .edge, .corner, .near, .overlaps, .equals, .crosses, .apart: self
        }
    }

    /// What a matrix says of two shapes that have points in common.
    ///
    /// The dimensions are 0 for points, 1 for lines, 2 for areas; `sharesLine` says whether what the two have in common
    /// contains a line.
    init(_ matrix: IntersectionMatrix, dimensions: (Int, Int), sharesLine: Bool) {
        guard matrix.isIntersecting else {
            self = .apart
            return
        }
        if matrix.isEqual {
            self = .equals
        } else if !matrix.sharesInterior {
            self = sharesLine ? .edge : .corner
        } else if matrix.covers {
            self = .contains
        } else if matrix.isCoveredBy {
            self = .within
        } else if dimensions.0 == dimensions.1, dimensions.0 != 1 || sharesLine {
            self = .overlaps
        } else {
            self = .crosses
        }
    }
}
