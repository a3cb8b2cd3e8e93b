internal import Glibc

/// Owen's T function, the mass of a standard normal over a wedge with its tip away from the mean.
///
/// `T(h, a) = 1/2π ∫₀ᵃ exp(−h²(1+x²)/2) / (1+x²) dx`: the probability that X > h and 0 < Y < aX for
/// independent standard normals. D. B. Owen, "Tables for computing bivariate normal probabilities",
/// Annals of Mathematical Statistics 27 (1956).
enum OwenT {
    /// `T(h, t/h)`: the wedge under the piece of a line that lies at distance `h` and reaches `t` along itself.
    ///
    /// - Parameters:
    ///   - h: distance to the line in standard deviations, positive.
    ///   - t: how far along the line from its foot, in standard deviations; the result is odd in it.
    /// - Returns: between −1/4 and 1/4, error below 1e-9.
    static func wedge(h: Double, t: Double) -> Double {
        if t < 0 { return -wedge(h: h, t: -t) }
        if t <= h { return slim(h: h, a: t / h) }
        // T(h,a) + T(ah,1/a) = ½Φ(h) + ½Φ(ah) − Φ(h)Φ(ah) for a > 0 (Owen 1956): the steep wedge by the slim one.
        let below = standardNormal(h)
        let along = standardNormal(t)
        return 0.5 * below + 0.5 * along - below * along - slim(h: t, a: h / t)
    }

    /// T(h, a) for 0 ≤ a ≤ 1, where the integrand is smooth enough for one Gauss–Legendre rule.
    private static func slim(h: Double, a: Double) -> Double {
        let halfSquare = h * h / 2
        guard halfSquare < 40 else { return 0 }  // exp(−40) ≈ 4e-18
        var sum = 0.0
        for (node, weight) in gaussLegendre {
            for x in [a * (0.5 - node / 2), a * (0.5 + node / 2)] {
                let onePlus = 1 + x * x
                sum += weight * exp(-halfSquare * onePlus) / onePlus
            }
        }
        return sum * a / 2 / (2 * .pi)
    }

    /// Positive nodes and weights of the 20-point rule on [−1, 1] (Abramowitz and Stegun, table 25.4).
    private static let gaussLegendre: [(node: Double, weight: Double)] = [
        (0.0765265211334973, 0.1527533871307258), (0.2277858511416451, 0.1491729864726037),
        (0.3737060887154195, 0.1420961093183820), (0.5108670019508271, 0.1316886384491766),
        (0.6360536807265150, 0.1181945319615184), (0.7463319064601508, 0.1019301198172404),
        (0.8391169718222188, 0.0832767415767048), (0.9122344282513259, 0.0626720483341091),
        (0.9639719272779138, 0.0406014298003869), (0.9931285991850949, 0.0176140071391521),
    ]
}

/// Φ, the distribution function of the standard normal.
func standardNormal(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }
