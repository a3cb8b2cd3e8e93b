import GeoJSON
public import PlanarGeometry

/// One parcel of a 勘测定界报盘坐标 text.
public struct BoundaryParcel: Hashable, Sendable {
    /// 地块编号.
    public var number: String
    /// 地块名称.
    public var name: String
    /// 图幅号.
    public var sheet: String
    /// 地块用途.
    public var use: String
    /// 地类编码.
    public var category: String
    /// 地块面积, hectares; nil where none is stated.
    public var hectares: Double?
    /// Where it lies, easting and northing in metres: an area, or a line or points where the text says so.
    public var geometry: Geometry

    /// Describes a parcel.
    public init(
        number: String = "", name: String = "", sheet: String = "", use: String = "", category: String = "",
        hectares: Double? = nil, geometry: Geometry
    ) {
        self.number = number
        self.name = name
        self.sheet = sheet
        self.use = use
        self.category = category
        self.hectares = hectares
        self.geometry = geometry
    }

    /// The parcel as a feature, its properties under the names the form has for them.
    var feature: Feature {
        var properties: JSONObject = ["地块编号": .string(number), "地块名称": .string(name)]
        for (key, value) in [("图幅号", sheet), ("地块用途", use), ("地类编码", category)] where !value.isEmpty {
            properties[key] = .string(value)
        }
        if let hectares { properties["面积（公顷）"] = .number(hectares) }
        return Feature(
            id: number.isEmpty ? nil : FeatureID(number), geometry: geometry, properties: properties)
    }
}
