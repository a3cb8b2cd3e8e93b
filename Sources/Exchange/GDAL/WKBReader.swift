import PlanarGeometry
import Wording

/// Reads the Well-Known Binary GDAL gives out (ISO form): heights and measures are read and left out.
struct WKBReader {
    /// What a geometry cannot be read for.
    enum Fault: Error {
        /// It has no positions.
        case empty
        /// GDAL does not give it out; its words.
        case refused(String)
        /// A kind that is no point, line, polygon or collection of them.
        case kind(UInt32)
        /// Nested deeper than is taken, or bytes that end too early.
        case malformed
        /// Points that make no line or ring.
        case shape(GeometryError)
    }

    static let depthLimit = 16

    private let bytes: [UInt8]
    private var place = 0
    /// Whether a height or measure other than 0 was left out; DXF and KML write zeros everywhere.
    private var hasHeights = false

    /// The geometry, and whether heights were left out; parts of a collection that are empty are left out too.
    static func geometry(_ bytes: [UInt8]) throws(Fault) -> (Geometry, hasHeights: Bool) {
        var reader = WKBReader(bytes: bytes)
        guard let geometry = try reader.geometry(depth: 0) else { throw .empty }
        return (geometry, reader.hasHeights)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func geometry(depth: Int) throws(Fault) -> Geometry? {
        guard depth < Self.depthLimit, place < bytes.count, bytes[place] == 1 else { throw .malformed }
        place += 1
        let code = UInt32(truncatingIfNeeded: try integer(4))
        let extra = [0, 1, 1, 2]
        guard code / 1000 < 4 else { throw .kind(code) }
        let dimension = 2 + extra[Int(code / 1000)]
        switch code % 1000 {
        case 1:
            let point = try point(dimension)
            return point.x.isNaN ? nil : .point(point)
        case 2:
            let points = try points(dimension)
            return points.isEmpty ? nil : .lineString(try Self.line(points))
        case 3, 17: return try polygon(dimension).map { .polygon($0) }
        case 4:
            let points = try parts(depth).flatMap(\.vertices)
            return points.isEmpty ? nil : .multiPoint(points)
        case 5:
            let lines = try parts(depth).flatMap(\.lines)
            return lines.isEmpty ? nil : .multiLineString(lines)
        case 6, 15, 16:
            // A polyhedral surface and a TIN lie flat as the polygons they are made of.
            let polygons = try parts(depth).flatMap(\.polygons)
            return polygons.isEmpty ? nil : .multiPolygon(polygons)
        case 7:
            let parts = try parts(depth)
            return parts.isEmpty ? nil : .collection(parts)
        default: throw .kind(code)
        }
    }

    private mutating func parts(_ depth: Int) throws(Fault) -> [Geometry] {
        let count = try self.count(ofAtLeast: 5)
        var parts: [Geometry] = []
        for _ in 0..<count {
            if let part = try geometry(depth: depth + 1) { parts.append(part) }
        }
        return parts
    }

    private mutating func polygon(_ dimension: Int) throws(Fault) -> Polygon? {
        let count = try self.count(ofAtLeast: 4)
        var rings: [Ring] = []
        for _ in 0..<count {
            let points = try points(dimension)
            if points.isEmpty { continue }
            do throws(GeometryError) { rings.append(try Ring(points)) } catch { throw .shape(error) }
        }
        return rings.isEmpty ? nil : Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
    }

    private static func line(_ points: [Point]) throws(Fault) -> LineString {
        do throws(GeometryError) { return try LineString(points) } catch { throw .shape(error) }
    }

    private mutating func points(_ dimension: Int) throws(Fault) -> [Point] {
        let count = try self.count(ofAtLeast: dimension * 8)
        var points: [Point] = []
        points.reserveCapacity(count)
        for _ in 0..<count { points.append(try point(dimension)) }
        return points
    }

    private mutating func point(_ dimension: Int) throws(Fault) -> Point {
        let x = Double(bitPattern: try integer(8))
        let y = Double(bitPattern: try integer(8))
        for _ in 2..<dimension where Double(bitPattern: try integer(8)) != 0 { hasHeights = true }
        return Point(x: x, y: y)
    }

    /// A count that the bytes left can hold.
    private mutating func count(ofAtLeast size: Int) throws(Fault) -> Int {
        let count = Int(try integer(4))
        guard count <= (bytes.count - place) / size else { throw .malformed }
        return count
    }

    private mutating func integer(_ width: Int) throws(Fault) -> UInt64 {
        guard place + width <= bytes.count else { throw .malformed }
        var value: UInt64 = 0
        for index in stride(from: width - 1, through: 0, by: -1) {
            value = value << 8 | UInt64(bytes[place + index])
        }
        place += width
        return value
    }
}

extension WKBReader.Fault {
    /// Why there is no geometry, a clause for people.
    var words: Bilingual {
        switch self {
        case .empty: Bilingual(zh: "没有坐标", en: "it has no positions")
        case .refused(let said): .gdal(said)
        case .kind(let code):
            Bilingual(
                zh: "几何类型 \(code) 既不是点、线、面，也不是它们的集合",
                en: "its kind, \(code), is no point, line, area or collection of them")
        case .malformed:
            Bilingual(
                zh: "嵌套超过 \(WKBReader.depthLimit) 层或数据不完整",
                en: "it is nested deeper than \(WKBReader.depthLimit) or not whole")
        case .shape(let error): error.words
        }
    }
}

extension GeometryError {
    /// What is wrong with a line or ring, a clause for people.
    fileprivate var words: Bilingual {
        switch self {
        case .notFinite(let index):
            Bilingual(
                zh: "第 \(index + 1) 点的坐标不是有限数", en: "a coordinate of point \(index + 1) is no finite number")
        case .tooFewPoints(let count, let needed):
            Bilingual(
                zh: "只有 \(count) 个点，至少应有 \(needed) 个", en: "it has \(count) points of the \(needed) it needs")
        case .openRing(let first, let last):
            Bilingual(
                zh: "环未闭合：首点 (\(first.x), \(first.y))，末点 (\(last.x), \(last.y))",
                en: "a ring begins at (\(first.x), \(first.y)) and ends at (\(last.x), \(last.y))")
        }
    }
}
