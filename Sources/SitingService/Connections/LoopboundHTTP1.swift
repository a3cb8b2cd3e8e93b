internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// HTTP/1.1 as Hummingbird has it, its tasks on the event loop of each connection.
struct LoopboundHTTP1: ServerChildChannel {
    private let http1: HTTP1Channel

    init(_ http1: HTTP1Channel) { self.http1 = http1 }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        http1.setup(channel: channel, logger: logger)
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await withTaskExecutorPreference(EventLoopTaskExecutor(value.channel.eventLoop)) {
            await http1.handle(value: value, logger: logger)
        }
    }
}
