import Tables
import Testing
import Wording

@Suite struct InputFormatTests {
    @Test(arguments: [
        ("sites.csv", "", InputFormat.csv(delimiter: nil)), ("SITES.CSV", "{", .csv(delimiter: nil)),
        ("a.tsv", "", .csv(delimiter: .tab)), ("a.txt", "id\tlon\n", .csv(delimiter: nil)),
        ("a.ndjson", "", .ndjson),
        ("a.jsonl", "", .ndjson), ("dir.v2/a.geojson", "", .geojson),
        ("a.json", "{\"type\":\"FeatureCollection\",\"features\":[", .geojson),
        ("a.json", "{\"type\": \"Feature\"}", .geojson), ("a.json", "{\"lon\":1}\n{\"lon\":2}\n", .ndjson),
        ("a.json", "{\"s\":\"}{\"}", .ndjson), ("a.json", "[106.3,29.5]\n[106.4,29.5]", .ndjson),
        ("a.json", "{\"type\":\"Feature\",\"properties\":{}}\n{\"type\":\"Feature\"}", .ndjson),
        ("-", "id,lon,lat\n", .csv(delimiter: nil)),
        ("-", "\u{FEFF} {\"type\":\"Point\",\"coordinates\":[1,2]}", .geojson),
        ("-", "\n{\"lon\":1}\n", .ndjson), ("-", "\u{1E}{}\n", .ndjson), ("-", "", .csv(delimiter: nil)),
        ("noextension", "a,b", .csv(delimiter: nil)), (".csv", "{\"lon\":1}", .ndjson),
    ])
    func guesses(_ name: String, _ text: String, _ format: InputFormat) throws {
        #expect(try InputFormat.guess(fileName: name, firstBytes: Array(text.utf8)[...]) == format)
    }

    @Test func standardInputIsToldFromItsBytes() throws {
        #expect(try InputFormat.guess(fileName: nil, firstBytes: [0x7B, 0x7D]) == .ndjson)
    }

    @Test(
        arguments: [
            ("a.xlsx", [], "工作簿"), ("地块.xls", [], "工作簿"), ("a.et", [], "工作簿"), ("a.shp", [], "Shapefile"),
            ("a.zip", [], "压缩包"), ("a.gpkg", [], "GeoPackage"), ("a.dxf", [], "DXF"), ("a.dwg", [], "DWG"),
            ("a.kml", [], "KML"),
            ("a.csv", [0x50, 0x4B, 0x03, 0x04], "工作簿"),
            ("a.csv", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "工作簿"),
            ("-", [0x1F, 0x8B, 0x08], "gzip"), ("-", Array("SQLite format 3\0".utf8), "GeoPackage"),
            ("-", Array("%PDF-1.7".utf8), "PDF"), ("a.txt", Array("[属性描述]\n".utf8), "报盘坐标"),
            ("a.json", Array("[\n {\"lon\":1}]".utf8), "JSON 数组"), ("-", Array("[{}]".utf8), "JSON 数组"),
            ("a.txt", [0x5B, 0xCA, 0xF4, 0xD0, 0xD4, 0xC3, 0xE8, 0xCA, 0xF6, 0x5D], "报盘坐标"),
        ] as [(String, [UInt8], String)])
    func refusesByName(_ name: String, _ bytes: [UInt8], _ label: String) {
        let error = tableError { _ = try InputFormat.guess(fileName: name, firstBytes: bytes[...]) }
        #expect(error?.code == "unsupported_format")
        #expect(error?.message.zh.contains(label) == true)
        #expect(error?.remedy.zh.isEmpty == false)
        if name != "-" { #expect(error?.message.en.contains(name) == true) }
    }
}
