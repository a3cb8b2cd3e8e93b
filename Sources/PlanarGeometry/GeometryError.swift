/// Why some points make no geometry.
public enum GeometryError: Error, Hashable, Sendable {
    /// A coordinate is NaN or infinite; the point's index in its line or ring.
    case notFinite(index: Int)
    /// Too few points for a line (2) or a ring (4).
    case tooFewPoints(count: Int, needed: Int)
    /// A ring whose last point is not its first.
    case openRing(first: Point, last: Point)
}
