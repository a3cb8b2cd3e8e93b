/// Positions spread evenly over a box, the same for the same seed.
struct Points: Sendable {
    var x: [Double]
    var y: [Double]

    init(count: Int, lower: (Double, Double), upper: (Double, Double), seed: UInt64) {
        var state = seed
        func next() -> Double {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
        }
        x = []
        y = []
        x.reserveCapacity(count)
        y.reserveCapacity(count)
        for _ in 0..<count {
            x.append(lower.0 + next() * (upper.0 - lower.0))
            y.append(lower.1 + next() * (upper.1 - lower.1))
        }
    }
}
