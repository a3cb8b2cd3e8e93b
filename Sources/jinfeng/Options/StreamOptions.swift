import ArgumentParser
import Wording

/// How long inputs are answered.
struct StreamOptions: ParsableArguments {
    @Option(
        help: .both(
            zh: "使用几个线程（默认等于处理器核数）；结果与线程数无关",
            en: "How many threads answer (default: one a core); the answers do not depend on it."))
    var threads: Int?

    @Flag(
        name: .customLong("zones-only"),
        help: .both(
            zh: "表格中只给出结构单元，不给判定、概率与距离（更快）",
            en: "In tables answer zones only: no verdict, probability or distance (faster)."))
    var zonesOnly = false

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError(
                Jinfeng.say(
                    zh: "--threads 应为 1 至 1024 的整数。", en: "--threads must be a number from 1 to 1024."))
        }
    }
}
