internal import Glibc

/// `(1 − exp(−u))/u`, the mean of `exp(−us)` over s from 0 to 1, as polynomials: a third of the work of an exponential.
///
/// Up to 64 one Taylor polynomial of the seventh degree for each quarter of u. The derivatives are
/// `(−1)ᵏ ∫₀¹ sᵏ exp(−us) ds`, none above 1/(k+1), so what is left out is below (1/8)⁸/8!/9 < 2e-13.
enum DampedMean {
    /// Eight coefficients for each piece, the constant first, in pairs.
    static let pieces: [SIMD2<Double>] = (0..<count).flatMap { piece in
        let c = coefficients(around: (Double(piece) + 0.5) / perUnit)
        return stride(from: 0, through: degree, by: 2).map { SIMD2(c[$0], c[$0 + 1]) }
    }

    private static let count = 256
    private static let perUnit = 4.0
    private static let degree = 7

    /// The value for u ≥ 0, from ``pieces``.
    @inline(__always)
    static func value(_ u: Double, _ pieces: UnsafePointer<SIMD2<Double>>) -> Double {
        let scaled = u * perUnit
        guard scaled < Double(count) else { return farValue(u) }
        // Added to it, a small number is rounded to a whole one, which its last bits then are. Between two pieces either
        // will do, and rounding may have left of a square a little less than nothing.
        let whole = 0x1.8p52
        let sum = max(scaled - 0.5, 0) + whole
        let piece = Int(truncatingIfNeeded: sum.bitPattern & UInt64(count - 1))
        let d = u - ((sum - whole) + 0.5) / perUnit
        let c = pieces + piece &* ((degree + 1) / 2)
        let square = SIMD2(repeating: d * d)
        let both = (c[0] + square * c[1]) + (square * square) * (c[2] + square * c[3])
        return both[0] + d * both[1]
    }

    @inline(never)
    private static func farValue(_ u: Double) -> Double { (1 - exp(-u)) / u }

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
