internal import Siting
internal import Tables
internal import Wording

/// A row of totals (合计), with which people end a table: it states no site and asks nothing.
enum TotalRow {
    private static let words: Set<String> = [
        "合计", "总计", "小计", "共计", "总和", "汇总", "total", "totals", "subtotal", "sum", "grandtotal",
    ]

    /// The word by which a row is told for one of totals; nil for any other.
    static func word(
        in record: CSVRecord, of columns: [TableColumn], using decoder: inout TextDecoder
    ) -> String? {
        for column in columns where column.index < record.columnCount {
            guard let text = try? record.text(of: column, using: &decoder), let word = word(in: text) else {
                continue
            }
            return word
        }
        return nil
    }

    /// The word a cell holds, if it holds nothing else.
    static func word(in cell: String) -> String? {
        let text = cell.filter { !$0.isWhitespace && !"：:".contains($0) }
        return words.contains(text.lowercased()) ? text : nil
    }

    /// Says that the row was taken for one of totals.
    ///
    /// - Parameters:
    ///   - word: the word by which it was told.
    ///   - lacking: what a row that asks something would have.
    ///   - asking: what it does not take part in.
    /// - Returns: the note.
    static func note(_ word: String, lacking: Bilingual, asking: Bilingual) -> Note {
        Note(
            code: "total_row",
            text: Bilingual(
                zh: "“\(word)”行没有\(lacking.zh)，按汇总行处理，原样保留，不\(asking.zh)",
                en: "a row of totals (\(word)) without a \(lacking.en) is no \(asking.en): kept as it is"))
    }
}
