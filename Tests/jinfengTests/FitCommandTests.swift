import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct FitCommandTests {
    private struct Run {
        let status: Int32
        let output: String
        let messages: String
    }

    /// Runs the built command beside the tests.
    private func run(_ arguments: String...) throws -> Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("jinfeng")
        process.arguments = ["fit"] + arguments
        process.environment = ["JINFENG_GEODATA": Repository.geoData, "LANG": "zh_CN.UTF-8"]
        let (output, messages) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = messages
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let notes = messages.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            messages: String(decoding: notes, as: UTF8.self))
    }

    @Test(arguments: ["text", "json", "csv"]) func anAnswerComesInEveryFormat(_ format: String) throws {
        let run = try run("集成电路设计", "--format", format)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output.contains("科创街") && run.output.contains("388"))
    }

    @Test func anUnansweredActivityIsNoError() throws {
        // In none of the documents, which `validate` proves.
        let absent = try run("餐饮")
        #expect(absent.status == 0)
        #expect(absent.output.contains("文本未见对此项的安排"))
    }

    /// What we do not understand says nothing about the texts.
    @Test(arguments: ["弹子房", "🤖🧬", "'; DROP TABLE zones;--"])
    func whatIsNotUnderstoodIsNoSilenceOfTheTexts(_ question: String) throws {
        let run = try run(question)
        #expect(run.status == 0)
        #expect(run.output.contains("没有认出所问的活动，未作比对"))
        #expect(!run.output.contains("文本未见对此项的安排"))
    }

    @Test func jsonIsOneObject() throws {
        let run = try run("风险投资", "--format", "json", "--document", "004", "--as-of", "2024-01-01")
        let root = try JSONValue(parsing: Array(run.output.utf8))
        #expect(root["as_of"] == "2024-01-01")
        let assignments = root["answers"]?.elements?.first?["assignments"]?.elements ?? []
        #expect(!assignments.isEmpty)
        for assignment in assignments {
            #expect(assignment["source"]?["document"] == "004")
            #expect(assignment["plan_status"] == "in_force")
        }
    }

    @Test(arguments: [
        ["芯片", "--layout", "five-zones"], ["芯片", "--document", "005"], ["芯片", "--stage", "selling"],
        ["芯片", "--format", "geojson"], [], ["  "],
    ])
    func wrongUseIsRefusedWithSixtyFour(_ arguments: [String]) throws {
        let run =
            switch arguments.count {
            case 0: try run()
            case 1: try run(arguments[0])
            default: try run(arguments[0], arguments[1], arguments[2])
            }
        #expect(run.status == 64)
        #expect(run.output.isEmpty && !run.messages.isEmpty)
    }

    @Test func anUnknownLayoutIsAnsweredWithTheNearest() throws {
        let run = try run("芯片", "--layout", "north-midle-south")
        #expect(run.messages.contains("north-middle-south"))
    }

    @Test func missingDataIsNoInput() throws {
        let run = try run("芯片", "--geodata", "/nowhere")
        #expect(run.status == 66)
        #expect(run.messages.contains("/nowhere"))
    }

    @Test func theExampleOfTheHelpWorks() throws {
        let help = try run("--help", "--lang", "en")
        #expect(help.status == 0)
        #expect(help.output.contains("jinfeng fit \"integrated circuit design\""))
        let example = try run("integrated circuit design", "--lang", "en")
        #expect(example.status == 0 && example.output.contains("002:388"))
    }
}
