internal import GeoJSON

/// One cell of a table of answers.
public enum AnswerCell: Hashable, Sendable {
    /// Nothing to say.
    case empty
    /// An id, a name, a verdict.
    case text(String)
    /// A number with the decimals it is worth.
    case number(Double, decimals: Int)

    /// As a table holds it.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let value, let decimals): Figures.fixed(value, decimals: decimals)
        }
    }

    /// As a GeoJSON property holds it.
    var json: JSONValue {
        switch self {
        case .empty: .null
        case .text(let text): .string(text)
        case .number(let value, let decimals): .fixed(value, decimals: decimals)
        }
    }
}
