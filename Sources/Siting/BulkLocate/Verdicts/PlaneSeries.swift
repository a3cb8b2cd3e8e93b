internal import PlanarGeometry
internal import Planning

/// The metric plane over a box of degrees as two polynomials, a tenth of the work of PROJ.
///
/// x is odd and y even in the longitude from the centre, so with u and v the degrees from the centre in units of the
/// half box, x = u·P(u², v) and y = Q(u², v). The coefficients come from PROJ's own values at Chebyshev nodes; how far
/// the two part anywhere between is measured and kept.
struct PlaneSeries: Sendable {
    private static let powersU = 4
    private static let powersV = 8

    private let centre: LonLat
    private let scaleU: Double
    private let scaleV: Double
    private var east: [Double]
    private var north: [Double]
    /// The farthest the polynomials were seen from PROJ, metres.
    private(set) var error = 0.0

    init(around box: Box, of plane: borrowing MetricPlane, centre: LonLat) throws(LocatorError) {
        self.centre = centre
        let reachU = max(box.upper.x - centre.longitude, centre.longitude - box.lower.x, 1e-6) * 1.0001
        let reachV = max(box.upper.y - centre.latitude, centre.latitude - box.lower.y, 1e-6) * 1.0001
        scaleU = 1 / reachU
        scaleV = 1 / reachV
        let us = Self.nodes(Self.powersU).map { (0.5 * ($0 + 1)).squareRoot() }
        let vs = Self.nodes(Self.powersV)
        var xs: [[Double]] = []
        var ys: [[Double]] = []
        for v in vs {
            var rowX: [Double] = []
            var rowY: [Double] = []
            for u in us {
                let at = Point(x: centre.longitude + u * reachU, y: centre.latitude + v * reachV)
                let metres = try plane.exactMetres(at)
                rowX.append(metres.x / u)
                rowY.append(metres.y)
            }
            xs.append(Self.solve(us.map { $0 * $0 }, rowX))
            ys.append(Self.solve(us.map { $0 * $0 }, rowY))
        }
        east = []
        north = []
        for power in 0..<Self.powersU {
            east += Self.solve(vs, xs.map { $0[power] })
            north += Self.solve(vs, ys.map { $0[power] })
        }
        for i in 0...12 {
            for j in 0...12 {
                let at = Point(
                    x: centre.longitude + (Double(i) / 6 - 1) * reachU,
                    y: centre.latitude + (Double(j) / 6 - 1) * reachV)
                let exact = try plane.exactMetres(at)
                let near = metres(at.x, at.y)
                error = max(error, abs(exact.x - near.x), abs(exact.y - near.y))
            }
        }
    }

    /// Metres east and north of the centre, for a position of the box.
    @inline(__always)
    func metres(_ longitude: Double, _ latitude: Double) -> Point {
        let u = (longitude - centre.longitude) * scaleU
        let v = (latitude - centre.latitude) * scaleV
        let square = u * u
        var x = 0.0
        var y = 0.0
        var power = Self.powersU
        while power > 0 {
            power -= 1
            var innerX = 0.0
            var innerY = 0.0
            var place = (power + 1) * Self.powersV
            let first = power * Self.powersV
            while place > first {
                place -= 1
                innerX = innerX * v + east[place]
                innerY = innerY * v + north[place]
            }
            x = x * square + innerX
            y = y * square + innerY
        }
        return Point(x: x * u, y: y)
    }

    /// Chebyshev nodes, by the recurrence of the cosine so that no library is needed.
    private static func nodes(_ count: Int) -> [Double] {
        // Roots of T by Newton from an even start; T is a plain recurrence.
        func polynomial(_ x: Double) -> (value: Double, slope: Double) {
            var (t0, t1) = (1.0, x)
            var (u0, u1) = (1.0, 2 * x)
            for _ in 1..<count {
                (t0, t1) = (t1, 2 * x * t1 - t0)
                (u0, u1) = (u1, 2 * x * u1 - u0)
            }
            return (t1, Double(count) * u0)
        }
        return (0..<count).map { index in
            let share = (Double(index) + 0.5) / Double(count)
            var x = 1 - 2 * share * share * (3 - 2 * share)
            for _ in 0..<60 {
                let (value, slope) = polynomial(x)
                guard slope != 0 else { break }
                x -= value / slope
            }
            return x
        }
    }

    /// The polynomial through some points: its coefficients, the constant first (Newton's divided differences).
    private static func solve(_ at: [Double], _ values: [Double]) -> [Double] {
        var divided = values
        for order in 1..<at.count {
            for index in stride(from: at.count - 1, through: order, by: -1) {
                divided[index] = (divided[index] - divided[index - 1]) / (at[index] - at[index - order])
            }
        }
        var coefficients = [Double](repeating: 0, count: at.count)
        for index in at.indices.reversed() {
            for power in stride(from: at.count - 1, to: 0, by: -1) {
                coefficients[power] = coefficients[power - 1] - at[index] * coefficients[power]
            }
            coefficients[0] = divided[index] - at[index] * coefficients[0]
        }
        return coefficients
    }
}
