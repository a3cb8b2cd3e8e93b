internal import PlanarGeometry

/// A piece of the sheet's plane, metres.
struct Extent {
    let centre: Point
    let width: Double
    let height: Double

    /// The least a map shows of the ground.
    private static let least = 1000.0  // m
    /// The room beside what is drawn, as a part of its own size, for soft edges and names.
    private static let margin = 0.05

    /// The box around some points with a margin.
    init(around points: [Point]) {
        let box = Box(around: points)
        centre = box?.centre ?? Point(x: 0, y: 0)
        let part = 1 + 2 * Self.margin
        width = max(Self.least, box.map { ($0.upper.x - $0.lower.x) * part } ?? 0)
        height = max(Self.least, box.map { ($0.upper.y - $0.lower.y) * part } ?? 0)
    }

    private init(_ box: Box) {
        centre = box.centre
        width = box.upper.x - box.lower.x
        height = box.upper.y - box.lower.y
    }

    /// The extent that holds some points too; nil where it would be more than half as large again, and the layout
    /// too small to be read.
    func extended(to points: [Point]) -> Extent? {
        let room = max(width, height) * Self.margin
        let corners = [
            Point(x: centre.x - width / 2, y: centre.y - height / 2),
            Point(x: centre.x + width / 2, y: centre.y + height / 2),
        ]
        let kept = points.flatMap {
            [Point(x: $0.x - room, y: $0.y - room), Point(x: $0.x + room, y: $0.y + room)]
        }
        guard let own = Box(around: corners), let all = Box(around: corners + kept) else { return nil }
        if points.allSatisfy(own.covers) { return self }
        let grown = Extent(all)
        return max(grown.width / width, grown.height / height) <= Self.mostGrowth ? grown : nil
    }

    private static let mostGrowth = 1.5
}
