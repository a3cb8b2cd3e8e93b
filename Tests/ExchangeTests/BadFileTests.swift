import Exchange
import Foundation
import Projection
import TestSupport
import Testing
import Wording

@Suite struct BadFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: Fixture.path(name))))
    }

    private func error(_ name: String, _ bytes: [UInt8]) throws -> ExchangeError {
        try folder.write(name, bytes)
        return try exchangeError {
            _ = try SiteFile(
                "\(folder.path)/\(name)", SiteFileOptions(frame: name.hasSuffix("dxf") ? .wgs84 : nil))
        }
    }

    static let names = [
        "pts.gpkg", "pts.fgb", "pts.kml", "pts.kmz", "pts.xlsx", "libreoffice.ods", "redline.dxf",
    ]

    @Test(arguments: names)
    func aFileCutShortIsBadData(_ name: String) throws {
        let whole = try bytes(name)
        let error = try error(name, Array(whole.prefix(whole.count / 2)))
        #expect(error.kind == .badData)
        #expect(["damaged_file", "empty_input"].contains(error.code), "\(error)")
    }

    /// GDAL opens it all the same, with no layer at all; that is no file without features.
    @Test(arguments: [60, 200]) func aFlatGeobufCutInItsHeadIsDamaged(_ count: Int) throws {
        let error = try error("head.fgb", Array(try bytes("pts.fgb").prefix(count)))
        #expect(error.code == "damaged_file", "\(error)")
    }

    @Test(arguments: names)
    func anEmptyFileSaysSo(_ name: String) throws {
        let error = try error(name, [])
        #expect(error.code == "empty_input")
        #expect(error.kind == .badData)
    }

    @Test(arguments: names)
    func bytesTurnedOverNeverCrash(_ name: String) throws {
        var random = SeededGenerator(seed: 7)
        let whole = try bytes(name)
        for round in 0..<12 {
            var damaged = whole
            for _ in 0..<20 {
                damaged[Int.random(in: damaged.indices, using: &random)] ^= UInt8(1 << (round % 8))
            }
            try folder.write("x\(round)-\(name)", damaged)
            // Whether it can still be read depends on what was hit; either way it must come back.
            _ = try? SiteFile("\(folder.path)/x\(round)-\(name)", SiteFileOptions(frame: .wgs84))
        }
    }

    @Test(arguments: [
        ("shx", "incomplete_shapefile"), ("dbf", "incomplete_shapefile"), ("prj", "frame_unstated"),
    ])
    func aShapefileWithoutAPartNamesIt(_ part: String, _ code: String) throws {
        for ending in ["shp", "shx", "dbf", "prj", "cpg"] where ending != part {
            try folder.write("s.\(ending)", try bytes("esri.\(ending)"))
        }
        let error = try exchangeError { _ = try SiteFile("\(folder.path)/s.shp") }
        #expect(error.code == code)
        #expect(error.kind == .badData)
    }

    /// GDAL goes on without ids and names where it cannot read the table, and says nothing.
    @Test(arguments: ["empty", "no head", "cut short", "something else", "a row too few"])
    func aShapefileWhoseTableIsDamagedIsTold(_ name: String) throws {
        for ending in ["shp", "shx", "prj"] { try folder.write("s.\(ending)", try bytes("esri.\(ending)")) }
        let table = try bytes("esri.dbf")
        let damaged: [UInt8] =
            switch name {
            case "empty": []
            case "no head": Array(table.prefix(40))
            case "cut short": Array(table.dropLast(30))
            case "a row too few": Array(table[..<4]) + [table[4] - 1] + Array(table[5...])
            default: table.map { $0 ^ 0x5A }
            }
        try folder.write("s.dbf", damaged)
        let error = try exchangeError { _ = try SiteFile("\(folder.path)/s.shp") }
        #expect(["damaged_file", "empty_input"].contains(error.code), "\(error)")
        #expect(error.message.zh.contains("s.db"))
    }

    /// Nor does it say that it passed over a layer whose table it cannot read.
    @Test func aGeodatabaseWithATableCutShortIsDamaged() throws {
        try folder.copy("\(Repository.root)/Examples/formats/parcels.gdb", to: "a.gdb")
        #expect(try SiteFile("\(folder.path)/a.gdb").features.count == 2)
        let table = "a.gdb/a00000009.gdbtable"
        for count in [0, 30, 600] {
            let whole = try folder.bytes(table)
            try folder.write(table, Array(whole.prefix(count)))
            let error = try exchangeError { _ = try SiteFile("\(folder.path)/a.gdb") }
            #expect(error.code == "damaged_file" && error.message.zh.contains("a00000009"), "\(error)")
            try folder.write(table, whole)
        }
    }

    @Test func aStatedFrameTakesThePlaceOfAMissingOne() throws {
        for ending in ["shp", "shx", "dbf"] { try folder.write("s.\(ending)", try bytes("esri.\(ending)")) }
        let frame = try ReferenceFrame.epsg(4544)
        #expect(try SiteFile("\(folder.path)/s.shp", SiteFileOptions(frame: frame)).frame == frame)
    }

    @Test(arguments: [
        (
            "PROJCS[\"Xian_1980_3_Degree_GK_CM_105E\",GEOGCS[\"GCS_Xian_1980\",DATUM[\"D_Xian_1980\","
                + "SPHEROID[\"Xian_1980\",6378140.0,298.257]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                + "PARAMETER[\"Central_Meridian\",105.0],PARAMETER[\"Scale_Factor\",1.0],"
                + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]", "refused_frame"
        ),
        (
            "GEOGCS[\"NAD27\",DATUM[\"D_North_American_1927\",SPHEROID[\"Clarke_1866\",6378206.4,294.9786982]],"
                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]", "unknown_frame"
        ),
    ])
    func aFrameThatIsNotConvertedIsRefusedByName(_ wkt: String, _ code: String) throws {
        for ending in ["shp", "shx", "dbf"] { try folder.write("s.\(ending)", try bytes("esri.\(ending)")) }
        try folder.write("s.prj", wkt)
        let error = try exchangeError { _ = try SiteFile("\(folder.path)/s.shp") }
        #expect(error.code == code, "\(error)")
    }

    /// A workbook encrypted as Excel does (ECMA-376 agile), and a document of LibreOffice's; both under `abc`.
    @Test(arguments: ["locked.xlsx", "locked.ods"])
    func aDocumentUnderAPasswordIsTold(_ name: String) throws {
        let error = try error(name, try bytes(name))
        #expect(error.code == "encrypted_file", "\(error)")
        #expect(error.remedy.zh.contains("密码"))
    }

    @Test func anArchiveUnderAPasswordIsTold() throws {
        var flagged = try bytes("pts.kmz")
        let entry: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
        for index in flagged.indices where flagged[index...].starts(with: entry) { flagged[index + 8] |= 1 }
        #expect(try error("locked.kmz", flagged).code == "encrypted_file")
    }

    @Test func anArchiveThatClimbsOutOrUnpacksToFarTooMuchIsRefused() throws {
        #expect(
            try error("climb.kmz", TinyZip.bytes("../../etc/doc.kml", unpacked: 10)).code == "unsafe_archive")
        #expect(try error("root.kmz", TinyZip.bytes("/etc/doc.kml", unpacked: 10)).code == "unsafe_archive")
        #expect(
            try error("bomb.kmz", TinyZip.bytes("doc.kml", unpacked: 300 << 20)).code == "archive_too_large")
        #expect(
            try error("huge.xlsx", TinyZip.bytes("a.xml", unpacked: 0xFFFF_FFFF)).code == "archive_too_large")
    }

    @Test func aDWGNamedDXFIsTold() throws {
        let error = try error("a.dxf", Array("AC1032 and more".utf8))
        #expect(error.code == "unsupported_format")
        #expect(error.remedy.zh.contains("另存为 DXF"))
    }

    @Test func whatIsNotThereIsNoInput() throws {
        for name in ["no.gpkg", "no.shp", "no.gdb"] {
            let error = try exchangeError { _ = try SiteFile("\(folder.path)/\(name)") }
            #expect(error.kind == .noInput)
        }
    }

    @Test func aLayerThatIsNotThereIsNamedWithThoseThatAre() throws {
        let error = try exchangeError {
            _ = try SiteFile(
                Fixture.path("redline.dxf"), SiteFileOptions(layer: "蓝线", frame: try .epsg(4544)))
        }
        #expect(error.code == "no_such_layer")
        #expect(error.remedy.zh.contains("红线"))
    }
}

/// An archive of one entry whose directory promises whatever it is told to.
private enum TinyZip {
    static func bytes(_ name: String, unpacked: Int) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let directory =
            number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 2) + number(8, 2)
            + number(0, 8) + number(10, 4) + number(unpacked, 4) + number(name.utf8.count, 2) + number(0, 16)
            + Array(name.utf8)
        return [UInt8](repeating: 0x50, count: 40) + directory + number(0x0605_4B50, 4) + number(0, 4)
            + number(1, 2) + number(1, 2) + number(directory.count, 4) + number(40, 4) + number(0, 2)
    }
}
