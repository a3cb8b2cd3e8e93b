/// Turns the bytes of one file into text, a field at a time.
///
/// Belongs to one task; each worker makes its own.
public struct TextDecoder: ~Copyable {
    /// The encoding of the bytes.
    public let encoding: TextEncoding
    private var converter: CharacterConverter?

    /// Prepares to decode.
    ///
    /// - Throws: `unsupported_encoding` where the C library has no converter.
    public init(_ encoding: TextEncoding) throws(TableError) {
        self.encoding = encoding
        switch encoding {
        case .utf8: converter = nil
        case .gb18030:
            converter = CharacterConverter(from: "GB18030", to: "UTF-8")
            if converter == nil { throw .noConverter(encoding) }
        }
    }

    /// The text of some bytes.
    ///
    /// - Returns: the text, or the offset within `bytes` of the first byte that is none.
    mutating func decode(_ bytes: ArraySlice<UInt8>) -> DecodedText {
        // An ASCII field, which most are, reads alike in both encodings.
        if encoding == .utf8 || bytes.allSatisfy({ $0 < 0x80 }) {
            if let text = String(validating: bytes, as: UTF8.self) { return .text(text) }
            return .fault(WellFormedness(ofUTF8: bytes, isWhole: true).firstFault ?? 0)
        }
        var converted: [UInt8] = []
        let fault = bytes.withUnsafeBufferPointer { converter?.convert($0, appendingTo: &converted) ?? nil }
        if let fault { return .fault(fault) }
        return .text(String(decoding: converted, as: UTF8.self))
    }
}

/// A decoded field, or where it could not be decoded.
enum DecodedText {
    case text(String)
    case fault(Int)
}
