import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOPosix
import Testing

@testable import SitingService

/// Clients that end their side of a connection while their answer is made: who is gone and who listens.
@Suite struct DepartureTests {
    /// What a client does once it has asked, and whether it is still waited for.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [(true, "1.1", false), (false, "1.1", true), (false, "1.0", true)])
    func whoIsGoneIsToldFromWhoListens(_ closes: Bool, _ version: String, _ isWaitedFor: Bool) async throws {
        let (connections, connected) = AsyncStream.makeStream(of: (any Channel).self)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline()
                    let deadlines = ConnectionDeadlines(ServiceSettings())
                    deadlines.takesInterimAnswers = version == "1.1"
                    try pipeline.addHandlers(
                        HTTP1ToHTTPServerCodec(secure: false), deadlines, Asking(connected))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let client = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(to: #require(server.localAddress)).get()
        try await client.writeAndFlush(ByteBuffer(string: "GET / HTTP/\(version)\r\nHost: a\r\n\r\n"))
        var first = connections.makeAsyncIterator()
        let channel = try #require(await first.next())
        let (departures, left) = AsyncStream.makeStream(of: Bool.self)
        let watch = channel.watchForDeparture { left.yield(true) }
        if closes { try await client.close() } else { try await client.close(mode: .output) }
        // Long enough for several looks.
        channel.eventLoop.scheduleTask(in: .seconds(closes ? 30 : 1)) { left.yield(false) }
        var departure = departures.makeAsyncIterator()
        #expect(await departure.next() == !isWaitedFor)
        watch.cancel()
        try? await channel.close()
        try? await client.close()
        try await server.close()
    }

    /// Tells of the connection once its request is whole, and answers nothing.
    private final class Asking: ChannelInboundHandler, Sendable {
        typealias InboundIn = HTTPRequestPart
        private let asked: AsyncStream<any Channel>.Continuation

        init(_ asked: AsyncStream<any Channel>.Continuation) { self.asked = asked }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            if case .end = unwrapInboundIn(data) { asked.yield(context.channel) }
        }
    }

    /// An answer that takes longer than such a client is given comes all the same.
    @Test(arguments: ["1.1", "1.0"])
    func whoHasSaidAllItWillSayGetsItsPicture(_ version: String) async throws {
        try await LiveService.run { service in
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .channelOption(.allowRemoteHalfClosure, value: true)
                .connect(host: "127.0.0.1", port: service.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                            wrappingChannelSynchronously: channel,
                            configuration: .init(isOutboundHalfClosureEnabled: true))
                    }
                }
            let received = try await channel.executeThenClose { inbound, outbound in
                try await outbound.write(
                    ByteBuffer(string: "GET /map.png?size=a4 HTTP/\(version)\r\nHost: a\r\n\r\n"))
                outbound.finish()
                var received: [UInt8] = []
                for try await part in inbound { received += part.readableBytesView }
                return received
            }
            let interim = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
            #expect(version == "1.1" || !received.starts(with: interim))
            let answer = received.starts(with: interim) ? Array(received.dropFirst(interim.count)) : received
            let reply = try Reply(answer)
            #expect(reply.status == 200 && reply.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
    }
}
