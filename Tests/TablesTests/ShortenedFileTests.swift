import TestSupport
import Testing
import Wording

@testable import Tables

/// A file that changes while it is read.
@Suite struct ShortenedFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("rows.csv", String(repeating: "1,106.33,29.52\n", count: 1000))
    }

    private func readAll(_ source: ByteSource) throws -> Int {
        var count = 0
        while let chunk = try source.next() { count += chunk.count }
        return count
    }

    @Test func aFileCutShortWhileItIsReadIsAnError() throws {
        let source = try ByteSource(path: folder.path + "/rows.csv", chunkSize: 1000)
        #expect(try source.next()?.count == 1000)
        try folder.write("rows.csv", "1,106")
        let error = #expect(throws: TableError.self) { try readAll(source) }
        #expect(error?.message.en.contains("15000 bytes when it was opened, 1000 read") == true)
    }

    @Test func aFileThatGrowsIsReadToItsEnd() throws {
        let source = try ByteSource(path: folder.path + "/rows.csv", chunkSize: 1000)
        #expect(try source.next()?.count == 1000)
        try folder.write("rows.csv", String(repeating: "1,106.33,29.52\n", count: 2000))
        #expect(try readAll(source) == 29_000)
    }
}
