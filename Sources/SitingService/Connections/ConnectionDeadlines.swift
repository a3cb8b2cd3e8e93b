internal import GeoJSON
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes
internal import Wording

/// Closes connections that take too long: to send a head, to send a body, to take an answer.
///
/// One on each connection, on its event loop. Only what stands still is cut off, or a head that dribbles in: a body that
/// keeps coming is bounded by whoever reads it, an answer that keeps being taken by nobody.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let head: TimeAmount
    private let idle: TimeAmount
    private let body: TimeAmount

    /// When the connection is closed unless something moves; nil where nothing is waited for.
    private var deadline: NIODeadline?
    /// Set for no later than that: deadlines move with every part, but it is set anew only when it has run out.
    private var timer: (at: NIODeadline, scheduled: Scheduled<Void>)?
    /// What the connection waits for, which is also why it may be closed.
    private var isReadingBody = false
    private var openRequests = 0
    private var hasAnswered = false
    private var isHeadSent = false
    private var unwritten = 0
    /// Whether the answer says that it is the last one.
    private var isLastAnswer = false
    private var isClosing = false
    /// Whether the last request was of HTTP/1.1, whose clients know answers before the answer.
    var takesInterimAnswers = false
    private var isSoundedOut = false
    /// Where it stands in the pipeline, for those who answer past it.
    private var context: ChannelHandlerContext?

    init(_ settings: ServiceSettings) {
        head = .seconds(Int64(settings.headSeconds))
        idle = .seconds(Int64(settings.idleSeconds))
        body = .seconds(Int64(settings.bodySeconds))
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if context.channel.isActive { waitForHead(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        waitForHead(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
        self.context = nil
    }

    /// Whether no request that came through here waits for its answer.
    var isFree: Bool { openRequests <= 0 && !isReadingBody && !isClosing }

    /// A request was answered that did not come through here.
    func answeredElsewhere() {
        hasAnswered = true
        if let context { waitForHead(context) }
    }

    /// Says `100 Continue` to a client that has ended its side while its answer is made, once.
    ///
    /// One that listens passes over it (RFC 9110, 15.2.1). Of one that is gone the kernel says so in return, which closes the
    /// connection. A client of HTTP/1.0 may be told no such thing: it is believed to listen.
    func soundOut() {
        guard takesInterimAnswers, !isSoundedOut, openRequests > 0, !isHeadSent, !isReadingBody, let context,
            let encoder = try? context.pipeline.syncOperations.context(
                handlerType: HTTPResponseEncoder.self)
        else { return }
        isSoundedOut = true
        let interim = ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")
        encoder.writeAndFlush(NIOAny(IOData.byteBuffer(interim)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        switch unwrapInboundIn(data) {
        case .head:
            openRequests += 1
            isReadingBody = true
            start(context, after: body)
        case .body: start(context, after: body)
        case .end:
            isReadingBody = false
            stop()
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isClosing { context.read() }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        if case .head(let response) = part {
            isHeadSent = response.status.kind != .informational
            isLastAnswer = response.headerFields[.connection] == "close"
            // It leaves with what follows it, which is waited for.
            return context.write(data, promise: promise)
        }
        let isLast = if case .end = part { true } else { false }
        unwritten += 1
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        let this = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        written.futureResult.whenComplete { _ in this.value.handler.wrote(this.value.context, isLast: isLast)
        }
        if !isReadingBody { start(context, after: idle) }
        context.write(data, promise: written)
    }

    /// Bytes that cannot be a request: answered once, and no more is read.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isHeadSent else {
            context.close(promise: nil)
            return
        }
        isHeadSent = true
        let problem = error as? HTTPParserError == .invalidURL ? Problem.malformedTarget : .malformedRequest
        let bytes = JSONWriter(.pretty).bytes(problem.json(in: .en, requestID: nil))
        let response = HTTPResponse(
            status: problem.status,
            headerFields: [
                .contentType: "application/problem+json; charset=utf-8", .contentLength: "\(bytes.count)",
                .connection: "close",
            ])
        context.write(wrapOutboundOut(.head(response)), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: bytes))), promise: nil)
        let this = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in this.value.close(promise: nil) }
    }

    private func wrote(_ context: ChannelHandlerContext, isLast: Bool) {
        unwritten -= 1
        if isLast {
            openRequests -= 1
            isHeadSent = false
            hasAnswered = true
        }
        guard context.channel.isActive else { return }
        if isLast, isLastAnswer { return close(context) }
        if isReadingBody { return }
        if openRequests <= 0 {
            waitForHead(context)
        } else if unwritten == 0 {
            stop()
        } else {
            start(context, after: idle)
        }
    }

    /// Says that no more comes, and for a little while takes what the client still sends, unread: closing at once would take
    /// the answer away from it.
    private func close(_ context: ChannelHandlerContext) {
        context.close(mode: .output, promise: nil)
        isReadingBody = false
        start(context, after: .seconds(2))
        isClosing = true
        context.read()
    }

    private func waitForHead(_ context: ChannelHandlerContext) {
        start(context, after: hasAnswered ? idle : head)
    }

    private func start(_ context: ChannelHandlerContext, after time: TimeAmount) {
        let deadline = context.eventLoop.now + time
        self.deadline = deadline
        if let timer, timer.at <= deadline { return }
        schedule(context, at: deadline)
    }

    private func schedule(_ context: ChannelHandlerContext, at deadline: NIODeadline) {
        timer?.scheduled.cancel()
        let this = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        let scheduled = context.eventLoop.scheduleTask(deadline: deadline) {
            this.value.handler.timeIsUp(this.value.context)
        }
        timer = (deadline, scheduled)
    }

    private func timeIsUp(_ context: ChannelHandlerContext) {
        timer = nil
        guard let deadline else { return }
        if deadline <= context.eventLoop.now {
            context.close(promise: nil)
        } else {
            schedule(context, at: deadline)
        }
    }

    private func stop() { deadline = nil }

    private func end() {
        deadline = nil
        timer?.scheduled.cancel()
        timer = nil
    }
}
