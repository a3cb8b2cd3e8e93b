import MapDrawing
import PlanarGeometry
import Planning
import Siting
import Testing
import Wording

@Suite struct RefusedSheetTests {
    @Test(arguments: [
        ("a3", 420.0, 297.0), ("A4", 297, 210), ("a3-portrait", 297, 420), ("16:9", 338.667, 190.5),
        ("600x400mm", 600, 400), ("600 × 400", 600, 400),
    ])
    func sizesAreRead(_ text: String, _ width: Double, _ height: Double) throws {
        let size = try PaperSize(parsing: text)
        #expect(size.width == width && size.height == height)
    }

    @Test(arguments: [
        ("a9", "unknown_paper_size"), ("", "unknown_paper_size"), ("400", "unknown_paper_size"),
        ("nan x inf", "unknown_paper_size"), ("10x10mm", "paper_size_out_of_range"),
        ("5000x4000", "paper_size_out_of_range"), ("2000x200", "paper_size_out_of_range"),
        ("-400x300", "paper_size_out_of_range"),
    ])
    func otherSizesAreRefused(_ text: String, _ code: String) {
        #expect(throws: MapError.self) { try PaperSize(parsing: text) }
        do { _ = try PaperSize(parsing: text) } catch { #expect(error.code == code) }
    }

    @Test(arguments: [
        (0.0, "resolution_out_of_range"), (-1, "resolution_out_of_range"), (.nan, "resolution_out_of_range"),
        (.infinity, "resolution_out_of_range"), (5000, "resolution_out_of_range"), (1200, "too_many_pixels"),
    ])
    func absurdResolutionsAreRefusedBeforeAnythingIsDrawn(_ dpi: Double, _ code: String) throws {
        let drafter = try ShippedMaps.drafter()
        do {
            _ = try drafter.draw(MapSheet(layouts: [ShippedMaps.five]), as: .png, dotsPerInch: dpi)
            Issue.record("drawn at \(dpi)")
        } catch { #expect(error.code == code) }
    }

    @Test(arguments: [0, -5, 10, 100_000_000]) func absurdScalesAreRefused(_ denominator: Int) throws {
        var sheet = MapSheet(layouts: [ShippedMaps.five])
        sheet.denominator = denominator
        let asked = sheet
        let drafter = try ShippedMaps.drafter()
        #expect(throws: MapError.scaleOutOfRange(denominator)) { try drafter.draw(asked, as: .pdf) }
    }

    @Test func aDayBeforeAllEditionsHasNoMap() throws {
        let shipped = try ShippedMaps.drafter()
        let day = try #require(CalendarDate("1999-01-01"))
        let early = MapDrafter(shipped.catalogue, asOf: day)
        #expect(throws: MapError.noEdition(layout: ShippedMaps.five, day)) {
            try early.draw(MapSheet(layouts: [ShippedMaps.five]), as: .svg)
        }
    }

    @Test(arguments: [MapFormat.png, .pdf])
    func aSheetNobodyWaitsForIsNotDrawnOn(_ format: MapFormat) throws {
        let drafter = try ShippedMaps.drafter()
        let sheet = MapSheet(layouts: [ShippedMaps.five])
        var steps = 0
        _ = try drafter.draw(sheet, as: format, dotsPerInch: 36) {
            steps += 1
            return true
        }
        // Left before anything is drafted, in the midst of the marks, and before the file is made.
        for last in [1, steps / 2, steps] {
            var asked = 0
            #expect(throws: MapError.abandoned) {
                _ = try drafter.draw(sheet, as: format, dotsPerInch: 36) {
                    asked += 1
                    return asked < last
                }
            }
            #expect(asked == last)
        }
    }

    @Test func aLayoutOfNoCatalogueHasNoMap() throws {
        let drafter = try ShippedMaps.drafter()
        #expect(throws: MapError.self) { try drafter.draw(MapSheet(layouts: ["atlantis"]), as: .svg) }
    }

    @Test func aSiteJustBesideTheLayoutWidensTheMap() throws {
        var sheet = MapSheet(layouts: [ShippedMaps.five])
        sheet.site = ShippedMaps.position(106.33, 29.47)
        let map = try ShippedMaps.drafter().draw(sheet, as: .svg)
        #expect(map.notes.isEmpty)
        #expect(map.labels.contains { $0.id == "site" })
        #expect(map.legend.contains { $0.sign == .position })
    }

    @Test(arguments: [(104.07, 30.67), (106.9, 29.9)])
    func aSiteFarOffIsSaidToBe(_ longitude: Double, _ latitude: Double) throws {
        var sheet = MapSheet(layouts: [ShippedMaps.five])
        sheet.site = ShippedMaps.position(longitude, latitude)
        let map = try ShippedMaps.drafter().draw(sheet, as: .svg)
        #expect(map.notes.map(\.code) == ["site_beyond_sheet"])
        let plain = try ShippedMaps.plain([ShippedMaps.five])
        #expect(map.denominator == plain.denominator)
    }
}
