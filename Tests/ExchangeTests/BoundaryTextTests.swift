import Exchange
import Foundation
import PlanarGeometry
import Planning
import Projection
import Tables
import TestSupport
import Testing
import Wording

@Suite struct BoundaryTextTests {
    static let text = """
        [属性描述]
        格式版本号=1.01版本
        坐标系=2000国家大地坐标系
        几度分带=3
        投影类型=高斯克吕格
        计量单位=米
        带号=35
        精度=0.001
        转换参数=0,0,0,0,0,0,0
        [地块坐标]
        5,0.6000,D01,甲地块,面,,工业用地,0601,@
        J1,1,3267643.661,35628945.812
        J2,1,3267643.661,35629045.812
        J3,1,3267703.661,35629045.812
        J4,1,3267703.661,35628945.812
        J1,1,3267643.661,35628945.812
        10,0.5100,D02,乙地块,面,,,,@
        J1,1,3268000.000,35629000.000
        J2,1,3268000.000,35629100.000
        J3,1,3268060.000,35629100.000
        J4,1,3268060.000,35629000.000
        J1,1,3268000.000,35629000.000
        J5,2,3268010.000,35629010.000
        J6,2,3268010.000,35629040.000
        J7,2,3268040.000,35629040.000
        J8,2,3268040.000,35629010.000
        J5,2,3268010.000,35629010.000
        """

    private func read(_ text: String) throws -> BoundaryTextReader.Outcome {
        try BoundaryTextReader.read(Array(text.utf8))
    }

    @Test func parcelsComeWithTheirHolesAndTheirFrame() throws {
        let read = try read(Self.text)
        #expect(try read.frame() == (try .epsg(4523)))
        #expect(read.parcels.map(\.number) == ["D01", "D02"])
        #expect(read.parcels[0].use == "工业用地")
        #expect(read.parcels[0].hectares == 0.6)
        #expect(read.parcels[0].geometry.polygons[0].exterior.signedArea == 6000)
        #expect(read.parcels[1].geometry.polygons[0].holes.map(\.signedArea) == [-900])
        #expect(read.notes.isEmpty)
    }

    struct Dialect: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let change: @Sendable (String) -> String
    }

    static let dialects: [Dialect] = [
        Dialect(testDescription: "Windows line ends") { $0.replacingOccurrences(of: "\n", with: "\r\n") },
        Dialect(testDescription: "full-width commas") { $0.replacingOccurrences(of: ",", with: "，") },
        Dialect(testDescription: "a byte order mark") { "\u{FEFF}" + $0 },
        Dialect(testDescription: "no zone, which the eastings carry") {
            $0.replacingOccurrences(of: "带号=35\n", with: "")
        },
        Dialect(testDescription: "counts without the repeated points") {
            $0.replacingOccurrences(of: "5,0.6", with: "4,0.6").replacingOccurrences(
                of: "10,0.51", with: "8,0.51")
        },
        Dialect(testDescription: "no ring numbers in a parcel of one ring") { text in
            text.split(separator: "\n").map { line in
                line.contains("3267") ? line.replacingOccurrences(of: ",1,", with: ",") : String(line)
            }.joined(separator: "\n")
        },
    ]

    @Test(arguments: dialects)
    func dialectsAreTheSameParcels(_ dialect: Dialect) throws {
        let plain = try read(Self.text)
        let read = try read(dialect.change(Self.text))
        #expect(read.parcels == plain.parcels)
        #expect(try read.frame() == (try plain.frame()))
    }

    @Test func gb18030IsReadAsWell() throws {
        var bytes: [UInt8] = []
        var encoder = try TextEncoder(.gb18030)
        try encoder.append(Self.text, to: &bytes)
        #expect(BoundaryTextReader.isBoundaryText(bytes[...]))
        #expect(try BoundaryTextReader.read(bytes).parcels == (try read(Self.text)).parcels)
    }

    @Test func ringsThatDoNotRepeatTheirFirstPointAreClosedAndItIsSaid() throws {
        let open = Self.text.replacingOccurrences(of: "J1,1,3267643.661,35628945.812\n10", with: "10")
            .replacingOccurrences(of: "5,0.6", with: "4,0.6")
        let read = try read(open)
        #expect(read.parcels == (try self.read(Self.text)).parcels)
        #expect(read.notes.map(\.code) == ["rings_closed"])
    }

    struct Bad: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let code: String
        let from: String
        let to: String
    }

    static let bad: [Bad] = [
        Bad(testDescription: "a count too high", code: "wrong_point_count", from: "5,0.6", to: "7,0.6"),
        Bad(
            testDescription: "X and Y exchanged", code: "swapped_axes", from: "3267643.661,35628945.812",
            to: "35628945.812,3267643.661"),
        Bad(
            testDescription: "letters for a number", code: "bad_coordinate", from: "3267703.661",
            to: "32677O3.661"),
        Bad(testDescription: "another zone stated", code: "zones_differ", from: "带号=35", to: "带号=36"),
        Bad(testDescription: "Xi'an 80", code: "refused_frame", from: "2000国家大地坐标系", to: "1980西安坐标系"),
        Bad(testDescription: "a zone of the other width", code: "no_such_zone", from: "几度分带=3", to: "几度分带=6"),
        Bad(testDescription: "no parcel", code: "empty_input", from: "[地块坐标]", to: "[别的]"),
    ]

    @Test(arguments: bad)
    func mistakesAreNamed(_ bad: Bad) throws {
        let text = Self.text.replacingOccurrences(of: bad.from, with: bad.to)
        let error = try exchangeError { _ = try read(text).frame() }
        #expect(error.code == bad.code, "\(error)")
        #expect(error.kind == .badData)
    }

    @Test func eastingsWithoutZoneNeedOneStated() throws {
        let text = Self.text.replacingOccurrences(of: ",356", with: ",6")
        #expect(try read(text).frame() == (try .epsg(4544)))
        let without = text.replacingOccurrences(of: "带号=35\n", with: "")
        let error = try exchangeError { _ = try read(without).frame() }
        #expect(error.code == "zone_unstated")
    }

    /// A text written and read again is the same parcels to half a millimetre.
    @Test(arguments: [4523, 4544, 4496], [ExchangeOptions.Encoding.utf8, .gb18030])
    func aTextWrittenAndReadIsTheSameParcels(_ code: Int, _ encoding: ExchangeOptions.Encoding) throws {
        var random = SeededGenerator(seed: 11)
        let frame = try ReferenceFrame.epsg(code)
        let origin = try Projector(frame).fromWGS84(Point(x: 106.33, y: 29.52))
        let parcels = try (0..<30).map { index in
            func ring(_ count: Int, radius: Double) throws -> Ring {
                var points = (0..<count).map { step in
                    let angle = Double(step) / Double(count) * 2 * Double.pi
                    let reach = radius * Double.random(in: 0.8...1.2, using: &random)
                    return Point(
                        x: origin.x + Double(index) * 1000 + reach * cos(angle),
                        y: origin.y + reach * sin(angle))
                }
                points.append(points[0])
                return try Ring(points)
            }
            let holes = index.isMultiple(of: 3) ? [try ring(5, radius: 20)] : []
            return BoundaryParcel(
                number: "D\(index)", name: "地块\(index)号", use: "工业用地", category: "0601", hectares: 1.25,
                geometry: .polygon(Polygon(exterior: try ring(9, radius: 100), holes: holes)))
        }
        let date = try #require(CalendarDate("2026-11-21"))
        let writer = try #require(BoundaryTextWriter(frame: frame, date: date, encoding: encoding))
        let read = try BoundaryTextReader.read(try writer.bytes(parcels))
        #expect(try read.frame() == frame)
        #expect(read.parcels.count == parcels.count)
        for (given, found) in zip(parcels, read.parcels) {
            #expect(
                (given.number, given.name, given.use, given.category) == (
                    found.number, found.name, found.use, found.category
                ))
            #expect(found.hectares == given.hectares)
            let pairs = zip(given.geometry.vertices, found.geometry.vertices)
            #expect(given.geometry.vertices.count == found.geometry.vertices.count)
            #expect(pairs.allSatisfy { abs($0.x - $1.x) <= 0.0005001 && abs($0.y - $1.y) <= 0.0005001 })
        }
        #expect(BoundaryTextWriter(frame: .wgs84, date: date) == nil)
    }
}
