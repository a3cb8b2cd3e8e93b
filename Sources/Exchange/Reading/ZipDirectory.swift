import Glibc
import Wording

/// The directory of a ZIP archive (APPNOTE 6.3.3), read for what it promises and not for what it packs.
///
/// KMZ, XLSX and ODS are archives, and an archive can be a trap: names that climb out of it, a megabyte that unpacks
/// to a terabyte, entries under a password. What is refused here GDAL never sees.
struct ZipDirectory {
    /// All entries unpacked, bytes; a workbook of a million rows and twenty columns takes about half of it.
    static let sizeLimit = 2 << 30
    /// How many times its packed size an entry may have, beyond ``ratioFloor``.
    static let ratioLimit = 400
    /// Entries below this are never suspicious, bytes.
    static let ratioFloor = 16 << 20
    static let entryLimit = 10_000

    private let descriptor: Int32
    private let path: String

    init(_ descriptor: Int32, _ path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Looks at the whole directory.
    ///
    /// - Throws: for an archive that is cut short, under a password, or a trap.
    func check() throws(ExchangeError) {
        let bytes = try directory()
        var place = 0
        var count = 0
        var total = 0
        while place + 46 <= bytes.count, Self.number(bytes, place, 4) == 0x0201_4B50 {
            let flags = Self.number(bytes, place + 8, 2)
            let packed = Self.number(bytes, place + 20, 4)
            let unpacked = Self.number(bytes, place + 24, 4)
            let length = Self.number(bytes, place + 28, 2)
            let next =
                place + 46 + length + Self.number(bytes, place + 30, 2) + Self.number(bytes, place + 32, 2)
            guard next <= bytes.count else { throw damaged }
            let name = String(decoding: bytes[(place + 46)..<(place + 46 + length)], as: UTF8.self)
            if flags & 1 != 0 { throw .encryptedArchive(path) }
            let steps = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
            if steps.contains("..") || name.hasPrefix("/") || name.hasPrefix("\\") || name.contains(":") {
                throw .unsafeArchive(path, name)
            }
            if name == "content.xml", Self.number(bytes, place + 10, 2) == 0,
                try !beginsAsXML(entryAt: Self.number(bytes, place + 42, 4))
            {
                throw .encryptedArchive(path)
            }
            total += unpacked
            count += 1
            let isBomb = unpacked > Self.ratioFloor && unpacked / max(1, packed) > Self.ratioLimit
            // 0xFFFFFFFF announces a size of 64 bits, larger than anything read here.
            guard total <= Self.sizeLimit, !isBomb, count <= Self.entryLimit else { throw .archiveBomb(path) }
            place = next
        }
        guard count > 0 else { throw damaged }
    }

    /// Whether a stored entry holds XML.
    ///
    /// A document under a password (OpenDocument 1.3, part 2, 4.2) says so in no flag of the archive: its entries are stored,
    /// not packed, and what is stored is no XML.
    private func beginsAsXML(entryAt offset: Int) throws(ExchangeError) -> Bool {
        let head = FilePart(descriptor, offset: offset, count: 30).bytes
        guard head.count == 30, Self.number(head, 0, 4) == 0x0403_4B50 else { throw damaged }
        let start = offset + 30 + Self.number(head, 26, 2) + Self.number(head, 28, 2)
        let first = FilePart(descriptor, offset: start, count: 64).bytes.first {
            // Blank characters and the mark of byte order.
            ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0)
        }
        return first == UInt8(ascii: "<")
    }

    /// The bytes of the central directory, found from the record at the file's end.
    private func directory() throws(ExchangeError) -> [UInt8] {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        // The record has 22 bytes and a comment of at most 65 535.
        let start = max(0, size - 65_557)
        let tail = FilePart(descriptor, offset: start, count: size - start).bytes
        guard tail.count >= 22 else { throw damaged }
        for place in stride(from: tail.count - 22, through: 0, by: -1)
        where Self.number(tail, place, 4) == 0x0605_4B50 {
            let length = Self.number(tail, place + 12, 4)
            let offset = Self.number(tail, place + 16, 4)
            guard length <= 16 << 20, offset + length <= size else { throw damaged }
            let bytes = FilePart(descriptor, offset: offset, count: length).bytes
            guard bytes.count == length else { throw damaged }
            return bytes
        }
        throw damaged
    }

    private var damaged: ExchangeError {
        .damagedArchive(path)
    }

    private static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> Int {
        var value = 0
        for index in stride(from: width - 1, through: 0, by: -1) {
            value = value << 8 | Int(bytes[place + index])
        }
        return value
    }
}
