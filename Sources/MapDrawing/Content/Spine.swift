internal import PlanarGeometry

/// The line along the middle of a long area: for a mountain's ridge and for names that run along a belt.
enum Spine {
    /// How many times longer than wide an area must be.
    private static let slimmest = 2.2
    private static let cuts = 48

    /// The line, in the unit of the polygons; nil for an area that is not long.
    ///
    /// The largest polygon is cut across its longest direction; the middles of the widest pieces are joined and
    /// smoothed.
    static func along(_ polygons: [Polygon]) -> [Point]? {
        guard let polygon = polygons.max(by: { $0.exterior.signedArea < $1.exterior.signedArea }) else {
            return nil
        }
        let points = polygon.exterior.points
        guard let (centre, axis) = direction(of: points) else { return nil }
        let lengths = points.map { ($0.x - centre.x) * axis.x + ($0.y - centre.y) * axis.y }
        guard let low = lengths.min(), let high = lengths.max(), high > low else { return nil }
        // The mean width is the area over the length.
        guard (high - low) * (high - low) > slimmest * polygon.exterior.signedArea.magnitude else {
            return nil
        }
        var middles: [Point] = []
        for cut in 0..<cuts {
            let place = low + (high - low) * (Double(cut) + 0.5) / Double(cuts)
            guard let across = widestPiece(of: polygon, at: place, centre, axis) else { continue }
            middles.append(
                Point(
                    x: centre.x + axis.x * place - axis.y * across,
                    y: centre.y + axis.y * place + axis.x * across))
        }
        guard middles.count > cuts / 2 else { return nil }
        return smoothed(smoothed(middles))
    }

    /// The centre of a ring's edges and the direction in which they spread most, by their second moments.
    private static func direction(of ring: [Point]) -> (centre: Point, axis: Point)? {
        var weight = 0.0
        var (x, y) = (0.0, 0.0)
        let pieces = zip(ring, ring.dropFirst()).map { a, b in
            (
                middle: Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2),
                length: ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
            )
        }
        for piece in pieces {
            weight += piece.length
            x += piece.middle.x * piece.length
            y += piece.middle.y * piece.length
        }
        guard weight > 0 else { return nil }
        let centre = Point(x: x / weight, y: y / weight)
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for piece in pieces {
            let (dx, dy) = (piece.middle.x - centre.x, piece.middle.y - centre.y)
            xx += dx * dx * piece.length
            xy += dx * dy * piece.length
            yy += dy * dy * piece.length
        }
        let turn = Direction(Direction.angle(x: xx - yy, y: 2 * xy) / 2)
        return (centre, Point(x: turn.cosine, y: turn.sine))
    }

    /// The middle of the widest piece of a cut across the axis, measured to its left.
    private static func widestPiece(
        of polygon: Polygon, at place: Double, _ centre: Point, _ axis: Point
    ) -> Double? {
        var crossings: [Double] = []
        for ring in polygon.rings {
            for edge in ring.segments {
                func along(_ point: Point) -> Double {
                    (point.x - centre.x) * axis.x + (point.y - centre.y) * axis.y - place
                }
                func across(_ point: Point) -> Double {
                    (point.y - centre.y) * axis.x - (point.x - centre.x) * axis.y
                }
                let (a, b) = (along(edge.start), along(edge.end))
                guard (a <= 0) != (b <= 0) else { continue }
                let part = a / (a - b)
                crossings.append(across(edge.start) + part * (across(edge.end) - across(edge.start)))
            }
        }
        crossings.sort()
        let pieces = stride(from: 0, to: crossings.count - 1, by: 2).map {
            (crossings[$0], crossings[$0 + 1])
        }
        return pieces.max { $0.1 - $0.0 < $1.1 - $1.0 }.map { ($0.0 + $0.1) / 2 }
    }

    private static func smoothed(_ points: [Point]) -> [Point] {
        points.indices.map { index in
            let reach = min(3, index, points.count - 1 - index)
            let near = points[(index - reach)...(index + reach)]
            return Point(
                x: near.reduce(0) { $0 + $1.x } / Double(near.count),
                y: near.reduce(0) { $0 + $1.y } / Double(near.count))
        }
    }
}
