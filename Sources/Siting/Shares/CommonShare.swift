internal import PlanarGeometry

/// The part of an area that lies in another, by walking along their boundaries.
///
/// The boundary of what they have in common is made of those pieces of either boundary that lie in the other area, and
/// its area is Green's: half the sum of the cross products of its edges. Exact but for rounding, where a full overlay
/// would also build the shape that nobody asked for.
struct CommonShare {
    /// 0 to 1.
    let share: Double

    /// Nil where a corner of one lies on the other's edge, or edges run along each other: that is left to an overlay.
    init?(of site: RunEdges, in zone: RunEdges) {
        guard let origin = site.edges.first?.start,
            let (own, others) = Self.crossings(site, zone),
            let inside = Self.sum(site, own, in: zone, from: origin),
            let within = Self.sum(zone, others, in: site, from: origin)
        else { return nil }
        let whole = site.edges.reduce(0) { $0 + Point.cross($1.start - origin, $1.end - origin) }
        guard whole > 0 else { return nil }
        share = min(1, max(0, (inside + within) / whole))
    }

    /// Where an edge crosses the other boundary.
    private struct Crossing {
        let edge: Int
        let along: Double
    }

    /// The crossings of each boundary with the other, in its order; nil where they touch without crossing.
    private static func crossings(_ site: RunEdges, _ zone: RunEdges) -> ([Crossing], [Crossing])? {
        var found: ([Crossing], [Crossing]) = ([], [])
        let isPlain = site.allMeetings(with: zone) { here, there in
            let (edge, border) = (site.edges[here], zone.edges[there])
            guard let meeting = EdgeMeeting(edge, border) else { return !edge.touches(border) }
            found.0.append(Crossing(edge: here, along: meeting.along.0))
            found.1.append(Crossing(edge: there, along: meeting.along.1))
            return true
        }
        guard isPlain else { return nil }
        found.0.sort { ($0.edge, $0.along) < ($1.edge, $1.along) }
        found.1.sort { ($0.edge, $0.along) < ($1.edge, $1.along) }
        return found
    }

    /// Twice the area that the pieces of one boundary inside the other area sweep over, seen from a point; nil where a
    /// ring ends on another side than it began on: rounding has hidden a crossing.
    private static func sum(
        _ shape: RunEdges, _ crossings: [Crossing], in other: RunEdges, from origin: Point
    ) -> Double? {
        var next = 0
        var sum = 0.0
        for ring in shape.rings {
            let began = other.holds(shape.edges[ring.lowerBound].start)
            var isInside = began
            for index in ring {
                let edge = shape.edges[index]
                var last = edge.start - origin
                while next < crossings.count, crossings[next].edge == index {
                    let place = edge.start + (edge.end - edge.start) * crossings[next].along - origin
                    if isInside { sum += Point.cross(last, place) }
                    isInside.toggle()
                    last = place
                    next += 1
                }
                if isInside { sum += Point.cross(last, edge.end - origin) }
            }
            guard isInside == began else { return nil }
        }
        return sum
    }
}

extension Segment {
    /// Whether an end of one lies on the line of the other, of two whose boxes meet and that do not cross.
    fileprivate func touches(_ other: Segment) -> Bool {
        let (d, e) = (end - start, other.end - other.start)
        return Point.cross(d, other.start - start) == 0 || Point.cross(d, other.end - start) == 0
            || Point.cross(e, start - other.start) == 0 || Point.cross(e, end - other.start) == 0
    }
}
