/// The answers to one batch, ready to be written.
struct AnsweredBatch: Sendable {
    /// The rows as they leave.
    var bytes: RowBytes
    /// Where in `bytes` each row ends, so that a write cut short can be told in whole rows.
    var rowEnds: [Int] = []
    var tally = Tally()
    var notes = RowNotes()
    /// How many bytes of the input it stands for.
    var inputBytes = 0
    /// Why no more can follow.
    var failure: Failure?

    init(reusing storage: [UInt8]) { bytes = RowBytes(reusing: storage) }

    /// Rows, blank ones included.
    var rows: Int { rowEnds.count }

    /// Ends a row.
    mutating func endRow() { rowEnds.append(bytes.count) }
}
