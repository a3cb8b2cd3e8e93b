/// A ZIP archive whose entries are not packed (APPNOTE 6.3.3).
enum StoredArchive {
    /// The archive of some files, in their order, each dated by the first day there is: the same files give the same
    /// bytes.
    static func bytes(of files: [(name: String, content: [UInt8])]) -> [UInt8] {
        var output: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in files {
            let offset = output.count
            let sum = crc32(content)
            var entry: [UInt8] = []
            // Needs version 2.0; names are UTF-8; no packing, no time.
            for (value, width) in [
                (20, 2), (0x0800, 2), (0, 2), (0, 2), (0x21, 2), (Int(sum), 4), (content.count, 4),
                (content.count, 4), (name.utf8.count, 2), (0, 2),
            ] {
                append(value, width, to: &entry)
            }
            append(0x0403_4B50, 4, to: &output)
            output += entry + Array(name.utf8) + content
            append(0x0201_4B50, 4, to: &directory)
            append(20, 2, to: &directory)
            directory += entry
            for (value, width) in [(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)] {
                append(value, width, to: &directory)
            }
            directory += Array(name.utf8)
        }
        let start = output.count
        output += directory
        append(0x0605_4B50, 4, to: &output)
        for (value, width) in [
            (0, 2), (0, 2), (files.count, 2), (files.count, 2), (directory.count, 4), (start, 4), (0, 2),
        ] {
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
