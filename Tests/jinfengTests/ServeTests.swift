import Foundation
import TestSupport
import Testing

/// The service answers in the command's own bytes, whatever is asked.
@Suite struct ServeTests {
    /// A question to the service and the same to the command.
    struct Pair: Sendable {
        let target: String
        var type: String?
        var file: String?
        let command: [String]

        init(_ target: String, _ command: String...) {
            self.target = target
            self.command = command
        }

        init(post file: String, as type: String, _ target: String, _ command: String...) {
            self.target = target
            self.type = type
            self.file = file
            self.command = command
        }
    }

    static let gaoxinqu = "%E7%9B%B4%E7%AE%A1%E5%9B%AD"  // 直管园

    static let pairs =
        ["json", "text", "geojson", "csv"].map { format in
            Pair("/locate?position=106.33,29.52&f=\(format)", "locate", "106.33,29.52", "--format", format)
        } + [
            Pair(
                "/locate?position=106.3338,29.5171&frame=gcj02&accuracy=30&lang=zh", "locate",
                "106.3338,29.5171",
                "--frame", "gcj02", "--accuracy", "30", "--lang", "zh", "--format", "json"),
            Pair(
                "/assess?position=106.33,29.52&activity=IVD", "assess", "106.33,29.52", "--activity", "IVD",
                "--format", "json"),
            Pair("/zones/shengmingdao?f=geojson", "zone", "shengmingdao", "--format", "geojson"),
            Pair(
                "/zones/shengmingdao/neighbors?lang=zh", "neighbors", "shengmingdao", "--format", "json",
                "--lang", "zh"),
            Pair(
                "/adjacency?layout=jinfeng-five-zones&f=csv", "adjacency", "jinfeng-five-zones", "--format",
                "csv"),
            Pair("/fit?activity=IVD&f=text", "fit", "IVD", "--format", "text"),
            Pair(
                post: "parcel.geojson", as: "application/geo+json", "/assess?f=html&lang=zh", "assess",
                "\(Repository.root)/Examples/parcel.geojson", "--format", "html", "--lang", "zh"),
            Pair(
                post: "candidates.csv", as: "text/csv", "/find?in=\(gaoxinqu)&min-area=50mu&f=csv", "find",
                "\(Repository.root)/Examples/candidates.csv", "--in", "直管园", "--min-area", "50mu", "--format",
                "csv"),
        ]
        + ["csv", "ndjson", "json", "geojson", "text"].map { format in
            Pair(
                post: "sites.csv", as: "text/csv", "/locate?f=\(format)", "locate", "--input",
                "\(Repository.root)/Examples/sites.csv", "--format", format)
        }

    @Test func everyBodyIsTheCommandsOwn() throws {
        let folder = try TemporaryFolder()
        let service = try ServedCommand(in: folder)
        for pair in Self.pairs {
            let body = try pair.file.map { name in
                Array(try Data(contentsOf: URL(fileURLWithPath: "\(Repository.root)/Examples/\(name)")))
            }
            let served = try service.send(
                body == nil ? "GET" : "POST", pair.target, type: pair.type, body: body ?? [])
            let command = try folder.run(pair.command)
            #expect(served == command.bytes, "\(pair.target)")
            #expect(!served.isEmpty)
        }
    }

    @Test func beingToldToStopEndsItInOrder() throws {
        let service = try ServedCommand(in: try TemporaryFolder())
        _ = try service.send("GET", "/health")
        service.process.terminate()
        service.process.waitUntilExit()
        #expect(service.process.terminationStatus == 0 && service.process.terminationReason == .exit)
    }

    @Test func aSettingThatCannotBeIsToldWithTheFlag() throws {
        let run = try TemporaryFolder().run("serve", "--port", "99999")
        #expect(run.status == 64)
        #expect(run.messages.contains("invalid_setting") && run.messages.contains("65535"))
        let unknown = try TemporaryFolder().run("serve", "--set", "colour=red")
        #expect(unknown.status == 64 && unknown.messages.contains("unknown_setting"))
    }

    @Test func flagGoesBeforeEnvironmentAndThatBeforeFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("conf", "JINFENG_PORT=99997\n")
        let byFile = try folder.run("serve", "--config", "conf")
        #expect(byFile.messages.contains("99997"))
        let byEnvironment = try folder.run(
            "serve", "--config", "conf", environment: ["JINFENG_PORT": "99998"])
        #expect(byEnvironment.messages.contains("99998"))
        let byFlag = try folder.run(
            "serve", "--port", "99999", "--config", "conf", environment: ["JINFENG_PORT": "99998"])
        #expect(byFlag.messages.contains("99999"))
    }
}
