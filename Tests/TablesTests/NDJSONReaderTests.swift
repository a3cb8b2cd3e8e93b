import Tables
import Testing
import Wording

@Suite struct NDJSONReaderTests {
    /// `number:text` of each line, or `number!code`.
    static func lines(_ bytes: [UInt8], chunk: Int = 1 << 20, limit: Int = 16 << 20) throws -> [String] {
        var reader = try NDJSONReader(ByteSource(bytes, inChunksOf: chunk), lineLimit: limit)
        var lines: [String] = []
        while let line = try reader.next() {
            if let problem = line.problem {
                lines.append("\(line.number)!\(problem.code)")
            } else {
                lines.append("\(line.number):" + String(decoding: line.bytes, as: UTF8.self))
                #expect(Array(bytes[line.offset...].prefix(line.bytes.count)) == Array(line.bytes))
            }
        }
        return lines
    }

    @Test(
        arguments: [
            ("{}\n[]\n", ["1:{}", "2:[]"]), ("{}", ["1:{}"]),
            ("{}\r\n{\"a\":1}\r\n", ["1:{}", "2:{\"a\":1}"]),
            ("\u{FEFF}{}\n", ["1:{}"]), ("\n\n{}\n \t\r\n1\n", ["3:{}", "5:1"]), ("", []), ("\n", []),
            ("\u{1E}{}\n\u{1E}[]\n", ["1:{}", "2:[]"]), ("重庆\n", ["1:重庆"]), ("{\r}\n", ["1:{\r}"]),
        ] as [(String, [String])], [1, 4, 1 << 20])
    func numbersLines(_ example: (text: String, lines: [String]), _ chunk: Int) throws {
        #expect(try Self.lines(Array(example.text.utf8), chunk: chunk) == example.lines)
    }

    @Test(arguments: [1, 7, 64, 1 << 20])
    func anOverLongLineIsAnErrorOfItsOwn(_ chunk: Int) throws {
        let long = String(repeating: "x", count: 300)
        let text = "{}\n\(long)\n[]\n\(long)"
        #expect(
            try Self.lines(Array(text.utf8), chunk: chunk, limit: 100)
                == ["1:{}", "2!line_too_long", "3:[]", "4!line_too_long"])
    }

    @Test func aLineOfJustTheLimitIsRead() throws {
        #expect(try Self.lines(Array("12345\n123456\n".utf8), limit: 5) == ["1:12345", "2!line_too_long"])
    }

    @Test func utf16IsRefused() {
        let error = tableError { _ = try NDJSONReader(ByteSource([0xFF, 0xFE, 0x7B, 0x00])) }
        #expect(error?.code == "unsupported_encoding")
    }

    @Test func tooLongNamesLineAndLimit() throws {
        var reader = try NDJSONReader(ByteSource(Array("1\n23456\n".utf8)), lineLimit: 3)
        _ = try reader.next()
        let problem = try #require(try reader.next()?.problem)
        #expect(problem.line == 2)
        #expect(problem.message.zh == "第2行超过每行上限3字节，未读取。")
    }
}

/// Batches, taken apart, are the lines that reading one by one gives.
@Suite struct NDJSONBatchTests {
    @Test(
        arguments: [
            "{}\n[]\n", "{}", "{}\r\n{\"a\":1}\r\n", "\u{FEFF}{}\n", "\n\n{}\n \t\r\n1\n", "", "\n",
            "\u{1E}{}\n\u{1E}[]\n", "{\r}\n", "{}\n12345678901234567890\n[]\n12345678901234567890",
        ], [(1, Int.max), (4, 5), (64, .max), (64, 1), (64, 5)])
    func holdWhatReadingOneByOneGives(_ text: String, _ cut: (chunk: Int, limit: Int)) throws {
        let (chunk, limit) = cut
        let bytes = Array(text.utf8)
        var reader = try NDJSONReader(ByteSource(bytes, inChunksOf: chunk), lineLimit: 12)
        var lines: [String] = []
        while let batch = try reader.nextBatch(upTo: limit) {
            for line in batch.lines {
                if let problem = line.problem {
                    lines.append("\(line.number)!\(problem.code)")
                } else {
                    lines.append("\(line.number):" + String(decoding: line.bytes, as: UTF8.self))
                    #expect(Array(bytes[line.offset...].prefix(line.bytes.count)) == Array(line.bytes))
                }
            }
        }
        #expect(try lines == NDJSONReaderTests.lines(bytes, chunk: chunk, limit: 12))
    }
}
