/// The `id` of a feature: a string or a number, kept as it was given.
public struct FeatureID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The string or number.
    public let value: JSONValue

    /// Takes a string or a number; nil for any other value.
    public init?(_ value: JSONValue) {
        switch value {
        case .string, .number, .numeral: self.value = value
        case .null, .bool, .array, .object: return nil
        }
    }

    /// Takes a text.
    public init(_ text: String) { value = .string(text) }
    /// Takes a text.
    public init(stringLiteral text: String) { value = .string(text) }

    /// The id as text: a string itself, a number as JSON writes it.
    public var text: String { value.stringValue ?? JSONWriter().string(value) }
    /// The id as text.
    public var description: String { text }
}
