public import PlanarGeometry

/// A feature of RFC 7946: a geometry with properties.
public struct Feature: Hashable, Sendable {
    /// What names the feature; nil where it has no `id`.
    public var id: FeatureID?
    /// Where it is, in the frame of the file; nil for `null`.
    public var geometry: Geometry?
    /// Its properties in order; empty where they are `null` or missing.
    public var properties: JSONObject
    /// Every other member, `bbox` among them, in order.
    public var foreignMembers: JSONObject
    /// How many positions of the geometry had a third number, which is not kept.
    public let droppedAltitudes: Int

    /// Makes a feature.
    public init(
        id: FeatureID? = nil, geometry: Geometry?, properties: JSONObject = [:],
        foreignMembers: JSONObject = [:]
    ) {
        self.init(
            id: id, geometry: geometry, properties: properties, foreignMembers: foreignMembers,
            droppedAltitudes: 0)
    }

    init(
        id: FeatureID?, geometry: Geometry?, properties: JSONObject, foreignMembers: JSONObject,
        droppedAltitudes: Int
    ) {
        self.id = id
        self.geometry = geometry
        self.properties = properties
        self.foreignMembers = foreignMembers
        self.droppedAltitudes = droppedAltitudes
    }
}
