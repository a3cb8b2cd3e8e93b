import PlanarGeometry
import Planning
import Siting
import TestSupport
import Testing
import Wording

@testable import Presenting

/// A printed assessment stays on one sheet of A4, by the number of its lines, and says what it leaves out.
@Suite struct AssessmentSheetTests {
    private static func sheets(_ language: Language) throws -> [AssessmentSheet] {
        let folder = GeoDataFolder(path: Repository.geoData)
        let catalogue = try folder.catalogue()
        let assessor = try Assessor(
            catalogue, try folder.activities(in: catalogue),
            unchecked: try folder.uncheckedItems(in: catalogue),
            asOf: try #require(CalendarDate("2026-11-21")))
        var sheets: [AssessmentSheet] = []
        // From half a kilometre to ten, over places where every layout has zones.
        for (longitude, latitude, degrees) in [
            (106.33, 29.52, 0.003), (106.335, 29.545, 0.01), (106.375, 29.575, 0.01), (106.31, 29.60, 0.01),
            (106.40, 29.56, 0.01), (106.36, 29.56, 0.05), (106.45, 29.58, 0.02),
        ] {
            let ring = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
                Point(x: longitude + $0.0 * degrees, y: latitude + $0.1 * degrees)
            }
            let parcel = try ParcelReader(accuracy: 5).parcel(.polygon(Polygon(exterior: try Ring(ring))))
            for activity in [nil, "集成电路设计", "生物医药与新能源汽车制造"] {
                let assessment = try assessor.assess(AssessedSite(parcel), activity: activity)
                let row = AssessedRow(
                    label: "地块", id: "A-1", name: String(repeating: "很长的地块名称", count: 8),
                    outcome: .success(assessment))
                sheets.append(AssessmentSheet(row, catalogue: catalogue, language: language))
            }
        }
        return sheets
    }

    @Test(arguments: Language.allCases) func aSheetHasNoMoreLinesThanPaperHas(_ language: Language) throws {
        var cuts = 0
        for sheet in try Self.sheets(language) {
            #expect(sheet.linesLeft >= 0, "\(sheet.heading): \(sheet.linesLeft)")
            #expect(sheet.placements.allSatisfy { !$0.zones.isEmpty })
            // Where none has room, their rules are named.
            #expect(!sheet.flags.isEmpty || sheet.flagsCut != nil)
            for cut in [
                sheet.placementsCut, sheet.functionsCut, sheet.comparisonsCut, sheet.flagsCut,
                sheet.quotesCut,
            ].compactMap(\.self) {
                cuts += 1
                #expect(cut.contains("JSON"))
            }
        }
        #expect(cuts > 10)
    }

    @Test(arguments: Language.allCases) func everySectionHasAPartOfTheSheet(_ language: Language) throws {
        let folder = GeoDataFolder(path: Repository.geoData)
        let catalogue = try folder.catalogue()
        let assessor = try Assessor(
            catalogue, try folder.activities(in: catalogue),
            unchecked: try folder.uncheckedItems(in: catalogue),
            asOf: try #require(CalendarDate("2026-11-21")))
        // Four square kilometres across zones of two layouts, under a map.
        let parcel = try ParcelReader().parcel(
            wkt: "POLYGON((106.325 29.505,106.3456 29.505,106.3456 29.523,106.325 29.523,106.325 29.505))")
        for activity in [nil, "集成电路设计"] {
            let assessment = try assessor.assess(AssessedSite(parcel), activity: activity)
            let row = AssessedRow(label: "地块", id: "A-1", name: nil, outcome: .success(assessment))
            let sheet = AssessmentSheet(row, map: "<svg/>", catalogue: catalogue, language: language)
            #expect(sheet.linesLeft >= 0)
            // The summary above names every layout; a table that has no room for one says so.
            #expect(sheet.placements.count == 2 || sheet.placementsCut != nil)
            #expect(sheet.placements.flatMap(\.zones).count >= 2)
            #expect(!sheet.functions.isEmpty && !sheet.flags.isEmpty && !sheet.quotes.isEmpty)
            #expect(sheet.comparisons.contains { !$0.assignments.isEmpty } == (activity != nil))
        }
    }

    @Test func whatIsLeftOutIsCounted() {
        var room = PaperRoom(typeSize: 8.4)
        room.take(room.left - 8)
        let (kept, cut) = room.take(Array(0..<20)) { _ in 1 }
        #expect(kept == Array(0..<7) && cut == 13)
        #expect(abs(room.left) < 1e-9)
        room.take(-4)
        #expect(room.take([1, 2], keeping: 2) { _ in 1 }.cut == 0)
        #expect(room.take([1, 2], keeping: 2) { _ in 1 }.cut == 2)
    }

    @Test func aChineseLetterTakesTheRoomOfTwo() {
        let room = PaperRoom(typeSize: 8.4)
        #expect(room.lines(String(repeating: "科", count: 125)) == 3)
        #expect(room.lines(String(repeating: "a", count: 100)) == 1)
        #expect(room.lines("") == 1)
        #expect(room.lines(String(repeating: "科", count: 40), of: 0.5) == 2)
    }

    @Test func smallerTypeHasMoreRoom() {
        let rooms = PaperRoom.typeSizes.map { PaperRoom(typeSize: $0) }
        #expect(rooms.map(\.left) == rooms.map(\.left).sorted() && rooms.count == 4)
        let text = String(repeating: "科", count: 124)
        #expect(rooms[3].lines(text) <= rooms[0].lines(text))
    }
}
