/// The resolution of a PNG, which Cairo leaves out: the pHYs chunk of the PNG specification (W3C, 11.3.4.3).
enum PNGResolution {
    /// The file with its dots per inch put in behind the header chunk.
    static func stamped(_ png: [UInt8], dotsPerInch: Double) -> [UInt8] {
        // Signature (8), then IHDR: length (4), name (4), 13 bytes, checksum (4).
        let header = 8 + 4 + 4 + 13 + 4
        guard png.count > header else { return png }
        let perMetre = UInt32((dotsPerInch / 0.0254).rounded())
        var body: [UInt8] = Array("pHYs".utf8)
        body += bytes(perMetre) + bytes(perMetre) + [1]  // 1: the unit is the metre
        let chunk = bytes(UInt32(body.count - 4)) + body + bytes(checksum(body))
        return png[..<header] + chunk + png[header...]
    }

    private static func bytes(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// CRC-32 as PNG has it (annex D): ISO 3309, reversed polynomial 0xEDB88320.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var rest: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
        return rest ^ 0xFFFF_FFFF
    }
}
