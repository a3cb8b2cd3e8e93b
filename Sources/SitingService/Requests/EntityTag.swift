/// The name of a representation's bytes, by which a client tells whether its copy is still the one (RFC 9110, 8.8.3).
///
/// FNV-1a of 64 bits: it tells versions apart, and keeps no secret.
enum EntityTag {
    /// The tag of some bytes, in quotation marks; `variant` parts representations that may have the same bytes, such as a
    /// language.
    static func of(_ bytes: [UInt8], variant: String? = nil) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "\"" + String(hash, radix: 16) + (variant.map { "-" + $0 } ?? "") + "\""
    }
}
