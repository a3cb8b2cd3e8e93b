internal import Wording

/// The parameters of a request: each known, none twice.
struct Query: Sendable {
    private let values: [String: String]

    /// Reads the part of a target behind its question mark.
    ///
    /// - Parameters:
    ///   - target: the request's target, path and all.
    ///   - known: the parameters of the resource.
    /// - Throws: where one is unknown, repeated, no UTF-8, or empty though it is no plain text.
    init(of target: String, known: [Parameter]) throws(Problem) {
        var values: [String: String] = [:]
        let query = target.utf8.split(
            separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        for pair in query.dropFirst().first?.split(separator: UInt8(ascii: "&")) ?? [] {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]) else {
                throw Problem.badEncoding(String(decoding: parts[0], as: UTF8.self))
            }
            guard let parameter = known.first(where: { $0.name == name }) else {
                throw Problem.unknownParameter(name, known: known.map(\.name))
            }
            guard let value = Self.decoded(parts.count > 1 ? parts[1] : "".utf8[...]) else {
                throw Problem.badEncoding(name)
            }
            guard !value.isEmpty || parameter.mayBeEmpty else { throw Problem.emptyParameter(name) }
            guard values.updateValue(value, forKey: name) == nil else {
                throw Problem.repeatedParameter(name)
            }
        }
        self.values = values
    }

    /// A parameter's text; nil where it is not given or empty.
    subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Whether any parameter is given.
    var isEmpty: Bool { values.isEmpty }

    /// Text without its percent encoding; nil where that is wrong or hides no UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: the text as it came.
    ///   - plusIsSpace: whether a plus stands for a space, as in queries and never in paths.
    /// - Returns: the text.
    static func decoded(_ bytes: Substring.UTF8View.SubSequence, plusIsSpace: Bool = true) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else {
                    return nil
                }
                decoded.append(high << 4 | low)
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
