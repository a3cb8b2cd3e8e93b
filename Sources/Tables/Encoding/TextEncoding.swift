/// The encodings a table may be written in.
///
/// In both, a byte below 0x30 always stands for its own ASCII character: GB18030 begins every longer code
/// with 0x81–0xFE and continues it with 0x30 or more, never with 0x3B (;). So commas, semicolons, tabs, quotes and
/// line ends are found byte by byte, without decoding. (GB 18030-2022, section 5; `|`, 0x7C, has no such safety.)
public enum TextEncoding: String, CaseIterable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// GB 18030, which contains GBK and GB 2312: what Excel and WPS write as "CSV" on a Chinese Windows.
    case gb18030

    /// The name people know it by.
    public var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .gb18030: "GB18030"
        }
    }

    /// The byte order mark a file in this encoding may begin with.
    public var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        }
    }

    /// Reads an encoding as people name it, such as `utf-8`, `UTF8`, `gbk`, `GB2312` or `cp936`.
    ///
    /// - Throws: `unsupported_encoding`, naming what can be used.
    public init(parsing name: String) throws(TableError) {
        let key = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
        switch key {
        case "utf8", "utf8bom", "utf8sig", "65001", "cp65001": self = .utf8
        case "gb18030", "gbk", "gb2312", "cp936", "936", "ms936", "windows936", "euccn", "ansi":
            self = .gb18030
        case "utf16", "utf16le", "utf16be", "unicode", "ucs2": throw .utf16(name)
        default: throw .unknownEncoding(name)
        }
    }
}
