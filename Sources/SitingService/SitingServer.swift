internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import UnixSignals
internal import Wording

/// The service: OGC API Features and the questions of siting over HTTP.
public struct SitingServer: Sendable {
    /// What it calls itself in the header `Server`.
    static let name = "jinfeng"

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
    /// - Throws: ``ServiceError`` where it cannot listen, or the data cannot be asked.
    public func run(whenRunning: @escaping @Sendable (Int) -> Void = { _ in }) async throws(ServiceError) {
        let log = LogStream.standardError
        let flushing = log.flushRegularly(on: MultiThreadedEventLoopGroup.singleton.next())
        defer {
            flushing.cancel()
            log.flush()
        }
        do {
            let group = try group(signals: [.sigterm, .sigint], whenRunning)
            try await group.run()
        } catch {
            throw ServiceError(error, settings)
        }
    }

    /// The service with all that goes with it, to be run, and stopped by these signals.
    func group(
        signals: [UnixSignal] = [], _ whenRunning: @escaping @Sendable (Int) -> Void
    ) throws -> ServiceGroup {
        var configuration = ServiceGroupConfiguration(
            services: [try application(whenRunning)], gracefulShutdownSignals: signals, logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(settings.drainSeconds)
        return ServiceGroup(configuration: configuration)
    }

    /// The application, its desk open.
    private func application(_ whenRunning: @escaping @Sendable (Int) -> Void) throws
        -> some ApplicationProtocol
    {
        if !settings.allowsClassified, let held = data.classified { throw held }
        let events = MultiThreadedEventLoopGroup.singleton
        let desk = QuestionDesk(data, settings, events)
        try desk.open()
        if desk.leaflet.files.isEmpty {
            let missing = desk.leaflet.missing
            logger.warning(
                "no page",
                metadata: ["reason": .string(missing.message.en), "remedy": .string(missing.remedy.en)])
        }
        let settings = settings
        let positions = PositionDesk(LocateRoutes(desk: desk), settings)
        return Application(
            responder: Doorway(SitingRoutes(desk: desk).endpoints, settings),
            server: HTTPServerBuilder { responder in
                LoopboundHTTP1(
                    HTTP1Channel(
                        responder: responder,
                        configuration: HTTP1Channel.Configuration(
                            additionalChannelHandlers: [ConnectionDeadlines(settings)])),
                    positions)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: Self.name, backlog: 1024,
                availableConnectionsDelegate: .maximum(settings.maximumConnections, logger: logger)),
            onServerRunning: { channel in whenRunning(channel.localAddress?.port ?? settings.port) },
            eventLoopGroupProvider: .shared(events), logger: logger)
    }
}
