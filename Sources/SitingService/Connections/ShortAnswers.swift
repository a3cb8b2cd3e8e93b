internal import NIOCore
internal import NIOHTTP1

/// Answers the question asked most where its request is read, ahead of all that other requests pass.
///
/// One on each connection, next to the parser. A request that is nothing but a head, on a connection on which nothing
/// else waits for its answer, is answered before anything else is read; whatever the desk does not answer goes on
/// unchanged, and is answered, or refused, as any other. So nothing is answered out of turn, and only answers without
/// fault are given here.
final class ShortAnswers: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    private let desk: PositionDesk
    private let deadlines: ConnectionDeadlines
    /// Behind which bytes leave as they are.
    private var encoder: ChannelHandlerContext?
    /// The head whose end is waited for.
    private var held: (head: HTTPRequestHead, question: PositionDesk.Question)?
    private var hasWritten = false
    private var isQuiescing = false

    init(_ desk: PositionDesk, _ deadlines: ConnectionDeadlines) {
        self.desk = desk
        self.deadlines = deadlines
    }

    func handlerAdded(context: ChannelHandlerContext) {
        encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
    }

    func handlerRemoved(context: ChannelHandlerContext) { encoder = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            deadlines.takesInterimAnswers = head.version == .http1_1
            // Who does not take what it asked for is waited for where answers are.
            guard encoder != nil, !isQuiescing, deadlines.isFree, context.channel.isWritable,
                let question = desk.question(in: head)
            else { return context.fireChannelRead(data) }
            held = (head, question)
        case .body:
            letGo(context)
            context.fireChannelRead(data)
        case .end:
            guard let (_, question) = held, let encoder,
                let answer = desk.answer(question, context.channel.allocator)
            else {
                letGo(context)
                return context.fireChannelRead(data)
            }
            held = nil
            encoder.write(NIOAny(IOData.byteBuffer(answer)), promise: nil)
            deadlines.answeredElsewhere()
            hasWritten = true
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if hasWritten {
            hasWritten = false
            encoder?.flush()
        }
        context.fireChannelReadComplete()
    }

    /// The connection is to be closed when it is idle, which it is once everything written has left.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent, let encoder else {
            return context.fireUserInboundEventTriggered(event)
        }
        isQuiescing = true
        let left = context.eventLoop.makePromise(of: Void.self)
        encoder.writeAndFlush(NIOAny(IOData.byteBuffer(ByteBuffer())), promise: left)
        let context = NIOLoopBound(context, eventLoop: context.eventLoop)
        left.futureResult.whenComplete { _ in
            context.value.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
    }

    /// Lets the head go on that was held.
    private func letGo(_ context: ChannelHandlerContext) {
        guard let (head, _) = held else { return }
        held = nil
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}
