import Tables
import TestSupport
import Testing
import Wording

/// Batches, taken apart, are the records that reading one by one gives, wherever the input's chunks end.
@Suite struct CSVBatchTests {
    /// Everything that is told of a record.
    private struct Told: Equatable, CustomStringConvertible {
        let row: Int
        let line: Int
        let offset: Int
        let raw: [UInt8]
        let fields: [[UInt8]]
        let end: LineEnd?
        let isBlank: Bool
        let problem: String?

        init(_ record: CSVRecord) {
            row = record.position.row
            line = record.position.line
            offset = record.offset
            raw = Array(record.raw)
            fields = (0..<record.columnCount).map { Array(record.bytes(of: $0)) }
            end = record.terminator
            isBlank = record.isBlank
            problem = record.problem?.message.en
        }

        var description: String {
            "\(row)/\(line)@\(offset) \(String(decoding: raw, as: UTF8.self)) \(problem ?? "")"
        }
    }

    private static let options = CSVOptions(encoding: .utf8, recordLimit: 60, quotedSpanLimit: 24)

    private func oneByOne(_ text: [UInt8]) throws -> [Told] {
        var reader = try CSVReader(ByteSource(text), options: Self.options)
        var told: [Told] = []
        while let record = try reader.next() { told.append(Told(record)) }
        return told
    }

    private func inBatches(
        _ text: [UInt8], chunk: Int, limit: Int = .max
    ) throws -> (records: [Told], bytes: Int, batches: Int) {
        var reader = try CSVReader(ByteSource(text, inChunksOf: chunk), options: Self.options)
        var batches = CSVBatchReader(for: reader)
        var told: [Told] = []
        var (bytes, count) = (0, 0)
        var record = CSVRecord()
        while let batch = try reader.nextBatch(upTo: limit) {
            bytes += batch.byteCount
            count += 1
            #expect(batch.firstRow == (told.last?.row).map { $0 + 1 } ?? batch.firstRow)
            batches.begin(batch)
            while batches.read(into: &record) { told.append(Told(record)) }
        }
        return (told, bytes, count)
    }

    private static let texts = [
        "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "a,b\n1,2\r\n3,4\r5,6", "a,b\n1,2",
        "a,b\n\"x,\ny\",2\n3,\"4\"\"\"\n5,6\n", "a,b\n\n,\n1,2\n   \n", "a,b\n1,\0\n3,4\n",
        "a,b\n1\n1,2,3\n4,5\n",
        "a,b\n\"1,2\n3,4\n5,6\n", "a,b\n1,\"2\n3,\"4\"\n5,6\n\"7,8",
        "a,b\n1,\(String(repeating: "x", count: 100))\n3,4\n",
        "a,b\n1,\"\(String(repeating: "x\n", count: 50))\"\n3,4\n", "a,b\n1,2\r", "a,b\n\"1\"\r\"2\",3\r\n",
        "a,b\n",
    ]

    @Test(arguments: texts, [1, 2, 3, 7, 64, 1 << 20])
    func holdWhatReadingOneByOneGives(_ text: String, _ chunk: Int) throws {
        let bytes = Array(text.utf8)
        let told = try inBatches(bytes, chunk: chunk).records
        #expect(try told == oneByOne(bytes))
        for limit in [1, 5, 20] {
            #expect(try inBatches(bytes, chunk: chunk, limit: limit).records == told)
        }
    }

    @Test(arguments: 0..<40) func holdTheSameOfAnyText(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("12,,\"\n\n\r x\u{0}".utf8)
        var text = Array("a,b\n".utf8)
        for _ in 0..<400 {
            // Mostly sound rows, so that the short ways are taken as well.
            if Int.random(in: 0..<3, using: &generator) > 0 { text += Array("12,34\n".utf8) }
            for _ in 0..<Int.random(in: 0..<6, using: &generator) {
                text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
            }
        }
        let expected = try oneByOne(text)
        for chunk in [1, 5, 63, 64, 500, 1 << 20] {
            #expect(try inBatches(text, chunk: chunk).records == expected)
        }
    }

    @Test func standForEveryByteBehindTheHeader() throws {
        let text = Array("a,b\n1,2\n\"3\n\",4\n5,\"6\n7,8\n".utf8)
        #expect(try inBatches(text, chunk: 5).bytes == text.count - 4)
    }

    @Test func areNotASingleRecordEach() throws {
        let text = Array(("a,b\n" + String(repeating: "1,2\n", count: 1000)).utf8)
        #expect(try inBatches(text, chunk: 512).batches < 20)
        let quoted = Array(("a,b\n" + String(repeating: "\"1\",2\n", count: 1000)).utf8)
        #expect(try inBatches(quoted, chunk: 512).batches < 30)
    }
}
