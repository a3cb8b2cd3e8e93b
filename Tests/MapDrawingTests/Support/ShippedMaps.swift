import MapDrawing
import PlanarGeometry
import Planning
import Projection
import Siting
import Synchronization
import TestSupport
import Testing
import Wording

/// Sheets of the shipped data, as of a fixed day.
enum ShippedMaps {
    static let day = CalendarDate("2026-11-21")

    /// The ids of the three plans.
    static let five = "jinfeng-five-zones"
    static let north = "north-middle-south"
    static let shapingba = "liang-cheng-liang-dai-liang-ping"

    private static let loaded = Result {
        let folder = GeoDataFolder(path: Repository.geoData)
        return MapDrafter(
            try folder.catalogue(), gazetteer: try folder.gazetteer(), asOf: day ?? CalendarDate.today())
    }

    /// The shipped data, read once.
    static func drafter() throws -> MapDrafter { try loaded.get() }

    private static let kept = Mutex<[String: DrawnMap]>([:])

    /// An A3 sheet in Chinese without a site, drawn once for all tests.
    static func plain(_ layouts: [String]) throws -> DrawnMap {
        let key = layouts.joined(separator: " ")
        if let map = kept.withLock({ $0[key] }) { return map }
        let map = try drafter().draw(MapSheet(layouts: layouts), as: .svg)
        kept.withLock { $0[key] = map }
        return map
    }

    /// A site at a position.
    static func position(_ longitude: Double, _ latitude: Double) -> MapSite {
        .position(Site(LonLat(longitude: longitude, latitude: latitude)))
    }

    /// A parcel of some 2.4 by 2.2 km at the south of the centre.
    static let square = "POLYGON((106.31 29.51,106.335 29.51,106.335 29.53,106.31 29.53,106.31 29.51))"
}

/// A sheet to be drawn, and what it is called in a report.
struct SheetCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let sheet: MapSheet

    init(
        _ description: String, _ layouts: [String], _ size: PaperSize, _ labels: LabelLanguage,
        site: MapSite? = nil
    ) {
        testDescription = description
        var sheet = MapSheet(layouts: layouts)
        sheet.size = size
        sheet.language = labels == .en ? .en : .zh
        sheet.labels = labels
        sheet.site = site
        self.sheet = sheet
    }

    private static let site = ShippedMaps.position(106.33, 29.52)

    /// A site called as projects are called.
    static let longNamed = MapSite.position(
        Site(
            name: "重庆高新区西永微电园三期集成电路特色工艺及先进封装测试产业化基地项目（拟选地块之二）",
            given: Point(x: 106.355, y: 29.565), frame: .wgs84,
            position: LonLat(longitude: 106.355, latitude: 29.565)))

    /// Every layout and all of them, at three sizes, in Chinese, English and both, with a site and without.
    static let all = [
        SheetCase("five zones, A4, both, site", [ShippedMaps.five], .a4, .both, site: site),
        SheetCase("five zones, slide, en", [ShippedMaps.five], .wideSlide, .en),
        SheetCase("north middle south, A3, zh, site", [ShippedMaps.north], .a3, .zh, site: site),
        SheetCase(
            "north middle south, slide, both, site", [ShippedMaps.north], .wideSlide, .both, site: site),
        SheetCase("two towns, A3, en", [ShippedMaps.shapingba], .a3, .en),
        SheetCase("two towns, A4, zh", [ShippedMaps.shapingba], .a4, .zh),
        SheetCase("all, A3, zh", [], .a3, .zh),
        SheetCase("all, slide, en, site", [], .wideSlide, .en, site: site),
        SheetCase("all, A3, zh, site of a long name", [], .a3, .zh, site: longNamed),
        SheetCase("five zones, A4, en, site of a long name", [ShippedMaps.five], .a4, .en, site: longNamed),
        SheetCase(
            "north middle south, slide, zh, site of a long name", [ShippedMaps.north], .wideSlide, .zh,
            site: longNamed),
    ]
}
