internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTPTypesHTTP1

/// HTTP/1.1 as Hummingbird has it, its tasks on the event loop of each connection, and ``ShortAnswers`` before it.
struct LoopboundHTTP1: ServerChildChannel {
    private let http1: HTTP1Channel
    private let desk: PositionDesk

    init(_ http1: HTTP1Channel, _ desk: PositionDesk) {
        self.http1 = http1
        self.desk = desk
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        http1.setup(channel: channel, logger: logger).flatMapThrowing { [desk] value in
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(
                ShortAnswers(desk, pipeline.handler(type: ConnectionDeadlines.self)),
                position: .before(pipeline.handler(type: HTTP1ToHTTPServerCodec.self)))
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await withTaskExecutorPreference(EventLoopTaskExecutor(value.channel.eventLoop)) {
            await http1.handle(value: value, logger: logger)
        }
    }
}
