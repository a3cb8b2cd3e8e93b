/// An area with one outer ring and any number of holes.
public struct Polygon: Hashable, Sendable {
    /// The outer ring, counter-clockwise.
    public let exterior: Ring
    /// The holes, clockwise.
    public let holes: [Ring]

    /// Joins an outer ring and its holes, turning each to the right-hand rule of RFC 7946 section 3.1.6.
    public init(exterior: Ring, holes: [Ring] = []) {
        self.exterior = exterior.signedArea < 0 ? exterior.reversed : exterior
        self.holes = holes.map { $0.signedArea > 0 ? $0.reversed : $0 }
    }

    /// The outer ring first, then the holes.
    public var rings: [Ring] { [exterior] + holes }
}
