internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import UnixSignals

/// The service: OGC API Features and the questions of siting over HTTP.
public struct SitingServer: Sendable {
    private let data: ServedData
    private let settings: ServiceSettings
    private let logger: Logger

    /// Makes a service over data that was read.
    public init(_ data: ServedData, _ settings: ServiceSettings) {
        self.data = data
        self.settings = settings
        logger = Logger(label: "jinfeng") { _ in JSONLogHandler() }
    }

    /// Serves until the process is told to stop (SIGTERM, SIGINT); what is in flight is answered first.
    ///
    /// - Parameter whenRunning: called with the port once requests are answered.
    public func run(whenRunning: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
        let group = ServiceGroup(
            configuration: configuration(of: try application(whenRunning), signals: [.sigterm, .sigint]))
        try await group.run()
    }

    private func configuration(of service: any Service, signals: [UnixSignal]) -> ServiceGroupConfiguration {
        var configuration = ServiceGroupConfiguration(
            services: [service], gracefulShutdownSignals: signals, logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(settings.drainSeconds)
        return configuration
    }

    /// The application, its desk open.
    func application(_ whenRunning: @escaping @Sendable (Int) -> Void) throws -> some ApplicationProtocol {
        let events = MultiThreadedEventLoopGroup.singleton
        let desk = QuestionDesk(data, settings, events)
        try desk.open()
        let settings = settings
        return Application(
            responder: Doorway(SitingRoutes(desk: desk).endpoints, settings),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [ConnectionDeadlines(settings)])),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: "jinfeng", backlog: 1024,
                availableConnectionsDelegate: .maximum(settings.maximumConnections, logger: logger)),
            onServerRunning: { channel in whenRunning(channel.localAddress?.port ?? settings.port) },
            eventLoopGroupProvider: .shared(events), logger: logger)
    }
}
