import Tables
import Testing

@Suite struct ByteSourceDecodingTests {
    /// {"名":"西永𠮷"} in GB18030: characters of one, two and four bytes.
    private static let gb18030: [UInt8] =
        Array("{\"".utf8) + [0xC3, 0xFB] + Array("\":\"".utf8)
        + [0xCE, 0xF7, 0xD3, 0xC0, 0x95, 0x34, 0xB1, 0x38] + Array("\"}".utf8)
    private static let utf8 = Array("{\"名\":\"西永𠮷\"}".utf8)

    private static func decoded(
        _ bytes: [UInt8], _ encoding: TextEncoding?, chunk: Int = 4096
    ) throws -> [UInt8] {
        try ByteSource(bytes, inChunksOf: chunk).decoded(from: encoding).all()
    }

    @Test(arguments: 1...20) func charactersCutByAChunkAreWhole(chunk: Int) throws {
        #expect(try Self.decoded(Self.gb18030, .gb18030, chunk: chunk) == Self.utf8)
        #expect(
            try Self.decoded(TextEncoding.gb18030.byteOrderMark + Self.gb18030, .gb18030, chunk: chunk)
                == Self.utf8)
    }

    @Test func theEncodingIsTold() throws {
        #expect(try Self.decoded(Self.gb18030, nil) == Self.utf8)
        #expect(try Self.decoded(Self.utf8, nil) == Self.utf8)
        #expect(try Self.decoded([], nil) == [])
        #expect(try Self.decoded(Self.utf8, .utf8, chunk: 3) == Self.utf8)
    }

    @Test func whatIsNeitherStaysAsItIs() throws {
        let bytes: [UInt8] = [0x22, 0xFF, 0x22]
        #expect(try Self.decoded(bytes, nil) == bytes)
    }

    @Test func aBadByteCostsNoOtherCharacter() throws {
        let bytes = Self.gb18030 + [0xFF, 0x0A] + Self.gb18030
        #expect(try Self.decoded(bytes, .gb18030) == Self.utf8 + [0xFF, 0x0A] + Self.utf8)
        // Cut short at the end of the input.
        #expect(try Self.decoded([0x41, 0xCE], .gb18030) == [0x41, 0xFF])
    }

    @Test func utf16IsRefusedByName() {
        #expect(
            tableError { _ = try Self.decoded([0xFF, 0xFE, 0x7B, 0x00], .gb18030) }?.code
                == "unsupported_encoding")
    }
}
