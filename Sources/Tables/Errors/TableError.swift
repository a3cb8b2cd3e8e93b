public import Wording

/// What is wrong with a table, a row of it, or one field, and how to put it right.
///
/// An error of the whole input is thrown; an error of one row is carried by that row, so that no good row is
/// lost. `row`, `line` and `field` are nil where the error is not about one.
public struct TableError: ExplainedError, Hashable {
    /// The stable names of what can be wrong.
    public enum Kind: String, CaseIterable, Sendable {
        /// Nothing to read, or only blank lines.
        case emptyInput = "empty_input"
        /// The input cannot be opened or read.
        case unreadableInput = "unreadable_input"
        /// A column that is needed, or asked for by name, is not there.
        case missingColumn = "missing_column"
        /// Two columns claim one role with equal right.
        case ambiguousColumn = "ambiguous_column"
        /// The first row is a title: the header stands below it.
        case titleAboveHeader = "title_above_header"
        /// The row said to be the header is not there, or blank.
        case missingHeaderRow = "missing_header_row"
        /// The two coordinate columns name different frames.
        case conflictingFrames = "conflicting_frames"
        /// A column mapping that cannot be read.
        case invalidColumnMapping = "invalid_column_mapping"
        /// A row with more or fewer fields than the header.
        case wrongColumnCount = "wrong_column_count"
        /// A quoted field that is never closed.
        case unterminatedQuote = "unterminated_quote"
        /// A NUL byte, the mark of a damaged or binary file.
        case nulByte = "nul_byte"
        /// A line or record longer than the limit.
        case lineTooLong = "line_too_long"
        /// Raw pairs of numbers that end within one.
        case truncatedPair = "truncated_pair"
        /// Bytes that are no text in the file's encoding.
        case undecodableText = "undecodable_text"
        /// A character the file's encoding has no code for.
        case unencodableCharacter = "unencodable_character"
        /// An encoding that is not read, or not known.
        case unsupportedEncoding = "unsupported_encoding"
        /// A delimiter that is not read.
        case unsupportedDelimiter = "unsupported_delimiter"
        /// A file format that is not read.
        case unsupportedFormat = "unsupported_format"
    }

    /// What is wrong.
    public let kind: Kind
    /// What is wrong, in words that name the value.
    public let message: Bilingual
    /// What to do about it.
    public let remedy: Bilingual
    /// The spreadsheet row, the header being row 1; nil where the error is not about one row.
    public let row: Int?
    /// The line of the text file on which the row begins; differs from `row` after quoted line breaks.
    public let line: Int?
    /// The column's header as written; nil where the error is not about one column.
    public let field: String?

    /// The stable name for programs.
    public var code: String { kind.rawValue }

    init(
        _ kind: Kind, _ message: Bilingual, remedy: Bilingual, at position: RowPosition? = nil,
        field: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.remedy = remedy
        self.row = position?.row
        self.line = position?.line
        self.field = field
    }
}
