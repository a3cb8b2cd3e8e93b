import Foundation
import GeoJSON
import TestSupport
import Wording

/// What one run of the built command left behind.
struct CommandRun {
    /// The exit code; negative for the signal that ended it.
    let status: Int32
    let bytes: [UInt8]
    let messages: String

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The lines of the output, without the end of the last one.
    var lines: [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast(
            text.hasSuffix("\n") ? 1 : 0)
    }

    /// The output as one JSON text.
    func json() throws -> JSONValue { try JSONValue(parsing: bytes) }

    /// The output as JSON, a value a line.
    func ndjson() throws -> [JSONValue] { try lines.map { try JSONValue(parsing: Array($0.utf8)) } }

    /// The features of the output, a GeoJSON collection.
    func features() throws -> [JSONValue] { try json()["features"]?.elements ?? [] }
}

extension TemporaryFolder {
    /// Runs the command as a user would, this folder being the current one.
    ///
    /// The environment is fixed, the data are the shipped ones unless the arguments or the environment name others.
    func run(
        _ arguments: String..., stdin: [UInt8]? = nil, to output: String? = nil, in language: Language = .en,
        environment: [String: String] = [:]
    ) throws -> CommandRun {
        try run(arguments, stdin: stdin, to: output, in: language, environment: environment)
    }

    func run(
        _ arguments: [String], stdin: [UInt8]? = nil, to output: String? = nil, in language: Language = .en,
        environment: [String: String] = [:]
    ) throws -> CommandRun {
        try start(
            URL(fileURLWithPath: Self.program), arguments, stdin: stdin, to: output, in: language,
            environment: environment)
    }

    /// Runs a line as a shell does, `jinfeng` being the built one.
    func shell(_ line: String, in language: Language = .en) throws -> CommandRun {
        let folder = URL(fileURLWithPath: Self.program).deletingLastPathComponent().path
        return try start(
            URL(fileURLWithPath: "/bin/sh"), ["-c", line], in: language,
            environment: ["PATH": "\(folder):/usr/bin:/bin"])
    }

    private func start(
        _ program: URL, _ arguments: [String], stdin: [UInt8]? = nil, to output: String? = nil,
        in language: Language, environment: [String: String]
    ) throws -> CommandRun {
        let run = UUID().uuidString
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        let locale = language == .zh ? "zh_CN.UTF-8" : "C.UTF-8"
        process.environment = ["LANG": locale, "LC_ALL": locale, "JINFENG_GEODATA": Repository.geoData]
            .merging(
                environment
            ) { $1 }
        try write("\(run).in", stdin ?? [])
        try write("\(run).out", [])
        try write("\(run).err", [])
        // Files, not pipes: nothing blocks however much is said.
        process.standardInput = try FileHandle(forReadingFrom: url("\(run).in"))
        process.standardOutput = try FileHandle(
            forUpdating: output.map { URL(fileURLWithPath: $0, relativeTo: url("")) } ?? url("\(run).out"))
        process.standardError = try FileHandle(forUpdating: url("\(run).err"))
        try process.run()
        // A run that never ends must not take the others with it.
        let id = process.processIdentifier
        let overdue = DispatchWorkItem { kill(id, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + 50, execute: overdue)
        process.waitUntilExit()
        overdue.cancel()
        return CommandRun(
            status: process.terminationReason == .exit
                ? process.terminationStatus : -process.terminationStatus,
            bytes: try bytes("\(run).out"), messages: try text("\(run).err"))
    }

    private func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }

    /// The command stands beside the test bundle in the build folder.
    static let program: String = {
        let test = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let folders = [test.deletingLastPathComponent(), Bundle.main.bundleURL]
        let programs = folders.map { $0.appendingPathComponent("jinfeng").path }
        return programs.first { FileManager.default.isExecutableFile(atPath: $0) } ?? programs[0]
    }()
}
