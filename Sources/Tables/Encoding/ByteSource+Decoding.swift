extension ByteSource {
    /// The text of the input as UTF-8, for formats whose readers know no other encoding.
    ///
    /// A byte that is no text in its encoding becomes one that is none in UTF-8 either, so that the reader refuses the
    /// line it stands on and no other.
    ///
    /// - Parameter encoding: the encoding; nil to tell it from the first bytes. What reads as neither UTF-8 nor
    ///   GB18030 stays as it is, since JSON is UTF-8 by its own standard.
    /// - Returns: the source in UTF-8.
    /// - Throws: `unsupported_encoding` for UTF-16 or where the C library has no converter, and whatever the source
    ///   throws.
    public func decoded(from encoding: TextEncoding? = nil) throws(TableError) -> ByteSource {
        let (first, source) = try peeked()
        try TextEncoding.refuseUTF16(first[...])
        let told: TextEncoding
        if let encoding { told = encoding } else { told = try Self.detected(first) }
        switch told {
        case .utf8: return source
        case .gb18030:
            guard let converter = CharacterConverter(from: "GB18030", to: "UTF-8") else {
                throw .noConverter(.gb18030)
            }
            let decoding = Decoding(source, converter)
            return ByteSource { () throws(TableError) in try decoding.next() }
        }
    }

    private static func detected(_ bytes: [UInt8]) throws(TableError) -> TextEncoding {
        do throws(TableError) {
            return try TextEncoding.detect(bytes[...], isWhole: false).encoding
        } catch {
            guard error.kind == .undecodableText else { throw error }
            return .utf8
        }
    }
}

/// A source on its way from GB18030 to UTF-8: owns the converter and what a chunk cut in two.
private final class Decoding {
    private let source: ByteSource
    private var converter: CharacterConverter
    private var rest: [UInt8] = []
    private var isAtStart = true
    private var isAtEnd = false

    /// A byte that begins no character of UTF-8.
    private static let noText: UInt8 = 0xFF

    init(_ source: ByteSource, _ converter: consuming CharacterConverter) {
        self.source = source
        self.converter = converter
    }

    func next() throws(TableError) -> [UInt8]? {
        guard !isAtEnd else { return nil }
        if let chunk = try source.next() { rest += chunk } else { isAtEnd = true }
        if isAtStart {
            let mark = TextEncoding.gb18030.byteOrderMark
            if rest.count < mark.count, !isAtEnd { return [] }
            if rest.starts(with: mark) { rest.removeFirst(mark.count) }
            isAtStart = false
        }
        var decoded: [UInt8] = []
        var left = rest[...]
        rest = []
        while let fault = left.withUnsafeBufferPointer({ converter.convert($0, appendingTo: &decoded) }) {
            left = left.dropFirst(fault)
            // The longest character has four bytes: fewer at the end of a chunk may be one cut in two.
            if !isAtEnd, left.count < 4 {
                rest = Array(left)
                break
            }
            decoded.append(Self.noText)
            left = left.dropFirst()
        }
        return decoded
    }
}
