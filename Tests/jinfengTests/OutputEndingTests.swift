import TestSupport
import Testing
import Wording

/// A file's ending promises a format; one that is not written is refused and not filled with text.
@Suite struct OutputEndingTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let commands = [
        ["assess", "106.33,29.52"], ["find", "106.33,29.52", "--in", "直管园"], ["fit", "芯片"],
        ["locate", "106.33,29.52"], ["zones"],
    ]

    @Test(arguments: commands, ["a.docx", "out/a.xyz", "a.DOC"])
    func anUnknownEndingIsRefused(_ command: [String], _ name: String) throws {
        for language in Language.allCases {
            let run = try folder.run(command + ["--output", name], in: language)
            #expect(run.status == 64, "\(run.messages)")
            #expect(run.messages.contains(".json") && run.messages.contains("--format"))
            #expect(throws: (any Error).self) { try folder.bytes(name) }
        }
    }

    @Test(arguments: [("five.gdb", ".gpkg"), ("五大.dwg", ".dxf"), ("a.XLS", ".xlsx")])
    func aFormatOfOtherProgramsIsRefusedWithWhatToWriteInstead(_ name: String, _ instead: String) throws {
        for language in Language.allCases {
            let run = try folder.run("export", "jinfeng-five-zones", "-o", name, in: language)
            #expect(run.status == 64)
            #expect(run.messages.contains(instead), "\(run.messages)")
        }
    }

    @Test(arguments: commands, ["a.txt", "plain", "out.2026"])
    func textGoesToTextFilesAndToThoseWithoutAnEnding(_ command: [String], _ name: String) throws {
        let run = try folder.run(command + ["--output", name])
        #expect(run.status == 0, "\(run.messages)")
        #expect(try !folder.bytes(name).isEmpty)
    }

    @Test(arguments: commands) func aStatedFormatGoesToAnyName(_ command: [String]) throws {
        let run = try folder.run(command + ["--output", "a.docx", "--format", "json"])
        #expect(run.status == 0, "\(run.messages)")
        #expect(["{", "["].contains(try folder.text("a.docx").prefix(1)))
    }

    @Test func theAnswerOfFitFollowsTheName() throws {
        #expect(try folder.run("fit", "芯片", "-o", "a.json").status == 0)
        #expect(try folder.text("a.json").hasPrefix("{"))
        #expect(try folder.run("fit", "芯片", "-o", "a.csv").status == 0)
        #expect(try !folder.text("a.csv").hasPrefix("{") && folder.text("a.csv").contains(","))
    }
}
