extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// The JSON `null`.
    public init(nilLiteral: ()) { self = .null }
    /// A JSON `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An array of the values in order.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object of the members in order; of two with the same key the later counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }

    /// A whole number, kept digit for digit where a `Double` would round it.
    public static func integer(_ value: Int) -> JSONValue {
        if let exact = Double(exactly: value) { .number(exact) } else { .numeral(String(value)) }
    }
}
