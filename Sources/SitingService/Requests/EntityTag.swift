/// The name of a representation's bytes, by which a client tells whether its copy is still the one (RFC 9110, 8.8.3).
///
/// After FNV-1a of 64 bits, eight bytes at a time, the high half folded into the low since a product carries upwards only:
/// it tells versions apart, and keeps no secret.
enum EntityTag {
    /// The tag of some bytes, in quotation marks; `variant` parts representations that may have the same bytes, such as a
    /// language.
    static func of(_ bytes: [UInt8], variant: String? = nil) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ part: UInt64) {
            hash = (hash ^ part) &* 0x100_0000_01B3
            hash ^= hash >> 32
        }
        bytes.withUnsafeBytes { bytes in
            let whole = bytes.count & ~7
            for start in stride(from: 0, to: whole, by: 8) {
                add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
            }
            for byte in bytes[whole...] { add(UInt64(byte)) }
        }
        return "\"" + String(hash, radix: 16) + (variant.map { "-" + $0 } ?? "") + "\""
    }
}
