import GeoJSON
import TestSupport
import Testing
import Wording

/// The help in both languages, each of its examples run as it stands, and the rest the command says of itself.
@Suite struct HelpTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let commands = [
        [], ["locate"], ["assess"], ["find"], ["fit"], ["neighbors"], ["adjacency"], ["zones"], ["zone"],
        ["convert"],
    ]
    /// Commands whose examples ask for more than a few files: full texts, a picture's fonts, a port.
    private static let others = [["validate"], ["map"], ["export"], ["import"], ["serve"]]

    /// The files that stand in the examples.
    private func makeFiles() throws {
        let table = "地块编号,项目名称,经度,纬度\nA1,芯片厂,106.33,29.52\n"
        for name in ["sites.csv", "地块.csv", "Examples/sites.csv", "Examples/candidates.csv"] {
            try folder.write(name, table)
        }
        let parcel =
            "{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[106.329,29.514],[106.331,29.514],[106.331,29.516],[106.329,29.514]]]}"
        for name in ["site.geojson", "sites.geojson", "地块.geojson", "Examples/parcel.geojson"] {
            try folder.write(name, parcel)
        }
        try folder.write("sites.ndjson", "{\"lon\":106.33,\"lat\":29.52}\n")
    }

    @Test(arguments: Language.allCases) func everyExampleOfTheHelpWorks(_ language: Language) throws {
        try makeFiles()
        var examples: Set<String> = []
        for command in Self.commands {
            let help = try folder.run(command + ["--help"], in: language)
            #expect(help.status == 0)
            let found = help.lines.filter { $0.hasPrefix("  jinfeng ") || $0.hasPrefix("  cat ") }
            #expect(!found.isEmpty, "\(command) shows no example")
            examples.formUnion(found)
        }
        for example in examples {
            let run = try folder.shell(example, in: language)
            #expect(run.status == 0, "\(example): \(run.messages)")
            if let file = example.split(separator: " ").drop(while: { $0 != "--output" }).dropFirst().first {
                #expect(try !folder.bytes(String(file)).isEmpty)
            } else {
                #expect(!run.bytes.isEmpty, "\(example)")
            }
        }
    }

    @Test(arguments: commands + others) func theChineseHelpIsChinese(_ command: [String]) throws {
        let help = try folder.run(command + ["--help"], in: .zh)
        #expect(help.text.contains("示例："))
        #expect(help.text.contains("用法："))
        for line in help.lines where !line.contains("jinfeng") {
            #expect(line.firstMatch(of: /[a-z]{3,} [a-z]{2,} [a-z]{2,}/) == nil, "\(line)")
        }
        for word in ["default", "values", "OPTIONS", "OVERVIEW", "<options>", "SITE "] {
            #expect(!help.text.contains(word))
        }
        // An opening bracket and the one that closes it are of one width.
        #expect(help.text.firstMatch(of: /（[^）（]*\)/) == nil)
        let asked = try folder.run(command + ["--help", "--lang", "zh"], in: .en)
        #expect(asked.text == help.text)
    }

    @Test func everyOptionSaysWhatItIs() throws {
        for language in Language.allCases {
            for command in Self.commands.dropFirst() + Self.others {
                let help = try folder.run(command + ["--help"], in: language).lines
                for (index, line) in help.enumerated() where line.hasPrefix("  --") {
                    let isAlone = line.wholeMatch(of: #/ +--[a-z-]+( <[a-z-]+>)?\s*/#) != nil
                    #expect(!isAlone || help[index + 1].hasPrefix("          "), "\(line)")
                }
            }
        }
    }

    @Test(arguments: [["locate", "-106.33,29.52"], ["assess", "--lang", "zh", "-106.33,29.52"]])
    func aPositionThatBeginsWithAMinusIsNamed(_ arguments: [String]) throws {
        for language in Language.allCases {
            let run = try folder.run(arguments, in: language)
            #expect(run.status == 64)
            #expect(run.messages.contains("-106.33,29.52") && run.messages.contains("--"))
            #expect(run.messages.contains("105°"), "\(run.messages)")
        }
    }

    @Test(arguments: [
        ["find", "106.33,29.52", "--min-area", "-50亩"], ["assess", "106.33,29.52", "--area", "-50亩"],
    ])
    func aNegativeMeasureIsNamed(_ arguments: [String]) throws {
        let run = try folder.run(arguments, in: .zh)
        #expect(run.status == 64)
        #expect(run.messages.contains("不能为负"), "\(run.messages)")
    }

    @Test func theVersionNamesTheLibraries() throws {
        let run = try folder.run("--version")
        #expect(run.status == 0)
        #expect(run.text.contains(/jinfeng \d+\.\d+\.\d+ .*GEOS \d+\.\d+\.\d+.*PROJ \d+\.\d+\.\d+/))
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func aCompletionScriptIsMade(_ shell: String) throws {
        let run = try folder.run("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.text.contains("jinfeng"))
        #expect(run.text.contains("locate"))
        #expect(run.text.contains("epsg:4544"))
    }

    @Test func withoutAnArgumentTheHelpIsShown() throws {
        let run = try folder.run()
        #expect(run.status == 0)
        #expect(run.text.contains("locate"))
    }
}
