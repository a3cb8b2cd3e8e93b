import Intake
import Tables
import Wording

extension SiteInput {
    /// Handles row after row; what a row appends leaves in pieces, so that no list need be held.
    ///
    /// Where the input breaks off, what was handled so far leaves before the reason why no more follows.
    func forEachRow(
        writingTo output: Output, _ language: Language,
        begin: (inout [UInt8]) throws(TableError) -> Void = { _ in },
        handle: (SiteRow, inout [UInt8]) throws -> Void, end: (inout [UInt8]) -> Void = { _ in }
    ) throws {
        var bytes: [UInt8] = []
        do {
            try begin(&bytes)
            var index = 0
            while let row = try next() {
                index += 1
                try handle(row, &bytes)
                if bytes.count >= 1 << 16 { try output.write(&bytes) }
            }
            end(&bytes)
            try output.write(&bytes)
            try checkForRows(index, language)
        } catch let error as TableError {
            try output.write(&bytes)
            throw Failure(error, language, status: .badData)
        }
    }
}
