public import PlanarGeometry

extension FeatureCollection {
    /// The collection as a JSON value, its coordinates rounded to so many decimals.
    public func encoded(decimals: Int) -> JSONValue {
        var members: JSONObject = ["type": "FeatureCollection"]
        for member in foreignMembers where !Self.ownKeys.contains(member.key) {
            members[member.key] = member.value
        }
        members["features"] = .array(features.map { $0.encoded(decimals: decimals) })
        return .object(members)
    }
}

extension Feature {
    /// The feature as a JSON value, its coordinates rounded to so many decimals.
    ///
    /// Members come in the order type, id, properties, geometry, then the foreign ones.
    public func encoded(decimals: Int) -> JSONValue {
        var members: JSONObject = ["type": "Feature"]
        if let id { members["id"] = id.value }
        members["properties"] = .object(properties)
        members["geometry"] = geometry?.encoded(decimals: decimals) ?? .null
        for member in foreignMembers where !Self.ownKeys.contains(member.key) {
            members[member.key] = member.value
        }
        return .object(members)
    }
}

extension Geometry {
    /// The geometry as a JSON value, its coordinates rounded to so many decimals.
    ///
    /// Rings follow the right-hand rule of RFC 7946 section 3.1.6, as ``Polygon`` keeps them. Needless zeros are
    /// not written; nine decimals of a degree are a tenth of a millimetre.
    public func encoded(decimals: Int) -> JSONValue {
        func position(_ point: Point) -> JSONValue {
            .array([.rounded(point.x, decimals: decimals), .rounded(point.y, decimals: decimals)])
        }
        func line(_ points: [Point]) -> JSONValue { .array(points.map(position)) }
        func area(_ polygon: Polygon) -> JSONValue { .array(polygon.rings.map { line($0.points) }) }
        let content: JSONValue
        switch self {
        case .point(let point): content = position(point)
        case .multiPoint(let points): content = line(points)
        case .lineString(let one): content = line(one.points)
        case .multiLineString(let lines): content = .array(lines.map { line($0.points) })
        case .polygon(let polygon): content = area(polygon)
        case .multiPolygon(let polygons): content = .array(polygons.map(area))
        case .collection(let parts):
            return [
                "type": "GeometryCollection",
                "geometries": .array(parts.map { $0.encoded(decimals: decimals) }),
            ]
        }
        return ["type": .string(typeName), "coordinates": content]
    }
}
