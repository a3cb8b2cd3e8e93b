import PlanarGeometry
import Planning
import Projection
import TestSupport
import Testing
import Wording

@testable import Siting

@Suite struct CandidateReaderTests {
    @Test func aPointInWKTIsThePositionItWouldBeInColumns() throws {
        let reader = CandidateReader(frame: .wgs84)
        let one = try reader.candidate(CandidateText(place: .wkt("POINT(106.33 29.52)")))
        let other = try reader.candidate(
            CandidateText(place: .position(.pair("106.33", "29.52", order: .eastingFirst))))
        #expect(one.place == other.place)
    }

    @Test func aShapeComesInItsOwnFrame() throws {
        let reader = CandidateReader()
        let text = CandidateText(
            place: .wkt("POLYGON((628000 3267000,628200 3267000,628200 3267200,628000 3267000))"),
            frame: "epsg:4544", accuracy: "0.5km")
        let candidate = try reader.candidate(text)
        guard case .parcel(let parcel) = candidate.place else {
            Issue.record("no parcel")
            return
        }
        #expect(parcel.frame.identifier == "epsg:4544" && parcel.accuracy == 500)
        let box = try #require(parcel.geometry.box)
        #expect(abs(box.centre.x - 106.32) < 0.05 && abs(box.centre.y - 29.5) < 0.1)
        #expect(!candidate.notes.contains { $0.code == "frame_assumed" })
    }

    /// The shape decides; a position beside it that lies elsewhere, or is none, is told and costs nothing.
    @Test(arguments: [
        ("106.305", "29.505", nil), ("106.3105", "29.505", nil), ("106.40", "29.60", "公里"),
        ("29.505", "106.305", "写反"), ("106.3150", "29.505", "米"),
    ])
    func aPositionBesideAShapeThatLiesElsewhereIsTold(_ first: String, _ second: String, _ said: String?)
        throws
    {
        let shape = "POLYGON((106.30 29.50,106.31 29.50,106.31 29.51,106.30 29.50))"
        let candidate = try CandidateReader(frame: .wgs84).candidate(
            CandidateText(place: .wkt(shape), beside: .pair(first, second, order: .eastingFirst)))
        let note = candidate.notes.first { $0.kind == .positionsDisagree }
        #expect((note == nil) == (said == nil))
        if let said { #expect(note?.text.zh.contains(said) == true, "\(note?.text.zh ?? "")") }
        let alone = try CandidateReader(frame: .wgs84).candidate(CandidateText(place: .wkt(shape)))
        #expect(candidate.place == alone.place)
    }

    @Test func aFrameNobodyStatedIsNoted() throws {
        let candidate = try CandidateReader().candidate(
            CandidateText(place: .wkt("POLYGON((106.30 29.50,106.31 29.50,106.31 29.51,106.30 29.50))")))
        #expect(candidate.notes.map(\.code) == ["frame_assumed"])
    }

    @Test(arguments: [
        ("POLYGON((106.30 29.50,106.31 29.51,106.31 29.50,106.30 29.51,106.30 29.50))", "invalid_geometry"),
        ("POLYGON EMPTY", "empty_geometry"),
        ("POLYGON((106.3 29.5,106.4 29.5,106.5 29.5,106.3 29.5))", "zero_area"),
        ("POLYGON((106.3 29.5,106.4 29.5", "invalid_wkt"), ("0103000000", "invalid_wkt"),
        ("LINESTRING(179 10,-179 11)", "crosses_antimeridian"), ("SRID=4490;POINT(1 2)", "srid_in_wkt"),
        ("POINT(29.52 106.33)", "swapped_lon_lat"), ("POINT(0 0)", "null_island"),
        ("POINT(106.33 29.52", "invalid_wkt"), ("POINT(106.33 29.52) 甲", "invalid_wkt"),
        (
            "POLYGON((106.33 29.52,106.33000001 29.52,106.33000001 29.52000001,106.33 29.52))",
            "area_below_least"
        ),
    ])
    func aShapeThatIsNoneNamesWhatIsWrong(_ wkt: String, _ code: String) throws {
        let error = try #require(throws: SiteError.self) {
            _ = try CandidateReader(frame: .wgs84).candidate(CandidateText(place: .wkt(wkt)))
        }
        #expect(error.code == code && error.part == .position)
    }

    @Test func nothingThatPlacesItIsAnErrorOfItsOwn() throws {
        let error = try #require(throws: SiteError.self) {
            _ = try CandidateReader().candidate(CandidateText(place: .missing))
        }
        #expect(error.code == "missing_geometry")
    }

    @Test func aRepairIsNoted() throws {
        let bow = "POLYGON((106.30 29.50,106.31 29.51,106.31 29.50,106.30 29.51,106.30 29.50))"
        let candidate = try CandidateReader(frame: .wgs84, makingValid: true).candidate(
            CandidateText(place: .wkt(bow)))
        #expect(candidate.notes.map(\.code) == ["made_valid"])
    }

    @Test func aNamedPlaceIsWhereTheTextPutsIt() throws {
        let gazetteer = try GeoDataFolder(path: Repository.geoData).gazetteer()
        let candidate = try CandidateReader(gazetteer: gazetteer).candidate(
            CandidateText(place: .position(.place("科学会堂"))))
        let found = try #require(try ShippedScreening.screened(candidate, ["in:金凤组团东部地区"]).findings.first)
        #expect(found.outcome == .met && found.basis == .text)
        #expect(found.sources.contains { $0.document == "002" && $0.line == 562 })
    }
}
