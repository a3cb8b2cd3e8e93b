public import Wording

/// A value in a JSON text together with the way to it, so that every mismatch says where it is.
///
/// ```swift
/// let root = try JSONCursor(parsing: bytes)
/// for layout in try root.member("layouts").array() {
///     let id = try layout.member("id").string()
///     let kind = try layout.member("kind").choice(of: Kind.self)
///     let note = try layout.optionalMember("note_zh")?.string()
/// }
/// ```
public struct JSONCursor: Sendable {
    /// The value here.
    public let value: JSONValue
    /// The way to it from the root.
    public let path: JSONPath
    /// The text it was read from; empty where there was none.
    ///
    /// Only errors look at it.
    private let text: [UInt8]

    /// Reads a JSON text and stands at its root; see ``JSONValue/init(parsing:depthLimit:)``.
    public init(parsing text: [UInt8], depthLimit: Int = 32) throws(JSONError) {
        self.init(value: try JSONValue(parsing: text, depthLimit: depthLimit), path: .root, text: text)
    }

    /// Reads a part of a larger text, such as a line; positions count from the part's first byte.
    public init(parsing text: ArraySlice<UInt8>, depthLimit: Int = 32) throws(JSONError) {
        try self.init(parsing: Array(text), depthLimit: depthLimit)
    }

    /// Stands at a value that is at hand already; errors then know the path but no line.
    public init(_ value: JSONValue, path: JSONPath = .root) {
        self.init(value: value, path: path, text: [])
    }

    private init(value: JSONValue, path: JSONPath, text: [UInt8]) {
        self.value = value
        self.path = path
        self.text = text
    }

    /// Whether the value is `null`.
    public var isNull: Bool { value == .null }

    /// The member with this key, which may be `null` but not missing.
    public func member(_ key: String) throws(JSONError) -> JSONCursor {
        guard let member = try object()[key] else { throw located(.missingMember(key, path: path)) }
        return JSONCursor(value: member, path: path.member(key), text: text)
    }

    /// The member with this key; nil where it is missing or `null`.
    public func optionalMember(_ key: String) throws(JSONError) -> JSONCursor? {
        guard let member = try object()[key], member != .null else { return nil }
        return JSONCursor(value: member, path: path.member(key), text: text)
    }

    /// The members of an object.
    public func object() throws(JSONError) -> JSONObject {
        guard let members = value.members else { throw mismatch(.object) }
        return members
    }

    /// The members of an object, each with its key.
    public func entries() throws(JSONError) -> [(key: String, value: JSONCursor)] {
        try object().members.map {
            ($0.key, JSONCursor(value: $0.value, path: path.member($0.key), text: text))
        }
    }

    /// The elements of an array.
    public func array() throws(JSONError) -> [JSONCursor] {
        guard let elements = value.elements else { throw mismatch(.array) }
        return elements.enumerated().map {
            JSONCursor(value: $0.element, path: path.element($0.offset), text: text)
        }
    }

    /// The texts of an array of strings.
    public func strings() throws(JSONError) -> [String] {
        var strings: [String] = []
        for element in try array() { strings.append(try element.string()) }
        return strings
    }

    /// The text of a string.
    public func string() throws(JSONError) -> String {
        guard let text = value.stringValue else { throw mismatch(.string) }
        return text
    }

    /// A number.
    public func number() throws(JSONError) -> Double {
        guard let number = value.doubleValue else { throw mismatch(.number) }
        return number
    }

    /// A whole number that fits an `Int`; `3.0` is one, `3.5` is none.
    public func integer() throws(JSONError) -> Int {
        switch value {
        case .number(let number): if let integer = Int(exactly: number) { return integer }
        case .numeral(let digits): if let integer = Int(digits) { return integer }
        default: break
        }
        throw mismatch(.integer)
    }

    /// A `true` or `false`.
    public func bool() throws(JSONError) -> Bool {
        guard case .bool(let bool) = value else { throw mismatch(.bool) }
        return bool
    }

    /// A string that is one of the raw values of an enumeration.
    public func choice<Choice>(of type: Choice.Type = Choice.self) throws(JSONError) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        let text = try string()
        guard let choice = Choice(rawValue: text) else {
            throw located(.unknownValue(text, allowed: Choice.allCases.map(\.rawValue), path: path))
        }
        return choice
    }

    /// An error about this value, for a rule JSON does not know; throw what this returns.
    public func error(code: String, problem: Bilingual, remedy: Bilingual) -> JSONError {
        located(JSONError(code: code, problem: problem, remedy: remedy, path: path))
    }

    /// What a reading of this value gives; its errors get this value's path and their place in the text.
    func decoding<Decoded>(
        _ decode: (JSONValue) throws(JSONError) -> Decoded
    ) throws(JSONError) -> Decoded {
        do {
            return try decode(value)
        } catch {
            var error = error
            error.path.steps.insert(contentsOf: path.steps, at: 0)
            throw located(error)
        }
    }

    private func mismatch(_ wanted: JSONKind) -> JSONError {
        located(.wrongType(of: value, wanted: wanted, path: path))
    }

    private func located(_ error: JSONError) -> JSONError {
        text.isEmpty ? error : error.located(in: text.span)
    }
}
