import Glibc
import Tables
import Wording

/// The files a shapefile is made of, found beside the one that was named, whatever the case of their endings.
struct ShapefileParts {
    private let stem: String
    private let folder: String
    private let names: [String]
    private let path: String

    init(_ path: String) throws(ExchangeError) {
        self.path = path
        let slash = path.lastIndex(of: "/")
        folder = slash.map { String(path[...$0]) } ?? "./"
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        names = try FolderListing.names(in: folder)
    }

    /// The path of a part; nil where it is not there.
    func part(_ ending: String) -> String? {
        names.first { $0.lowercased() == "\(stem).\(ending)".lowercased() && $0.hasPrefix(stem) }
            .map { folder == "./" && !path.hasPrefix("./") ? $0 : folder + $0 }
    }

    /// The `.shp` itself.
    var main: String? { part("shp") }

    func check() throws(ExchangeError) {
        guard let main else {
            throw .unreadable("\(folder)\(stem).shp", SystemReason(ENOENT).text)
        }
        // Without its index it cannot be told apart from one that is cut short.
        for ending in ["shx", "dbf"] where part(ending) == nil {
            throw .missingPart("\(stem).\(ending)", ".\(ending)")
        }
        let bytes = try FileBytes.size(main)
        guard bytes > 0 else { throw .empty(main) }
        guard bytes >= 100 else {
            throw .damaged(main, .shapefile, Bilingual(zh: "只有 \(bytes) 字节", en: "it has \(bytes) bytes"))
        }
        if let table = part("dbf"), let index = part("shx") { try check(table, beside: index) }
    }

    /// A table without its head, or of another number of rows, belongs to no shapes: GDAL would go on without ids and names.
    ///
    /// The head of a `.dbf` states rows, its own length and that of a row, from byte 4 on (dBASE III); an index has 8 bytes a
    /// shape behind 100 (ESRI, Shapefile Technical Description, 1998).
    private func check(_ table: String, beside index: String) throws(ExchangeError) {
        let head = try FileBytes.head(table, count: 32).map { Int($0) }
        guard head.count == 32 else {
            throw head.isEmpty ? .empty(table) : .damaged(table, .shapefile, Self.headless)
        }
        let size = try FileBytes.size(table)
        let rows = head[4] | head[5] << 8 | head[6] << 16 | head[7] << 24
        let (length, width) = (head[8] | head[9] << 8, head[10] | head[11] << 8)
        // A head is a multiple of 32 bytes and one, or a few of FoxPro's more; rows end with a byte that some leave out.
        guard length > 32, width > 0, size >= length else { throw .damaged(table, .shapefile, Self.headless) }
        guard size >= length + rows * width else {
            throw .damaged(
                table, .shapefile,
                Bilingual(
                    zh: "写明 \(rows) 行，文件只到第 \((size - length) / width) 行",
                    en: "it states \(rows) rows and ends in row \((size - length) / width + 1)"))
        }
        let shapes = max(0, try FileBytes.size(index) - 100) / 8
        guard shapes == rows else {
            throw .damaged(
                table, .shapefile,
                Bilingual(
                    zh: "属性 \(rows) 行，图形 \(shapes) 个，对不上",
                    en: "it has \(rows) rows for \(shapes) shapes"))
        }
    }

    private static let headless = Bilingual(zh: "属性表没有完整的文件头", en: "its head is not whole")

    /// The encoding the `.dbf` must be read with where nothing in the files says so; nil to leave it to them.
    ///
    /// ArcGIS and CASS write GBK without saying so: no `.cpg`, and a language byte of 0.
    func unstatedEncoding() throws(ExchangeError) -> (TextEncoding, isGuess: Bool)? {
        guard part("cpg") == nil, let table = part("dbf") else { return nil }
        let bytes = try FileBytes.read(table, limit: 2 << 30)
        guard bytes.count > 32 else { return nil }
        // Byte 29 is the language driver: 0 says nothing, 0x57 the code page of the machine it was made on.
        guard bytes[29] == 0 || bytes[29] == 0x57 else { return nil }
        let text = bytes[32...].filter { $0 != 0 }
        guard text.contains(where: { $0 >= 0x80 }) else { return nil }
        do throws(TableError) {
            return (try TextEncoding.detect(text[...], isWhole: true).encoding, true)
        } catch {
            return (.gb18030, true)
        }
    }
}
