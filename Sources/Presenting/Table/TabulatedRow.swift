internal import Planning
public import Siting
public import Tables

/// A row whose answer is the cells of a table, wherever they come from: ``Locator`` one by one, or tables in bulk.
public struct TabulatedRow: Sendable {
    let origin: AnsweredRow.Origin
    let id: String?
    let name: String?
    /// Nil for a row that could not be answered.
    let site: Site?
    /// Nil for a blank row.
    let cells: [AnswerCell]?

    /// A row answered in bulk.
    public init(origin: AnsweredRow.Origin, id: String?, name: String?, site: Site, cells: [AnswerCell]) {
        self.origin = origin
        self.id = id
        self.name = name
        self.site = site
        self.cells = cells
    }

    init(_ row: AnsweredRow, _ columns: AnswerColumns) {
        origin = row.origin
        id = row.id
        name = row.name
        switch row.outcome {
        case .success(let answer):
            site = answer.site
            cells = columns.cells(answer)
        case .failure(let error):
            site = nil
            cells = columns.cells(error)
        case nil:
            site = nil
            cells = nil
        }
    }
}

/// A writer of tables, which takes rows answered in bulk as well.
public protocol TableAnswerWriter: AnswerWriter {
    /// Appends one row.
    func write(_ row: TabulatedRow, to output: inout [UInt8]) throws(TableError)
}
