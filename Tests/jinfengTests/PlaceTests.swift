import GeoJSON
import TestSupport
import Testing
import Wording

/// Named places, and what the documents say of the land they stand on.
@Suite struct PlaceTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func answer(_ arguments: String..., in language: Language = .en) throws -> Answer {
        let run = try folder.run(["locate", "--format", "json"] + arguments, in: language)
        try #require(run.status == 0, "\(run.messages)")
        return Answer(try run.json())
    }

    @Test func theScienceHallIsWhereTheTextPutsIt() throws {
        let answer = try answer("--place", "科学会堂")
        #expect(try answer.deepest(Plan.northMiddleSouth) == "jinfeng-zutuan-dongbu")
        let zone = try answer.zone("jinfeng-zutuan-dongbu", of: Plan.northMiddleSouth)
        #expect(zone["basis"] == "text" || zone["basis"] == "both")
        #expect(zone["verdict"] == "inside")
        let sentence = try #require(zone["sources"]?.elements?.first)
        #expect(sentence["document"] == "002")
        #expect(sentence["line"]?.doubleValue == 562)
        #expect(try #require(sentence["quote"]?.stringValue).contains("科学会堂"))
        for parent in ["jinfeng-zutuan", "zhongbu-zhuanhua-yinlingqu"] {
            #expect(try answer.zone(parent, of: Plan.northMiddleSouth)["verdict"] == "inside")
        }
        // What the text does not say stays a matter of the drawing.
        for zone in try answer.zones(Plan.five) { #expect(zone["basis"] == "geometry") }
    }

    @Test func baishiyiIsInTheParkAndInNoneOfTheThree() throws {
        let answer = try answer("--place", "白市驿", in: .zh)
        let layout = try answer.layout(Plan.northMiddleSouth)
        #expect(layout["coverage"] == "covered")
        #expect(layout["zone"] == .null)
        let notes = try #require(layout["notes"]?.elements)
        #expect(notes.contains { $0["text"]?.stringValue == "直管园内，文本未明确归属" })
        #expect(try answer.zones(Plan.northMiddleSouth).allSatisfy { $0["verdict"] != "inside" })
        let park = answer.value["context"]?.elements?.first { $0["zone"] == "gaoxinqu-zhiguanyuan" }
        #expect(park?["covers"] == .bool(true))
    }

    @Test(arguments: ["重庆大学虎溪校区", "虎溪", "重大虎溪"])
    func aHuxiCampusIsAnsweredByThe002AndNotByThe004(_ place: String) throws {
        let answer = try answer("--place", place, in: .zh)
        #expect(try answer.deepest(Plan.five) == "daxuecheng")
        let path = try #require(try answer.layout(Plan.northMiddleSouth)["path"]?.elements)
        #expect(path.first == "beibu-yanfa-ceyuandi")
        let district = try answer.layout(Plan.shapingba)
        #expect(district["coverage"] == "not_covered")
        #expect(district["zones"] == .array([]))
        let notes = try #require(district["notes"]?.elements)
        #expect(notes.contains { $0["text"]?.stringValue == "004 对直管园范围的适用性文本未明确" })
    }

    @Test func atTheFootOfZhongliangshanThe002SpeaksAndThe004DoesNot() throws {
        let answer = try answer("106.40,29.535")
        let district = try answer.layout(Plan.shapingba)
        #expect(district["coverage"] == "not_covered")
        let counterpart = try #require(
            district["counterparts"]?.elements?.first { $0["zone"] == "zhongliangshan-pingzhang" })
        #expect(counterpart["answer"] == "not_covered")
        let instead = try #require(counterpart["instead"])
        #expect(instead["zone"] == "zhongliangshan")
        #expect(instead["covers"] == .bool(true))
        #expect(try #require(instead["sources"]?.elements?.first)["document"] == "002")
        let text = try folder.run("locate", "106.40,29.535", in: .zh).text
        #expect(text.contains("适用范围"))
        #expect(text.contains(/中梁山 ?002:757/))
    }

    @Test func aPlaceIsFoundByAliasAndWhateverTheWidthOfItsLetters() throws {
        let one = try answer("--place", "西永综合保税区A区")
        for name in ["综保Ａ区", "综保a区", "西永综保区", "xiyong free trade zone, area A"] {
            let other = try answer("--place", name)
            #expect(other.site["wgs84"] == one.site["wgs84"], "\(name)")
        }
    }

    @Test func aPlaceBringsItsOwnAccuracy() throws {
        let accuracy = try #require(try answer("--place", "科学会堂").site["accuracy_m"]?.doubleValue)
        #expect(accuracy > 100)
        let worse = try answer("--place", "科学会堂", "--accuracy", "9000")
        #expect(worse.site["accuracy_m"]?.doubleValue == 9000)
    }

    @Test func placesAndPositionsGoTogether() throws {
        let run = try folder.run(
            "locate", "106.33,29.52", "--place", "白市驿", "--place", "火星基地", "--format", "json")
        #expect(run.status == 65)
        let answers = try #require(try run.json().elements)
        #expect(answers.map(\.errorCode) == [nil, nil, "unknown_place"])
        #expect(answers[1]["site"]?["name"] == "白市驿")
    }
}
