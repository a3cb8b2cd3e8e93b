/// What a caller knows or demands of a CSV file before it is read.
public struct CSVOptions: Hashable, Sendable {
    /// The encoding; nil to detect it.
    public var encoding: TextEncoding?
    /// The delimiter; nil to guess it from the header.
    public var delimiter: CSVDelimiter?
    /// The row of the header as a spreadsheet counts it, from 1; nil for the first that is not blank.
    ///
    /// The rows above it are kept with what stands before the table.
    public var headerRow: Int?
    /// The longest record read, in bytes.
    public var recordLimit: Int
    /// How far, in bytes, a quoted field may run on over line ends before its quote counts as forgotten.
    public var quotedSpanLimit: Int

    /// Whether answers are waited for before more rows are sent.
    ///
    /// The encoding is then told from the header and the first row, and from whatever has come with them, instead of from
    /// the first 4 KiB.
    public var isLive: Bool

    /// How far a quoted field runs on at most where nothing else is said.
    public static let usualQuotedSpan = 256 << 10

    /// Collects the options; the limits default to 16 MiB a record and 256 KiB a multi-line field, more than twice what a cell
    /// of Excel's holds at most.
    public init(
        encoding: TextEncoding? = nil, delimiter: CSVDelimiter? = nil, headerRow: Int? = nil,
        recordLimit: Int = 16 << 20, quotedSpanLimit: Int = CSVOptions.usualQuotedSpan, isLive: Bool = false
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.headerRow = headerRow
        self.recordLimit = recordLimit
        self.quotedSpanLimit = quotedSpanLimit
        self.isLive = isLive
    }
}
