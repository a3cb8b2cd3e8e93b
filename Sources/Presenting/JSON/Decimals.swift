internal import GeoJSON
internal import PlanarGeometry
internal import Planning

/// Numbers of answers with the decimals they are worth: metres 3, probabilities 4, degrees 9.
extension JSONValue {
    static func metres(_ value: Double) -> JSONValue { .fixed(value, decimals: 3) }
    static func probability(_ value: Double) -> JSONValue { .fixed(value, decimals: 4) }
    static func degrees(_ value: Double) -> JSONValue { .fixed(value, decimals: 9) }

    static func lonLat(_ position: LonLat) -> JSONValue {
        .array([.degrees(position.longitude), .degrees(position.latitude)])
    }

    static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
