import Foundation
import TestSupport
import Testing
import Wording

@Suite struct DecimalDigitsTests {
    private func read(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        return DecimalDigits.ordinary(bytes.span)
    }

    @Test(arguments: [
        "0", "-0", "+1", "106.33", "-29.5200000", "007", ".5", "-.5", "3267643.66", "9007199254740993",
        "0.1", "0.30000000000000004", "1234567890123456789", "0.000000000000000001", "99999999999999999.99",
    ])
    func plainFiguresAreReadAsStrtodReadsThem(_ text: String) throws {
        #expect(try #require(read(text)).bitPattern == strtod(text, nil).bitPattern)
    }

    @Test(arguments: [
        "", "-", ".", "+.", "1.", "1.2.3", "1e5", "0x10", "nan", "inf", " 1", "1 ", "１", "--1", "1-", "1,5",
        "12345678901234567890", "106°",
    ])
    func whatIsNotPlainIsLeftToOthers(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test func theNearestDoubleForAnyDigits() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...19, using: &generator)
            var text = String(
                (0..<count).map { _ in Character("\(Int.random(in: 0...9, using: &generator))") })
            let point = Int.random(in: 0..<count, using: &generator)
            text.insert(".", at: text.index(text.startIndex, offsetBy: point))
            if Bool.random(using: &generator) { text = "-" + text }
            let value = try #require(read(text), "\(text)")
            #expect(value.bitPattern == strtod(text, nil).bitPattern, "\(text)")
        }
        // Halfway between two doubles and a digit beside it: where a wrong rounding shows.
        for _ in 0..<5000 {
            let whole = UInt64.random(in: (1 << 53)..<(1 << 59), using: &generator)
            let text = "\(whole)"
            #expect(try #require(read(text)) == strtod(text, nil))
        }
    }
}
