/// A sheet of a workbook as it is handed in: cells with a look, a head that repeats on each page, and widths that fit.
///
/// What it holds is said here; `Exchange` writes it as Office Open XML.
public struct PrintedSheet: Hashable, Sendable {
    /// What a cell is for, by which it is set.
    public enum Look: Hashable, Sendable {
        /// The name of the table.
        case title
        /// What is said of the whole.
        case remark
        /// The name of a part.
        case section
        /// A head of columns.
        case head
        /// Words, wrapped.
        case text
        /// Words and figures as they came, not wrapped.
        case plain
        /// A short word or a rank, in the middle.
        case mark
        /// A word for what is good, open or bad, in the middle.
        case good, open, bad
        /// A number with so many decimals, at most three.
        case figure(decimals: Int)
        /// A part of one, as per cent.
        case percentage
    }

    /// What a cell holds.
    public enum Value: Hashable, Sendable {
        case empty
        case text(String)
        case number(Double)
    }

    /// A value with its look.
    public struct Cell: Hashable, Sendable {
        /// What it holds.
        public let value: Value
        /// How it is set.
        public let look: Look

        /// Makes a cell.
        public init(_ value: Value, _ look: Look) {
            self.value = value
            self.look = look
        }

        /// A cell of words; an empty one where there are none.
        public static func text(_ text: String, _ look: Look = .text) -> Cell {
            Cell(text.isEmpty ? .empty : .text(text), look)
        }
    }

    /// Cells that are one: rows and columns from 0, both ends included.
    public struct Merge: Hashable, Sendable {
        /// The rows.
        public let rows: ClosedRange<Int>
        /// The columns.
        public let columns: ClosedRange<Int>

        /// Joins cells.
        public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
            self.rows = rows
            self.columns = columns
        }
    }

    /// Its name, at most 31 characters and none of `[]:*?/\`.
    public let name: String
    /// The rows.
    public private(set) var rows: [[Cell]] = []
    /// The cells that are one.
    public private(set) var merges: [Merge] = []
    /// The rows of the head, which stays in sight and repeats on each page; nil for none.
    public private(set) var head: ClosedRange<Int>?
    /// The last row of the table under the head, which may be filtered.
    public private(set) var lastRow: Int?
    /// How many columns it has.
    public let columnCount: Int

    /// Begins a sheet.
    public init(_ name: String, columns: Int) {
        self.name = name
        columnCount = max(1, columns)
    }

    /// Adds a text over all columns.
    public mutating func add(whole text: String, _ look: Look) {
        if columnCount > 1 {
            merges.append(Merge(rows: rows.count...rows.count, columns: 0...(columnCount - 1)))
        }
        rows.append([.text(text, look)] + Array(repeating: Cell(.empty, look), count: columnCount - 1))
    }

    /// Adds a row.
    public mutating func add(_ cells: [Cell]) {
        let missing = max(0, columnCount - cells.count)
        rows.append(cells + Array(repeating: Cell(.empty, cells.last?.look ?? .plain), count: missing))
    }

    /// Adds a head of one row, or of two where columns stand in groups: the group's name over its columns, any other over
    /// both rows.
    public mutating func add(head groups: [(name: String, columns: [String])]) {
        let top = rows.count
        let isDouble = groups.contains { !$0.columns.isEmpty }
        var (upper, lower): ([Cell], [Cell]) = ([], [])
        for group in groups {
            let place = upper.count
            if group.columns.isEmpty {
                if isDouble { merges.append(Merge(rows: top...(top + 1), columns: place...place)) }
                upper.append(.text(group.name, .head))
                lower.append(Cell(.empty, .head))
            } else {
                if group.columns.count > 1 {
                    merges.append(
                        Merge(rows: top...top, columns: place...(place + group.columns.count - 1)))
                }
                upper.append(.text(group.name, .head))
                upper += Array(repeating: Cell(.empty, .head), count: group.columns.count - 1)
                lower += group.columns.map { .text($0, .head) }
            }
        }
        rows.append(upper)
        if isDouble { rows.append(lower) }
        head = top...(rows.count - 1)
    }

    /// Ends the table under the head.
    public mutating func endTable() { lastRow = rows.count - 1 }
}
