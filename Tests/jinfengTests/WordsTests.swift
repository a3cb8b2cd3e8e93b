import GeoJSON
import TestSupport
import Testing
import Wording

/// What must be said, what must never be, and that a Chinese answer is Chinese.
@Suite struct WordsTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Everything the command says for people.
    private static let questions: [[String]] = [
        ["locate", "106.33,29.52"], ["locate", "--place", "科学会堂"], ["locate", "--place", "白市驿"],
        ["locate", "--place", "虎溪"], ["locate", "106.40,29.535"], ["locate", "--place", "磁器口"],
        ["locate", "0,0"], ["locate", "628945.81,3267643.66", "--frame", "epsg:4544"],
        ["locate", "106.33,29.52", "106.3664,29.4852", "29.52,106.33"], ["zone", "生命岛"], ["zone", "科学公园"],
    ]

    @Test(arguments: questions) func noWordPromisesWhatAPlanMayNot(_ question: [String]) throws {
        let run = try folder.run(question, in: .zh)
        for word in ["匹配", "符合规划", "规划分区", "审批通过", "同意选址"] {
            #expect(!run.text.contains(word), "\(word)")
        }
        // The disclaimer says that it is none; no title does.
        for line in run.lines where line.contains("选址意见") { #expect(line.contains("不构成")) }
    }

    @Test(arguments: questions) func everyAnswerForPeopleEndsWithWhatItIsNot(_ question: [String]) throws {
        let chinese = try folder.run(question, in: .zh)
        #expect(try #require(chinese.lines.last).hasSuffix("不构成用地预审与选址意见，不作为审批依据。"))
        #expect(chinese.text.ranges(of: "不作为审批依据").count == 1)
        let english = try folder.run(question, in: .en)
        #expect(try #require(english.lines.last).contains("no basis for approval"))
        // A document's own words stay Chinese; ours do not.
        for line in english.lines where line.hasPrefix("As drawn") || line.hasPrefix("This result") {
            #expect(!line.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        }
    }

    @Test(arguments: questions) func aChineseAnswerHasNoEnglishSentence(_ question: [String]) throws {
        let run = try folder.run(question, in: .zh)
        for line in run.lines + [run.messages] where !line.contains(" / ") {
            #expect(line.firstMatch(of: /[a-z]{3,} [a-z]{2,} [a-z]{2,}/) == nil, "\(line)")
        }
    }

    @Test func theTextHasTheFactsOfTheObject() throws {
        let value = try folder.run("locate", "106.33,29.52", "--format", "json", in: .zh).json()
        let text = try folder.run("locate", "106.33,29.52", in: .zh).text
        #expect(text.contains(try #require(value["as_of"]?.stringValue)))
        for layout in try #require(value["layouts"]?.elements) {
            #expect(text.contains(try #require(layout["name_zh"]?.stringValue)))
            for zone in layout["zones"]?.elements ?? [] {
                #expect(text.contains(try #require(zone["name_zh"]?.stringValue)))
            }
        }
        #expect(text.contains("生命岛：在科学公园南部的金凤片区"))
        #expect(text.contains("002:386"))
        #expect(text.contains("wgs84") || text.contains("WGS 84"))
    }
}
