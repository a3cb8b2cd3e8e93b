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

    @Test(arguments: ["adjacency", "map", "export"]) func aLayoutIsFoundByAPartOfItsName(
        _ command: String
    ) throws {
        let output = command == "adjacency" ? [] : ["-o", command == "map" ? "five.svg" : "five.geojson"]
        let run = try folder.run([command, "五大创新支撑"] + output)
        #expect(run.status == 0, "\(run.messages)")
    }

    @Test(arguments: [["assess"], ["zone"], ["neighbors"], ["find", "106.33,29.52", "--in"]])
    func aLayoutIsToldFromItsZones(_ command: [String]) throws {
        let run = try folder.run(command + ["五大创新支撑"], in: .zh)
        #expect(run.status == 64 || run.status == 65)
        #expect(run.messages.contains("是一个空间格局") && run.messages.contains("生命岛"), "\(run.messages)")
    }

    @Test func aNameNobodyKnowsIsNotBlamedOnAnOption() throws {
        let run = try folder.run("assess", "凤凰湖", in: .zh)
        #expect(run.status == 65 && !run.messages.contains("--place"))
        #expect(run.messages.contains("没有名为“凤凰湖”的结构单元或地点") && run.messages.contains("凤栖湖"))
    }

    @Test func aDistanceMayBeAskedToAControlPoint() throws {
        let run = try folder.run("find", "106.3734,29.5935", "--near", "西永<=20km", "--format", "json")
        #expect(run.status == 0, "\(run.messages)")
        let answer = try run.json()
        #expect(answer["counts"]?["kept"] == .integer(1))
        #expect(answer["criteria"]?.elements?.first?["plan_period"] == .null)
        let text = try folder.run("find", "106.3734,29.5935", "--near", "西永<=20km", in: .zh).text
        #expect(text.contains("控制点（") && text.contains("不是规划结构单元"))
    }

    @Test func whoAsksByTheZonesNameReadsNoID() throws {
        #expect(try folder.run("assess", "shengmingdao", in: .zh).text.hasPrefix("生命岛　"))
        #expect(try folder.run("assess", "生命岛", in: .en).text.hasPrefix("Life Island  "))
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
