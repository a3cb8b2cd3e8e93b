internal import PlanarGeometry
internal import Planning

/// The metric plane over a box of degrees as two polynomials, a tenth of the work of PROJ.
///
/// x is odd and y even in the longitude from the centre, so with u and v the degrees from the centre in units of the
/// half box, x = u·P(u², v) and y = Q(u², v). The coefficients come from PROJ's own values at Chebyshev nodes; how far
/// the two part anywhere between is measured and kept.
struct PlaneSeries: Sendable {
    /// Powers of u² and of v that are tried, until the two part by no more than is wished.
    private static let powers = [(u: 3, v: 5), (u: 3, v: 6), (u: 4, v: 8)]

    private let powersU: Int
    private let powersV: Int
    private let centre: LonLat
    private let scaleU: Double
    private let scaleV: Double
    /// Of x and of y, the constant first, those of each power of u² together.
    private var coefficients: [SIMD2<Double>] = []
    /// The farthest the polynomials were seen from PROJ, metres.
    private(set) var error = 0.0

    /// The shortest polynomials that part by no more than a bound, or the longest.
    static func within(
        _ bound: Double, around box: Box, of plane: borrowing MetricPlane, centre: LonLat
    ) throws(LocatorError) -> PlaneSeries? {
        for (u, v) in powers {
            let series = try PlaneSeries(around: box, of: plane, centre: centre, powersU: u, powersV: v)
            if series.error <= bound { return series }
        }
        return nil
    }

    private init(
        around box: Box, of plane: borrowing MetricPlane, centre: LonLat, powersU: Int, powersV: Int
    ) throws(LocatorError) {
        self.centre = centre
        self.powersU = powersU
        self.powersV = powersV
        let reachU = max(box.upper.x - centre.longitude, centre.longitude - box.lower.x, 1e-6) * 1.0001
        let reachV = max(box.upper.y - centre.latitude, centre.latitude - box.lower.y, 1e-6) * 1.0001
        scaleU = 1 / reachU
        scaleV = 1 / reachV
        let us = Self.nodes(powersU).map { (0.5 * ($0 + 1)).squareRoot() }
        let vs = Self.nodes(powersV)
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
        for power in 0..<powersU {
            let east = Self.solve(vs, xs.map { $0[power] })
            let north = Self.solve(vs, ys.map { $0[power] })
            coefficients += zip(east, north).map { SIMD2($0, $1) }
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
    func metres(_ longitude: Double, _ latitude: Double) -> SIMD2<Double> {
        coefficients.withUnsafeBufferPointer { metres(longitude, latitude, $0) }
    }

    /// The same for the first of many positions, those beyond the frame not a number.
    func metres(
        _ longitudes: [Double], _ latitudes: [Double], count: Int, within frame: CellFrame,
        into metres: inout [SIMD2<Double>]
    ) {
        coefficients.withUnsafeBufferPointer { coefficients in
            var out = metres.mutableSpan
            let longitudes = longitudes.span
            let latitudes = latitudes.span
            for row in 0..<count {
                let isWithin = frame.covers(longitudes[row], latitudes[row])
                let found = self.metres(longitudes[row], latitudes[row], coefficients)
                out[row] = isWithin ? found : SIMD2(repeating: .nan)
            }
        }
    }

    @inline(__always)
    private func metres(
        _ longitude: Double, _ latitude: Double, _ coefficients: UnsafeBufferPointer<SIMD2<Double>>
    ) -> SIMD2<Double> {
        let u = (longitude - centre.longitude) * scaleU
        let v = (latitude - centre.latitude) * scaleV
        let square = u * u
        var sum = SIMD2<Double>(repeating: 0)
        var place = coefficients.count
        while place > 0 {
            var inner = SIMD2<Double>(repeating: 0)
            for _ in 0..<powersV {
                place &-= 1
                inner = inner * v + coefficients[place]
            }
            sum = sum * square + inner
        }
        return sum * SIMD2(u, 1)
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
