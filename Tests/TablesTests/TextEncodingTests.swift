import Tables
import Testing
import Wording

@Suite struct TextEncodingTests {
    /// 编号,名称 / A,重庆 in GB18030; the bytes are what `iconv -t GB18030` writes.
    static let gbk: [UInt8] =
        [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A]
        + [0x41, 0x2C, 0xD6, 0xD8, 0xC7, 0xEC, 0x0A]

    @Test(arguments: [
        ("utf-8", TextEncoding.utf8), ("UTF8", .utf8), ("utf-8-sig", .utf8), ("gbk", .gb18030),
        ("GB2312", .gb18030),
        ("GB18030", .gb18030), ("cp936", .gb18030), ("GB_2312", .gb18030),
    ])
    func namesArePeoples(_ name: String, _ encoding: TextEncoding) throws {
        #expect(try TextEncoding(parsing: name) == encoding)
    }

    @Test(arguments: ["big5", "latin1", "", "utf-16", "UTF-16LE"])
    func otherEncodingsAreRefusedByName(_ name: String) {
        let error = tableError { _ = try TextEncoding(parsing: name) }
        #expect(error?.code == "unsupported_encoding")
        #expect(error?.message.zh.contains(name) == true)
        #expect(error?.message.en.contains(name) == true)
    }

    @Test func detectsFromBytes() throws {
        #expect(try TextEncoding.detect(Array("编号,a".utf8)[...]).encoding == .utf8)
        #expect(try TextEncoding.detect(Array("plain".utf8)[...]).encoding == .utf8)
        let marked = try TextEncoding.detect(Array("\u{FEFF}a".utf8)[...])
        #expect(marked.encoding == .utf8)
        #expect(marked.byteOrderMarkLength == 3)
        #expect(try TextEncoding.detect(Self.gbk[...]).encoding == .gb18030)
        // 联通, the two words Notepad of old took for UTF-8: C1 AA CD A8.
        #expect(try TextEncoding.detect([0xC1, 0xAA, 0xCD, 0xA8]).encoding == .gb18030)
        #expect(try TextEncoding.detect([0x84, 0x31, 0x95, 0x33, 0x41]).byteOrderMarkLength == 4)
    }

    @Test func aSampleMayEndInsideACharacter() throws {
        let utf8 = Array("名称".utf8).dropLast()
        #expect(try TextEncoding.detect(utf8, isWhole: false).encoding == .utf8)
        #expect(try TextEncoding.detect(Self.gbk.prefix(3), isWhole: false).encoding == .gb18030)
    }

    @Test(arguments: [
        [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x2C, 0x00], [0x00, 0x61],
    ])
    func utf16IsRefusedWithTheWayOut(_ bytes: [UInt8]) {
        let error = tableError { _ = try TextEncoding.detect(bytes[...]) }
        #expect(error?.code == "unsupported_encoding")
        #expect(error?.remedy.zh.contains("CSV UTF-8") == true)
        let given = tableError { _ = try CSVReader(ByteSource(bytes), options: CSVOptions(encoding: .utf8)) }
        #expect(given?.code == "unsupported_encoding")
    }

    @Test func neitherEncodingNamesBothOffsets() {
        let error = tableError { _ = try TextEncoding.detect([0x61, 0x62, 0xFF, 0x2C, 0x80, 0x2C]) }
        #expect(error?.code == "undecodable_text")
        #expect(error?.message.en.contains("at byte 2") == true)
    }

    @Test func readsGB18030() throws {
        let table = try WholeTable(ByteSource(Self.gbk))
        #expect(table.header == ["编号", "名称"])
        #expect(table.rows == [["A", "重庆"]])
    }

    @Test func oneDamagedRowOfAUTF8FileIsAnErrorOfThatRow() throws {
        var bytes = Array("编号,名称\nA,重庆科学城金凤片区\nB,".utf8)
        bytes += [0xE9, 0x87, 0x2C - 1, 0x0A]
        bytes += Array("C,西永微电子产业园\n".utf8)
        var reader = try CSVReader(ByteSource(bytes))
        var decoder = try TextDecoder(reader.dialect.encoding)
        #expect(reader.dialect.encoding == .utf8)
        let column = reader.columns[1]
        var texts: [String] = []
        var errors: [TableError] = []
        while let record = try reader.next() {
            do throws(TableError) { texts.append(try record.text(of: column, using: &decoder)) } catch {
                errors.append(error)
            }
        }
        #expect(texts == ["重庆科学城金凤片区", "西永微电子产业园"])
        #expect(errors.map(\.code) == ["undecodable_text"])
        #expect(errors.first?.row == 3)
        #expect(errors.first?.field == "名称")
        let offset = try #require(bytes.firstIndex(of: 0x2B)) - 2
        #expect(errors.first?.message.en.contains("byte \(offset) of the input (0xE9)") == true)
    }

    @Test func oneDamagedRowOfAGB18030FileIsAnErrorOfThatRow() throws {
        var bytes = Self.gbk
        for _ in 0..<10 { bytes += Self.gbk.suffix(7) }
        let offset = bytes.count + 2
        bytes += [0x42, 0x2C, 0xD6, 0x0A]
        var reader = try CSVReader(ByteSource(bytes))
        var decoder = try TextDecoder(reader.dialect.encoding)
        var errors: [TableError] = []
        let column = reader.columns[1]
        while let record = try reader.next() {
            do throws(TableError) { _ = try record.text(of: column, using: &decoder) } catch {
                errors.append(error)
            }
        }
        #expect(errors.map(\.row) == [13])
        #expect(errors.first?.message.en.contains("byte \(offset) of the input (0xD6)") == true)
    }

    /// ASCII, two-byte, four-byte in the BMP (㐀) and beyond it (𠮷), with their bytes by GB 18030.
    @Test(arguments: [
        ("A", [0x41]), ("重", [0xD6, 0xD8]), ("㐀", [0x81, 0x39, 0xEE, 0x39]), ("𠮷", [0x95, 0x34, 0xB2, 0x35]),
        ("€", [0xA2, 0xE3]),
    ])
    func gb18030IsWrittenAndReadBack(_ text: String, _ bytes: [UInt8]) throws {
        var encoder = try TextEncoder(.gb18030)
        var output: [UInt8] = []
        try encoder.append(text, to: &output)
        #expect(output == bytes)
        let table = try WholeTable(
            ByteSource(Array("a\n".utf8) + output), options: CSVOptions(encoding: .gb18030))
        #expect(table.rows == [[text]])
    }

    @Test func longTextGrowsTheBuffer() throws {
        let text = String(repeating: "重庆𠮷é", count: 10_000)
        var encoder = try TextEncoder(.gb18030)
        var output = Array("a\n".utf8)
        try encoder.append(text, to: &output)
        let table = try WholeTable(ByteSource(output), options: CSVOptions(encoding: .gb18030))
        #expect(table.rows == [[text]])
    }

    @Test func aCharacterWithoutACodeIsNamedAndNothingIsWritten() throws {
        var encoder = try TextEncoder(.gb18030)
        var output: [UInt8] = [0x41]
        let error = #expect(throws: TableError.self) {
            // A private-use character that glibc's table of GB18030 leaves out.
            try encoder.append("重庆\u{E816}x", to: &output)
        }
        #expect(error?.code == "unencodable_character")
        #expect(error?.message.en.contains("U+E816") == true)
        #expect(output == [0x41])
    }
}
