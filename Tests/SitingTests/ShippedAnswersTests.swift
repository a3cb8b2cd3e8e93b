import PlanarGeometry
import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

/// How the texts are to be read, at the places the contract names.
@Suite struct ShippedAnswersTests {
    private static let five = "jinfeng-five-zones"
    private static let northMiddleSouth = "north-middle-south"
    private static let towns = "liang-cheng-liang-dai-liang-ping"

    private func answer(at name: String, in layout: String) throws -> LayoutAnswer {
        let folder = GeoDataFolder(path: Repository.geoData)
        let locator = try Locator(folder.catalogue(), asOf: try #require(CalendarDate("2026-11-21")))
        let site = try #require(Site(folder.gazetteer().place(named: name)))
        return try #require(locator.locate(site).layouts.first { $0.layout.id == layout })
    }

    @Test func theScienceHallIsInTheEastOfTheJinfengGroupBecauseTheTextSaysSo() throws {
        let answer = try answer(at: "科学会堂", in: Self.northMiddleSouth)
        #expect(answer.path == ["zhongbu-zhuanhua-yinlingqu", "jinfeng-zutuan", "jinfeng-zutuan-dongbu"])
        let east = try #require(answer.deepest)
        // Its own position is known to 2.5 km only: no drawing could be sure.
        #expect(east.basis == .text && east.verdict == .inside && east.probability < 0.975)
        #expect(east.placedBy?.document == "002" && east.placedBy?.line == 562)
        #expect(
            answer.zones.filter { !answer.path.contains($0.zone.id) }.allSatisfy { $0.basis == .geometry })
    }

    @Test func theHuxiCampusIsTheHighTechZonesAndTheDistrictPlanDoesNotSayWhetherItApplies() throws {
        let answer = try answer(at: "重庆大学虎溪校区", in: Self.towns)
        #expect(answer.applicability == .notCovered)
        #expect(
            answer.zones.isEmpty && answer.deepest == nil && answer.nearest == nil && answer.unlocated.isEmpty
        )
        #expect(answer.notes.map(\.code) == ["applicability_not_stated"])
        #expect(answer.notes.map(\.text.zh) == ["004 对直管园范围的适用性文本未明确"])
        let university = try self.answer(at: "重庆大学虎溪校区", in: Self.five)
        #expect(university.path == ["chengyu-zonghexing-kexue-zhongxin", "daxuecheng"])
    }

    @Test func atTheFootOfTheRangeTheOtherDocumentsScreenIsNamed() throws {
        let answer = try answer(at: "含谷", in: Self.towns)
        #expect(answer.applicability == .notCovered)
        #expect(answer.zones.isEmpty && answer.nearest == nil)
        let screen = try #require(answer.counterparts.first)
        #expect(screen.zone.id == "zhongliangshan-pingzhang")
        #expect(screen.instead.id == "zhongliangshan" && screen.instead.layout == "context")
        // Outside of it, and the nearer of the two ranges.
        #expect(!screen.covers && screen.boundaryDistance < 0)
        #expect(answer.counterparts.dropFirst().allSatisfy { $0.boundaryDistance < screen.boundaryDistance })
    }

    @Test func baishiyiIsInTheParkAndAssignedToNone() throws {
        let answer = try answer(at: "白市驿", in: Self.northMiddleSouth)
        #expect(answer.applicability == .covered)
        #expect(answer.deepest == nil && answer.path.isEmpty)
        #expect(answer.zones.filter(\.holds).isEmpty)
        #expect(answer.notes.map(\.text.zh).contains("直管园内，文本未明确归属"))
        let nearest = try #require(answer.nearest)
        #expect((500...5000).contains(nearest.distance))
        #expect(try self.answer(at: "白市驿", in: Self.towns).applicability == .notCovered)
    }

    @Test func zoumaIsAssignedToNoneEither() throws {
        let answer = try answer(at: "走马", in: Self.northMiddleSouth)
        #expect(answer.applicability == .covered && answer.deepest == nil)
        #expect(answer.notes.map(\.code).contains("unassigned"))
    }

    @Test(arguments: ["沙坪坝站", "重庆大学", "井口工业园"])
    func theOldTownIsNotTheHighTechZones(name: String) throws {
        #expect(try answer(at: name, in: Self.towns).deepest != nil)
        for layout in [Self.five, Self.northMiddleSouth] {
            let other = try answer(at: name, in: layout)
            #expect(other.applicability == .notCovered && other.zones.isEmpty && other.nearest == nil)
        }
    }

    @Test func theFacilitiesAreasAreListedUnderTheClusterWithTheReason() throws {
        let folder = GeoDataFolder(path: Repository.geoData)
        let catalogue = try folder.catalogue()
        let asOf = try #require(CalendarDate("2026-11-21"))
        let reference = ZoneReference(layout: Self.northMiddleSouth, zone: "sheshi-jijuqu")
        let cluster = try #require(catalogue.zone(reference, on: asOf)?.geometry?.box)
        let answers = try Locator(catalogue, asOf: asOf).locate(Site(LonLat(cluster.centre)))
        let answer = try #require(answers.layouts.first { $0.layout.id == Self.northMiddleSouth })
        #expect(answer.deepest?.zone.id == "sheshi-jijuqu")
        #expect(answer.unlocated.map(\.id).starts(with: ["sheshi-jijuqu-a", "sheshi-jijuqu-b"]))
        #expect(answer.unlocated.allSatisfy { !($0.unlocatedReason?.zh.isEmpty ?? true) })
    }

    @Test(arguments: [
        ("2021-01-01", PlanStatus.inForce), ("2025-12-31", .inForce), ("2026-01-01", .periodEnded),
        ("2035-12-31", .periodEnded), ("2036-01-01", .ended),
    ])
    func planPeriodsEndWithTheirYearAndTheLayoutsStay(day: String, status: PlanStatus) throws {
        let locator = try Locator(
            GeoDataFolder(path: Repository.geoData).catalogue(), asOf: try #require(CalendarDate(day)))
        let answer = try locator.locate(Site(LonLat(longitude: 106.33, latitude: 29.52)))
        #expect(answer.asOf.description == day)
        #expect(answer.layouts.map(\.planStatus) == [status, status, status])
    }
}
