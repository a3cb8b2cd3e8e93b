/// The answers to one batch, ready to be written.
struct AnsweredBatch: Sendable {
    /// The rows as they leave.
    var bytes: [UInt8] = []
    /// Where in `bytes` each row ends, so that a write cut short can be told in whole rows.
    var rowEnds: [Int] = []
    var tally = Tally()
    var notes = RowNotes()
    /// Rows, blank ones included.
    var rows = 0
    /// How many bytes of the input it stands for.
    var inputBytes = 0
    /// Why no more can follow.
    var failure: Failure?
}
