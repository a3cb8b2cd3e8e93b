internal import PlanarGeometry

/// The boundaries of all zones as flat arrays.
///
/// An edge is known by the place of its first vertex; the next vertex is its end. Rings are closed, so the last vertex
/// of a ring begins no edge.
struct ZoneEdges: Sendable {
    /// x and y of every vertex, one after the other.
    private(set) var coordinates: [Double] = []
    /// The first vertices of the rings, and at last the number of vertices.
    private(set) var ringStarts: [Int] = [0]
    /// The first ring of each zone, and at last the number of rings.
    private(set) var zoneStarts: [Int] = [0]
    /// The envelope of each zone, anything for one without polygons.
    private(set) var envelopes: [Box] = []
    private(set) var box: Box?

    init(_ zones: [[Polygon]]) throws(BulkIndexError) {
        var count = 0
        for zone in zones { for polygon in zone { for ring in polygon.rings { count += ring.points.count } } }
        // Edge numbers and two marks beside them share words of 32 bits.
        guard count < 1 << 30, zones.count < 1 << 24 else {
            throw BulkIndexError.tooMany(vertices: count, zones: zones.count)
        }
        coordinates.reserveLargePages(count * 2)
        for (number, zone) in zones.enumerated() {
            for polygon in zone {
                for ring in polygon.rings {
                    for point in ring.points {
                        coordinates.append(point.x)
                        coordinates.append(point.y)
                    }
                    ringStarts.append(coordinates.count / 2)
                }
            }
            zoneStarts.append(ringStarts.count - 1)
            try measure(number)
        }
    }

    var zoneCount: Int { zoneStarts.count - 1 }
    var vertexCount: Int { coordinates.count / 2 }

    @inline(__always) func x(_ vertex: Int) -> Double { coordinates[2 * vertex] }
    @inline(__always) func y(_ vertex: Int) -> Double { coordinates[2 * vertex + 1] }

    /// The first vertex of the first ring of a zone.
    func firstVertex(ofZone zone: Int) -> Int { ringStarts[zoneStarts[zone]] }

    private mutating func measure(_ zone: Int) throws(BulkIndexError) {
        let vertices = firstVertex(ofZone: zone)..<firstVertex(ofZone: zone + 1)
        let points = vertices.lazy.map { [coordinates] in
            Point(x: coordinates[2 * $0], y: coordinates[2 * $0 + 1])
        }
        guard let envelope = Box(around: points) else {
            envelopes.append(.origin)
            return
        }
        // Beyond, a product of two differences could overflow in the test of sides, here as in GEOS.
        for corner in [envelope.lower, envelope.upper] {
            guard abs(corner.x) < 1e150, abs(corner.y) < 1e150 else {
                throw BulkIndexError.coordinateTooLarge(zone: zone, at: corner)
            }
        }
        envelopes.append(envelope)
        if box == nil { box = envelope }
        box?.extend(to: envelope.lower)
        box?.extend(to: envelope.upper)
    }
}

extension Box {
    /// The box of nothing but 0, 0.
    static let origin: Box = {
        guard let box = Box(around: CollectionOfOne(Point(x: 0, y: 0))) else {
            preconditionFailure("one point")
        }
        return box
    }()
}
