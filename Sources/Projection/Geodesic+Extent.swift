import Glibc
public import PlanarGeometry

/// Area and length on the ellipsoid of figures whose edges are straight in longitude and latitude.
///
/// Edges of GeoJSON are straight lines in longitude and latitude (RFC 7946 section 3.1.1), not shortest lines. Both
/// measures integrate along just these edges, so they add up: parts cut from a figure have together its area
/// or length, to rounding. Edges that cross the 180th meridian must be cut there (section 3.1.9).
extension Geodesic {
    /// The area on the ellipsoid, m², holes taken off; never negative.
    ///
    /// Between an edge and the parallel through its ring's first vertex lies ∫ (q(φ) − q(φ₀)) dλ, with q the
    /// authalic function (Snyder, “Map Projections: A Working Manual”, USGS 1395, equation 3-12). The result
    /// is within 1e-12 of exact for edges of up to a degree.
    ///
    /// Coordinates may be given as degrees east and north of an origin: near it they then keep digits that
    /// longitude and latitude themselves have no room for (a 106° longitude is known to 1.6 nm only).
    public func area(of polygon: Polygon, from origin: Point = Point(x: 0, y: 0)) -> Double {
        polygon.holes.reduce(area(of: polygon.exterior, from: origin).magnitude) {
            $0 - area(of: $1, from: origin).magnitude
        }
    }

    /// The area of several polygons that do not overlap, m².
    public func area(of polygons: [Polygon], from origin: Point = Point(x: 0, y: 0)) -> Double {
        polygons.reduce(0) { $0 + area(of: $1, from: origin) }
    }

    /// The length on the ellipsoid, metres.
    ///
    /// An edge is the integral of √((M dφ)² + (N cos φ dλ)²), M and N being the radii of curvature.
    ///
    /// Coordinates may be given from an origin, as for the area.
    public func length(of line: LineString, from origin: Point = Point(x: 0, y: 0)) -> Double {
        line.segments.reduce(0) { $0 + length(of: $1, from: origin.y) }
    }

    /// The signed area of a ring, positive where it runs counter-clockwise.
    private func area(of ring: Ring, from origin: Point) -> Double {
        let first = ring.points[0].y
        let base = origin.y + first
        var total = 0.0
        for edge in ring.segments {
            let width = (edge.end.x - edge.start.x) * .pi / 180
            guard width != 0 else { continue }
            // An edge running west lies on the north side of a counter-clockwise ring: it adds.
            total -= width * mean(along: edge, from: first) { authalic(offset: $0, from: base) }
        }
        // Half the squared polar axis is what makes the function an area.
        return total * semiMajorAxis * semiMajorAxis * (1 - squaredEccentricity) / 2
    }

    private func length(of edge: Segment, from origin: Double) -> Double {
        let width = (edge.end.x - edge.start.x) * .pi / 180
        let height = (edge.end.y - edge.start.y) * .pi / 180
        return mean(along: edge, from: 0) { degrees in
            let latitude = (origin + degrees) * .pi / 180
            let sine = sin(latitude)
            let w2 = 1 - squaredEccentricity * sine * sine
            let primeVertical = semiMajorAxis / w2.squareRoot()
            let meridian = primeVertical * (1 - squaredEccentricity) / w2
            let north = meridian * height
            let east = primeVertical * cos(latitude) * width
            return (north * north + east * east).squareRoot()
        }
    }

    /// The authalic function s/(1 − e²s²) + atanh(es)/e, s being the sine of latitude, at some degrees north of an
    /// origin less its value there; written so that no digit is lost where the two lie close together.
    private func authalic(offset degrees: Double, from origin: Double) -> Double {
        let e2 = squaredEccentricity
        let e = e2.squareRoot()
        let half = degrees * .pi / 360
        let latitude = origin * .pi / 180
        let low = sin(latitude)
        let step = 2 * cos(latitude + half) * sin(half)
        let high = low + step
        let algebraic = step * (1 + e2 * high * low) / ((1 - e2 * high * high) * (1 - e2 * low * low))
        return algebraic + atanh(e * step / (1 - e2 * high * low)) / e
    }

    /// The mean along an edge of a function of the degrees of latitude north of an origin: Gauss–Legendre with
    /// five nodes on pieces of at most a degree.
    private func mean(along edge: Segment, from origin: Double, of function: (Double) -> Double) -> Double {
        let height = edge.end.y - edge.start.y
        // The start is brought near first: the difference of close numbers is exact.
        let start = edge.start.y - origin
        let pieces = max(1, height.magnitude.rounded(.up))
        var total = 0.0
        var piece = 0.0
        while piece < pieces {
            for (node, weight) in Self.nodes {
                total += weight / 2 * function(start + (piece + (1 + node) / 2) / pieces * height)
            }
            piece += 1
        }
        return total / pieces
    }

    /// Nodes and weights on −1…1 (Abramowitz and Stegun, table 25.4, n = 5).
    private static let nodes: [(Double, Double)] = [
        (0, 0.568_888_888_888_888_889),
        (-0.538_469_310_105_683_091, 0.478_628_670_499_366_468),
        (0.538_469_310_105_683_091, 0.478_628_670_499_366_468),
        (-0.906_179_845_938_663_993, 0.236_926_885_056_189_088),
        (0.906_179_845_938_663_993, 0.236_926_885_056_189_088),
    ]
}
