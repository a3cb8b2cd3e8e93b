import GeoJSON
import TestSupport
import Testing
import Wording

/// A name means the same zone or place to every command.
@Suite struct NamesTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        arguments: [
            // A zone before a control point of the same name, and before places of which it is a part.
            ("科学谷", "kexuegu"), ("Science Valley", "kexuegu"), ("science-valley", "kexuegu"),
            ("大学城", "daxuecheng"), ("生命岛", "shengmingdao"), ("科学公园", "kexue-gongyuan"),
            // Of a place and of an axis the control point says where it is.
            ("科学会堂", nil), ("沙滨路", nil), ("金凤", nil),
        ] as [(String, String?)])
    func aWordMeansTheZoneBeforeThePlace(_ name: String, _ zone: String?) throws {
        let run = try folder.run("assess", name, "--format", "json")
        #expect(run.status == 0, "\(run.messages)")
        #expect(try run.json()["site"]?["id"]?.stringValue == zone)
        let beside = try folder.run("neighbors", name, "--format", "json")
        #expect(beside.status == 0, "\(beside.messages)")
        guard let zone else { return }
        let shown = try folder.run("zone", name, "--format", "json")
        #expect(try shown.json()["zone"]?.stringValue == zone || (shown.text.contains("\"\(zone)\"")))
    }

    @Test func anotherMeaningOfANameIsSaid() throws {
        let zone = try folder.run("assess", "科学谷", in: .zh)
        #expect(zone.text.contains("另有同名控制点"))
        let place = try folder.run("assess", "--place", "科学谷", in: .zh)
        #expect(place.text.contains("取控制点（点位）") && place.text.contains("科学谷"))
        #expect(place.text.hasPrefix("科学谷（106."))
        let town = try folder.run("assess", "金凤", in: .zh)
        #expect(town.text.contains("名称相同或相近的结构单元：金凤组团") && town.text.contains("金凤片区"))
        #expect(!(try folder.run("assess", "生命岛", in: .zh).text.contains("控制点")))
    }

    @Test func aCandidateMayBeAZone() throws {
        let run = try folder.run(
            "find", "--place", "生命岛", "--place", "科学会堂", "--in", "chengyu-zonghexing-kexue-zhongxin",
            "--format", "json")
        #expect(run.status == 0, "\(run.messages)")
        let candidates = try #require(try run.json()["candidates"]?.elements)
        // The text puts the zone in the centre, whatever the drawing.
        let first = try #require(candidates.first { $0["site"]?["area_m2"] != nil })
        #expect(first["decision"] == "kept")
        #expect(first["findings"]?.elements?.first?["basis"] == "text")
    }

    @Test(arguments: ["neighbors", "zone", "assess"]) func aMisspeltZoneIsOfferedTheNearest(
        _ command: String
    ) throws {
        let run = try folder.run(command, "生命导", in: .zh)
        #expect(run.status == 64 || run.status == 65)
        #expect(run.messages.contains("生命岛（shengmingdao）"), "\(run.messages)")
    }

    @Test func whatTheTextPlacesIsNotCalledLikelyOutside() throws {
        let run = try folder.run("assess", "重庆大学城", in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        let lines = run.text.split(separator: "\n").filter { $0.contains("· 大学城：") }
        #expect(!lines.isEmpty)
        for line in lines {
            #expect(line.contains("文本写明") && line.contains("图面仅供对照") && !line.contains("较可能在外"))
        }
    }
}
