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
            unsafe Self.store(StoredArchive.bytes(of: [(name: "content.xml", content: $0)]), at: path, calls)
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
