import Wording

/// Finds the name of a reference frame, or of a map that implies one, in a header.
///
/// What a name means is decided where frames are known; here it is only found, with what belongs to it: of
/// `X(CGCS2000 3度带 35带)` all but the X.
enum FrameToken {
    private struct Name {
        let letters: [Character]
        /// A number, or so short a Latin word that it must not be found inside another.
        let standsAlone: Bool
    }

    /// Longer names before what they contain.
    private static let names: [Name] =
        (FrameWords.allCases.filter { $0 != .strip }.flatMap(\.words)
        + ["4326", "4490"])
        .map { word in
            Name(
                letters: Array(word),
                standsAlone: word.allSatisfy(\.isNumber)
                    || (word.utf8.count <= 4 && word.allSatisfy { $0.isASCII && $0.isLetter }))
        }
        .sorted { $0.letters.count > $1.letters.count }

    private static let strips = FrameWords.strip.words.map(Array.init)
    private static let tails = (FrameWords.stripWords + ["坐标系"]).map(Array.init)

    /// Where a frame's name stands in a folded header, breaks within it included: `WGS-84`, `EPSG: 4547`.
    static func range(in header: [Character]) -> Range<Int>? {
        guard let found = name(in: header) ?? code(in: header) else { return strip(in: header) }
        let whole = found.lowerBound..<extended(header, from: found.upperBound, isStrip: false)
        // `3度带35带（CGCS2000）` has the strip first.
        guard let strip = strip(in: header), strip.upperBound <= whole.lowerBound,
            header[strip.upperBound..<whole.lowerBound].allSatisfy(isInner)
        else { return whole }
        return strip.lowerBound..<whole.upperBound
    }

    private static func name(in header: [Character]) -> Range<Int>? {
        for name in names {
            for start in header.indices {
                guard let end = match(name.letters, in: header, at: start) else { continue }
                let before = start > 0 ? header[start - 1] : " "
                let after = end < header.count ? header[end] : " "
                let isInside: (Character) -> Bool =
                    name.letters[0].isNumber
                    ? { $0.isNumber || $0.isLetter } : { $0.isASCII && $0.isLetter }
                if name.standsAlone, isInside(before) || isInside(after) { continue }
                return start..<end
            }
        }
        return nil
    }

    private static func code(in header: [Character]) -> Range<Int>? {
        let epsg = Array("epsg")
        for start in header.indices {
            guard var end = match(epsg, in: header, at: start) else { continue }
            var hasDigits = false
            while end < header.count, header[end].isNumber || (!hasDigits && isInner(header[end])) {
                hasDigits = hasDigits || header[end].isNumber
                end += 1
            }
            if hasDigits { return start..<end }
        }
        return nil
    }

    private static func strip(in header: [Character]) -> Range<Int>? {
        for word in strips {
            for start in header.indices {
                // `33度带` is no width.
                guard let end = match(word, in: header, at: start), start == 0 || !header[start - 1].isNumber
                else { continue }
                return start..<extended(header, from: end, isStrip: true)
            }
        }
        return nil
    }

    /// The end of a name with the words of its strip behind it.
    private static func extended(_ header: [Character], from start: Int, isStrip: Bool) -> Int {
        var end = start
        var isStrip = isStrip
        while true {
            var next = end
            while next < header.count, isInner(header[next]) || header[next] == "/" { next += 1 }
            if let word = (strips + tails).lazy.compactMap({ match($0, in: header, at: next) }).first {
                isStrip = true
                end = word
                continue
            }
            // A zone or a meridian: `35带`, `zone 35`, `105°`, `105e`.
            var digits = next
            while digits < header.count, header[digits].isNumber { digits += 1 }
            guard (1...3).contains(digits - next) else { return end }
            let unit = digits < header.count ? header[digits] : " "
            if "°度带".contains(unit) {
                isStrip = true
                digits += 1
            } else if unit == "e" {
                digits += 1
            }
            guard isStrip else { return end }
            end = digits
        }
    }

    private static func isInner(_ character: Character) -> Bool { " _-.:".contains(character) }

    /// The end of `name` at `start`, passing over spaces and hyphens inside it.
    private static func match(_ name: [Character], in header: [Character], at start: Int) -> Int? {
        var index = start
        for (position, letter) in name.enumerated() {
            while position > 0, index < header.count, isInner(header[index]) { index += 1 }
            guard index < header.count, header[index] == letter else { return nil }
            index += 1
        }
        return index
    }
}
