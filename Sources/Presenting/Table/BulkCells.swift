internal import Planning
public import Siting

/// The cells of bulk answers, for tables whose rows are not CSV: ``AnswerColumns`` for many rows.
public struct BulkCells: Sendable {
    private let table: BulkTable
    private let columns: AnswerColumns
    /// For each layout answered its place among ``BulkLocator/plans``.
    private let places: [Int]

    /// Takes what recurs.
    public init(_ table: BulkTable, _ columns: AnswerColumns) {
        self.table = table
        self.columns = columns
        places = columns.layouts.compactMap { layout in
            table.locator.plans.firstIndex { $0.layout.id == layout.id }
        }
    }

    /// The cells of one row; nil where only ``Locator`` can answer.
    ///
    /// - Parameters:
    ///   - row: the row's place in the answers.
    ///   - answers: what ``BulkTable/locator`` answered.
    ///   - place: where the position stands.
    ///   - land: what the look at the land gave; not asked for zones alone.
    ///   - longitude: of the position.
    ///   - latitude: of the position.
    /// - Returns: the cells.
    public func cells(
        _ row: Int, of answers: BulkAnswers, _ place: BulkTable.Place, _ land: BulkLand, longitude: Double,
        latitude: Double
    ) -> [AnswerCell]? {
        var cells: [AnswerCell] = []
        for index in places {
            let plan = table.locator.plans[index]
            let answer = answers.plans[index]
            let covering = Int(answer.zones[row])
            if covering >= 0 {
                let verdict = columns.zonesOnly ? .inside : answer.verdicts[row] ?? .outside
                let zone = plan.zones[covering]
                cells += columns.lead(of: zone, path: plan.edition.path(to: zone).map(\.id), verdict)
            } else {
                var absence: ZoneAbsence? = .notCovered
                if !columns.zonesOnly, case .within = place {
                    absence = table.absence(
                        of: index, at: row, in: answers, land, longitude: longitude, latitude: latitude)
                }
                guard let absence else { return nil }
                cells += columns.lead(of: absence)
            }
            if columns.zonesOnly { continue }
            cells += columns.measures(
                probability: number(answer.probabilities[row], decimals: 4),
                distance: number(answer.distances[row], decimals: 3),
                alsoPossible: answer.alsoPossible(at: row).map { plan.zones[Int($0)].id })
        }
        return cells + [.empty]
    }

    private func number(_ value: Double, decimals: Int) -> AnswerCell {
        value.isFinite ? .number(value, decimals: decimals) : .empty
    }
}
