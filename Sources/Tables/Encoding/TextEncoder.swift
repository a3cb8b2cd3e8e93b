/// Turns text into the bytes of one file's encoding.
///
/// Belongs to one task; each worker makes its own.
public struct TextEncoder: ~Copyable {
    /// The encoding of the bytes.
    public let encoding: TextEncoding
    private var converter: CharacterConverter?

    /// Prepares to encode.
    ///
    /// - Throws: `unsupported_encoding` where the C library has no converter.
    public init(_ encoding: TextEncoding) throws(TableError) {
        self.encoding = encoding
        switch encoding {
        case .utf8: converter = nil
        case .gb18030:
            converter = CharacterConverter(from: "UTF-8", to: "GB18030")
            if converter == nil { throw .noConverter(encoding) }
        }
    }

    /// Appends a text's bytes.
    ///
    /// - Throws: `unencodable_character`, naming it; `output` is then as it was.
    public mutating func append(_ text: String, to output: inout [UInt8]) throws(TableError) {
        let start = output.count
        var text = text
        if encoding == .utf8 || text.utf8.allSatisfy({ $0 < 0x80 }) {
            text.withUTF8 { output.append(contentsOf: $0) }
            return
        }
        let fault = text.withUTF8 { converter?.convert($0, appendingTo: &output) ?? nil }
        guard let fault else { return }
        output.removeSubrange(start...)
        // glibc stops at the first byte of the character it has no code for.
        let index = text.utf8.index(text.startIndex, offsetBy: fault)
        let character =
            text.unicodeScalars.indices.contains(index) ? Character(text.unicodeScalars[index]) : "?"
        throw .unencodable(character, encoding)
    }
}
