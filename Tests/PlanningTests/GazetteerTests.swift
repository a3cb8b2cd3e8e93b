import Planning
import TestSupport
import Testing
import Wording

@Suite struct GazetteerTests {
    private func place(_ name: String) throws -> NamedPlace {
        try TinyGeoData().gazetteer().place(named: name)
    }

    @Test(arguments: ["白市驿", "白市驿镇", "老白", "Baishiyi", "BAISHIYI", "ｂaishiyi", " 白 市 驿 ", "白市驿　"])
    func aNameOrAliasInFullGoesBeforeAPart(_ name: String) throws {
        #expect(try place(name).name.zh == "白市驿")
    }

    @Test func aPartIsEnoughWhereItMeansOne() throws {
        #expect(try place("中学").name.zh == "白市驿中学")
        #expect(try place("school").name.zh == "白市驿中学")
        let found = try place("老白")
        #expect(found.position == LonLat(longitude: 106.36639, latitude: 29.48517))
        #expect(found.accuracy == 1700)
        #expect(found.origin == Bilingual(zh: "公交站", en: "bus stop"))
    }

    @Test func severalPlacesAreListed() throws {
        let error = try #require(throws: PlaceError.self) { try place("白市") }
        guard case .ambiguous(_, let candidates) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(candidates.map(\.name.zh) == ["白市驿", "白市驿中学"])
        #expect(error.message.zh.contains("白市驿、白市驿中学"))
    }

    @Test func aPlaceWithoutAPositionSaysWhy() throws {
        let error = try #require(throws: PlaceError.self) { try place("青木湖") }
        #expect(error.code == "unlocated_place")
        #expect(error.message.zh.contains("来源不载"))
        #expect(error.message.en.contains("in no source"))
    }

    @Test(arguments: ["", " ", "火星", "·-"]) func whatNobodyKnowsIsUnknown(_ name: String) throws {
        let error = try #require(throws: PlaceError.self) { try place(name) }
        #expect(error.code == "unknown_place")
        #expect(!error.remedy.zh.isEmpty && !error.remedy.en.isEmpty)
    }

    @Test func aSlipOfOneCharacterIsSuggested() throws {
        let error = try #require(throws: PlaceError.self) { try place("白市译") }
        #expect(error.remedy.zh.contains("白市驿"))
    }

    @Test(arguments: [
        ("106.36639", "abc"), ("106.36639", ""), ("106.36639", "NaN"), ("106.36639", "206"), ("1700", "-5"),
        ("1700", ""),
        ("1700", "inf"), ("\n白市驿,", "\n,"),
    ])
    func aRowThatIsNotAsTheHeaderSaysIsNamed(_ old: String, _ new: String) throws {
        var data = TinyGeoData()
        data.places = data.places.replacing(old, with: new, maxReplacements: 1)
        let error = try #require(throws: GeoDataError.self) { try data.gazetteer() }
        #expect(error.code == "geodata_malformed_row")
        #expect(error.file.hasSuffix("control-points.csv"))
        #expect(error.message.en.contains("line 2"))
    }

    @Test func aTableThatIsBrokenIsNamed() throws {
        var data = TinyGeoData()
        data.places = data.places.replacing("老白,township", with: "老白")
        let error = try #require(throws: GeoDataError.self) { try data.gazetteer() }
        #expect(error.code == "wrong_column_count")
        data.places = ""
        #expect(try #require(throws: GeoDataError.self) { try data.gazetteer() }.code == "empty_input")
        #expect(
            try #require(throws: GeoDataError.self) {
                try TinyGeoData(missing: ["control-points.csv"]).gazetteer()
            }.code == "geodata_unreadable")
    }

    @Test func theShippedPlacesAreAllWithinReach() throws {
        let places = try GeoDataFolder(path: Repository.geoData).gazetteer().places
        #expect(places.count > 50)
        for place in places {
            #expect(!place.name.zh.isEmpty && !place.name.en.isEmpty)
            #expect(!place.origin.zh.isEmpty && !place.origin.en.isEmpty, "\(place.name.zh)")
            guard let position = place.position else {
                #expect(place.note != nil, "\(place.name.zh)")
                continue
            }
            #expect((106.0...107.0).contains(position.longitude) && (29.0...30.0).contains(position.latitude))
            #expect(try #require(place.accuracy) > 0)
        }
    }

    @Test func everyShippedPlaceIsFoundByItsOwnName() throws {
        let gazetteer = try GeoDataFolder(path: Repository.geoData).gazetteer()
        for place in gazetteer.places where place.position != nil {
            #expect(try gazetteer.place(named: place.name.zh) == place)
            for alias in place.aliases { #expect(try gazetteer.place(named: alias) == place, "\(alias)") }
        }
    }
}
