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

    @Test func whatIsLeftOutIsCounted() {
        var room = PaperRoom()
        let (kept, cut) = room.take(Array(0..<20), atMost: 8) { _ in 1 }
        #expect(kept == Array(0..<7) && cut == 13)
        #expect(room.left == PaperRoom.lines - 8)
        #expect(room.take([1, 2], atMost: 2) { _ in 1 }.cut == 0)
    }

    @Test func aChineseLetterTakesTheRoomOfTwo() {
        #expect(PaperRoom.lines(String(repeating: "科", count: 125)) == 3)
        #expect(PaperRoom.lines(String(repeating: "a", count: 100)) == 1)
        #expect(PaperRoom.lines("") == 1)
    }
}
