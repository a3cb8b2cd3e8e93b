import GeoJSON
import TestSupport
import Testing
import Wording

/// `--layout`, `--confidence`, `--as-of`, `--lang`, and what is no use of the command.
@Suite struct OptionTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func onlyTheLayoutsAskedForAreAnsweredInCatalogueOrder() throws {
        let arguments = ["locate", "106.33,29.52", "--layout", Plan.northMiddleSouth, "--layout", Plan.five]
        let value = try folder.run(arguments + ["--format", "json"]).json()
        #expect(
            value["layouts"]?.elements?.map { $0["layout"] } == [
                .string(Plan.five), .string(Plan.northMiddleSouth),
            ])
        let table = Table(try folder.run(arguments + ["--format", "csv"]).text)
        #expect(
            table.header == ["id", "name", "longitude", "latitude"] + Appended.header.prefix(14) + ["error"])
    }

    @Test func theConfidenceMovesTheVerdictAndNotTheProbability() throws {
        func zone(_ confidence: String) throws -> JSONValue {
            let run = try folder.run("locate", "106.33,29.52", "--confidence", confidence, "--format", "json")
            #expect(try run.json()["confidence"]?.doubleValue == Double(confidence))
            return try Answer(run.json()).zone("zhongbu-zhuanhua-yinlingqu", of: Plan.northMiddleSouth)
        }
        let (loose, strict) = (try zone("0.51"), try zone("0.999999"))
        #expect(loose["verdict"] == "inside")
        #expect(strict["verdict"] == "uncertain")
        #expect(loose["probability"] == strict["probability"])
        #expect(loose["grade"] == strict["grade"])
    }

    @Test func theDayDecidesTheEditionAndThePlanStatus() throws {
        for (day, status) in [
            ("2021-01-01", "in_force"), ("2025-12-31", "in_force"), ("2026-01-01", "period_ended"),
            ("2036-01-01", "ended"),
        ] {
            let run = try folder.run("locate", "106.33,29.52", "--as-of", day, "--format", "json")
            let value = try run.json()
            #expect(value["as_of"] == .string(day))
            #expect(try Answer(value).layout(Plan.five)["plan_status"] == .string(status), "\(day)")
        }
        let early = try folder.run("locate", "106.33,29.52", "--as-of", "2019-01-01")
        #expect(early.status != 0)
        #expect(early.messages.contains("2019-01-01"))
        #expect(early.messages.contains("2021-01-01"))
        #expect(early.text.isEmpty)
    }

    @Test func thatAPeriodHasEndedIsNotThatThePlanLostItsForce() throws {
        let text = try folder.run("locate", "106.33,29.52", "--as-of", "2026-11-21", in: .zh).text
        #expect(text.contains("2021—2025年"))
        #expect(text.contains("已届满"))
        #expect(text.contains("国土空间规划"))
        #expect(!text.contains("失效"))
    }

    @Test func theLanguageIsTheLocalesUnlessSaid() throws {
        #expect(try folder.run("locate", "106.33,29.52", in: .zh).text.contains("生命岛"))
        #expect(try !folder.run("locate", "106.33,29.52", in: .en).text.contains("生命岛　"))
        #expect(try folder.run("locate", "106.33,29.52", "--lang", "zh", in: .en).text.contains("图面落位"))
        #expect(
            try folder.run("locate", "106.33,29.52", "--lang", "en", in: .zh).text.contains("Life Island"))
    }

    @Test func aTablesHeadersAreChineseOnRequestOnly() throws {
        try folder.write("in.csv", "经度,纬度\n106.33,29.52\nx,29.52\n")
        let asked = Table(try folder.run("locate", "--input", "in.csv", "--lang", "zh").text)
        #expect(asked.header.last == "错误")
        #expect(asked.header.contains("北研发—中转化—南制造:结构单元"))
        #expect(asked.header.count == 2 + Appended.header.count)
        #expect(asked.rows[0].contains("生命岛"))
        let unasked = Table(try folder.run("locate", "--input", "in.csv", in: .zh).text)
        #expect(unasked.header == ["经度", "纬度"] + Appended.header)
    }

    /// The parser's own words would be of an option that lacks its value.
    @Test(arguments: [
        (["locate", "1,2", "--accuracy", "-1"], "-1"), (["locate", "1,2", "--confidence", "-1"], "-1"),
        (["locate", "--input", "-", "--header-row", "-2"], "-2"),
        (["neighbors", "shengmingdao", "--within", "-500m"], "-500m"),
    ])
    func aNumberOutOfItsRangeIsNamedInBothLanguages(_ arguments: [String], _ value: String) throws {
        for language in [Language.en, .zh] {
            let run = try folder.run(arguments, in: language)
            #expect(run.status == 64)
            #expect(
                run.messages.contains("“\(value)”") || run.messages.contains("\"\(value)\""),
                "\(run.messages)")
            for word in ["Missing value", "invalid for", "缺少取值"] {
                #expect(!run.messages.contains(word), "\(run.messages)")
            }
        }
    }

    @Test(arguments: [
        ["locate"], ["locate", "1,2", "--confidence", "2"], ["locate", "1,2", "--confidence", "nan"],
        ["locate", "1,2", "--as-of", "2026-02-30"], ["locate", "1,2", "--format", "xml"],
        ["locate", "1,2", "--nope"],
        ["locate", "1,2", "--input", "a.csv"], ["locate", "1,2", "--lang", "fr"], ["locate", "--place"],
        ["locatee"], ["zone"], ["zone", "nope"], ["zones", "--layout", "nope"],
        ["locate", "1,2", "--layout", "nope"],
        ["locate", "1,2", "--accuracy=-5"], ["locate", "1,2", "--accuracy", "ten"],
        ["locate", "1,2", "--accuracy", "-1"], ["locate", "1,2", "--accuracy", "--format", "json"],
        ["locate", "1,2", "--confidence", "-1"], ["locate", "1,2", "--confidence", "high"],
        ["locate", "1,2", "--confidence", "0.5"], ["locate", "1,2", "--confidence", "1"],
        ["locate", "--input", "-", "--header-row", "0"], ["locate", "--input", "-", "--header-row", "-2"],
        ["locate", "--input", "-", "--header-row", "two"],
        ["convert", "--input", "-", "--header-row", "1.5"],
        ["neighbors", "shengmingdao", "--within", "-500m"], ["neighbors", "shengmingdao", "--within", "500"],
        ["adjacency", "jinfeng-five-zones", "--within", "-1km"],
        ["convert", "1,2", "--to", "nope"],
        ["locate", "--input", "-", "--columns", "nope"], ["locate", "--input", "-", "--encoding", "big5"],
    ])
    func wrongUsageIs64AndSaysSoInBothLanguages(_ arguments: [String]) throws {
        let english = try folder.run(arguments, in: .en)
        let chinese = try folder.run(arguments, in: .zh)
        #expect(english.status == 64)
        #expect(chinese.status == 64)
        #expect(english.bytes.isEmpty && chinese.bytes.isEmpty)
        #expect(english.messages.contains { $0.isLetter })
        // A word or two of the parser's stay; a sentence does not.
        #expect(
            chinese.messages.firstMatch(of: /[a-z]{3,} [a-z]{2,} [a-z]{2,}/) == nil, "\(chinese.messages)")
        #expect(chinese.messages.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
}
