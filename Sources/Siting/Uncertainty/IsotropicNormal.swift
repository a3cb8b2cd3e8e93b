internal import Glibc
internal import PlanarGeometry

/// An isotropic normal around a site: where the site lies against drawn edges that may lie elsewhere.
struct IsotropicNormal {
    /// The site, in metres.
    let centre: Point
    /// Standard deviation per axis, metres, positive.
    let standardDeviation: Double

    /// The mass that falls inside polygons, by the polygon integral.
    ///
    /// In polar form around the centre a ring holds `1/2π ∮ (1 − exp(−u)) dθ` with `u = r²/2σ²`. Along one straight edge
    /// `dθ` is the edge's cross product over `r²`, so that the integrand becomes `(1 − exp(−u))/u`, which has no pole and
    /// bends on the scale of σ: a few Gauss–Legendre points do for an edge as short as drawn ones are, and the
    /// closed form with Owen's T for a long one. The sum is exact but for 1e-9 a long edge and 1e-11 a short one, so zones that
    /// tile an area share its mass without a gap. At a single straight edge it is Φ(d/σ).
    ///
    /// - Parameter polygons: in metres, exterior rings counter-clockwise, holes clockwise, interiors disjoint.
    /// - Returns: a probability between 0 and 1.
    func mass(in polygons: [Polygon]) -> Double {
        let sum = DampedMean.pieces.withUnsafeBufferPointer { pieces in
            guard let pieces = pieces.baseAddress else { return 0.0 }
            var sum = 0.0
            for polygon in polygons {
                for ring in polygon.rings { sum += mass(in: ring, pieces) }
            }
            return sum
        }
        return min(max(sum, 0), 1)
    }

    /// The mass that falls inside a drawn zone, its distance from the centre known.
    ///
    /// As ``mass(in:)`` has it, but what lies out of reach is not looked at: a whole turn around a centre inside, none around
    /// one outside, less what falls beyond each edge. Next to the boundary, where the lon/lat edges that decide `covers` and
    /// these may part by centimetres, every edge counts.
    ///
    /// - Parameters:
    ///   - drawn: the zone.
    ///   - covers: whether the centre lies inside.
    ///   - distance: of the centre from the boundary, metres.
    /// - Returns: a probability between 0 and 1.
    func mass(in drawn: DrawnZone, covers: Bool, distance: Double) -> Double {
        guard distance > 1 else { return mass(in: drawn.polygons) }
        let less = DampedMean.pieces.withUnsafeBufferPointer { pieces in
            pieces.baseAddress.map { mass(beyond: drawn, $0) } ?? 0
        }
        return min(max((covers ? 1 : 0) + less, 0), 1)
    }

    /// What lies beyond the edges within reach: negative for what a centre inside lacks, positive for what one outside has.
    private func mass(beyond drawn: DrawnZone, _ pieces: UnsafePointer<SIMD2<Double>>) -> Double {
        let scale = 1 / standardDeviation
        let bound = (Self.reach * standardDeviation) * (Self.reach * standardDeviation)
        var sum = 0.0
        var turn = Turn()
        for run in drawn.runs where run.squaredDistance(to: centre) < bound {
            for place in run.edges {
                let edge = drawn.edges[place]
                let start = Point(x: (edge.start.x - centre.x) * scale, y: (edge.start.y - centre.y) * scale)
                let end = Point(x: (edge.end.x - centre.x) * scale, y: (edge.end.y - centre.y) * scale)
                switch Self.part(underEdgeFrom: start, to: end, pieces) {
                case .nothing, .angle: break
                case .mass(let mass):
                    sum += mass
                    turn.add(
                        cosine: start.x * end.x + start.y * end.y, sine: start.x * end.y - start.y * end.x)
                case .angleBut(let beyond): sum -= beyond
                }
            }
        }
        return sum - turn.end() / (2 * .pi)
    }

    private func mass(in ring: Ring, _ pieces: UnsafePointer<SIMD2<Double>>) -> Double {
        let scale = 1 / standardDeviation
        var sum = 0.0
        var turn = Turn()
        let points = ring.points
        guard let first = points.first else { return 0 }
        var start = Point(x: (first.x - centre.x) * scale, y: (first.y - centre.y) * scale)
        for point in points.dropFirst() {
            let end = Point(x: (point.x - centre.x) * scale, y: (point.y - centre.y) * scale)
            switch Self.part(underEdgeFrom: start, to: end, pieces) {
            case .nothing: break
            case .angle:
                turn.add(cosine: start.x * end.x + start.y * end.y, sine: start.x * end.y - start.y * end.x)
            case .mass(let mass): sum += mass
            case .angleBut(let beyond):
                let cross = start.x * end.y - start.y * end.x
                sum += atan2(cross, start.x * end.x + start.y * end.y) / (2 * .pi) - beyond
            }
            start = end
        }
        return sum + turn.end() / (2 * .pi)
    }

    /// The signed mass of the triangle between the centre and one directed edge.
    private enum Part {
        /// None: the edge is in line with the centre, or has no length.
        case nothing
        /// That of the whole angle the edge spans: the edge is out of reach.
        case angle
        case mass(Double)
        /// That of the angle but for what lies beyond the edge.
        case angleBut(Double)
    }

    /// The part of one edge, both its ends in standard deviations from the centre.
    @inline(__always)
    private static func part(
        underEdgeFrom start: Point, to end: Point, _ pieces: UnsafePointer<SIMD2<Double>>
    ) -> Part {
        let dx = end.x - start.x
        let dy = end.y - start.y
        let square = dx * dx + dy * dy
        let cross = start.x * end.y - start.y * end.x
        // An edge in line with the centre spans no angle; so does one of no length.
        guard cross != 0, square > 0 else { return .nothing }
        let distance = start.x * start.x + start.y * start.y
        let away = reach + square.squareRoot()
        if distance > away * away || cross * cross > reach * reach * square {
            return .angle
        }
        guard square < EdgeQuadrature.longestSquare else {
            return .angleBut(beyond(start, end, cross: cross, length: square.squareRoot()))
        }
        let along = start.x * dx + start.y * dy
        let mean = EdgeQuadrature(start: distance, along: along, square: square, pieces: pieces).mean
        return .mass(cross * mean / (4 * .pi))
    }

    /// In standard deviations; beyond lies less than 2e-10 of the mass.
    static let reach = 6.7

    /// The signed mass beyond a long edge.
    private static func beyond(_ start: Point, _ end: Point, cross: Double, length: Double) -> Double {
        let (dx, dy) = ((end.x - start.x) / length, (end.y - start.y) / length)
        let beyond =
            OwenT.wedge(h: abs(cross) / length, t: end.x * dx + end.y * dy)
            - OwenT.wedge(h: abs(cross) / length, t: start.x * dx + start.y * dy)
        return cross > 0 ? beyond : -beyond
    }
}

/// The sum of angles, of which several small ones are taken together: one arc tangent for up to seven.
private struct Turn {
    private var whole = 0.0
    private var cosine = 1.0
    private var sine = 0.0
    private var count = 0

    /// Adds an angle by its cosine and sine, or by both times the same number.
    mutating func add(cosine other: Double, sine otherSine: Double) {
        // Seven angles below 21.8° make less than half a turn, beyond which the arc tangent would lose count.
        guard other > 2.5 * abs(otherSine) else {
            whole += atan2(otherSine, other)
            return
        }
        (cosine, sine) = (cosine * other - sine * otherSine, cosine * otherSine + sine * other)
        count += 1
        if count == 7 { close() }
    }

    /// The sum, radians.
    mutating func end() -> Double {
        close()
        return whole
    }

    private mutating func close() {
        guard count > 0 else { return }
        whole += atan2(sine, cosine)
        (cosine, sine, count) = (1, 0, 0)
    }
}
