/// One JSON value of RFC 8259.
///
/// A number is a `Double`, as in nearly every JSON reader. Two kinds of number would be changed by that and are
/// kept as their digits instead: whole numbers a `Double` cannot hold (an 18-digit parcel number), and numbers
/// to be written with a chosen count of decimals, see ``fixed(_:decimals:)``. As values, a number and a numeral are never equal.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    /// A number as its JSON digits.
    case numeral(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The value as a number; nil for anything that is none.
    public var doubleValue: Double? {
        switch self {
        case .number(let number): number
        case .numeral(let digits): Double(digits)
        default: nil
        }
    }

    /// The text of a string; nil for anything that is none.
    public var stringValue: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The elements of an array; nil for anything that is none.
    public var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object; nil for anything that is none.
    public var members: JSONObject? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The member of an object with this key; nil where there is none, or where this is no object.
    public subscript(key: String) -> JSONValue? { members?[key] }
}
