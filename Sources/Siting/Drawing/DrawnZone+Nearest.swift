internal import PlanarGeometry

extension DrawnZone {
    /// The distance to the boundary (or to the line or point), metres, and where it is met.
    ///
    /// - Parameters:
    ///   - point: in the metric plane.
    ///   - limit: what lies farther off is of no interest, metres; it may be answered all the same.
    /// - Returns: nil where everything lies farther off.
    func nearest(to point: Point, within limit: Double) -> (distance: Double, foot: Point)? {
        let bound = limit * limit
        guard extent.squaredDistance(to: point) <= bound else { return nil }
        // The run whose box is nearest first: after it few others need to be looked at.
        var first = 0
        var firstSquare = Double.infinity
        for place in runs.indices {
            let square = runs[place].squaredDistance(to: point)
            if square < firstSquare { (first, firstSquare) = (place, square) }
        }
        guard firstSquare <= bound, firstSquare < .infinity else { return nil }
        var least = Double.infinity
        var foot = point
        func look(at run: EdgeRun) {
            for place in run.edges {
                let candidate = edges[place].nearest(to: point)
                let dx = candidate.x - point.x
                let dy = candidate.y - point.y
                let square = dx * dx + dy * dy
                if square < least { (least, foot) = (square, candidate) }
            }
        }
        look(at: runs[first])
        for place in runs.indices where place != first && runs[place].squaredDistance(to: point) <= least {
            look(at: runs[place])
        }
        return (least.squareRoot(), foot)
    }
}
