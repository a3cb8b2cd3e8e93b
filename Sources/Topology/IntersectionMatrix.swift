/// How interior, boundary and exterior of two geometries meet, as the dimensionally extended nine-intersection model.
///
/// Nine cells in the order II IB IE BI BB BE EI EB EE, each `F` (nothing in common) or the dimension 0, 1 or 2 of what
/// is. OGC 06-103r4 section 6.1.15.
public struct IntersectionMatrix: Hashable, Sendable, CustomStringConvertible {
    /// The nine cells, such as `212101212`.
    public let cells: String

    /// Takes nine cells.
    init(cells: String) { self.cells = cells }

    /// The nine cells.
    public var description: String { cells }

    /// Whether the cells fit a pattern of `T` (anything), `F`, `*` (any), `0`, `1` and `2`.
    public func matches(_ pattern: String) -> Bool {
        guard pattern.utf8.count == 9, cells.utf8.count == 9 else { return false }
        return zip(cells.utf8, pattern.utf8).allSatisfy { cell, wanted in
            switch wanted {
            case UInt8(ascii: "*"): true
            case UInt8(ascii: "T"): cell != UInt8(ascii: "F")
            default: cell == wanted
            }
        }
    }

    /// Whether the two have no point in common.
    public var isDisjoint: Bool { matches("FF*FF****") }
    /// Whether they have a point in common, be it on their boundaries.
    public var isIntersecting: Bool { !isDisjoint }
    /// Whether their interiors have a point in common.
    public var sharesInterior: Bool { matches("T********") }
    /// Whether they have points in common, but no interior ones.
    public var isTouching: Bool { isIntersecting && !sharesInterior }
    /// Whether the two are the same set of points.
    public var isEqual: Bool { matches("T*F**FFF*") }
    /// Whether no point of the second lies outside the first.
    public var covers: Bool {
        matches("T*****FF*") || matches("*T****FF*") || matches("***T**FF*") || matches("****T*FF*")
    }
    /// Whether no point of the first lies outside the second.
    public var isCoveredBy: Bool {
        matches("T*F**F***") || matches("*TF**F***") || matches("**FT*F***") || matches("**F*TF***")
    }
}

extension IntersectionMatrix {
    /// What an area, or points, have with an area that has no point in common with them.
    ///
    /// The dimension of the first is 0 or 2; of lines the ends decide, which GEOS counts.
    public static func disjoint(areaOrPoints dimension: Int) -> IntersectionMatrix {
        IntersectionMatrix(cells: dimension == 2 ? "FF2FF1212" : "FF0FFF212")
    }

    /// The same once more parts are added to the first, an area, that have no point in common with the second.
    public var withPartsOutside: IntersectionMatrix {
        var cells = Array(cells)
        cells[2] = "2"
        cells[5] = "1"
        return IntersectionMatrix(cells: String(cells))
    }

    /// What two areas have whose boundaries pass through each other and nowhere touch otherwise: around such a place lies
    /// land of both, of either alone and of neither.
    public static var crossingAreas: IntersectionMatrix { IntersectionMatrix(cells: "212101212") }

    /// What an area, or points, have with an area in whose interior they lie.
    public static func inside(areaOrPoints dimension: Int) -> IntersectionMatrix {
        IntersectionMatrix(cells: dimension == 2 ? "2FF1FF212" : "0FFFFF212")
    }
}
