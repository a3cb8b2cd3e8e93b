internal import NIOCore
internal import NIOPosix

/// Who answers: short questions at once where they arrive, long ones on threads of their own.
final class QuestionDesk: Sendable {
    let data: ServedData
    let settings: ServiceSettings
    let locating: Lanes<LocatingInstruments>
    let assessing: Workshop<AssessingInstruments>
    let streams: StreamSeats
    let features = FeatureBytes()
    private let threads: NIOThreadPool
    private let warming: Lanes<AssessingInstruments>

    init(_ data: ServedData, _ settings: ServiceSettings, _ timers: any EventLoopGroup) {
        self.data = data
        self.settings = settings
        // As many as Swift has threads for tasks, one a core.
        locating = Lanes(count: System.coreCount) { day throws(Problem) in
            try LocatingInstruments(data, on: day)
        }
        threads = NIOThreadPool(numberOfThreads: settings.workers)
        warming = Lanes(count: settings.workers) { day throws(Problem) in
            try AssessingInstruments(data, on: day)
        }
        streams = StreamSeats(count: settings.maximumStreams)
        assessing = Workshop(warming, threads, timers, settings)
    }

    /// Makes everything ready for the first question.
    func open() throws(Problem) {
        threads.start()
        try locating.warm()
    }

    /// Lets the threads go.
    func close() async throws { try await threads.shutdownGracefully() }
}
