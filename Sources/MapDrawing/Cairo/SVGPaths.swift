internal import Wording

/// The paths of an SVG of Cairo's, written shorter: relative to the point before, in hundredths.
///
/// Cairo writes every point in full with six decimals, and letters are outlines here: a map that fills a hand's breadth of
/// a page would weigh three megabytes. A hundredth is 4 µm of paper where the unit is a point, and 10 µm where it is a
/// millimetre. So are the places of letters; styles lose what goes without saying (``SVGStyle``).
enum SVGPaths {
    /// The document with every path, style and place of a letter rewritten; one that is not understood stays as it is.
    static func shortened(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 2)
        let (path, style) = (Array(" d=\"".utf8), Array(" style=\"".utf8))
        let (glyph, right, down) = (Array("<use ".utf8), Array(" x=\"".utf8), Array(" y=\"".utf8))
        // Whether what is read stands in the tag that places a letter.
        var isGlyph = false
        var place = 0
        while place < bytes.count {
            if bytes[place] == glyph[0] { isGlyph = bytes[place...].starts(with: glyph) }
            let openings = isGlyph ? [right, down] : [path, style]
            guard bytes[place] == 0x20,
                let opening = openings.first(where: { bytes[place...].starts(with: $0) }),
                let end = bytes[(place + opening.count)...].firstIndex(of: UInt8(ascii: "\""))
            else {
                output.append(bytes[place])
                place += 1
                continue
            }
            let given = bytes[(place + opening.count)..<end]
            if opening == style {
                let said = SVGStyle.shortened(given)
                // The attribute goes with its last word, its closing mark too.
                if said.isEmpty {
                    place = end + 1
                    continue
                }
                output += opening + said
            } else if isGlyph {
                let number = Double(String(decoding: given, as: UTF8.self))
                let short = number.flatMap { FixedDecimals($0, decimals: 2) }.map {
                    Array($0.description.utf8)
                }
                output += opening + (short ?? Array(given))
            } else {
                var writer = RelativePath()
                output += opening
                output += writer.write(given) ? writer.bytes[...] : given
            }
            place = end
        }
        return output
    }
}

/// A path of lines and curves as it is rewritten.
private struct RelativePath {
    private(set) var bytes: [UInt8] = []
    /// Where the pen is, and where the piece began, in hundredths.
    private var (x, y) = (0, 0)
    private var (startX, startY) = (0, 0)
    private var last: UInt8 = 0

    /// Rewrites a path of Cairo's.
    ///
    /// - Returns: false where it holds anything but absolute moves, lines, curves and ends.
    mutating func write(_ path: ArraySlice<UInt8>) -> Bool {
        var place = path.startIndex
        while let command = Self.next(path, &place) {
            switch command {
            case UInt8(ascii: "M"), UInt8(ascii: "L"), UInt8(ascii: "C"):
                let count = command == UInt8(ascii: "C") ? 6 : 2
                var numbers: [Int] = []
                for _ in 0..<count {
                    guard let number = Self.number(path, &place) else { return false }
                    numbers.append(number)
                }
                add(command, numbers)
            case UInt8(ascii: "Z"):
                bytes.append(UInt8(ascii: "z"))
                last = UInt8(ascii: "z")
                (x, y) = (startX, startY)
            default: return false
            }
        }
        return true
    }

    private mutating func add(_ command: UInt8, _ numbers: [Int]) {
        let steps = numbers.enumerated().map { $1 - ($0 % 2 == 0 ? x : y) }
        (x, y) = (numbers[numbers.count - 2], numbers[numbers.count - 1])
        if command == UInt8(ascii: "M") { (startX, startY) = (x, y) }
        switch (command, steps[0], steps[1]) {
        case (UInt8(ascii: "L"), let step, 0): add(UInt8(ascii: "h"), steps: [step])
        case (UInt8(ascii: "L"), 0, let step): add(UInt8(ascii: "v"), steps: [step])
        default: add(command + 32, steps: steps)
        }
    }

    private mutating func add(_ letter: UInt8, steps: [Int]) {
        var isFirst = letter != last
        // A second pair after a move would be read as a line.
        if isFirst || letter == UInt8(ascii: "m") {
            bytes.append(letter)
            isFirst = true
        }
        last = letter
        for step in steps {
            if step < 0 { bytes.append(UInt8(ascii: "-")) } else if !isFirst { bytes.append(0x20) }
            isFirst = false
            let (whole, part) = (abs(step) / 100, abs(step) % 100)
            if whole > 0 || part == 0 { bytes += "\(whole)".utf8 }
            guard part > 0 else { continue }
            bytes += [UInt8(ascii: "."), 0x30 + UInt8(part / 10)]
            if part % 10 > 0 { bytes.append(0x30 + UInt8(part % 10)) }
        }
    }

    /// The next character that is not blank.
    private static func next(_ path: ArraySlice<UInt8>, _ place: inout Int) -> UInt8? {
        while place < path.endIndex, path[place] == 0x20 { place += 1 }
        guard place < path.endIndex else { return nil }
        defer { place += 1 }
        return path[place]
    }

    /// The next number, in hundredths; nil where there is none.
    private static func number(_ path: ArraySlice<UInt8>, _ place: inout Int) -> Int? {
        while place < path.endIndex, path[place] == 0x20 { place += 1 }
        let start = place
        while place < path.endIndex, path[place] != 0x20 { place += 1 }
        guard let value = Double(String(decoding: path[start..<place], as: UTF8.self)), abs(value) < 1e9
        else { return nil }
        return Int((value * 100).rounded())
    }
}
