internal import HummingbirdCore
internal import NIOCore
public import Wording

/// Why the service cannot run.
public struct ServiceError: ExplainedError {
    /// The stable name for programs.
    public let code: String
    /// What is wrong.
    public let message: Bilingual
    /// What to do about it.
    public let remedy: Bilingual
    /// How a program ends because of it, by sysexits.h.
    public let exitCode: Int32

    /// Says in our words what went wrong in starting.
    init(_ error: any Error, _ settings: ServiceSettings) {
        if let problem = error as? Problem {
            code = problem.code
            message = problem.message
            remedy = problem.remedy
            exitCode = 65
            return
        }
        let reason =
            (error as? IOError).map { SystemReason($0.errnoCode).text }
            ?? Bilingual(zh: "\(error)", en: "\(error)")
        let address = "\(settings.host):\(settings.port)"
        code = "cannot_listen"
        message = Bilingual(
            zh: "无法在 \(address.quotable) 上监听：\(reason.zh)。",
            en: "Cannot listen on \(address.quotable): \(reason.en).")
        remedy = Bilingual(
            zh: "端口可能已被占用，或地址不属于本机；请换 --port 或 --host。",
            en: "The port may be taken, or the address not this machine's: try another --port or --host.")
        exitCode = 74
    }
}
