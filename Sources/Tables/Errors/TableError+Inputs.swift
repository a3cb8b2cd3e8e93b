public import Wording

/// Errors of the whole input, or of what is to be written.
extension TableError {
    static var emptyInput: TableError {
        TableError(
            .emptyInput,
            Bilingual(zh: "输入为空，没有表头，也没有数据。", en: "The input is empty: no header and no data."),
            remedy: Bilingual(
                zh: "请确认文件已保存且路径无误；CSV 第一行应为表头，如 id,经度,纬度。",
                en: "Check that the file was saved and the path is right; "
                    + "a CSV begins with a header such as id,lon,lat."))
    }

    /// The input cannot be opened or read, with the system's reason.
    public static func unreadable(name: String, reason: Bilingual) -> TableError {
        TableError(
            .unreadableInput,
            Bilingual(
                zh: "无法读取“\(name.quotable)”：\(reason.zh)。", en: "Cannot read \(name.quoted): \(reason.en)."),
            remedy: Bilingual(
                zh: "请检查路径、读取权限，以及文件是否被其他程序占用。",
                en: "Check the path, the permissions, and whether another program holds the file."))
    }

    /// The file became shorter while it was read.
    static func shortened(name: String, bytes: Int, of size: Int) -> TableError {
        TableError(
            .unreadableInput,
            Bilingual(
                zh: "“\(name.quotable)”在读取时变短：打开时 \(size) 字节，只读到 \(bytes) 字节，其余各行未作答。",
                en: "\(name.quoted) became shorter while it was read: \(size) bytes when it was opened, "
                    + "\(bytes) read; the rest is not answered."),
            remedy: Bilingual(
                zh: "请等写入该文件的程序结束后再运行。",
                en: "Run again when the program that writes the file has finished."))
    }

    static func utf16(_ evidence: String) -> TableError {
        TableError(
            .unsupportedEncoding,
            Bilingual(
                zh: "文件为 UTF-16 编码（\(evidence)），即 Excel 的“Unicode 文本”，不能读取。",
                en: "The file is UTF-16 (\(evidence)), Excel's \"Unicode Text\", which is not read."),
            remedy: Bilingual(
                zh: "请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”，或先转换：iconv -f UTF-16 -t UTF-8。",
                en: "Save it from Excel or WPS as \"CSV UTF-8 (comma delimited)\", "
                    + "or convert it: iconv -f UTF-16 -t UTF-8."))
    }

    static func unknownEncoding(_ name: String) -> TableError {
        TableError(
            .unsupportedEncoding,
            Bilingual(zh: "不支持编码“\(name.quotable)”。", en: "The encoding \(name.quoted) is not supported."),
            remedy: Bilingual(
                zh: "可用：utf-8、gb18030（含 gbk、gb2312）。其他编码请先用 iconv 转换，或另存为 CSV UTF-8。",
                en: "Use utf-8 or gb18030 (which covers gbk and gb2312); "
                    + "convert anything else with iconv, or save as CSV UTF-8."))
    }

    static func noConverter(_ encoding: TextEncoding) -> TableError {
        TableError(
            .unsupportedEncoding,
            Bilingual(
                zh: "本机 C 库缺少 \(encoding.name) 转换模块。",
                en: "This system's C library has no converter for \(encoding.name)."),
            remedy: Bilingual(
                zh: "请安装 glibc 的 gconv 模块，或将文件另存为 CSV UTF-8。",
                en: "Install the gconv modules of glibc, or save the file as CSV UTF-8."))
    }

    static func neitherEncoding(utf8Offset: Int, gb18030Offset: Int) -> TableError {
        TableError(
            .undecodableText,
            Bilingual(
                zh: "无法判断文字编码：按 UTF-8 读到第\(utf8Offset)字节出错，按 GB18030 读到第\(gb18030Offset)字节出错。",
                en: "The encoding is not recognised: as UTF-8 it fails at byte \(utf8Offset), "
                    + "as GB18030 at byte \(gb18030Offset)."),
            remedy: Bilingual(
                zh: "请另存为“CSV UTF-8（逗号分隔）”；若确知编码，请写明。",
                en: "Save it as \"CSV UTF-8 (comma delimited)\"; if you know the encoding, state it."))
    }

    static func unencodable(_ character: Character, _ encoding: TextEncoding) -> TableError {
        let codes = character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
            .joined(separator: " ")
        return TableError(
            .unencodableCharacter,
            Bilingual(
                zh: "字符“\(character)”（\(codes)）无法写成 \(encoding.name) 编码。",
                en: "The character \"\(character)\" (\(codes)) has no code in \(encoding.name)."),
            remedy: Bilingual(
                zh: "请改用 UTF-8：把输入另存为 CSV UTF-8 再运行。",
                en: "Use UTF-8: save the input as CSV UTF-8 and run again."))
    }

    static var fullWidthDelimiter: TableError {
        TableError(
            .unsupportedDelimiter,
            Bilingual(
                zh: "表头用中文全角逗号“，”分隔，无法据此分列。",
                en: "The header is divided by full-width commas (，), which do not separate columns."),
            remedy: Bilingual(
                zh: "请把分隔用的“，”全部替换为英文逗号“,”，或用表格软件另存为 CSV；若确为单列，请指定分隔符为英文逗号。",
                en: "Replace the separating ， by ASCII commas, or save as CSV from a spreadsheet; "
                    + "if it is one column, state a comma as the delimiter."))
    }

    static func unknownDelimiter(_ text: String) -> TableError {
        TableError(
            .unsupportedDelimiter,
            Bilingual(zh: "不支持分隔符“\(text.quotable)”。", en: "The delimiter \(text.quoted) is not supported."),
            remedy: Bilingual(
                zh: "可用：逗号（, 或 comma）、分号（; 或 semicolon）、制表符（\\t 或 tab）。",
                en: "Use a comma (, or comma), a semicolon (; or semicolon) or a tab (\\t or tab)."))
    }

    static func truncatedPair(bytes: Int, behind pairs: Int) -> TableError {
        TableError(
            .truncatedPair,
            Bilingual(
                zh: "第\(pairs)对之后还剩\(bytes)字节，不足一对坐标（16字节）。",
                en: "Behind pair \(pairs) stand \(bytes) more bytes: less than a pair of 16."),
            remedy: Bilingual(
                zh: "此前各对均已作答；请检查文件是否完整，每对应为两个小端 float64（经度、纬度）。",
                en:
                    "All pairs before were answered; check that the file is complete: two little-endian float64 a pair, "
                    + "longitude first."))
    }
}
