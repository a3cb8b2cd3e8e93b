import Glibc
import Planning
import Presenting
import SitingService
import Wording

/// The service as a program of its own, which `jinfeng serve` becomes: the one-shot command starts faster without what
/// serving takes.
///
/// Its arguments are settings, `--name=value`; `jinfeng serve --help` explains them.
@main
struct JinfengServe {
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        var flags: [String: String] = [:]
        for argument in CommandLine.arguments.dropFirst() {
            let parts = argument.drop { $0 == "-" }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            flags[String(parts[0])] = parts.count > 1 ? String(parts[1]) : "true"
        }
        let language = flags.removeValue(forKey: "lang").flatMap(Language.init(rawValue:)) ?? .en
        let geoData = flags.removeValue(forKey: "geodata") ?? "GeoData"
        let file = flags.removeValue(forKey: "config")
        do throws(SettingError) {
            let settings = try await ServiceSettings.read(flags: flags, file: file)
            await serve(settings, GeoDataFolder(path: geoData), language)
        } catch {
            end(error, language, 64)
        }
    }

    private static func serve(_ settings: ServiceSettings, _ folder: GeoDataFolder, _ language: Language)
        async
    {
        let server: SitingServer
        do throws(GeoDataError) {
            server = SitingServer(try ServedData(folder), settings)
        } catch {
            if case .unreadable = error { end(error, language, 66) }
            end(error, language, 65)
        }
        do throws(ServiceError) {
            try await server.run { port in
                let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
                let text = Bilingual(
                    zh: "服务已启动：http://\(host):\(port)/", en: "Serving at http://\(host):\(port)/")
                say(text[language])
            }
        } catch {
            end(error, language, error.exitCode)
        }
    }

    private static func end(_ error: any ExplainedError, _ language: Language, _ status: Int32) -> Never {
        say(RowError(error).line(in: language))
        exit(status)
    }

    private static func say(_ text: String) {
        let line = Array("jinfeng: \(text)\n".utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
