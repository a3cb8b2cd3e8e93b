import GeoJSON
import PlanarGeometry
import Planning
import Presenting
import Siting
import TestSupport
import Testing
import Wording

/// Shares of the shipped zones as JSON and as text.
@Suite struct ShareRenderingTests {
    private static let catalogue = Result { try GeoDataFolder(path: Repository.geoData).catalogue() }

    private func answer(_ wkt: String, stated: StatedArea? = nil, makingValid: Bool = false) throws
        -> ShareAnswer
    {
        let overlay = try ZoneOverlay(
            try Self.catalogue.get(), asOf: try #require(CalendarDate("2026-11-21")))
        return try overlay.shares(
            of: ParcelReader(makingValid: makingValid).parcel(wkt: wkt, id: "A1", statedArea: stated))
    }

    private func text(_ answer: ShareAnswer, _ language: Language) throws -> String {
        ShareText(catalogue: try Self.catalogue.get(), language: language).full(answer)
    }

    /// A square kilometre and more around the middle of the science city.
    static let square =
        "POLYGON((106.325 29.515,106.335 29.515,106.335 29.525,106.325 29.525,106.325 29.515))"
    static let east = "POLYGON((106.44 29.55,106.46 29.55,106.46 29.565,106.44 29.565,106.44 29.55))"
    static let line = "LINESTRING(106.30 29.50,106.36 29.53)"
    static let sites = [square, east, line, "POINT(106.33 29.52)", "POINT(2 48)"]

    @Test(arguments: sites) func everyZoneOfTheAnswerIsInTheJSON(_ site: String) throws {
        let answer = try answer(site)
        let json = answer.json(in: .zh)
        #expect(json["schema_version"] == 1 && json["site"]?["id"] == "A1")
        let layouts = try #require(json["layouts"]?.elements)
        #expect(layouts.count == answer.layouts.count)
        for (layout, told) in zip(answer.layouts, layouts) {
            let zones = try #require(told["zones"]?.elements)
            #expect(zones.map { $0["zone"]?.stringValue } == layout.zones.map(\.zone.id))
            for (zone, told) in zip(layout.zones, zones) {
                #expect(told["relation"]?.stringValue == zone.relationCells)
                #expect(told["sources"]?.elements?.isEmpty == false)
                #expect((told["share"] == .null) == (zone.share == nil))
                #expect((told["interval"]?.elements?.count == 2) == (zone.interval != nil))
                for key in [
                    "name_zh", "name_en", "role", "parent", "extent", "on_boundary_m", "sliver",
                    "probability_whole", "probability_any", "verdict", "grade", "accuracy_m", "plan_period",
                ] { #expect(told[key] != nil, "\(key)") }
            }
            for part in try #require(told["partitions"]?.elements) {
                for key in ["of", "members", "rest", "on_border_m", "whole"] { #expect(part[key] != nil) }
            }
        }
    }

    @Test func anAreaIsToldInSquareMetresHectaresAndMu() throws {
        let answer = try answer(Self.square)
        let extent = try #require(answer.json(in: .en)["site"]?["extent"])
        let writer = JSONWriter(.compact)
        let text = writer.string(extent)
        #expect(text.contains(#""m2":107"#) && text.contains(#""ha":107."#) && text.contains(#""mu":16"#))
        let line = try self.answer(Self.line)
        #expect(writer.string(try #require(line.json(in: .en)["site"]?["extent"])).hasPrefix(#"{"m":"#))
    }

    @Test(arguments: sites, Language.allCases)
    func everySentenceAZoneRestsOnIsPrinted(_ site: String, _ language: Language) throws {
        let answer = try answer(site)
        let text = try text(answer, language)
        for layout in answer.layouts {
            #expect(text.contains(layout.layout.name[language]))
            for zone in layout.zones where zone.isMet {
                #expect(text.contains(zone.zone.name[language]))
                let source = try #require(zone.zone.sources.first)
                #expect(text.contains(source.quote) && text.contains("\(source.document):\(source.line)"))
            }
        }
        #expect(text.hasSuffix(Vocabulary.disclaimer[language] + "\n"))
        for word in ["匹配", "符合", "规划分区", " nan", " inf "] { #expect(!text.contains(word)) }
    }

    @Test func aShareIsToldWithItsRangeAndItsAreaInMu() throws {
        let answer = try answer(Self.square)
        let zone = try #require(
            answer.layouts.flatMap(\.zones).first { ($0.share ?? 0) > 0 && !$0.isShareMeaningless })
        let words = Vocabulary.share(zone).zh
        #expect(words.contains("亩") && (words.contains("公顷") || words.contains("平方公里")), "\(words)")
    }

    @Test func aRangeFromNothingToAllSaysSo() throws {
        // 100 m in the middle of a border of 生命岛, known to some hundred metres.
        let overlay = try ZoneOverlay(try Self.catalogue.get())
        let edition = try #require(try Self.catalogue.get().layout("jinfeng-five-zones")?.editions.first)
        let ring = try #require(edition.zone("shengmingdao")?.geometry?.polygons.first?.exterior.points)
        let longest = try #require(
            zip(ring, ring.dropFirst()).max {
                abs($0.0.x - $0.1.x) + abs($0.0.y - $0.1.y) < abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y)
            })
        let (x, y) = ((longest.0.x + longest.1.x) / 2, (longest.0.y + longest.1.y) / 2)
        let small = try overlay.shares(
            of: ParcelReader().parcel(
                wkt: "POLYGON((\(x - 0.0005) \(y - 0.0005),\(x + 0.0005) \(y - 0.0005),\(x + 0.0005) "
                    + "\(y + 0.0005),\(x - 0.0005) \(y - 0.0005)))"))
        let zone = try #require(small.layouts.flatMap(\.zones).first { $0.zone.id == "shengmingdao" })
        #expect(zone.isShareMeaningless)
        #expect(Vocabulary.share(zone).zh.hasPrefix("不宜按面积占比判断"))
        #expect(try text(small, .zh).contains("不宜按面积占比判断"))
    }

    @Test func aStatedAreaAndARepairAreTold() throws {
        let bow = "POLYGON((106.325 29.515,106.335 29.525,106.335 29.515,106.325 29.525,106.325 29.515))"
        let answer = try answer(bow, stated: StatedArea(500, .mu), makingValid: true)
        let site = try #require(answer.json(in: .zh)["site"])
        #expect(site["stated_area"]?["differs"] == true)
        #expect(site["repair"]?["parts"]?["after"] == 2)
        let text = try text(answer, .zh)
        #expect(text.contains("申报面积 500") && text.contains("已按要求修复"))
    }

    @Test func whereALayoutIsSilentItsReasonAndTheOtherDocumentsZonesAreTold() throws {
        // In 虎溪: inside 沙坪坝区, and of the park.
        let answer = try answer(
            "POLYGON((106.299 29.599,106.301 29.599,106.301 29.601,106.299 29.601,106.299 29.599))")
        let silent = try #require(answer.layouts.first { $0.applicability == .notCovered })
        #expect(silent.counterparts.count == 2 && silent.zones.isEmpty)
        let text = try text(answer, .zh)
        #expect(text.contains("适用性"))
        for counterpart in silent.counterparts {
            #expect(text.contains(counterpart.instead.zone.name.zh))
        }
    }

    @Test func outsideTheDistrictThePlanOfTheDistrictIsNoOpenQuestion() throws {
        let text = try text(answer(Self.square), .zh)
        #expect(text.contains("不在该规划的适用范围内") && !text.contains("适用性文本未明确"))
    }

    @Test func aSiteFarAwayIsInNone() throws {
        let text = try text(answer("POINT(2 48)"), .en)
        #expect(text.contains("not_covered"))
    }
}
