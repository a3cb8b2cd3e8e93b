import Wording

/// Errors of one row: the others are read as if it were not there.
extension TableError {
    static func wrongColumnCount(found: Int, expected: Int, at position: RowPosition) -> TableError {
        let place = position.text
        let advice =
            found > expected
            ? Bilingual(
                zh: "多半是字段内含分隔符而未加引号：请用英文双引号把该字段括起来，或删去多余的分隔符。",
                en: "A field probably holds the delimiter: put it in double quotes, or remove the surplus.")
            : Bilingual(
                zh: "请补齐缺少的列（空值也要保留分隔符）；若单元格内有换行，请用英文双引号括起来。",
                en:
                    "Add the missing fields (empty ones keep their delimiter); quote a cell that has line breaks."
            )
        return TableError(
            .wrongColumnCount,
            Bilingual(
                zh: "\(place.zh)有\(found)列，表头为\(expected)列。",
                en: "\(place.en) has \(found) column\(found == 1 ? "" : "s"), the header has \(expected)."),
            remedy: advice, at: position)
    }

    static func unterminatedQuote(openedOn line: Int, column: Int, at position: RowPosition) -> TableError {
        let most = CSVOptions.usualQuotedSpan >> 10
        return TableError(
            .unterminatedQuote,
            Bilingual(
                zh: "\(position.text.zh)第\(column)列的英文双引号没有配对（引号在文本第\(line)行打开，向后至多查找\(most) KiB）。",
                en: """
                    \(position.text.en), column \(column): the quote opened on text line \(line) is not closed, \
                    as far as is looked (at most \(most) KiB).
                    """
            ),
            remedy: Bilingual(
                zh: "请在该字段末尾补上引号；引号本身作内容时应写成两个（\"\"）。从下一行起照常读取。",
                en: "Close the quote; a quote that is part of the text is written twice (\"\"). "
                    + "Reading goes on with the next line."),
            at: position)
    }

    static func nulByte(column: Int, at position: RowPosition) -> TableError {
        TableError(
            .nulByte,
            Bilingual(
                zh: "\(position.text.zh)第\(column)列含空字符（NUL），文件可能已损坏。",
                en: "\(position.text.en), column \(column), holds a NUL byte: the file may be damaged."),
            remedy: Bilingual(
                zh: "请用表格软件打开原文件，重新另存为“CSV UTF-8（逗号分隔）”。",
                en: "Open the original in a spreadsheet and save it again as \"CSV UTF-8\"."),
            at: position)
    }

    static func lineTooLong(limit: Int, at position: RowPosition) -> TableError {
        TableError(
            .lineTooLong,
            Bilingual(
                zh: "\(position.text.zh)超过每行上限\(limit)字节，未读取。",
                en: "\(position.text.en) is longer than the limit of \(limit) bytes and was not read."),
            remedy: Bilingual(
                zh: "请检查是否缺少换行；内容确实如此之长的，请简化内容或分成几行。",
                en:
                    "Check for missing line breaks; if the row is really that long, shorten it or make it several."
            ),
            at: position)
    }

    static func undecodable(
        _ encoding: TextEncoding, byte: UInt8, offset: Int, at position: RowPosition?, field: String?
    ) -> TableError {
        let hex = hexadecimal(byte)
        let other = encoding == .utf8 ? "gb18030" : "utf-8"
        var zh = position.map { $0.text.zh } ?? ""
        var en = position.map { $0.text.en + ", " } ?? ""
        if let field {
            zh += "「\(field.quotable)」列"
            en += "column \(field.quoted), "
        }
        return TableError(
            .undecodableText,
            Bilingual(
                zh: "\(zh)在文件第\(offset)字节处（0x\(hex)）不是有效的\(encoding.name)文字。",
                en: "\(en)byte \(offset) of the input (0x\(hex)) is not valid \(encoding.name) text."),
            remedy: Bilingual(
                zh: "若整个文件采用其他编码（如 \(other)），请写明；若仅此处有误，请改正后另存为 CSV UTF-8。",
                en: "If the whole file is in another encoding, such as \(other), state it; "
                    + "if only this place is wrong, correct it and save as CSV UTF-8."),
            at: position, field: field)
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}
