/// The stretches of a line that are set in the Latin face.
struct LatinRuns {
    /// As ranges of UTF-8 bytes, in order.
    let ranges: [Range<Int>]

    /// Finds them: letters and signs of Latin, and marks common to both writings where the line has nothing Chinese.
    init(_ text: String) {
        let isLatinOnly = !text.unicodeScalars.contains { $0.value >= 0x2E80 }
        var ranges: [Range<Int>] = []
        var place = 0
        for scalar in text.unicodeScalars {
            let next = place + UTF8.width(scalar)
            if Self.isLatin(scalar) || isLatinOnly && (0x2010...0x2033).contains(scalar.value) {
                if let last = ranges.last, last.upperBound == place {
                    ranges[ranges.count - 1] = last.lowerBound..<next
                } else {
                    ranges.append(place..<next)
                }
            }
            place = next
        }
        self.ranges = ranges
    }

    /// Up to the end of Latin Extended-A; the signs of Latin-1 that Chinese has as well (· × ÷ ° ±) stay Chinese.
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17F: true
        default: false
        }
    }
}
