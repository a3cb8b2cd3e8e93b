/// What one plan answers about one position: an element of each of ``BulkAnswers/Columns``.
struct BulkRow {
    var zone: Int32
    var verdict: Verdict?
    var probability: Double
    var distance: Double

    static let notCovered = BulkRow(
        zone: BulkAnswers.Columns.notCovered, verdict: nil, probability: .nan, distance: .nan)
}
