public import PlanarGeometry

/// A rectangle on the sheet, turned as the text in it is; millimetres, y down.
public struct LabelBox: Hashable, Sendable {
    /// The four corners, in order around the box.
    public let corners: [Point]

    /// A rectangle turned clockwise on paper about a point.
    init(_ rect: PaperRect, turned angle: Double = 0, about pivot: Point = Point(x: 0, y: 0)) {
        guard angle != 0 else {
            corners = rect.corners
            return
        }
        let direction = Direction(angle)
        corners = rect.corners.map { corner in
            let (x, y) = (corner.x - pivot.x, corner.y - pivot.y)
            return Point(
                x: pivot.x + x * direction.cosine - y * direction.sine,
                y: pivot.y + x * direction.sine + y * direction.cosine)
        }
    }

    /// The box with every side moved outwards.
    func grown(by distance: Double) -> LabelBox {
        let (x, y) = (Self.step(corners[0], corners[1]), Self.step(corners[0], corners[3]))
        let signs = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)]
        return LabelBox(
            corners: zip(corners, signs).map { corner, sign in
                Point(
                    x: corner.x + distance * (sign.0 * x.x + sign.1 * y.x),
                    y: corner.y + distance * (sign.0 * x.y + sign.1 * y.y))
            })
    }

    /// The box elsewhere on the page.
    func moved(x: Double, y: Double) -> LabelBox {
        LabelBox(corners: corners.map { Point(x: $0.x + x, y: $0.y + y) })
    }

    private init(corners: [Point]) { self.corners = corners }

    /// The direction from one point to another, of length 1; of length 0 where they are one.
    private static func step(_ a: Point, _ b: Point) -> Point {
        let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
        return length > 0 ? Point(x: (b.x - a.x) / length, y: (b.y - a.y) / length) : Point(x: 0, y: 0)
    }

    /// The middle.
    var centre: Point {
        Point(x: (corners[0].x + corners[2].x) / 2, y: (corners[0].y + corners[2].y) / 2)
    }

    /// Whether the two have more than an edge in common: no side of either parts them (separating axis theorem).
    public func overlaps(_ other: LabelBox) -> Bool {
        !isParted(from: other) && !other.isParted(from: self)
    }

    private func isParted(from other: LabelBox) -> Bool {
        for index in 0..<2 {
            let (a, b) = (corners[index], corners[index + 1])
            let (nx, ny) = (b.y - a.y, a.x - b.x)
            let mine = corners.map { $0.x * nx + $0.y * ny }
            let theirs = other.corners.map { $0.x * nx + $0.y * ny }
            let slack = 1e-9 * (nx * nx + ny * ny).squareRoot()
            guard let (low, high) = Self.range(mine), let (otherLow, otherHigh) = Self.range(theirs) else {
                return true
            }
            if high <= otherLow + slack || otherHigh <= low + slack { return true }
        }
        return false
    }

    private static func range(_ values: [Double]) -> (Double, Double)? {
        guard let low = values.min(), let high = values.max() else { return nil }
        return (low, high)
    }

    /// Whether all of it lies in a rectangle.
    public func lies(in rect: PaperRect) -> Bool { corners.allSatisfy(rect.covers) }

    /// Corners, middles of the sides and the middle: where to ask what lies under it.
    var samples: [Point] {
        let middles = (0..<4).map { index in
            let (a, b) = (corners[index], corners[(index + 1) % 4])
            return Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
        }
        return corners + middles + [centre]
    }
}
