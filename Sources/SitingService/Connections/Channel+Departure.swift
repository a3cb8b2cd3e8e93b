internal import Glibc
internal import NIOCore

extension Channel {
    /// Looks again and again whether the other side has left, until cancelled.
    ///
    /// A client that is gone and one that has only said all it will say look the same from here: both have ended their
    /// side of the connection (`CLOSE_WAIT`). So such a one is sounded out (``ConnectionDeadlines/soundOut()``): who is gone
    /// resets the connection, who listens gets its answer.
    ///
    /// - Parameter left: called on the event loop of the connection, more than once if it goes on.
    /// - Returns: what looks, to be cancelled.
    func watchForDeparture(_ left: @escaping @Sendable () -> Void) -> RepeatedTask {
        let pause = TimeAmount.milliseconds(100)
        return eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
            guard self.isActive else { return left() }
            guard let options = self as? any SocketOptionProvider else { return }
            options.getTCPInfo().whenSuccess { info in
                guard Int(info.tcpi_state) == Int(TCP_CLOSE_WAIT) else { return }
                let deadlines = try? self.pipeline.syncOperations.handler(type: ConnectionDeadlines.self)
                deadlines?.soundOut()
            }
        }
    }
}
