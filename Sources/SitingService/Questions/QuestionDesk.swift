internal import CHeap
internal import NIOCore
internal import NIOPosix
internal import Planning
internal import Synchronization

/// Who answers: short questions at once where they arrive, long ones on threads of their own.
final class QuestionDesk: Sendable {
    let data: ServedData
    let settings: ServiceSettings
    private let locating: Lanes<LocatingInstruments>
    let assessing: Workshop<AssessingInstruments>
    let streams: StreamSeats
    let features = FeatureBytes()
    let pages = KeptPages()
    let leaflet: Leaflet
    private let drawn = Mutex<(day: CalendarDate, file: PageFile)?>(nil)
    /// The event loops by their number.
    private let places: [ObjectIdentifier: Int]
    private let threads: NIOThreadPool
    private let timers: any EventLoopGroup
    private let warming: Lanes<AssessingInstruments>

    init(_ data: ServedData, _ settings: ServiceSettings, _ timers: any EventLoopGroup) {
        self.data = data
        leaflet = Leaflet(folder: settings.leafletFolder)
        self.settings = settings
        // As many as event loops, one a core.
        locating = Lanes(count: data.copies.count) { place, day throws(Problem) in
            try LocatingInstruments(data, data.copies[place], on: day)
        }
        var places: [ObjectIdentifier: Int] = [:]
        self.timers = timers
        for loop in timers.makeIterator() { places[ObjectIdentifier(loop)] = places.count }
        self.places = places
        threads = NIOThreadPool(numberOfThreads: settings.workers)
        warming = Lanes(count: settings.workers) { _, day throws(Problem) in
            try AssessingInstruments(data, on: day)
        }
        streams = StreamSeats(count: settings.maximumStreams)
        assessing = Workshop(warming, threads, timers, settings)
    }

    /// Makes everything ready for the first question.
    func open() throws(Problem) {
        threads.start()
        try locating.warm()
        let pause = TimeAmount.seconds(10)
        timers.next().scheduleRepeatedTask(initialDelay: pause, delay: pause) { [weak self] task in
            guard let self else { return task.cancel() }
            // Pictures and thousands of connections leave tens of megabytes that nobody uses.
            threads.submit { _ in heap_trim() }
        }
    }

    /// Asks where positions lie, with the instruments of the event loop this runs on where they are free.
    func locate<Answer: Sendable>(
        on day: CalendarDate, _ question: @Sendable (LocatingInstruments) throws(Problem) -> Answer
    ) throws(Problem) -> Answer {
        let loop = MultiThreadedEventLoopGroup.currentEventLoop
        return try locating.ask(
            on: day, first: loop.flatMap { places[ObjectIdentifier($0)] }, question)
    }

    /// The page's map as it was drafted for a day.
    func kept(on day: CalendarDate) -> PageFile? { drawn.withLock { $0?.day == day ? $0?.file : nil } }

    func keep(_ file: PageFile, of day: CalendarDate) { drawn.withLock { $0 = (day: day, file: file) } }

    /// Lets the threads go.
    func close() async throws { try await threads.shutdownGracefully() }
}
