internal import Glibc

/// `(1 − exp(−u))/u`, the mean of `exp(−us)` over s from 0 to 1, as polynomials: a third of the work of an exponential.
///
/// Up to 64 one Taylor polynomial of the seventh degree for each quarter of u. The derivatives are
/// `(−1)ᵏ ∫₀¹ sᵏ exp(−us) ds`, none above 1/(k+1), so what is left out is below (1/8)⁸/8!/9 < 2e-13.
enum DampedMean {
    /// Eight coefficients for each piece, the constant first.
    static let pieces: [Double] = (0..<count).flatMap { coefficients(around: (Double($0) + 0.5) / perUnit) }

    private static let count = 256
    private static let perUnit = 4.0
    private static let degree = 7

    /// The value for u ≥ 0, from ``pieces``.
    @inline(__always)
    static func value(_ u: Double, _ pieces: UnsafePointer<Double>) -> Double {
        let scaled = u * perUnit
        guard scaled < Double(count) else { return (1 - exp(-u)) / u }
        let piece = Int(scaled)
        let d = u - (Double(piece) + 0.5) / perUnit
        let c = pieces + piece &* (degree + 1)
        let low = (c[0] + d * c[1]) + (d * d) * (c[2] + d * c[3])
        let high = (c[4] + d * c[5]) + (d * d) * (c[6] + d * c[7])
        return low + (d * d) * (d * d) * high
    }

    private static func coefficients(around u: Double) -> [Double] {
        let end = exp(-u)
        var moments = [Double](repeating: 0, count: degree + 1)
        if u > 8 {
            // ∫ sᵏ exp(−us) = (k ∫ sᵏ⁻¹ exp(−us) − exp(−u))/u, in which an error shrinks by k/u.
            moments[0] = (1 - end) / u
            for k in 1...degree { moments[k] = (Double(k) * moments[k - 1] - end) / u }
        } else {
            // Downwards it shrinks by u/k; that far up nothing is as good as anything.
            var moment = 0.0
            for k in stride(from: 80, through: 1, by: -1) {
                moment = (u * moment + end) / Double(k)
                if k - 1 <= degree { moments[k - 1] = moment }
            }
        }
        var factor = 1.0
        return moments.enumerated().map { k, moment in
            if k > 0 { factor /= -Double(k) }
            return moment * factor
        }
    }
}
