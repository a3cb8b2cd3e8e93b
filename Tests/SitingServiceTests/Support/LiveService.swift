import GeoJSON
import Hummingbird
import Planning
import ServiceLifecycle
import TestSupport
import Testing

@testable import SitingService

/// A service on a port of its own, for as long as a test needs it.
struct LiveService {
    let port: Int
    let group: ServiceGroup

    /// The shipped data, read once.
    static let data = Result { try ServedData(GeoDataFolder(path: Repository.geoData)) }

    /// Serves while something is done, and stops when that is.
    static func run<Value: Sendable>(
        over own: ServedData? = nil,
        _ change: (inout ServiceSettings) -> Void = { _ in },
        _ body: @escaping @Sendable (LiveService) async throws -> Value
    ) async throws -> Value {
        var settings = ServiceSettings()
        settings.port = 0
        settings.logsAccess = false
        change(&settings)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let group = try SitingServer(try own ?? data.get(), settings).group { port.yield($0) }
        async let ended: Void = group.run()
        var first = ports.makeAsyncIterator()
        let service = LiveService(port: try #require(await first.next()), group: group)
        let outcome: Result<Value, any Error>
        do {
            outcome = .success(try await body(service))
        } catch {
            outcome = .failure(error)
        }
        await group.triggerGracefulShutdown()
        try await ended
        return try outcome.get()
    }

    /// Asks with GET.
    func get(_ target: String, _ headers: [String: String] = [:]) async throws -> Reply {
        try await send("GET", target, headers)
    }

    /// Asks with a body.
    func post(_ target: String, _ body: String, type: String) async throws -> Reply {
        try await send("POST", target, ["Content-Type": type], Array(body.utf8))
    }

    /// Sends a request on a connection of its own.
    func send(
        _ method: String, _ target: String, _ headers: [String: String] = [:], _ body: [UInt8]? = nil
    ) async throws -> Reply {
        var head = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Length: \(body.count)\r\n" }
        return try Reply(
            try await exchange(Array((head + "\r\n").utf8) + (body ?? [])), isHead: method == "HEAD")
    }
}
