import Foundation
import PlanarGeometry
import Planning
import Projection
import Testing
import Wording

@testable import Siting

@Suite struct ParcelReaderTests {
    /// A text that is no site, and the code that says why.
    struct Refusal: CustomTestStringConvertible {
        let testDescription: String
        let wkt: String
        let code: String
    }

    static let refusals = [
        Refusal(
            testDescription: "a bow-tie", wkt: "POLYGON((0 0,1 1,1 0,0 1,0 0))", code: "invalid_geometry"),
        Refusal(testDescription: "an empty polygon", wkt: "POLYGON EMPTY", code: "empty_geometry"),
        Refusal(
            testDescription: "an empty part", wkt: "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),EMPTY)",
            code: "empty_geometry"),
        Refusal(testDescription: "a flat ring", wkt: "POLYGON((0 0,1 1,2 2,0 0))", code: "zero_area"),
        Refusal(
            testDescription: "a ring flat but for rounding",
            wkt:
                "POLYGON((106.3 29.5,106.30000000000001 29.5,106.30000000000001 29.50000000000001,106.3 29.5))",
            code: "zero_area"),
        Refusal(testDescription: "a line of one place", wkt: "LINESTRING(1 1,1 1)", code: "zero_length"),
        Refusal(testDescription: "an open ring", wkt: "POLYGON((0 0,1 0,1 1,0 1))", code: "invalid_geometry"),
        Refusal(testDescription: "two corners", wkt: "POLYGON((0 0,1 0,0 0))", code: "invalid_geometry"),
        Refusal(
            testDescription: "an edge over the antimeridian",
            wkt: "POLYGON((179 10,-179 10,-179 11,179 11,179 10))",
            code: "crosses_antimeridian"),
        Refusal(
            testDescription: "points and lines", wkt: "GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,1 1))",
            code: "mixed_geometry"),
        Refusal(testDescription: "latitude first", wkt: "POINT(29.5 106.3)", code: "swapped_lon_lat"),
        Refusal(testDescription: "a number that is none", wkt: "POINT(1 nan)", code: "invalid_wkt"),
        Refusal(testDescription: "an endless number", wkt: "POINT(1 1e999)", code: "invalid_wkt"),
        Refusal(testDescription: "one number", wkt: "POINT(1)", code: "invalid_wkt"),
        Refusal(testDescription: "an unknown kind", wkt: "CIRCLE(1 1, 2)", code: "invalid_wkt"),
        Refusal(testDescription: "a tail", wkt: "POINT(1 1) x", code: "invalid_wkt"),
        Refusal(testDescription: "no end", wkt: "POLYGON((0 0,1 0,1 1,0 0)", code: "invalid_wkt"),
        Refusal(testDescription: "an SRID", wkt: "SRID=4326;POINT(1 1)", code: "srid_in_wkt"),
        Refusal(testDescription: "nothing", wkt: "", code: "invalid_wkt"),
        Refusal(
            testDescription: "collections in collections",
            wkt: String(repeating: "GEOMETRYCOLLECTION(", count: 5000) + "POINT(1 1)"
                + String(repeating: ")", count: 5000), code: "invalid_wkt"),
    ]

    @Test(arguments: [
        "POLYGON（（106.32 29.51，106.33 29.51，106.33 29.52，106.32 29.51））",
        "polygon ((106.32　29.51, 106.33 29.51，１０６．３３ 29.52, 106.32 29.51))",
        "地块A 的范围：POLYGON((106.32 29.51,106.33 29.51,106.33 29.52,106.32 29.51))",
        "地块（一期） = MULTIPOLYGON(((106.32 29.51,106.33 29.51,106.33 29.52,106.32 29.51)))",
    ]) func aShapeIsReadAsPeoplePasteIt(_ text: String) throws {
        let plain = try ParcelReader().parcel(
            wkt: "POLYGON((106.32 29.51,106.33 29.51,106.33 29.52,106.32 29.51))")
        #expect(try ParcelReader().parcel(wkt: text).geometry.polygons == plain.geometry.polygons)
    }

    @Test func aShapeWithXNorthIsTurnedAndThatIsNoted() throws {
        let reader = ParcelReader(frame: try ReferenceFrame(parsing: "epsg:4523"))
        let straight = try reader.parcel(
            wkt: "POLYGON((35629000 3265000,35629000 3266000,35630000 3266000,35629000 3265000))")
        let turned = try reader.parcel(
            wkt: "POLYGON((3265000 35629000,3266000 35629000,3266000 35630000,3265000 35629000))")
        #expect(turned.geometry == straight.geometry)
        #expect(turned.notes.contains { $0.code == "northing_first" })
        #expect(!straight.notes.contains { $0.code == "northing_first" })
        // Half of one order and half of the other is neither.
        let mixed = "POLYGON((3265000 35629000,35629000 3266000,35630000 3266000,3265000 35629000))"
        #expect(throws: ParcelError.self) { try reader.parcel(wkt: mixed) }
    }

    @Test(arguments: refusals) func whatIsNoSiteIsRefusedWithAReason(_ refusal: Refusal) {
        let error = #expect(throws: ParcelError.self) { try ParcelReader().parcel(wkt: refusal.wkt) }
        #expect(error?.code == refusal.code)
        #expect(error?.message.zh.isEmpty == false)
        #expect(error?.remedy.zh.isEmpty == false)
    }

    @Test func aMillionVerticesAreRefusedBeforeTheyAreKept() {
        let points = (0...1_000_000).map { "106.\($0) 29" }.joined(separator: ",")
        let error = #expect(throws: ParcelError.self) {
            try ParcelReader().parcel(wkt: "LINESTRING(\(points))")
        }
        #expect(error?.code == "too_many_vertices")
    }

    @Test(arguments: [
        "POINT(106.3 29.5)", "point z (106.3 29.5 250)", "MULTIPOINT((106.3 29.5),(106.4 29.5))",
        "MULTIPOINT(106.3 29.5,106.4 29.5)", "LINESTRING(106.3 29.5, 106.4 29.5)",
        "MULTILINESTRING((106.3 29.5,106.4 29.5),(106.3 29.6,106.4 29.6))",
        "POLYGON((106.3 29.5,106.4 29.5,106.4 29.6,106.3 29.5),(106.35 29.51,106.36 29.51,106.36 29.52,106.35 29.51))",
        "MULTIPOLYGON(((106.3 29.5,106.4 29.5,106.4 29.6,106.3 29.5)))",
        "GEOMETRYCOLLECTION(POLYGON((106.3 29.5,106.4 29.5,106.4 29.6,106.3 29.5)))",
    ])
    func everyKindOfShapeIsRead(_ wkt: String) throws {
        let parcel = try ParcelReader().parcel(wkt: wkt)
        #expect(parcel.geometry.vertices.allSatisfy { $0.x > 106 && $0.y > 29 && $0.y < 30 })
    }

    @Test func aBowTieBecomesTwoTrianglesWhereARepairIsAskedFor() throws {
        let parcel = try ParcelReader(makingValid: true).parcel(wkt: "POLYGON((0 0,1 1,1 0,0 1,0 0))")
        let repair = try #require(parcel.repair)
        #expect(repair.reason == "Self-intersection")
        #expect(repair.location == Point(x: 0.5, y: 0.5))
        #expect(repair.parts == Parcel.Repair.Change(before: 1, after: 2))
        #expect(parcel.geometry.polygons.count == 2)
    }

    @Test func overlappingPartsBecomeOneWhereARepairIsAskedFor() throws {
        let wkt = "MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((1 1,3 1,3 3,1 3,1 1)))"
        #expect(throws: ParcelError.self) { try ParcelReader().parcel(wkt: wkt) }
        let parcel = try ParcelReader(makingValid: true).parcel(wkt: wkt)
        #expect(parcel.geometry.polygons.count == 1)
        #expect(parcel.geometry.polygons[0].exterior.signedArea == 7)
    }

    @Test func aValidShapeIsNotTouchedByARepair() throws {
        let parcel = try ParcelReader(makingValid: true).parcel(wkt: "POLYGON((0 0,1 0,1 1,0 0))")
        #expect(parcel.repair == nil)
    }

    @Test func theSameParcelArrivesFromEveryFrame() throws {
        let degrees = [(106.33, 29.52), (106.34, 29.52), (106.34, 29.53), (106.33, 29.52)].map {
            Point(x: $0.0, y: $0.1)
        }
        for frame in [try ReferenceFrame.epsg(4544), .gcj02, .bd09, .cgcs2000] {
            let projector = try Projector(frame)
            var moved = degrees
            try projector.fromWGS84(inPlace: &moved)
            let given = Geometry.polygon(Polygon(exterior: try Ring(moved)))
            let parcel = try ParcelReader().parcel(given, frame: frame)
            for (found, wanted) in zip(parcel.geometry.vertices, degrees) {
                #expect(Geodesic().distance(found, wanted) < 0.002)
            }
        }
    }

    /// The frame says the meridian; the number before the easting may be there or not, as with a single position.
    @Test func aZoneNumberMayStandBeforeTheEastingsOrNot() throws {
        let plain = "POLYGON((628000 3267000,628600 3267000,628600 3267600,628000 3267600,628000 3267000))"
        let numbered = plain.replacingOccurrences(of: "628", with: "35628")
        let bare = try ParcelReader(frame: .epsg(4544)).parcel(wkt: plain)
        #expect(bare.notes.map(\.code) == ["frame_accuracy"])
        for (frame, wkt, code) in [
            (4544, numbered, "zone_number_removed"), (4523, plain, "zone_number_added"),
        ] {
            let parcel = try ParcelReader(frame: .epsg(frame)).parcel(wkt: wkt)
            #expect(parcel.notes.map(\.code) == ["frame_accuracy", code])
            for (one, other) in zip(parcel.geometry.vertices, bare.geometry.vertices) {
                #expect(Geodesic().distance(one, other) < 0.001)
            }
        }
        // The number of another strip is no accident to be mended.
        #expect(throws: ParcelError.self) {
            try ParcelReader(frame: .epsg(4544)).parcel(
                wkt: plain.replacingOccurrences(of: "628", with: "36628"))
        }
    }

    @Test func thePlaceOfADefectIsNamedInTheFrameGiven() throws {
        let wkt = "POLYGON((628000 3267000,629000 3268000,629000 3267000,628000 3268000,628000 3267000))"
        let reader = ParcelReader(frame: try .epsg(4544))
        let error = #expect(throws: ParcelError.self) { try reader.parcel(wkt: wkt) }
        #expect(error?.message.en.contains("628500.00, 3267500.00 (epsg:4544)") == true)
    }

    static let areas: [(String, Double)] = [
        ("50亩", 33_333.333_333_333_336), ("50 mu", 33_333.333_333_333_336), ("3.3公顷", 33_000.0),
        ("3.3ha", 33_000.0), ("１２００ m2", 1200.0), ("1.2 km²", 1_200_000.0), ("800平方米", 800.0),
        ("1,200.5亩", 1200.5 * 10_000 / 15), ("１，２００亩", 800_000), ("１２００亩", 800_000), ("1.2万平方米", 12_000),
        ("12,345,678 m2", 12_345_678),
    ]

    @Test(arguments: areas)
    func anAreaIsReadWithItsUnit(_ text: String, _ squareMetres: Double) throws {
        let area = try #require(StatedArea(text))
        #expect(abs(area.squareMetres - squareMetres) < 1e-6)
    }

    @Test(arguments: [
        "50", "-3亩", "0公顷", "亩", "12 km", "nan亩", "", "约50亩", "50亩左右", "40-50亩", "40～50亩", "12,34亩",
        "1,2345亩",
        ",200亩", "1,200,亩", "1.2,345亩", "万亩", "建筑面积5000平方米",
    ])
    func whatIsNoAreaIsNotRead(_ text: String) { #expect(StatedArea(text) == nil) }

    @Test(arguments: [("500m", 500.0), ("1.2 km", 1200.0), ("500米", 500.0), ("1.2公里", 1200.0), ("0m", 0.0)])
    func aDistanceIsReadWithItsUnit(_ text: String, _ metres: Double) {
        #expect(StatedDistance(text)?.metres == metres)
    }

    @Test(arguments: ["500", "-5m", "m", "5亩", "1e3m", ""])
    func aDistanceWithoutAUnitIsNotRead(_ text: String) { #expect(StatedDistance(text) == nil) }
}
