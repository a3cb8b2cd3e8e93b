/// A length or an area on the ellipsoid.
public enum Extent: Hashable, Sendable {
    /// Metres.
    case length(Double)
    /// Square metres.
    case area(Double)

    /// The number of metres or square metres.
    public var value: Double {
        switch self {
        case .length(let value), .area(let value): value
        }
    }

    /// The area in 公顷; nil for a length.
    public var hectares: Double? {
        guard case .area(let value) = self else { return nil }
        return value / 10_000
    }

    /// The area in 亩, of which fifteen are a hectare; nil for a length.
    public var mu: Double? { hectares.map { $0 * 15 } }
}
