import Tables
import TestSupport
import Testing
import Wording

@Suite struct CSVRoundTripTests {
    static let dialects = [
        CSVDialect(), CSVDialect(hasByteOrderMark: true, delimiter: .semicolon, lineEnd: .lf),
        CSVDialect(encoding: .gb18030, delimiter: .tab), CSVDialect(encoding: .gb18030, lineEnd: .cr),
    ]

    @Test(arguments: dialects, 0..<25)
    func whatIsWrittenIsRead(_ dialect: CSVDialect, _ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let alphabet = [
            "a", "Z", "0", "-", ".", ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", " ", "重", "庆", "㐀",
            "𠮷", "é", "，", "|",
            "=", "'",
        ]
        let columns = Int.random(in: 1...6, using: &generator)
        var rows = [(0..<columns).map { "c\($0)" }]
        for _ in 0..<Int.random(in: 0...40, using: &generator) {
            rows.append(
                (0..<columns).map { _ in
                    (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                        alphabet.randomElement(using: &generator) ?? ""
                    }.joined()
                })
        }
        var writer = try CSVWriter(dialect)
        var bytes: [UInt8] = []
        writer.appendByteOrderMark(to: &bytes)
        for row in rows { try writer.append(row: row, to: &bytes) }

        let options = CSVOptions(encoding: dialect.encoding, delimiter: dialect.delimiter)
        let table = try WholeTable(ByteSource(bytes, inChunksOf: 11), options: options)
        #expect(table.problems == [])
        // Rows of several empty fields are blank to a reader, as they are to a person.
        let expected = rows.dropFirst().filter { columns == 1 || $0.contains { !$0.isEmpty } }
        // Compared by scalars: a String takes CR LF for one character and é for e + accent.
        #expect(table.rows.map { $0.map { Array($0.utf8) } } == expected.map { $0.map { Array($0.utf8) } })
    }

    @Test func aRowThatCannotBeEncodedIsNotHalfWritten() throws {
        var writer = try CSVWriter(CSVDialect(encoding: .gb18030))
        var bytes: [UInt8] = []
        var code: String?
        do throws(TableError) { try writer.append(row: ["重", "\u{E816}"], to: &bytes) } catch {
            code = error.code
        }
        #expect(code == "unencodable_character")
        #expect(bytes.isEmpty)
    }

    @Test func oneEmptyFieldIsARow() throws {
        var writer = try CSVWriter()
        var bytes: [UInt8] = []
        for field in ["a", "", "b"] { try writer.append(row: [field], to: &bytes) }
        #expect(try WholeTable(ByteSource(bytes)).rows == [[""], ["b"]])
    }
}
