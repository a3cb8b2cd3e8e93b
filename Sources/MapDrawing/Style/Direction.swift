internal import Glibc

/// A direction by its cosine and sine.
struct Direction {
    let cosine: Double
    let sine: Double

    /// By the angle in radians; on paper, where y runs down, clockwise from the right.
    init(_ angle: Double) {
        cosine = cos(angle)
        sine = sin(angle)
    }

    /// The angle of a step, radians.
    static func angle(x: Double, y: Double) -> Double { atan2(y, x) }
}
