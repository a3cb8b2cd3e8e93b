internal import Wording

/// The parameters of a request: each known, none twice.
struct Query: Sendable {
    /// In the order in which they came.
    private let values: [(name: String, value: String)]

    /// Reads the part of a target behind its question mark.
    ///
    /// - Parameters:
    ///   - target: the request's target, path and all.
    ///   - known: the parameters of the resource.
    /// - Throws: where one is unknown, repeated, no UTF-8, or empty though it is no plain text.
    init(of target: String, known: [Parameter]) throws(Problem) {
        var values: [(name: String, value: String)] = []
        let bytes = target.utf8.span
        var place = Self.first(UInt8(ascii: "?"), in: bytes, from: 0) + 1
        while place < bytes.count {
            let end = Self.first(UInt8(ascii: "&"), in: bytes, from: place)
            let pair = bytes.extracting(place..<end)
            place = end + 1
            guard !pair.isEmpty else { continue }
            let equals = Self.first(UInt8(ascii: "="), in: pair, from: 0)
            let written = pair.extracting(..<equals)
            guard let name = Self.decoded(written) else {
                throw Problem.badEncoding(Self.text(written))
            }
            guard let number = known.indices.first(where: { known[$0].name == name }) else {
                throw Problem.unknownParameter(name, known: known.map(\.name))
            }
            guard let value = Self.decoded(pair.extracting(min(equals + 1, pair.count)...)) else {
                throw Problem.badEncoding(name)
            }
            guard !value.isEmpty || known[number].mayBeEmpty else { throw Problem.emptyParameter(name) }
            guard !values.contains(where: { $0.name == name }) else { throw Problem.repeatedParameter(name) }
            values.append((name, value))
        }
        self.values = values
    }

    /// The place of the first such byte from a place on; the end where there is none.
    private static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
        var place = start
        while place < bytes.count, bytes[place] != byte { place += 1 }
        return place
    }

    private static func text(_ bytes: Span<UInt8>) -> String {
        bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// A parameter's text; nil where it is not given or empty.
    subscript(name: String) -> String? {
        for place in values.indices where values[place].name == name {
            return values[place].value.isEmpty ? nil : values[place].value
        }
        return nil
    }

    /// Whether any parameter is given.
    var isEmpty: Bool { values.isEmpty }

    /// Text without its percent encoding; nil where that is wrong or hides no UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: the text as it came.
    ///   - plusIsSpace: whether a plus stands for a space, as in queries and never in paths.
    /// - Returns: the text.
    static func decoded(_ bytes: Span<UInt8>, plusIsSpace: Bool = true) -> String? {
        var isPlain = true
        for place in bytes.indices {
            let byte = bytes[place]
            isPlain = isPlain && byte != UInt8(ascii: "%") && byte != UInt8(ascii: "+") && byte != 0
        }
        // Bytes of a text, cut where ASCII stands: UTF-8 already.
        guard !isPlain else { return text(bytes) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "%"):
                guard place + 1 < bytes.count, let high = hexValue(bytes[place]),
                    let low = hexValue(bytes[place + 1])
                else { return nil }
                decoded.append(high << 4 | low)
                place += 2
            case UInt8(ascii: "+") where plusIsSpace: decoded.append(UInt8(ascii: " "))
            default: decoded.append(byte)
            }
        }
        guard !decoded.contains(0) else { return nil }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
