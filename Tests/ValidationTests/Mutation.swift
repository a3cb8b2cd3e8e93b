import GeoJSON
import PlanarGeometry
import Testing

/// One defect put into the data, with the rule that must find it.
struct Mutation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The rule that must find it.
    let rule: String
    /// Rules that may find it too, since the defect breaks what they ask as well; a family is written `relation.*`.
    let also: [String]
    let apply: @Sendable (inout EditableGeoData) -> Void

    init(
        _ name: String, _ rule: String, also: [String] = [],
        _ apply: @escaping @Sendable (inout EditableGeoData) -> Void
    ) {
        testDescription = name
        self.rule = rule
        self.also = also
        self.apply = apply
    }

    func explains(_ id: String) -> Bool {
        ([rule] + also).contains { $0 == id || $0.hasSuffix(".*") && id.hasPrefix($0.dropLast()) }
    }

    static let all =
        borders + areas + shapes + families + schema + quotes + relations + times + words
        + vocabulary
}
