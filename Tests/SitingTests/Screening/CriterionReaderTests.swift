import Planning
import Testing
import Wording

@testable import Siting

@Suite struct CriterionReaderTests {
    @Test(arguments: [
        ("near", "kexue-dadao<=1km", "near:kexue-dadao<=1km"),
        ("near", "科学大道≤800米", "near:kexue-dadao<=800m"),
        ("near", "科学大道 ＜＝ １．５ 公里", "near:kexue-dadao<=1.5km"),
        ("near", "生命岛<500 m", "near:shengmingdao<=500m"),
        ("near", "context/liangtanhe<=0.25km", "near:liangtanhe<=250m"),
        ("away", "zhongliangshan>=500m", "away:zhongliangshan>=500m"),
        ("away", "中梁山≥1.2千米", "away:zhongliangshan>=1.2km"), ("away", "梁滩河＞300米", "away:liangtanhe>=300m"),
        ("in", "生命岛", "in:shengmingdao"), ("not_in", "context/zhongliangshan", "not_in:zhongliangshan"),
        ("min_area", "50亩", "min_area:50mu"), ("min_area", "３.３公顷", "min_area:3.3ha"),
        ("min_area", "33000m²", "min_area:33000m2"), ("min_area", "3.3万平方米", "min_area:33000m2"),
        ("min_area", " 0.5 km2 ", "min_area:0.5km2"),
        ("activity", "集成电路设计", "activity:ic-design"), ("activity", "餐饮", "activity:餐饮"),
    ])
    func aCriterionIsReadAsPeopleWriteIt(_ kind: String, _ text: String, _ key: String) throws {
        let criteria = try ShippedScreening.reader().criteria(
            try #require(Criterion.Kind(rawValue: kind)), text)
        #expect(criteria.map(\.key) == [key])
    }

    @Test(arguments: [
        ("near", "科学大道<=1", "missing_unit"), ("near", "科学大道", "invalid_comparison"),
        ("near", "科学大道>=1km", "invalid_comparison"), ("away", "中梁山<=1km", "invalid_comparison"),
        ("near", "科学大道<=>1km", "invalid_comparison"), ("near", "科学大道<=-1km", "invalid_distance"),
        ("near", "科学大道<=0m", "invalid_distance"), ("near", "科学大道<=1里", "invalid_distance"),
        ("near", "科学大道<=abc", "invalid_distance"), ("near", "科学大道<=", "invalid_distance"),
        ("near", "科学大道<=99999km", "invalid_distance"), ("near", "科学大到<=1km", "unknown_id"),
        ("near", "科学大道一期<=1km", "unlocated_zone"), ("near", "<=1km", "unknown_id"),
        ("in", "科学大道", "zone_holds_no_sites"), ("in", "嘉陵江", "zone_holds_no_sites"),
        ("in", "科学会堂", "zone_holds_no_sites"), ("in", "蓝线", "unlocated_zone"), ("in", "", "unknown_id"),
        ("not_in", "五云湖片区", "unlocated_zone"), ("in", "shengmindao", "unknown_id"),
        ("min_area", "50", "missing_unit"), ("min_area", "-50亩", "invalid_area"),
        ("min_area", "0亩", "invalid_area"),
        ("min_area", "50m", "invalid_area"), ("min_area", "很大", "invalid_area"),
        ("min_area", "", "invalid_area"),
        ("min_area", "建筑面积50000m2", "floor_area"), ("min_area", "50000m2 GFA", "floor_area"),
        ("min_area", "9e99亩", "invalid_area"), ("activity", "  ", "empty_activity"),
    ])
    func whatCannotBeMeantIsRefusedByName(_ kind: String, _ text: String, _ code: String) throws {
        let kind = try #require(Criterion.Kind(rawValue: kind))
        let error = try #require(throws: CriterionError.self) {
            _ = try ShippedScreening.reader().criteria(kind, text)
        }
        #expect(error.code == code)
        #expect(error.kind == kind)
        for words in [error.message, error.remedy] { #expect(!words.zh.isEmpty && !words.en.isEmpty) }
    }

    @Test func anUnlocatedZoneIsRefusedWithItsReason() throws {
        let error = try #require(throws: CriterionError.self) {
            _ = try ShippedScreening.reader().criteria(.near, "重大科技基础设施集聚区A区<=1km")
        }
        let zone = try #require(
            try ShippedScreening.catalogue().layouts.flatMap { $0.editions.flatMap(\.zones) }
                .first { $0.id == "sheshi-jijuqu-a" })
        #expect(error.message.zh.contains(try #require(zone.unlocatedReason).zh))
        #expect(error.remedy.zh.contains("“重大科技基础设施集聚区”") && error.remedy.en.contains("sheshi-jijuqu"))
    }

    @Test(arguments: [
        ["in:生命岛", "not_in:生命岛"], ["in:生命岛", "not_in:成渝综合性科学中心"], ["in:生命岛", "in:科学谷"],
        ["near:科学大道<=500m", "away:科学大道>=1km"], ["away:科学大道>=1km", "near:科学大道<=999m"],
        ["in:石板—巴福产业带", "in:西永组团"], ["in:石板—巴福产业带", "in:北部研发策源地"], ["in:生命岛", "away:生命岛>=1m"],
        ["in:国际高校预留区", "in:沿科学大道总部带"],
    ])
    func criteriaThatExcludeEachOtherAreNamedUpFront(_ texts: [String]) throws {
        let error = try #require(throws: CriterionError.self) { _ = try ShippedScreening.screening(texts) }
        #expect(error.code == "contradictory_criteria")
        guard case .contradiction(let one, let other, _) = error.fault else { return }
        #expect(one != other)
    }

    @Test(arguments: [
        ["in:生命岛", "in:生命岛"], ["in:成渝综合性科学中心", "not_in:生命岛"], ["in:生命岛", "in:金凤组团"],
        ["near:科学大道<=1km", "away:科学大道>=1km"], ["near:生命岛<=1km", "not_in:生命岛"],
        ["in:科学谷", "in:科学谷及科学T台研发组团"], ["in:临山地区（科学谷及科学T台组团）", "in:中部转化引领区"],
    ])
    func criteriaThatCanBeMetTogetherAreTaken(_ texts: [String]) throws {
        #expect(try ShippedScreening.screening(texts).criteria.count >= 1)
    }

    @Test func aNameOfSeveralZonesAsksForTheLayout() throws {
        let square = ZoneOverlayTests.square(106.30, 29.50, 0.01, 0.01)
        let catalogue = SyntheticLayout.catalogue([
            try SyntheticLayout("one", [SyntheticZone("west", square, accuracy: 100)]),
            try SyntheticLayout("other", [SyntheticZone("west", square, accuracy: 100)]),
        ])
        let reader = CriterionReader(catalogue, asOf: try #require(ShippedScreening.day))
        let error = try #require(throws: CriterionError.self) { _ = try reader.criteria(.inside, "west") }
        #expect(error.code == "ambiguous_zone")
        #expect(error.remedy.zh.contains("one/west") && error.remedy.en.contains("other/west"))
        #expect(try reader.criteria(.inside, "other/west").first?.zone?.layout == "other")
    }

    @Test func noCriterionIsNoScreening() throws {
        let error = try #require(throws: CriterionError.self) {
            _ = try Screening([], in: try ShippedScreening.catalogue())
        }
        #expect(error.code == "no_criterion")
    }
}
