package import PlanarGeometry
internal import Wording

/// Reads Well-Known Text (OGC 06-103r4 section 7) without handing it to C.
///
/// `POINT`, `LINESTRING`, `POLYGON`, their `MULTI` forms and `GEOMETRYCOLLECTION`, in any case, with `SRID=…;` before it
/// refused (name the frame instead) and a third or fourth number read and left out. As people paste it: brackets, commas
/// and figures may be of full width, and words may stand before it (`地块A 的范围：POLYGON((…))`). No part may be `EMPTY`, no number
/// other than finite, no nesting deeper than eight.
package struct WKTReader {
    private let text: [UInt8]
    private var place = 0
    private var left: Int

    static let depthLimit = 8

    package static func geometry(_ text: String, vertexLimit: Int) throws(WKTError) -> Geometry {
        let shape = text.wordsAndWKT?.wkt ?? text.foldedWidth
        var reader = WKTReader(text: Array(shape.utf8), left: vertexLimit)
        let geometry = try reader.geometry(depth: 0)
        reader.skipSpace()
        guard reader.place == reader.text.count else { throw reader.expected("the end of the text", "文本结束") }
        return geometry
    }

    private init(text: [UInt8], left: Int) {
        self.text = text
        self.left = left
    }

    private mutating func geometry(depth: Int) throws(WKTError) -> Geometry {
        guard depth < Self.depthLimit else { throw WKTError(at: place, .tooDeep) }
        skipSpace()
        let start = place
        let kind = word()
        if kind == "SRID" { throw WKTError(at: start, .srid) }
        skipSpace()
        let afterKind = place
        let modifier = word()
        if !["", "Z", "M", "ZM", "EMPTY"].contains(modifier) { place = afterKind }
        skipSpace()
        if modifier == "EMPTY" || word() == "EMPTY" { throw WKTError(at: start, .empty) }
        switch kind {
        case "POINT": return .point(try list { reader throws(WKTError) in try reader.position() }[0])
        case "LINESTRING": return .lineString(try line())
        case "POLYGON": return .polygon(try polygon())
        case "MULTIPOINT":
            return .multiPoint(try list { reader throws(WKTError) in try reader.memberPoint() })
        case "MULTILINESTRING":
            return .multiLineString(try list { reader throws(WKTError) in try reader.line() })
        case "MULTIPOLYGON":
            return .multiPolygon(try list { reader throws(WKTError) in try reader.polygon() })
        case "GEOMETRYCOLLECTION":
            return .collection(
                try list { reader throws(WKTError) in try reader.geometry(depth: depth + 1) })
        default: throw WKTError(at: start, .unknownKind(kind))
        }
    }

    private mutating func polygon() throws(WKTError) -> Polygon {
        let rings = try list { reader throws(WKTError) in
            let start = reader.place
            let points = try reader.list { reader throws(WKTError) in try reader.position() }
            do throws(GeometryError) { return try Ring(points) } catch {
                throw WKTError(at: start, .shape(error))
            }
        }
        return Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
    }

    private mutating func line() throws(WKTError) -> LineString {
        let start = place
        let points = try list { reader throws(WKTError) in try reader.position() }
        do throws(GeometryError) { return try LineString(points) } catch {
            throw WKTError(at: start, .shape(error))
        }
    }

    /// `(1 2)` or, as many programs write, `1 2`.
    private mutating func memberPoint() throws(WKTError) -> Point {
        skipSpace()
        guard peek == UInt8(ascii: "(") else { return try position() }
        return try list { reader throws(WKTError) in try reader.position() }[0]
    }

    private mutating func position() throws(WKTError) -> Point {
        left -= 1
        guard left >= 0 else { throw WKTError(at: place, .tooManyVertices) }
        var numbers: [Double] = []
        repeat {
            numbers.append(try number())
            skipSpace()
        } while numbers.count < 4 && peek != UInt8(ascii: ",") && peek != UInt8(ascii: ")")
            && place < text.count
        guard numbers.count >= 2 else { throw expected("a second number", "第二个数") }
        return Point(x: numbers[0], y: numbers[1])
    }

    private mutating func number() throws(WKTError) -> Double {
        skipSpace()
        let start = place
        while let byte = peek, Self.numeric.contains(byte) { place += 1 }
        let written = String(decoding: text[start..<place], as: UTF8.self)
        guard let value = Double(written), value.isFinite else {
            throw expected("a finite number", "有限的数", at: start)
        }
        return value
    }

    private static let numeric = Set("+-.0123456789eE".utf8)

    /// The members between brackets, of which there must be one at least.
    private mutating func list<Member>(
        _ member: (inout WKTReader) throws(WKTError) -> Member
    ) throws(WKTError) -> [Member] {
        skipSpace()
        let start = place
        guard peek == UInt8(ascii: "(") else {
            if word() == "EMPTY" { throw WKTError(at: start, .empty) }
            throw expected("“(”", "“(”", at: start)
        }
        place += 1
        var members = [try member(&self)]
        while true {
            skipSpace()
            switch peek {
            case UInt8(ascii: ","):
                place += 1
                members.append(try member(&self))
            case UInt8(ascii: ")"):
                place += 1
                return members
            default: throw expected("“,” or “)”", "“,”或“)”")
            }
        }
    }

    private mutating func word() -> String {
        let start = place
        while let byte = peek, (byte | 0x20) >= UInt8(ascii: "a"), (byte | 0x20) <= UInt8(ascii: "z") {
            place += 1
        }
        return String(decoding: text[start..<place], as: UTF8.self).uppercased()
    }

    private var peek: UInt8? { place < text.count ? text[place] : nil }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) { place += 1 }
    }

    private func expected(_ en: String, _ zh: String, at start: Int? = nil) -> WKTError {
        WKTError(at: start ?? place, .expected(Bilingual(zh: zh, en: en)))
    }
}
