import CGDAL

/// A spreadsheet in OpenDocument form whose merged cells keep their places.
///
/// What a merged cell covers stands there as `covered-table-cell`, which GDAL 3.6 passes over: everything right of it
/// moves left and comes under the wrong heading. So GDAL is given a copy in its own memory in which such cells are
/// ordinary ones, blank.
@safe final class CoveredCells {
    /// Where GDAL finds the copy.
    let path: String
    private let calls: UnsafePointer<CGDALFunctions>

    /// The largest sheet that is copied, bytes of XML.
    static let limit = 512 << 20

    /// Makes the copy; nil where there is no cell to mend, or nothing can be read.
    init?(of file: String, _ session: borrowing GDALSession) {
        let calls = unsafe session.calls
        let content = unsafe Self.content(of: file, calls)
        let mended = content.flatMap(Self.mended)
        let path = "/vsimem/jinfeng-covered-cells-\(UInt64.random(in: .min ... .max)).ods"
        let isMade = mended.map {
            unsafe Self.store(StoredArchive.bytes(name: "content.xml", $0), at: path, calls)
        }
        unsafe self.calls = calls
        self.path = path
        guard isMade == true else { return nil }
    }

    deinit { _ = unsafe calls.pointee.VSIUnlink(path) }

    private static func content(of file: String, _ calls: UnsafePointer<CGDALFunctions>) -> [UInt8]? {
        guard let stream = unsafe calls.pointee.VSIFOpenL("/vsizip/{\(file)}/content.xml", "rb") else {
            return nil
        }
        defer { _ = unsafe calls.pointee.VSIFCloseL(stream) }
        var bytes: [UInt8] = []
        let piece = 1 << 20
        while bytes.count <= limit {
            let read = unsafe [UInt8](unsafeUninitializedCapacity: piece) { buffer, count in
                count = unsafe Int(calls.pointee.VSIFReadL(buffer.baseAddress, 1, piece, stream))
            }
            bytes += read
            if read.count < piece { return bytes }
        }
        return nil
    }

    /// The text with every covered cell an ordinary one; nil where there is none.
    private static func mended(_ content: [UInt8]) -> [UInt8]? {
        let name = Array("table:covered-table-cell".utf8)
        let plain = Array("table:table-cell".utf8)
        var output: [UInt8] = []
        output.reserveCapacity(content.count)
        var place = 0
        var isMended = false
        while place < content.count {
            let isTag =
                content[place] == name[0] && place > 0
                && (content[place - 1] == UInt8(ascii: "<") || content[place - 1] == UInt8(ascii: "/"))
            if isTag, content[place...].starts(with: name) {
                output += plain
                place += name.count
                isMended = true
            } else {
                output.append(content[place])
                place += 1
            }
        }
        return isMended ? output : nil
    }

    /// Puts bytes into GDAL's memory, under a name.
    private static func store(
        _ bytes: [UInt8], at path: String, _ calls: UnsafePointer<CGDALFunctions>
    ) -> Bool {
        guard let stream = unsafe calls.pointee.VSIFOpenL(path, "wb") else { return false }
        let written = unsafe bytes.withUnsafeBytes {
            unsafe calls.pointee.VSIFWriteL($0.baseAddress, 1, $0.count, stream)
        }
        return unsafe calls.pointee.VSIFCloseL(stream) == 0 && written == bytes.count
    }
}

/// A ZIP archive of one entry that is not packed (APPNOTE 6.3.3).
enum StoredArchive {
    static func bytes(name: String, _ content: [UInt8]) -> [UInt8] {
        let sum = crc32(content)
        var entry: [UInt8] = []
        // Needs version 2.0; no flags, no packing, no time but the first day there is.
        for (value, width) in [
            (20, 2), (0, 2), (0, 2), (0, 2), (0x21, 2), (Int(sum), 4), (content.count, 4),
            (content.count, 4), (name.utf8.count, 2), (0, 2),
        ] {
            append(value, width, to: &entry)
        }
        var output: [UInt8] = []
        append(0x0403_4B50, 4, to: &output)
        output += entry + Array(name.utf8) + content
        let directory = output.count
        append(0x0201_4B50, 4, to: &output)
        append(20, 2, to: &output)
        output += entry
        for width in [2, 2, 2, 4, 4] { append(0, width, to: &output) }
        output += Array(name.utf8)
        let length = output.count - directory
        append(0x0605_4B50, 4, to: &output)
        for (value, width) in [(0, 2), (0, 2), (1, 2), (1, 2), (length, 4), (directory, 4), (0, 2)] {
            append(value, width, to: &output)
        }
        return output
    }

    private static func append(_ value: Int, _ width: Int, to output: inout [UInt8]) {
        for byte in 0..<width { output.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
    }

    /// The checksum of ISO 3309, as ZIP wants it.
    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var table = [UInt32](0..<256)
        for index in table.indices {
            for _ in 0..<8 {
                let half = table[index] >> 1
                table[index] = table[index] & 1 == 1 ? half ^ 0xEDB8_8320 : half
            }
        }
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            let index = Int(UInt8(truncatingIfNeeded: sum) ^ byte)
            sum = table[index] ^ (sum >> 8)
        }
        return ~sum
    }
}
