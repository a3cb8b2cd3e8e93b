/// The sheets of a spreadsheet in OpenDocument form (OpenDocument 1.3, part 3, 9), read in one go.
///
/// Read by ourselves and not by GDAL 3.6, which passes over covered cells, so that what stands right of a merged one comes
/// under the wrong heading, and refuses the runs of blank rows that reach down to a sheet's last row.
struct OpenDocumentSheets {
    /// The sheets in their order; those that are not wanted have no cells.
    private(set) var sheets: [(name: String, rows: SheetRows)] = []
    private let wanted: String?

    /// Reads a file: all its sheets, or the cells of the one that is wanted.
    init(_ archive: String, wanted: String?, _ session: borrowing GDALSession) throws(SheetFault) {
        self.wanted = wanted
        guard let entry = ArchiveEntry("content.xml", in: archive, session) else {
            throw .missing("content.xml")
        }
        var xml = XMLScanner(entry)
        while true {
            let event = try xml.next()
            if event == .finished { return }
            guard event == .start("spreadsheet") else { continue }
            while let name = try xml.child() {
                guard name == "table" else {
                    try xml.skipElement()
                    continue
                }
                let title = xml.attribute("name") ?? ""
                var table = Table()
                if wanted == nil || wanted == title {
                    try table.readRows(&xml)
                } else {
                    try xml.skipElement()
                }
                sheets.append((title, table.rows))
            }
        }
    }

    /// One sheet as far as it is read.
    private struct Table {
        var rows = SheetRows()
        private var row = 0

        /// Reads the rows of the element that was opened last, also those in groups.
        mutating func readRows(_ xml: inout XMLScanner) throws(SheetFault) {
            while let name = try xml.child() {
                switch name {
                case "table-row": try readRow(&xml)
                case "table-rows", "table-row-group", "table-header-rows": try readRows(&xml)
                default: try xml.skipElement()
                }
            }
        }

        /// Reads the row that was opened last, as often as it is repeated; a blank one is only counted.
        private mutating func readRow(_ xml: inout XMLScanner) throws(SheetFault) {
            let count = Self.count(xml.attribute("number-rows-repeated"))
            var cells: [(column: Int, cell: OpenDocumentCell)] = []
            var column = 0
            while let name = try xml.child() {
                guard name == "table-cell" || name == "covered-table-cell" else {
                    try xml.skipElement()
                    continue
                }
                let repeated = Self.count(xml.attribute("number-columns-repeated"))
                let hasFormula = xml.attribute("formula") != nil
                let cell = try OpenDocumentCell(&xml)
                if !cell.text.isEmpty {
                    guard column + repeated <= 1 << 15 else {
                        throw .tooManyCells(row: row, column: column + repeated - 1)
                    }
                    for place in column..<(column + repeated) { cells.append((place, cell)) }
                } else if hasFormula, !cell.hasValue {
                    rows.unreckonedCount += repeated
                }
                column += repeated
            }
            if !cells.isEmpty {
                guard cells.count * count <= SheetRows.cellLimit else {
                    throw .tooManyCells(row: row + count - 1, column: column - 1)
                }
                for place in row..<(row + count) {
                    for (column, cell) in cells {
                        if cell.isNumber {
                            try rows.put(number: cell.text, row: place, column: column)
                        } else {
                            try rows.put(cell.text, row: place, column: column)
                        }
                    }
                }
            }
            row += count
        }

        /// How often something is repeated: once where nothing is said.
        private static func count(_ text: String?) -> Int {
            text.flatMap { Int($0) }.map { min(max($0, 1), 1 << 24) } ?? 1
        }
    }
}
