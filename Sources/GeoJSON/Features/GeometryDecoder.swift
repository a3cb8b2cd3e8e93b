import PlanarGeometry

/// Turns JSON values into geometries, refusing what GEOS must never see: open rings and empty parts.
struct GeometryDecoder {
    /// How many positions had a third number.
    private(set) var droppedAltitudes = 0

    /// The geometry types of RFC 7946 section 1.4.
    static let kinds = [
        "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
        "GeometryCollection",
    ]

    mutating func geometry(_ value: JSONValue) throws(JSONError) -> Geometry {
        try Self.geometry(value, &self)
    }

    private static func geometry(
        _ value: JSONValue, _ decoder: inout GeometryDecoder
    ) throws(JSONError) -> Geometry {
        guard let members = value.members else { throw .wrongType(of: value, wanted: .object) }
        let type = try members.type(.geometry)
        guard kinds.contains(type) else { throw .unknownType(type, wanted: .geometry) }
        let key = type == "GeometryCollection" ? "geometries" : "coordinates"
        guard let content = members[key] else { throw .missingMember(key) }
        do {
            switch type {
            case "Point": return .point(try position(content, &decoder))
            case "MultiPoint": return .multiPoint(try decoder.each(of: content, position))
            case "LineString": return .lineString(try line(content, &decoder))
            case "MultiLineString": return .multiLineString(try decoder.each(of: content, line))
            case "Polygon": return .polygon(try polygon(content, &decoder))
            case "MultiPolygon": return .multiPolygon(try decoder.each(of: content, polygon))
            default: return .collection(try decoder.each(of: content, geometry))
            }
        } catch {
            throw error.withShape(of: type).inside(.member(key))
        }
    }

    private static func polygon(
        _ value: JSONValue, _ decoder: inout GeometryDecoder
    ) throws(JSONError) -> Polygon {
        var rings: [Ring] = []
        for (index, points) in try decoder.each(of: value, positions).enumerated() {
            do {
                rings.append(try Ring(points))
            } catch {
                throw JSONError(error, in: .ring(index)).inside(.element(index))
            }
        }
        let exterior = rings.removeFirst()  // `each` lets no empty array pass
        return Polygon(exterior: exterior, holes: rings)
    }

    private static func line(
        _ value: JSONValue, _ decoder: inout GeometryDecoder
    ) throws(JSONError) -> LineString {
        let points = try positions(value, &decoder)
        do { return try LineString(points) } catch { throw JSONError(error, in: .line) }
    }

    private static func positions(
        _ value: JSONValue, _ decoder: inout GeometryDecoder
    ) throws(JSONError) -> [Point] {
        try decoder.each(of: value, position)
    }

    private static func position(
        _ value: JSONValue, _ decoder: inout GeometryDecoder
    ) throws(JSONError) -> Point {
        guard let numbers = value.elements else { throw .wrongType(of: value, wanted: .array) }
        guard !numbers.isEmpty else { throw .emptyGeometry() }
        guard numbers.count == 2 || numbers.count == 3 else { throw .wrongPositionLength(numbers.count) }
        for (index, number) in numbers.enumerated() where number.doubleValue?.isFinite != true {
            let path = JSONPath.root.element(index)
            throw number.doubleValue == nil
                ? .wrongType(of: number, wanted: .number, path: path) : .notFiniteCoordinate(path: path)
        }
        if numbers.count == 3 { decoder.droppedAltitudes += 1 }
        return Point(x: numbers[0].doubleValue ?? .nan, y: numbers[1].doubleValue ?? .nan)
    }

    /// The parts of an array, of which there must be one at least.
    private mutating func each<Part>(
        of value: JSONValue, _ part: (JSONValue, inout GeometryDecoder) throws(JSONError) -> Part
    ) throws(JSONError) -> [Part] {
        guard let elements = value.elements else { throw .wrongType(of: value, wanted: .array) }
        guard !elements.isEmpty else { throw .emptyGeometry() }
        var parts: [Part] = []
        parts.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            do { parts.append(try part(element, &self)) } catch { throw error.inside(.element(index)) }
        }
        return parts
    }
}
