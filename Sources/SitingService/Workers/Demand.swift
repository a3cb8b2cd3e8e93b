/// Whether an answer is still wanted.
///
/// A thread cannot be stopped in the middle of what GEOS or Cairo does for it; whoever has much to do asks here between
/// one step and the next, so that others need not wait for what nobody takes.
struct Demand: Sendable {
    private let isGone: @Sendable () -> Bool

    /// - Parameter isGone: whether whoever asked has left, or was answered without a result.
    init(isGone: @escaping @Sendable () -> Bool) { self.isGone = isGone }

    /// Whether somebody waits for the answer.
    var isThere: Bool { !isGone() }

    /// Goes on only where somebody waits.
    ///
    /// - Throws: ``Problem`` where nobody does; nobody will read it either, but for the log.
    func check() throws(Problem) { guard isThere else { throw Problem.abandoned } }
}
