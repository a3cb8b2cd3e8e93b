internal import HummingbirdCore
internal import NIOCore
internal import Planning
public import Wording

/// Data that are not to be served unless told.
struct Classified: Error {
    let layout: Layout
    let edition: Edition
}

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
        if let classified = error as? Classified {
            let (layout, edition) = (classified.layout.name, classified.edition.id)
            code = "classified_edition"
            message = Bilingual(
                zh: "“\(layout.zh)”的版次 \(edition) 标有密级，不予提供。",
                en: "The edition \(edition) of \(layout.en) is classified and is not served.")
            remedy = Bilingual(
                zh: "请换用不含该版次的 GeoData；确可提供时加 --set allow-classified=true。",
                en: "Serve a GeoData without it; where it may be given out, say --set allow-classified=true.")
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
