import MapDrawing
import Planning
import Testing
import Wording

@Suite struct FormatTests {
    private func drawn(_ format: MapFormat, dotsPerInch: Double = 60) throws -> [UInt8] {
        var sheet = MapSheet(layouts: [ShippedMaps.five])
        sheet.site = ShippedMaps.position(106.33, 29.52)
        return try ShippedMaps.drafter().draw(sheet, as: format, dotsPerInch: dotsPerInch).bytes
    }

    @Test(arguments: MapFormat.allCases) func theSameSheetHasTheSameBytes(_ format: MapFormat) throws {
        #expect(try drawn(format) == drawn(format))
    }

    @Test func aPNGHasThePixelsAndTheResolutionAskedFor() throws {
        let png = try drawn(.png, dotsPerInch: 100)
        func number(at index: Int) -> Int { png[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) } }
        #expect(Array(png[..<8]) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(number(at: 16) == 1654 && number(at: 20) == 1169)  // 420 and 297 mm
        #expect(Array(png[37..<41]) == Array("pHYs".utf8))
        #expect(number(at: 41) == 3937 && number(at: 45) == 3937 && png[49] == 1)
        #expect(number(at: 50) == CRC.of(Array(png[37..<50])))
    }

    @Test func aPDFHasThePageAndTheDayOfTheSheet() throws {
        let text = String(decoding: try drawn(.pdf), as: Unicode.ASCII.self)
        #expect(text.hasPrefix("%PDF-1."))
        #expect(text.contains("/MediaBox [ 0 0 1190.551"))
        #expect(text.contains("CreationDate (20261121000000+08'00)"))
    }

    /// Cairo once put all of a face of Chinese into a sheet of Latin letters.
    @Test(arguments: [Language.zh, .en])
    func aPDFHoldsOfItsFacesWhatIsUsed(_ language: Language) throws {
        var sheet = MapSheet(layouts: ["jinfeng-five-zones"])
        sheet.language = language
        sheet.labels = .both
        let bytes = try ShippedMaps.drafter().draw(sheet, as: .pdf).bytes
        #expect(bytes.count < 600_000, "\(bytes.count)")
    }

    @Test func anSVGHasThePage() throws {
        let text = String(decoding: try drawn(.svg), as: UTF8.self)
        #expect(text.contains("width=\"1190.55"))
        #expect(text.contains("id=\"sheet\""))
    }
}

/// CRC-32 by the table-free definition, as an independent check: long division of the bits.
private enum CRC {
    static func of(_ bytes: [UInt8]) -> Int {
        var register: UInt64 = 0xFFFF_FFFF
        for bit in bytes.flatMap({ byte in (0..<8).map { UInt64(byte >> $0 & 1) } }) {
            let feedback = (register & 1) ^ bit
            register >>= 1
            if feedback == 1 { register ^= 0xEDB8_8320 }
        }
        return Int(register ^ 0xFFFF_FFFF)
    }
}
