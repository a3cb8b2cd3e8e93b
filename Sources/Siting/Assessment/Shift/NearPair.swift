internal import PlanarGeometry

/// A mover and an obstacle, with those edges of the obstacle that the mover can meet within a reach.
struct NearPair {
    private let mover: Outline
    private let obstacle: Outline
    /// The beginnings of the obstacle's edges that are near enough.
    private let corners: [Outline.Corner]
    private let moverCorners: [Outline.Corner]

    init(_ pair: Clearance.Pair, reach: Double) {
        mover = pair.mover
        obstacle = pair.obstacle
        // A metre more: the margin is gone beyond the reach.
        let around = Point(x: reach + 1, y: reach + 1)
        let (lower, upper) = (mover.box.lower - around, mover.box.upper + around)
        var corners: [Outline.Corner] = []
        obstacle.forEachCorner { if $0.edgeMeets(lower, upper) { corners.append($0) } }
        self.corners = corners
        var own: [Outline.Corner] = []
        mover.forEachCorner { own.append($0) }
        moverCorners = own
    }

    /// The pieces of the reduced convolution: the shifts at which the mover touches the obstacle from outside.
    ///
    /// The inside of the sum lies to the left of each.
    func forEachContact(_ body: (Segment) -> Void) {
        for corner in corners {
            let edge = corner.after - corner.place
            for own in moverCorners {
                // The mover's corner slides along the obstacle's edge.
                if own.isRight(of: edge) {
                    body(Segment(corner.place - own.place, corner.after - own.place))
                }
                // The mover's edge slides along the obstacle's corner.
                if corner.isRight(of: own.after - own.place) {
                    body(Segment(corner.place - own.place, corner.place - own.after))
                }
            }
        }
    }

    /// Whether the mover, shifted, overlaps the obstacle in more than its boundary.
    func overlaps(_ shift: Point) -> Bool {
        let (lower, upper) = (mover.box.lower + shift, mover.box.upper + shift)
        let other = obstacle.box
        guard other.lower.x <= upper.x, other.upper.x >= lower.x, other.lower.y <= upper.y,
            other.upper.y >= lower.y
        else { return false }
        // A corner of the one inside the other tells it soonest.
        if mover.insides.contains(where: { obstacle.holds($0 + shift) }) { return true }
        if mover.isArea {
            if obstacle.isArea, mover.hull.contains(where: { obstacle.holds($0 + shift) }) { return true }
            if obstacle.insides.contains(where: { mover.holds($0 - shift) }) { return true }
            if corners.contains(where: { mover.holds($0.place - shift) }) { return true }
        }
        for corner in corners where corner.edgeMeets(lower, upper) {
            for own in moverCorners
            where Self.cross(own.place + shift, own.after + shift, corner.place, corner.after) {
                return true
            }
        }
        return false
    }

    /// Whether two edges pass through each other, ends not counted.
    private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
        let (one, other) = (b - a, d - c)
        let (c1, d1) = (Point.cross(one, c - a), Point.cross(one, d - a))
        guard c1 != 0, d1 != 0, (c1 > 0) != (d1 > 0) else { return false }
        let (a1, b1) = (Point.cross(other, a - c), Point.cross(other, b - c))
        return a1 != 0 && b1 != 0 && (a1 > 0) != (b1 > 0)
    }
}

extension Outline.Corner {
    /// Whether the box around the edge that begins here meets another box.
    fileprivate func edgeMeets(_ lower: Point, _ upper: Point) -> Bool {
        max(place.x, after.x) >= lower.x && min(place.x, after.x) <= upper.x
            && max(place.y, after.y) >= lower.y && min(place.y, after.y) <= upper.y
    }
}
