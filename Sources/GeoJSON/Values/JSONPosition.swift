/// A place in a text, as an editor shows it.
public struct JSONPosition: Hashable, Sendable {
    /// The line, from 1; `\n`, `\r\n` and a lone `\r` end one.
    public let line: Int
    /// The column, from 1, in Unicode scalars; a byte order mark does not count.
    public let column: Int
    /// The offset from the first byte of the text, from 0.
    public let byteOffset: Int

    /// Names a place.
    public init(line: Int, column: Int, byteOffset: Int) {
        self.line = line
        self.column = column
        self.byteOffset = byteOffset
    }

    /// The first byte of a text.
    static let start = JSONPosition(line: 1, column: 1, byteOffset: 0)

    /// Finds line and column by counting on from a known position before it; only errors pay for it.
    init(byteOffset: Int, in text: Span<UInt8>, from known: JSONPosition = .start) {
        var line = known.line
        var column = known.column
        var place = known.byteOffset
        if place == 0 { place = JSONReader.lengthOfByteOrderMark(text) }
        while place < min(byteOffset, text.count) {
            let byte = text[place]
            place += 1
            let endsLine =
                byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r") && !(place < text.count && text[place] == UInt8(ascii: "\n"))
            if endsLine {
                line += 1
                column = 1
            } else if byte & 0b1100_0000 != 0b1000_0000 {  // continuation bytes belong to the scalar before
                column += 1
            }
        }
        self.init(line: line, column: column, byteOffset: byteOffset)
    }
}
