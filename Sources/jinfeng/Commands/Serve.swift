import ArgumentParser
import Glibc
import Planning
import Presenting
import SitingService
import Synchronization
import Wording

/// `jinfeng serve`: the same answers over HTTP.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "启动网络服务：OGC API Features 与各项查询",
            en: "Serves the answers over HTTP: OGC API Features and the questions."),
        discussion: Jinfeng.say(
            zh: """
                默认只监听本机。设置的次序：命令行、环境变量（JINFENG_PORT 等）、--config 文件、默认值。

                示例：
                  jinfeng serve
                  jinfeng serve --port 9000 --config /etc/jinfeng.conf
                  curl "http://127.0.0.1:8080/locate?position=106.33,29.52&lang=zh"
                """,
            en: """
                Only this machine is listened to unless told otherwise. A flag goes before the environment (JINFENG_PORT and
                so on), that before the file of --config, that before the default.

                Examples:
                  jinfeng serve
                  jinfeng serve --port 9000 --config /etc/jinfeng.conf
                  curl "http://127.0.0.1:8080/locate?position=106.33,29.52"
                """))

    @Option(
        help: .both(
            zh: "监听的地址（默认 127.0.0.1，仅本机）",
            en: "The address listened on (default: 127.0.0.1, this machine only)."))
    var host: String?

    @Option(
        help: .both(zh: "监听的端口（默认 8080；0 为任一空闲端口）", en: "The port (default: 8080; 0 for any that is free)."))
    var port: String?

    @Option(
        name: .customLong("public-url"),
        help: .both(
            zh: "对外的地址，如 https://gis.example.cn/jinfeng（置于反向代理之后时）",
            en: "The address clients know it by, such as https://gis.example.cn/jinfeng, behind a proxy."))
    var publicURL: String?

    @Option(
        help: .both(
            zh: "设置文件，每行如 JINFENG_PORT=8080", en: "A file of settings, with lines such as JINFENG_PORT=8080."),
        completion: .file())
    var config: String?

    @Option(
        name: .customLong("set"),
        help: .both(
            zh: "其他设置，如 max-body=33554432（可重复；各项见 README）",
            en: "Another setting, such as max-body=33554432; may be repeated (the README lists them)."))
    var settings: [String] = []

    @OptionGroup var source: GeoDataOptions

    func run() throws {
        let language = source.speech.language
        let folder = try source.folder()
        let data: ServedData
        do throws(GeoDataError) {
            data = try ServedData(folder)
        } catch {
            throw Failure(error, language, status: error.status)
        }
        let flags = try self.flags(language)
        try waitFor { () async throws in
            let settings: ServiceSettings
            do throws(SettingError) {
                settings = try await ServiceSettings.read(flags: flags, file: config)
            } catch {
                throw Failure(error, language, status: .usage)
            }
            try await SitingServer(data, settings).run { port in
                Messages.write(
                    Bilingual(
                        zh: "服务已启动：http://\(settings.host):\(port)/",
                        en: "Serving at http://\(settings.host):\(port)/")[language])
            }
        }
    }

    private func flags(_ language: Language) throws -> [String: String] {
        var flags: [String: String] = [:]
        flags["host"] = host
        flags["port"] = port
        flags["public-url"] = publicURL
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, ServiceSettings.names.contains(String(parts[0])) else {
                let error = UsageError(
                    message: Bilingual(
                        zh: "没有设置“\(setting.quotable)”。", en: "There is no setting \(setting.quoted)."),
                    remedy: Bilingual(
                        zh: "写作 名称=值，可选：\(ServiceSettings.names.joined(separator: "、"))。",
                        en: "Write name=value; choose from: \(ServiceSettings.names.joined(separator: ", "))."
                    ))
                throw Failure(RowError(error, field: "--set"), language, status: .usage)
            }
            flags[String(parts[0])] = String(parts[1])
        }
        return flags
    }

    /// Runs what waits for others while this thread, which waits for it, does nothing else.
    private func waitFor(_ work: @escaping @Sendable () async throws -> Void) throws {
        guard let run = Run() else { return }
        Task {
            do {
                try await work()
                run.end(.success(()))
            } catch {
                run.end(.failure(error))
            }
        }
        try run.outcome.get()
    }
}

/// Work under way, and how it ended.
private final class Run: Sendable {
    private let ended = Mutex<Result<Void, any Error>>(.success(()))
    private let semaphore: Semaphore

    /// Nil where the system has no descriptors left.
    init?() {
        guard let semaphore = Semaphore(permits: 0) else { return nil }
        self.semaphore = semaphore
    }

    func end(_ outcome: Result<Void, any Error>) {
        ended.withLock { $0 = outcome }
        semaphore.give()
    }

    /// How it ended, waiting until it has.
    var outcome: Result<Void, any Error> {
        semaphore.take()
        return ended.withLock { $0 }
    }
}
