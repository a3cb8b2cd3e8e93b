internal import NIOCore

/// Runs tasks on an event loop.
///
/// Where the tasks of a connection run on the loop the connection lives on, nothing changes threads between a request
/// and its answer, and requests are answered in the order in which they arrived. What takes long does not belong
/// there: it would hold up all other connections of the loop.
final class EventLoopTaskExecutor: TaskExecutor {
    private let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
