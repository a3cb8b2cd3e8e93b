import GeoJSON
import Planning
import TestSupport
import Testing
import Wording

@Suite struct LoadingTests {
    @Test func aFolderIsReadWhole() throws {
        let catalogue = try TinyGeoData().load()
        #expect(catalogue.documents.map(\.number) == ["渝府发〔2022〕12号", nil])
        #expect(catalogue.documents.map(\.date) == [CalendarDate("2022-02-01"), nil])
        #expect(catalogue.plans.map(\.id) == ["plan"])
        #expect(catalogue.context?.id == "context")
        let plan = try #require(catalogue.layout("plan"))
        #expect(plan.coverage?.zones == ["park"])
        #expect(plan.coverage?.notStated.map(\.zone) == ["hill"])
        #expect(plan.partitions.map(\.of) == [ZoneReference(layout: "context", zone: "park")])
        let day = try #require(CalendarDate("2026-01-01"))
        let edition = try #require(plan.edition(validOn: day))
        #expect(edition.zones.map(\.id) == ["a", "b", "c"])
        let child = try #require(edition.zone("b"))
        #expect(edition.path(to: child).map(\.id) == ["a", "b"])
        #expect(child.accuracy?.metres == 500)
        #expect(edition.zone("c")?.unlocatedReason == Bilingual(zh: "缺图", en: "no map"))
        #expect(edition.relations.map(\.kind) == [.within, .within])
        #expect(edition.relations[1].object == ZoneReference(layout: "context", zone: "park"))
    }

    /// The error of loading, which must name a file.
    private func error(_ data: TinyGeoData) throws -> GeoDataError {
        try #require(throws: GeoDataError.self) { try data.load() }
    }

    private func replacing(
        _ part: TinyGeoData.Part, _ old: String, _ new: String
    ) -> TinyGeoData {
        var data = TinyGeoData()
        precondition(data[part].contains(old), "nothing to change: \(old)")
        data[part] = data[part].replacing(old, with: new, maxReplacements: 1)
        return data
    }

    @Test(arguments: [
        "catalogue.json", "plan/e1/zones.geojson", "plan/e1/relations.json", "context/e1/zones.geojson",
    ])
    func aFileThatIsNotThereIsNamed(_ file: String) throws {
        let error = try error(TinyGeoData(missing: [file]))
        guard case .unreadable(let path, let reason) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(path.hasSuffix(file))
        #expect(reason?.text.zh == "文件或目录不存在")
        #expect(error.message.zh.contains("文件或目录不存在") && error.message.en.contains("No such file"))
        #expect(error.remedy.en.contains("--geodata"))
    }

    @Test func aFileThatIsNoJSONIsNamedWithThePlace() throws {
        let error = try error(replacing(.catalogue, #""kind":"plan""#, #""kind":"plan"#))
        #expect(error.file.hasSuffix("catalogue.json"))
        #expect(error.code == "invalid_json")
        #expect(error.message.en.contains("line "))
    }

    @Test(arguments: [
        (TinyGeoData.Part.catalogue, #""kind":"plan""#, #""kind":"map""#, "unknown_value", "plan"),
        (
            TinyGeoData.Part.catalogue, #""rank":"district""#, #""rank":"village""#, "unknown_value",
            "district"
        ),
        (TinyGeoData.Part.catalogue, "2022-02-01", "2022-02-30", "invalid_date", "YYYY-MM-DD"),
        (
            TinyGeoData.Part.catalogue, #""schema_version":1"#, #""schema_version":2"#, "unsupported_schema",
            "1"
        ),
        (TinyGeoData.Part.catalogue, #""name_en":"Plan","#, "", "missing_member", "name_en"),
        (TinyGeoData.Part.zones, #""role":"area""#, #""role":"region""#, "unknown_value", "area"),
        (TinyGeoData.Part.zones, #""id":"a","#, "", "missing_member", "id"),
        (TinyGeoData.Part.zones, #""id":"a","#, #""id":"a,b","#, "malformed_id", "a,b"),
        (TinyGeoData.Part.zones, "[106,30],[106,29]]", "[106,30]]", "unclosed_ring", "106"),
        (
            TinyGeoData.Part.zones, "[106,30],[106,29]]", "[29,106],[106,29]]", "position_out_of_range",
            "longitude"
        ),
        (
            TinyGeoData.Part.zones, TinyGeoData.square, #"{"type":"Point","coordinates":[106,29]}"#,
            "area_without_polygon", "Polygon"
        ),
        (TinyGeoData.Part.relations, #""within""#, #""inside""#, "unknown_value", "within"),
        (TinyGeoData.Part.relations, #""line":7"#, #""line":"7""#, "wrong_type", ""),
    ])
    func aValueTheSchemaDoesNotKnowIsMalformed(
        _ part: TinyGeoData.Part, _ old: String, _ new: String, _ code: String,
        _ word: String
    ) throws {
        let error = try error(replacing(part, old, new))
        switch error {
        case .malformed(let file, let reason), .malformedZone(let file, _, let reason):
            #expect(file.hasSuffix(".json") || file.hasSuffix(".geojson"))
            #expect(reason.code == code)
        default: Issue.record("\(error)")
        }
        #expect(error.code == code)
        let told = error.message.en + error.remedy.en
        #expect(word.isEmpty || told.contains(word), "\(told)")
        #expect(!error.message.zh.isEmpty && !error.remedy.zh.isEmpty)
    }

    @Test func idsThatOccurTwice() throws {
        #expect(try error(replacing(.zones, #""id":"b""#, #""id":"a""#)).code == "duplicate_id")
        #expect(try error(replacing(.catalogue, #""id":"D2""#, #""id":"D1""#)).code == "duplicate_id")
        #expect(
            try error(replacing(.catalogue, #"{"id":"context""#, #"{"id":"plan""#)).code == "duplicate_id")
    }

    @Test(arguments: [
        (TinyGeoData.Part.zones, #""parent":"a""#, #""parent":"x""#, "zones.geojson", "parent"),
        (TinyGeoData.Part.zones, #""document":"D1""#, #""document":"x""#, "zones.geojson", "document"),
        (TinyGeoData.Part.zones, #""layout":"plan""#, #""layout":"x""#, "zones.geojson", "layout"),
        (
            TinyGeoData.Part.zones, #""counterpart":null"#, #""counterpart":{"layout":"context","zone":"x"}"#,
            "zones.geojson", "counterpart"
        ),
        (TinyGeoData.Part.relations, #""object":"a""#, #""object":"x""#, "relations.json", "relation"),
        (TinyGeoData.Part.relations, #""document":"D2""#, #""document":"x""#, "relations.json", "document"),
        (TinyGeoData.Part.catalogue, #""zones":["park"]"#, #""zones":["x"]"#, "catalogue.json", "coverage"),
        (TinyGeoData.Part.catalogue, #"{"zone":"hill""#, #"{"zone":"x""#, "catalogue.json", "coverage"),
        (TinyGeoData.Part.catalogue, #""members":["a"]"#, #""members":["x"]"#, "catalogue.json", "partition"),
        (
            TinyGeoData.Part.catalogue, #""of":"context/park""#, #""of":"context/x""#, "catalogue.json",
            "partition"
        ),
        (
            TinyGeoData.Part.catalogue, #""documents":["D1"]"#, #""documents":["x"]"#, "catalogue.json",
            "document"
        ),
    ])
    func aReferenceToNothingIsNamedWithTheFileItStandsIn(
        _ part: TinyGeoData.Part, _ old: String, _ new: String, _ file: String,
        _ what: String
    ) throws {
        let error = try error(replacing(part, old, new))
        #expect(error.code == "unknown_reference")
        #expect(error.file.hasSuffix(file))
        #expect(error.message.en.contains(what))
        #expect(error.message.en.contains("x\""), "\(error.message.en)")
    }

    @Test func parentsInACircle() throws {
        let error = try error(replacing(.zones, #""parent":null"#, #""parent":"b""#))
        #expect(error.code == "parent_cycle")
        let own = try self.error(replacing(.zones, #""parent":null"#, #""parent":"a""#))
        #expect(own.code == "parent_cycle")
    }

    @Test func aZoneIsDrawnWithItsAccuracyOrSaysWhyNot() throws {
        #expect(try error(replacing(.zones, TinyGeoData.square, "null")).code == "location_unclear")
        #expect(
            try error(
                replacing(
                    .zones, #""accuracy_m":500"#,
                    #""unlocated_reason_zh":"x","unlocated_reason_en":"x","accuracy_m":500"#)
            ).code
                == "location_unclear")
        for accuracy in ["null", "0", "-1"] {
            let error = try error(replacing(.zones, #""accuracy_m":500"#, #""accuracy_m":\#(accuracy)"#))
            #expect(error == .accuracyMissing(file: error.file, id: "a"))
        }
    }
}
