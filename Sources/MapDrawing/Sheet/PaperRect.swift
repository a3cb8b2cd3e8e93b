public import PlanarGeometry

/// An upright rectangle on the sheet, in millimetres from its upper left corner; y runs down.
public struct PaperRect: Hashable, Sendable {
    /// The left side.
    public var x: Double
    /// The upper side.
    public var y: Double
    /// To the right side.
    public var width: Double
    /// To the lower side.
    public var height: Double

    /// Names a rectangle.
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The right side.
    public var right: Double { x + width }
    /// The lower side.
    public var bottom: Double { y + height }
    /// The middle.
    public var centre: Point { Point(x: x + width / 2, y: y + height / 2) }

    /// The corners, clockwise on paper from the upper left one.
    public var corners: [Point] {
        [
            Point(x: x, y: y), Point(x: right, y: y), Point(x: right, y: bottom), Point(x: x, y: bottom),
        ]
    }

    /// Whether a point lies inside or on a side.
    public func covers(_ point: Point) -> Bool {
        x <= point.x && point.x <= right && y <= point.y && point.y <= bottom
    }

    /// The rectangle with every side moved inwards.
    func inset(by distance: Double) -> PaperRect {
        PaperRect(
            x: x + distance, y: y + distance, width: width - 2 * distance, height: height - 2 * distance)
    }
}
