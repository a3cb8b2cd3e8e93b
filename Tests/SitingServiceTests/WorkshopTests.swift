import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import Planning
import Testing
import Wording

@testable import SitingService

/// Long questions whose asker does not wait for them.
@Suite struct WorkshopTests {
    private final class Tool {}

    /// A workshop of one thread for as long as a test needs it.
    private func withWorkshop(
        answeringWithin seconds: Int, _ body: (Workshop<Tool>) async throws -> Void
    ) async throws {
        var settings = ServiceSettings()
        settings.answerSeconds = seconds
        let threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
        let lanes = Lanes<Tool>(count: 1) { _, _ throws(Problem) in Tool() }
        try await body(Workshop(lanes, threads, MultiThreadedEventLoopGroup.singleton, settings))
        try await threads.shutdownGracefully()
    }

    private enum Event { case begun, ended }

    /// A question that goes on until nobody waits for it, and tells when it began and that it came to an end.
    private func endless(_ told: AsyncStream<Event>.Continuation)
        -> @Sendable (Tool, Demand) throws(Problem) -> Int
    {
        { _, demand throws(Problem) in
            told.yield(.begun)
            defer { told.yield(.ended) }
            while true { try demand.check() }
        }
    }

    @Test func aQuestionThatOutlivesItsDeadlineIsLeftUnfinished() async throws {
        let (events, told) = AsyncStream.makeStream(of: Event.self)
        try await withWorkshop(answeringWithin: 1) { workshop in
            let problem = await #expect(throws: Problem.self) {
                try await workshop.ask(on: .today(), endless(told))
            }
            #expect(problem?.code == "deadline_exceeded")
        }
        // The thread has come to its end.
        told.finish()
        #expect(await events.reduce(into: []) { $0.append($1) } == [.begun, .ended])
    }

    @Test func aQuestionWhoseAskerHasLeftIsLeftUnfinished() async throws {
        try await LiveService.run { service in
            try await withWorkshop(answeringWithin: 60) { workshop in
                let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .connect(host: "127.0.0.1", port: service.port).get()
                let asked = Asked(
                    request: Request(
                        head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"),
                        body: RequestBody(buffer: ByteBuffer())),
                    query: try Query(of: "/", known: []), path: [:], language: .zh, format: .json, id: "1",
                    channel: channel)
                let (events, told) = AsyncStream.makeStream(of: Event.self)
                var event = events.makeAsyncIterator()
                let question = endless(told)
                let answer = Task { try await workshop.ask(on: .today(), for: asked, question) }
                #expect(await event.next() == .begun)
                try await channel.close()
                let problem = await #expect(throws: Problem.self) { try await answer.value }
                #expect(problem?.code == "abandoned")
                #expect(await event.next() == .ended)
            }
        }
    }
}
