import ArgumentParser
import Glibc
import Planning
import Presenting
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
        var arguments = ["--geodata=\(try source.folder().path)", "--lang=\(language.rawValue)"]
        let given = [("host", host), ("port", port), ("public-url", publicURL), ("config", config)]
        arguments += given.compactMap { name, value in value.map { "--\(name)=\($0)" } }
        arguments += settings.map { "--\($0)" }
        throw Self.become("jinfeng-serve", arguments, language)
    }

    /// Lets another program beside this one, or beside the one a link points to, take the place of this process.
    ///
    /// - Returns: why it could not.
    private static func become(_ program: String, _ arguments: [String], _ language: Language) -> Failure {
        let path = "\(GeoDataSearch.executableFolder)/\(program)"
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        execv(path, &words)
        let error = NoProgram(path: path, reason: SystemReason(errno))
        return Failure(error, language, status: .internal)
    }
}

/// A part of the program that is not where it belongs.
private struct NoProgram: ExplainedError {
    let path: String
    let reason: SystemReason

    let code = "missing_program"
    var message: Bilingual {
        Bilingual(
            zh: "无法启动“\(path)”：\(reason.text.zh)。", en: "Cannot start \"\(path)\": \(reason.text.en).")
    }
    var remedy: Bilingual {
        Bilingual(
            zh: "它应与 jinfeng 在同一目录；请用 make build 或 make install 生成。",
            en: "It belongs beside jinfeng: make build or make install puts it there.")
    }
}
