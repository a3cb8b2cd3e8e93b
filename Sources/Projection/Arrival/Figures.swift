import PlanarGeometry

extension Double {
    /// The number as a person would write it: no exponent, no superfluous zeros, at most some decimals.
    func figures(decimals: Int = 9) -> String {
        guard isFinite, magnitude < 1e15 else { return "\(self)" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        // Past 2^53 the scaled number has no fraction left to round.
        let rounded = magnitude * scale < 9e15 ? (self * scale).rounded() / scale : self
        let text = "\(rounded == 0 ? 0 : rounded)"
        // Small numbers are described with an exponent (1e-05): written out here.
        guard text.utf8.contains(UInt8(ascii: "e")) else {
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        var digits = String(Int64((rounded.magnitude * scale).rounded()))
        while digits.utf8.count < decimals { digits = "0" + digits }
        while digits.hasSuffix("0") { digits.removeLast() }
        return (rounded < 0 ? "-0." : "0.") + digits
    }
}

extension Point {
    /// The pair as a person would write it: nine decimals of a degree, three of a metre.
    func figures(geographic: Bool) -> String {
        let decimals = geographic ? 9 : 3
        return "\(x.figures(decimals: decimals)),\(y.figures(decimals: decimals))"
    }
}
