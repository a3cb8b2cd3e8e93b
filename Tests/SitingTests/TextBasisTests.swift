import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

/// Text beats geometry: a named place is in the zone a document puts it in, whatever the drawing says.
@Suite struct TextBasisTests {
    typealias Data = SyntheticGeoData

    /// A hall the text puts in the east of a group, and a site that is this hall.
    private func answer(at longitude: Double, accuracy: Double = 0, kind: String = "within") throws
        -> LayoutAnswer
    {
        let relation =
            kind == "within" ? Data.Relation("hall", "within", "east") : Data.Relation("east", kind, "hall")
        var data = Data(
            .init(
                "plan", .init("group", Data.rectangle(106.2, 29.3, 106.6, 29.7)),
                .init("west", Data.rectangle(106.2, 29.3, 106.4, 29.7), parent: "group"),
                .init("east", Data.rectangle(106.4, 29.3, 106.6, 29.7), parent: "group"),
                .init("hall", Data.point(longitude, 29.5), parent: "east", role: "place"),
                relations: [relation]))
        data.places = [
            .init(name: "会堂", position: (longitude, 29.5), uncertainty: accuracy, zone: "plan/hall")
        ]
        let answer = try data.inFolder { path in
            let folder = GeoDataFolder(path: path)
            let hall = try #require(Site(folder.gazetteer().place(named: "会堂")))
            return try Locator(folder.catalogue()).locate(hall)
        }
        return try #require(answer.layouts.first)
    }

    private func zone(_ id: String, in answer: LayoutAnswer) throws -> ZoneAnswer {
        try #require(answer.zones.first { $0.zone.id == id })
    }

    @Test(arguments: ["within", "contains"])
    func whereTheDrawingAgreesTheBasisIsBoth(kind: String) throws {
        let answer = try answer(at: 106.5, kind: kind)
        let east = try zone("east", in: answer)
        #expect(east.basis == .both && east.verdict == .inside && east.grade == .clearlyInside && east.covers)
        #expect(
            east.placedBy?.document == "D1" && east.placedBy?.quote.contains("within") == (kind == "within"))
        #expect(answer.deepest?.zone.id == "east" && answer.path == ["group", "east"])
        #expect(answer.notes.isEmpty)
    }

    @Test func whereTheDrawingIsUnsureTheTextDecides() throws {
        let answer = try answer(at: 106.399)
        let east = try zone("east", in: answer)
        #expect(east.basis == .text && east.verdict == .inside && !east.covers && east.holds)
        #expect((0.2...0.5).contains(east.probability))
        #expect(try zone("west", in: answer).basis == .geometry)
        #expect(answer.deepest?.zone.id == "east")
        #expect(answer.notes.isEmpty)
    }

    @Test func whereTheDrawingDeniesItTheTextStandsAndTheDrawingIsToBeMended() throws {
        let answer = try answer(at: 106.3)
        let east = try zone("east", in: answer)
        #expect(east.basis == .text && east.verdict == .inside && east.probability < 0.001)
        #expect(answer.deepest?.zone.id == "east")
        #expect(answer.notes.map(\.code) == ["text_against_drawing"])
    }

    @Test func withinTheZoneTheTextNamesTheDrawingNamesThePart() throws {
        var data = Data(
            .init(
                "plan", .init("group", Data.rectangle(106.2, 29.3, 106.6, 29.7)),
                .init("west", Data.rectangle(106.2, 29.3, 106.4, 29.7), parent: "group"),
                .init("other", Data.rectangle(106.2, 29.3, 106.4, 29.7)),
                .init("hall", Data.point(106.3, 29.5), role: "place"),
                relations: [.init("hall", "within", "group")]))
        data.places = [.init(name: "会堂", position: (106.3, 29.5), uncertainty: 0, zone: "plan/hall")]
        let answer = try data.inFolder { path in
            let folder = GeoDataFolder(path: path)
            let hall = try #require(Site(folder.gazetteer().place(named: "会堂")))
            return try Locator(folder.catalogue()).locate(hall)
        }
        let plan = try #require(answer.layouts.first)
        #expect(try zone("group", in: plan).basis == .both)
        // As likely as the other zone there, but a part of the one the text names.
        #expect(plan.deepest?.zone.id == "west" && plan.deepest?.basis == .geometry)
    }

    @Test func thePartIsInTheWholeByTheSameText() throws {
        let group = try zone("group", in: answer(at: 106.3))
        #expect(group.basis == .both)
        #expect(group.placedBy?.quote == "east在此")
    }

    @Test func theSamePositionWithoutTheNameIsJudgedByTheDrawing() throws {
        let shipped = GeoDataFolder(path: Repository.geoData)
        let place = try shipped.gazetteer().place(named: "科学会堂")
        let locator = try Locator(shipped.catalogue())
        let position = try #require(place.position)
        let named = try locator.locate(try #require(Site(place)))
        let unnamed = try locator.locate(Site(position, accuracy: place.accuracy ?? 0))
        let bases = [named, unnamed].map { $0.layouts.flatMap(\.zones).map(\.basis) }
        #expect(bases[0].contains(.text) || bases[0].contains(.both))
        #expect(bases[1].allSatisfy { $0 == .geometry })
    }
}
