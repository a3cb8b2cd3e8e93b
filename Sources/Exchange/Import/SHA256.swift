/// The secure hash of FIPS 180-4, by which a file can be told from any other.
struct SHA256 {
    private var state: [UInt32]
    private static let constants: [UInt32] = fractions(of: primes(64), root: 3)

    /// The hash of some bytes, in hexadecimal.
    static func hexadecimal(of bytes: [UInt8]) -> String {
        var hash = SHA256()
        return hash.digest(bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private init() { state = Self.fractions(of: Self.primes(8), root: 2) }

    private mutating func digest(_ bytes: [UInt8]) -> [UInt8] {
        let whole = bytes.count / 64 * 64
        for start in stride(from: 0, to: whole, by: 64) { take(bytes[start..<(start + 64)]) }
        // A one bit, nought bits, and the length in bits as 64 of them.
        var rest = Array(bytes[whole...]) + [0x80]
        while rest.count % 64 != 56 { rest.append(0) }
        let length = UInt64(bytes.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            rest.append(UInt8(truncatingIfNeeded: length >> shift))
        }
        for start in stride(from: 0, to: rest.count, by: 64) { take(rest[start..<(start + 64)]) }
        return state.flatMap { word in
            stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    private mutating func take(_ block: ArraySlice<UInt8>) {
        var words = [UInt32](repeating: 0, count: 64)
        for (index, byte) in block.enumerated() { words[index / 4] = words[index / 4] << 8 | UInt32(byte) }
        for index in 16..<64 {
            let (a, b) = (words[index - 15], words[index - 2])
            let small = Self.turned(a, 7) ^ Self.turned(a, 18) ^ (a >> 3)
            let large = Self.turned(b, 17) ^ Self.turned(b, 19) ^ (b >> 10)
            words[index] = words[index - 16] &+ small &+ words[index - 7] &+ large
        }
        var s = state
        for index in 0..<64 {
            let choice = (s[4] & s[5]) ^ (~s[4] & s[6])
            let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
            let first =
                s[7] &+ (Self.turned(s[4], 6) ^ Self.turned(s[4], 11) ^ Self.turned(s[4], 25))
                &+ choice &+ Self.constants[index] &+ words[index]
            let second = (Self.turned(s[0], 2) ^ Self.turned(s[0], 13) ^ Self.turned(s[0], 22)) &+ majority
            s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
        }
        for index in state.indices { state[index] &+= s[index] }
    }

    private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        word >> bits | word << (32 - bits)
    }

    private static func primes(_ count: Int) -> [UInt64] {
        var primes: [UInt64] = []
        var candidate: UInt64 = 2
        while primes.count < count {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes
    }

    /// The first 32 bits of the fractions of square or cube roots: how the standard defines its constants.
    private static func fractions(of numbers: [UInt64], root: Int) -> [UInt32] {
        numbers.map { number in
            // The largest whole r with r^root ≤ number · 2^(32·root); its low half is the fraction.
            var low: UInt64 = 0
            var high: UInt64 = 1 << 36
            while high - low > 1 {
                let middle = (low + high) / 2
                let square = middle.multipliedFullWidth(by: middle)
                let isAbove =
                    root == 2
                    ? square.high >= number
                    : isCubeAbove(square, middle, number)
                if isAbove { high = middle } else { low = middle }
            }
            return UInt32(truncatingIfNeeded: low)
        }
    }

    /// Whether m³ reaches number · 2^96.
    private static func isCubeAbove(
        _ square: (high: UInt64, low: UInt64), _ m: UInt64, _ number: UInt64
    ) -> Bool {
        let low = square.low.multipliedFullWidth(by: m)
        let high = square.high.multipliedFullWidth(by: m)
        let (middle, carry) = low.high.addingReportingOverflow(high.low)
        let top = high.high + (carry ? 1 : 0)
        // top · 2^128 + middle · 2^64 against number · 2^96.
        return top >= number >> 32 && (top > number >> 32 || middle >= (number << 32))
    }
}
