import NIOCore
import NIOPosix

extension LiveService {
    /// Sends bytes as they are and reads until the service closes the connection.
    func exchange(_ bytes: [UInt8]) async throws -> [UInt8] {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            // A service that has answered already may read no more.
            try? await outbound.write(ByteBuffer(bytes: bytes))
            var received: [UInt8] = []
            do {
                for try await part in inbound { received += part.readableBytesView }
            } catch {
                guard !received.isEmpty else { throw error }
            }
            return received
        }
    }
}
