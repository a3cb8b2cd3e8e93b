internal import Glibc
internal import NIOCore

extension Channel {
    /// Looks again and again whether the other side has left, until cancelled.
    ///
    /// A client that is gone and one that has only said all it will say look the same from here: both have ended their
    /// side of the connection (`CLOSE_WAIT`). For a short answer the second is believed, and both get it; of who waits long
    /// for one, whether the browser or a proxy before us, it is the first that happens.
    ///
    /// - Parameter left: called on the event loop of the connection, more than once if it goes on.
    /// - Returns: what looks, to be cancelled.
    func watchForDeparture(_ left: @escaping @Sendable () -> Void) -> RepeatedTask {
        let pause = TimeAmount.milliseconds(200)
        return eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
            guard self.isActive else { return left() }
            guard let options = self as? any SocketOptionProvider else { return }
            options.getTCPInfo().whenSuccess { info in
                if Int(info.tcpi_state) == Int(TCP_CLOSE_WAIT) { left() }
            }
        }
    }
}
