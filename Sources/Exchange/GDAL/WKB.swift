import PlanarGeometry

/// Well-Known Binary (OGC 06-103r4 section 8), the way geometry crosses into GDAL and back in one call.
enum WKB {
    /// The geometry, two numbers a position, little-endian.
    static func bytes(_ geometry: Geometry) -> [UInt8] {
        var output: [UInt8] = []
        append(geometry, to: &output)
        return output
    }

    private static func append(_ geometry: Geometry, to output: inout [UInt8]) {
        switch geometry {
        case .point(let point):
            head(1, to: &output)
            append(point, to: &output)
        case .lineString(let line):
            head(2, to: &output)
            append(line.points, to: &output)
        case .polygon(let polygon):
            head(3, to: &output)
            append(UInt32(polygon.rings.count), to: &output)
            for ring in polygon.rings { append(ring.points, to: &output) }
        case .multiPoint(let points): collect(4, points.map { .point($0) }, to: &output)
        case .multiLineString(let lines): collect(5, lines.map { .lineString($0) }, to: &output)
        case .multiPolygon(let polygons): collect(6, polygons.map { .polygon($0) }, to: &output)
        case .collection(let parts): collect(7, parts, to: &output)
        }
    }

    private static func collect(_ code: UInt32, _ parts: [Geometry], to output: inout [UInt8]) {
        head(code, to: &output)
        append(UInt32(parts.count), to: &output)
        for part in parts { append(part, to: &output) }
    }

    private static func head(_ code: UInt32, to output: inout [UInt8]) {
        output.append(1)
        append(code, to: &output)
    }

    private static func append(_ points: [Point], to output: inout [UInt8]) {
        append(UInt32(points.count), to: &output)
        for point in points { append(point, to: &output) }
    }

    private static func append(_ point: Point, to output: inout [UInt8]) {
        append(point.x.bitPattern, to: &output)
        append(point.y.bitPattern, to: &output)
    }

    private static func append(_ value: some FixedWidthInteger, to output: inout [UInt8]) {
        var rest = value
        for _ in 0..<(value.bitWidth / 8) {
            output.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
