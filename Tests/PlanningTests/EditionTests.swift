import Planning
import TestSupport
import Testing
import Wording

/// Several editions of one layout: the day decides which is valid, the day of recording which of several counts.
@Suite struct EditionTests {
    /// The plan layout of a folder whose editions are as listed: id, valid from, valid to, recorded on.
    private func plan(_ editions: [(id: String, from: String, to: String?, recorded: String)]) throws
        -> Layout
    {
        var data = TinyGeoData()
        let list = editions.map { edition in
            let to = edition.to.map { "\"\($0)\"" } ?? "null"
            return """
                {"id":"\(edition.id)","valid_from":"\(edition.from)","valid_to":\(to),
                 "recorded_on":"\(edition.recorded)","name_zh":"版","name_en":"Edition"}
                """
        }
        let start = try #require(data.catalogue.firstRange(of: "\"editions\":["))
        let end = try #require(data.catalogue[start.upperBound...].firstIndex(of: "]"))
        data.catalogue.replaceSubrange(start.upperBound..<end, with: list.joined(separator: ","))
        let folder = try TemporaryFolder()
        try folder.write("catalogue.json", data.catalogue)
        try folder.write("context/e1/zones.geojson", data.context)
        try folder.write("context/e1/relations.json", #"{"relations":[]}"#)
        for edition in editions {
            try folder.write("plan/\(edition.id)/zones.geojson", data.zones)
            try folder.write("plan/\(edition.id)/relations.json", data.relations)
        }
        let catalogue = try withExtendedLifetime(folder) { try GeoDataFolder(path: folder.path).catalogue() }
        return try #require(catalogue.layout("plan"))
    }

    private func id(_ layout: Layout, on day: String) throws -> String? {
        layout.edition(validOn: try #require(CalendarDate(day)))?.id
    }

    @Test func anEditionIsValidFromItsFirstDayUpToItsEnd() throws {
        let layout = try plan([
            ("e1", "2021-01-01", "2024-07-01", "2021-01-01"), ("e2", "2024-07-01", nil, "2024-07-01"),
        ])
        #expect(try id(layout, on: "2020-12-31") == nil)
        #expect(try id(layout, on: "2021-01-01") == "e1")
        #expect(try id(layout, on: "2024-06-30") == "e1")
        #expect(try id(layout, on: "2024-07-01") == "e2")
        #expect(try id(layout, on: "2999-01-01") == "e2")
    }

    @Test func ofSeveralTheOneRecordedLastCounts() throws {
        let layout = try plan([
            ("e1", "2021-01-01", nil, "2026-03-01"), ("e2", "2021-01-01", nil, "2025-01-01"),
            ("e3", "2021-01-01", "2022-01-01", "2026-09-01"),
        ])
        #expect(try id(layout, on: "2021-06-01") == "e3")
        #expect(try id(layout, on: "2023-01-01") == "e1")
    }

    @Test func ofTwoRecordedOnOneDayTheLaterInTheCatalogueCounts() throws {
        let layout = try plan([
            ("e1", "2021-01-01", nil, "2026-03-01"), ("e2", "2021-01-01", nil, "2026-03-01"),
        ])
        #expect(try id(layout, on: "2023-01-01") == "e2")
    }

    @Test func betweenTwoEditionsThereMayBeNone() throws {
        let layout = try plan([
            ("e1", "2021-01-01", "2022-01-01", "2021-01-01"), ("e2", "2023-01-01", nil, "2023-01-01"),
        ])
        #expect(try id(layout, on: "2022-06-01") == nil)
    }

    @Test func anEditionListedWithoutItsFilesIsMissed() throws {
        var data = TinyGeoData()
        data.catalogue = data.catalogue.replacing(#""id":"e1""#, with: #""id":"e9""#, maxReplacements: 1)
        let error = try #require(throws: GeoDataError.self) { try data.load() }
        #expect(error.file.hasSuffix("plan/e9/zones.geojson"))
    }
}
