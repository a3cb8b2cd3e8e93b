import Glibc
import TestSupport
import Testing
import Wording

@Suite struct FixedDecimalsTests {
    @Test(arguments: [
        (106.33, 9, "106.330000000"), (0.98125, 4, "0.9812"), (0.98135, 4, "0.9813"), (2.675, 2, "2.67"),
        (1.005, 2, "1.00"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"),
        (-0.0004, 3, "0.000"),
        (-0.0, 3, "0.000"), (-0.0006, 3, "-0.001"), (0.9996, 3, "1.000"), (-9.9999, 2, "-10.00"), (0, 0, "0"),
        (123_456_789.125, 3, "123456789.125"), (9.2e18, 2, "9200000000000000000.00"), (1e-300, 4, "0.0000"),
        (0.1, 15, "0.100000000000000"), (313.5, 1, "313.5"),
    ])
    func writesDecimals(_ value: Double, _ decimals: Int, _ text: String) throws {
        #expect(try #require(FixedDecimals(value, decimals: decimals)).description == text)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 0x1p63, -0x1p63, 1e300])
    func refusesWhatHasNoSuchText(_ value: Double) {
        #expect(FixedDecimals(value, decimals: 3) == nil)
    }

    @Test(arguments: [
        (0.0, "0"), (0.02, "0.02"), (0.5, "0.5"), (1, "1"), (1.118, "1.1"), (9.94, "9.9"), (9.96, "10"),
        (812.4, "812"), (-0.5, "-0.5"), (.nan, ""),
    ])
    func metresBelowTenHaveADecimal(_ value: Double, _ text: String) {
        #expect(FixedDecimals.metres(value) == text)
    }

    @Test(arguments: [-1, 16]) func refusesOtherCounts(_ decimals: Int) {
        #expect(FixedDecimals(1, decimals: decimals) == nil)
    }

    /// The C library rounds the exact binary value, half to even: the same text but for "-0.000".
    @Test(arguments: 0..<50)
    func agreesWithTheCLibrary(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<400 {
            let decimals = Int.random(in: 0...15, using: &generator)
            var value = Double.random(in: -1...1, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: value *= 180
            case 1: value *= 4e6
            case 2: value *= 9e18
            // Decimal ties and their neighbours are where rounding goes wrong.
            case 3:
                let ties = pow(10.0, Double(Int.random(in: 1...6, using: &generator)))
                value = (Double(Int.random(in: -100_000...100_000, using: &generator)) + 0.5) / ties
                value = [value, value.nextUp, value.nextDown].randomElement(using: &generator) ?? value
            default: value = Double(Int.random(in: -4096...4096, using: &generator)) / 4096
            }
            var buffer = [CChar](repeating: 0, count: 64)
            _ = withVaList([Int32(decimals), value]) { vsnprintf(&buffer, 64, "%.*f", $0) }
            var expected = String(
                decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if expected.hasPrefix("-"), !expected.contains(where: { ("1"..."9").contains($0) }) {
                expected.removeFirst()
            }
            #expect(try #require(FixedDecimals(value, decimals: decimals)).description == expected)
            #expect(try written(value, decimals: decimals) == expected)
        }
    }

    /// The text as tables have it written, straight into their memory.
    private func written(_ value: Double, decimals: Int) throws -> String {
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: FixedDecimals.mostBytes) { room in
            let start = try #require(room.baseAddress)
            let count = FixedDecimals.write(value, decimals: decimals, to: start)
            return String(decoding: room[..<count], as: UTF8.self)
        }
    }
}
