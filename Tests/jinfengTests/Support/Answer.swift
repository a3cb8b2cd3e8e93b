import GeoJSON
import Testing

/// One answer of `locate`, read strictly: a key that is not there fails the test.
struct Answer {
    let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    var site: JSONValue { value["site"] ?? .null }
    var noteCodes: [String] { Self.codes(site["notes"]) }

    /// The answer of one layout.
    func layout(_ id: String) throws -> JSONValue {
        try #require(
            value["layouts"]?.elements?.first { $0["layout"]?.stringValue == id }, "no answer for \(id)")
    }

    /// The zones one layout answers.
    func zones(_ layout: String) throws -> [JSONValue] {
        try #require(try self.layout(layout)["zones"]?.elements)
    }

    /// The answer of one zone of one layout.
    func zone(_ id: String, of layout: String) throws -> JSONValue {
        try #require(try zones(layout).first { $0["zone"]?.stringValue == id }, "\(id) is not answered")
    }

    /// The deepest zone of one layout.
    func deepest(_ layout: String) throws -> String? { try self.layout(layout)["zone"]?.stringValue }

    /// Zone by zone: whether it covers the site, the probability and the distance to the boundary.
    func measures() throws -> [String: (covers: Bool, probability: Double, distance: Double)] {
        var measures: [String: (Bool, Double, Double)] = [:]
        for layout in try #require(value["layouts"]?.elements) {
            for zone in try #require(layout["zones"]?.elements) {
                measures[try #require(zone["zone"]?.stringValue)] = (
                    zone["covers"] == .bool(true), try #require(zone["probability"]?.doubleValue),
                    try #require(zone["boundary_distance_m"]?.doubleValue)
                )
            }
        }
        return measures
    }

    static func codes(_ notes: JSONValue?) -> [String] {
        (notes?.elements ?? []).compactMap { $0["code"]?.stringValue }
    }
}

extension JSONValue {
    /// The error a bad row is answered with.
    var errorCode: String? { self["error"]?["code"]?.stringValue }
}

/// The ids of the three plans.
enum Plan {
    static let five = "jinfeng-five-zones"
    static let northMiddleSouth = "north-middle-south"
    static let shapingba = "liang-cheng-liang-dai-liang-ping"
    static let all = [five, northMiddleSouth, shapingba]
}
