import Planning
import TestSupport
import Testing
import Wording

@Suite struct ZoneNamesTests {
    private func names() throws -> ZoneNames {
        ZoneNames(
            try GeoDataFolder(path: Repository.geoData).catalogue(),
            asOf: try #require(CalendarDate("2026-11-21")))
    }

    @Test(arguments: [
        ("shengmingdao", "shengmingdao"), ("生命岛", "shengmingdao"), ("Life Island", "shengmingdao"),
        ("jinfeng-five-zones/shengmingdao", "shengmingdao"), ("ShengMingDao", "shengmingdao"),
        ("ＳＨＥＮＧＭＩＮＧＤＡＯ", "shengmingdao"), ("sheng ming dao", "shengmingdao"), ("kexue dadao", "kexue-dadao"),
        ("直管园", "gaoxinqu-zhiguanyuan"), ("中梁山", "zhongliangshan"),
        ("中梁山生态屏障", "zhongliangshan-pingzhang"), ("黄金湾智谷", "huangjinwan-zhigu"),
    ])
    func aZoneIsFoundByEveryNameItHas(_ name: String, _ id: String) throws {
        #expect(try names().zone(named: name).id == id)
    }

    @Test(arguments: [
        ("shengmindao", "shengmingdao"), ("生命导", "shengmingdao"), ("kexuedadao2", "kexue-dadao"),
        ("科学大到", "kexue-dadao"), ("科学谷片区", "kexuegu"),
        ("zhongliangshan-pinzhang", "zhongliangshan-pingzhang"),
    ])
    func aMisspeltNameIsAnsweredWithTheNearestInChineseAndPinyin(_ name: String, _ wanted: String) throws {
        let error = try #require(throws: ZoneNameError.self) { try names().zone(named: name) }
        guard case .unknown(_, let near) = error else {
            Issue.record("\(error)")
            return
        }
        let zone = try #require(near.first)
        #expect(zone.id == wanted)
        #expect(error.remedy.zh.contains(zone.name.zh) && error.remedy.zh.contains(zone.id))
        #expect(error.remedy.en.contains(zone.name.zh) && error.remedy.en.contains(zone.id))
    }

    @Test(arguments: ["", " ", "Paris", "外星基地"]) func whatIsNothingLikeAnyNameHasNoNeighbour(_ name: String)
        throws
    {
        let error = try #require(throws: ZoneNameError.self) { try names().zone(named: name) }
        #expect(error == .unknown(name, near: []))
    }
}
