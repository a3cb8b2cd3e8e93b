import ArgumentParser
import Glibc
import Projection
import Topology
import Wording

/// The root of the command: configuration only.
@main
struct Jinfeng: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jinfeng",
        abstract: say(
            zh: "查询地块或点位落在西部（重庆）科学城规划空间结构的哪个结构单元，并给出概率、距离与原文依据。",
            en:
                "Tells in which planned zone of the Western (Chongqing) Science City a site lies, how sure that is, "
                + "and which sentence of which document says so."),
        discussion: say(
            zh: """
                示例：
                  jinfeng locate 106.33,29.52
                  jinfeng assess 地块.geojson --activity 集成电路设计
                  jinfeng locate --input Examples/sites.csv --output answered.csv
                """,
            en: """
                Examples:
                  jinfeng locate 106.33,29.52
                  jinfeng assess site.geojson --activity "chip design"
                  jinfeng locate --input Examples/sites.csv --output answered.csv
                """),
        version: "jinfeng \(release) (GEOS \(GEOSVersion.current), PROJ \(PROJVersion.current))",
        subcommands: [
            Locate.self, Assess.self, Find.self, Fit.self, Neighbors.self, Adjacency.self, Zones.self,
            ShowZone.self, MapCommand.self, Convert.self, Export.self, Import.self, Validate.self,
            Serve.self,
        ])

    static let release = Release.number

    /// Help text in the language asked for.
    static func say(zh: String, en: String) -> String { Bilingual(zh: zh, en: en)[.ofHelp] }

    /// `help X --lang zh` as `X --help`: the library's own help command takes no option, and the language has been read.
    private static var arguments: [String] {
        let given = Array(CommandLine.arguments.dropFirst())
        guard given.first == "help" else { return given }
        return given.dropFirst().prefix { !$0.hasPrefix("-") } + ["--help"]
    }

    static func main() {
        var status = EXIT_SUCCESS
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch let failure as Failure {
            if !failure.text.isEmpty { Messages.writeLine(failure.text) }
            status = failure.status.rawValue
        } catch {
            let code = exitCode(for: error)
            let negative = code.isSuccess ? nil : NegativeValue(in: CommandLine.arguments)
            let text =
                negative.map { Failure($0.error, .ofHelp, status: .usage).text }
                ?? HelpHeadings.translated(fullMessage(for: error))
            if !text.isEmpty { code.isSuccess ? Messages.print(text) : Messages.writeLine(text) }
            status = code.rawValue
        }
        // Whatever else went wrong is the lesser evil: the answers themselves may not have arrived.
        if let late = Output.failureInClosing(.ofHelp) {
            Messages.writeLine(late.text)
            status = late.status.rawValue
        }
        Glibc.exit(status)
    }
}
