import Foundation
import GeoJSON
import TestSupport
import Testing

/// The C library is the oracle: `strtod` for reading, `printf` for writing.
@Suite struct JSONNumberTests {
    private func read(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    private func expectLikeC(_ text: String) throws {
        let number = try #require(try read(text).doubleValue)
        #expect(number.bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }

    @Test(arguments: [
        "9007199254740993.0", "9007199254740992.5", "9007199254740993e0", "0.1", "0.3", "1e22", "1e23",
        "8.5e22", "123456789012345678e-19", "9999999999999999999e-19", "18446744073709551615",
        "1.7976931348623157e308", "2.2250738585072014e-308", "2.2250738585072011e-308", "5e-324", "3e-324",
        "2e-324", "106.32999999999999829469743417575955390930175781250", "0.000000000000000000000000000001",
        "0.5e0", "1e-400", "0e999", "0.0e-999", "-0e5",
        "100000000000000000000000000000000000000000e-40",
        "0.\(String(repeating: "0", count: 400))1e400", "6.631236846766476e-316", "7.2057594037927933e16",
        "4503599627370497.5", "4503599627370496.5",
        "0.500000000000000166533453693773481063544750213623046875",
    ])
    func hardNumberIsReadToTheBit(_ text: String) throws { try expectLikeC(text) }

    @Test func randomNumbersAreReadToTheBit() throws {
        var numbers = SeededGenerator(seed: 7946)
        for _ in 0..<20_000 {
            let whole =
                UInt64.random(in: 0...UInt64.max, using: &numbers)
                >> UInt64.random(in: 0..<64, using: &numbers)
            let digits = String(whole)
            let point = Int.random(in: 0...digits.count, using: &numbers)
            let head = point == 0 ? "0" : String(digits.prefix(point))
            try expectLikeC("\(head).\(digits.dropFirst(point))0")
            try expectLikeC("\(digits)e\(Int.random(in: -40...40, using: &numbers))")
            try expectLikeC("-\(digits).5")
        }
    }

    /// Coordinates of 17 to 19 digits, as many programs write them, go their own way through the reader.
    @Test func longDecimalsAreReadToTheBit() throws {
        var numbers = SeededGenerator(seed: 1990)
        for _ in 0..<40_000 {
            let whole = UInt64.random(in: 1 << 53..<10_000_000_000_000_000_000, using: &numbers)
            try expectLikeC("\(whole)e-\(Int.random(in: 1...19, using: &numbers))")
        }
    }

    @Test func anyDoubleSurvivesWritingAndReading() throws {
        var numbers = SeededGenerator(seed: 8259)
        for _ in 0..<50_000 {
            let number = Double(bitPattern: numbers.next())
            guard number.isFinite else { continue }
            let text = JSONWriter().string(.number(number))
            #expect(try read(text).doubleValue?.bitPattern == number.bitPattern, "\(text)")
        }
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "-0"), (400, "400"), (-7, "-7"), (812.4, "812.4"), (1e15, "1000000000000000"),
        (1e21, "1e+21"),
        (9_007_199_254_740_991, "9007199254740991"), (1e-7, "1e-07"), (.leastNonzeroMagnitude, "5e-324"),
        (.nan, "null"),
        (-.infinity, "null"),
    ])
    func numberIsWrittenShort(_ number: Double, _ text: String) {
        #expect(JSONWriter().string(.number(number)) == text)
    }

    @Test(arguments: [
        (812.4, 3, "812.400", "812.4"), (-0.0004, 3, "0.000", "0"), (0.5, 0, "0", "0"), (1.5, 0, "2", "2"),
        (2.5, 0, "2", "2"),
        (1.005, 2, "1.00", "1"), (1.015, 2, "1.01", "1.01"), (0.125, 2, "0.12", "0.12"),
        (0.375, 2, "0.38", "0.38"),
        (106.33, 5, "106.33000", "106.33"), (-1200, 2, "-1200.00", "-1200"), (1200, 0, "1200", "1200"),
        (1e20, 1, "100000000000000000000.0", "100000000000000000000"),
        (0.1, 20, "0.100000000000000", "0.1"), (7.6, -3, "8", "8"), (999.9996, 3, "1000.000", "1000"),
        (.infinity, 2, "null", "null"),
        (29.523456789, 9, "29.523456789", "29.523456789"),
        (.leastNonzeroMagnitude, 15, "0.000000000000000", "0"),
    ])
    func decimalsAreFixedOrTrimmed(_ number: Double, _ decimals: Int, _ fixed: String, _ trimmed: String) {
        #expect(JSONWriter().string(.fixed(number, decimals: decimals)) == fixed)
        #expect(JSONWriter().string(.rounded(number, decimals: decimals)) == trimmed)
    }

    @Test func fixedDecimalsAgreeWithPrintf() {
        var numbers = SeededGenerator(seed: 19_157)
        for _ in 0..<30_000 {
            let decimals = Int.random(in: 0...9, using: &numbers)
            var number =
                Double.random(in: -1...1, using: &numbers)
                * pow(10, Double.random(in: -8...12, using: &numbers))
            // Half of them end in an exact or nearly exact five behind the last decimal.
            if Bool.random(using: &numbers) { number = (number * 1024).rounded() / 1024 }
            var expected = String(format: "%.\(decimals)f", number)
            if !expected.contains(where: { "1"..."9" ~= $0 }), expected.hasPrefix("-") {
                expected.removeFirst()
            }
            #expect(JSONWriter().string(.fixed(number, decimals: decimals)) == expected)
        }
    }
}
