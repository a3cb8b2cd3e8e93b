import Glibc
import Wording

/// What is looked at before a file goes to GDAL: that it is there, whole enough to be told, and no trap.
struct FileCheck {
    private let path: String
    private let format: SiteFileFormat

    init(_ path: String, _ format: SiteFileFormat) {
        self.path = path
        self.format = format
    }

    func check() throws(ExchangeError) {
        if format == .shapefile { return try ShapefileParts(path).check() }
        if format == .fileGeodatabase { return try checkGeodatabase() }
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, SystemReason(errno).text) }
        defer { _ = close(descriptor) }
        let head = FilePart(descriptor, offset: 0, count: 8)
        guard head.failure == 0 else { throw .unreadable(path, SystemReason(head.failure).text) }
        guard !head.bytes.isEmpty else { throw .empty(path) }
        // An OLE compound file in the stead of a workbook: an old .xls, or a workbook under a password.
        if format.isTable, head.bytes == [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] {
            throw .lockedWorkbook(path)
        }
        if format.isArchive { try ZipDirectory(descriptor, path).check() }
        if format == .dxf, head.bytes.starts(with: Array("AC10".utf8)) { throw .drawingIsDWG(path) }
        // A binary one is refused by GDAL.
        if format == .dxf, !head.bytes.starts(with: Array("AutoCAD".utf8)) { try checkEnd(descriptor) }
    }

    /// A drawing ends with a group that says so (Autodesk, DXF reference); one cut short would be read as far as it goes.
    private func checkEnd(_ descriptor: Int32) throws(ExchangeError) {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        let tail = FilePart(descriptor, offset: max(0, size - 512), count: 512).bytes
        // Some programs write a Ctrl-Z or blank lines behind it.
        let words = String(decoding: tail, as: UTF8.self).split { $0.isWhitespace || $0 == "\u{1A}" }
        guard words.suffix(2).elementsEqual(["0", "EOF"]) else {
            throw .damaged(
                path, format,
                Bilingual(zh: "末尾没有 EOF，文件被截断", en: "it has no EOF at its end and is cut short"))
        }
    }

    private func checkGeodatabase() throws(ExchangeError) {
        let names = try FolderListing.names(in: path)
        guard names.contains(where: { $0.hasSuffix(".gdbtable") }) else {
            throw .damaged(path, format, Bilingual(zh: "其中没有 .gdbtable 文件", en: "it holds no .gdbtable"))
        }
        // GDAL passes over a table whose head it cannot read, as if the layer were not there.
        for name in names.sorted() where name.hasSuffix(".gdbtable") {
            let table = "\(path)/\(name)"
            let head = try FileBytes.head(table, count: 40)
            let size = try FileBytes.size(table)
            // The head states the size of its file at byte 24 (OpenFileGDB's own description of the format).
            let stated =
                head.count < 40 ? Int.max : (24..<32).reduce(0) { $0 | Int(head[$1]) << (8 * ($1 - 24)) }
            guard size >= min(stated, 1 << 62), stated != Int.max else {
                throw .damaged(
                    path, format,
                    Bilingual(
                        zh: "其中的 \(name) 被截断（\(size) 字节）", en: "its \(name) is cut short (\(size) bytes)"))
            }
        }
    }
}

/// Some bytes of an open file.
struct FilePart {
    let bytes: [UInt8]
    /// `errno` where reading failed, else 0.
    let failure: Int32

    init(_ descriptor: Int32, offset: Int, count: Int) {
        var failed: Int32 = 0
        bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let got = unsafe pread(descriptor, buffer.baseAddress, count, off_t(offset))
            failed = got < 0 ? errno : 0
            filled = max(0, got)
        }
        failure = failed
    }
}
