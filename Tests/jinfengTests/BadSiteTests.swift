import TestSupport
import Testing
import Wording

/// Sites that are none, and questions nothing can answer: the exit code, the code, and words in both languages.
@Suite struct BadSiteTests {
    private static let crossing = "POLYGON((106.3 29.5,106.31 29.51,106.31 29.5,106.3 29.51,106.3 29.5))"
    private static let square = "POLYGON((106.32 29.51,106.33 29.51,106.33 29.52,106.32 29.52,106.32 29.51))"

    @Test(arguments: [
        ([crossing], 65, "invalid_geometry"), (["POLYGON EMPTY"], 65, "empty_geometry"),
        (["POLYGON((106.3 29.5,106.31 29.51,106.32 29.52,106.3 29.5))"], 65, "zero_area"),
        (["LINESTRING(106.3 29.5,106.3 29.5)"], 65, "zero_length"),
        (["POLYGON((179 29.5,-179 29.5,-179 29.6,179 29.6,179 29.5))"], 65, "crosses_antimeridian"),
        (["POLYGON((29.51 106.33,29.52 106.33,29.52 106.34,29.51 106.33))"], 65, "swapped_lon_lat"),
        (["科学城璧山片区"], 65, "unlocated_zone"), (["无此地"], 65, "unknown_place"),
        ([square, "--area", "50"], 64, ""), ([square, "--area=-50亩"], 64, ""),
        ([square, "--area", "约50亩"], 64, ""), ([square, "--area", "40-50亩"], 64, ""),
        ([square, "--area", "建筑面积5万㎡"], 64, ""),
        ([square, "--layout", "wujiao"], 64, ""),
    ]) func isNamedInBothLanguages(_ arguments: [String], _ status: Int32, _ code: String) throws {
        let folder = try TemporaryFolder()
        var said: [String] = []
        for language in Language.allCases {
            let run = try folder.run(["assess"] + arguments, in: language)
            #expect(run.status == status, "\(run.messages)")
            #expect(run.bytes.isEmpty && run.messages.contains(code) && !run.messages.isEmpty)
            said.append(run.messages)
        }
        let isChinese = said.map { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        #expect(said[0] != said[1] && isChinese.contains(true), "\(said)")
    }

    @Test(arguments: [(Language.zh, "不在中国"), (.en, "outside China")])
    func outsideChinaIsAnsweredAndSaid(_ language: Language, _ words: String) throws {
        for site in ["2.35,48.85", "POLYGON((2 48,3 48,3 49,2 48))"] {
            let run = try TemporaryFolder().run("assess", site, in: language)
            #expect(run.status == 0 && run.text.contains(words), "\(run.messages)")
        }
    }
}
