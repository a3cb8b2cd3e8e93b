import Tables
import Testing
import Wording

@Suite struct HeaderRowTests {
    private static func roles(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> ColumnRoles {
        var reader = try CSVReader(ByteSource(Array(text.utf8)), options: options)
        return try reader.roles()
    }

    /// A table with nothing but titles above its header, and the header's row.
    private static let titled: [(String, Int)] = [
        ("地块一览表,,\n编号,经度,纬度\n1,106.33,29.52\n", 2), ("地块一览表\n编号,经度,纬度\n1,106.33,29.52\n", 2),
        ("\n地块一览表,,\n填报单位：某局，日期：某日,,\n编号,经度,纬度\n1,106.33,29.52\n", 4),
        ("西部科学城，地块一览表\n编号;经度;纬度\n1;106.33;29.52\n", 2), ("一览表\n编号\tX坐标\tY坐标\n", 2),
        ("\"地块\n一览表\",,\n编号,lon,lat\n", 2), ("表\n\n\n\n\n\n\n\n\n\nlon,lat\n", 11),
        ("表\nlon,lat", 2), (",地块一览表,\n编号,经度,纬度\n", 2),
    ]

    /// What may be a title, and may be a header of its own: the user has to say.
    private static let doubtful: [(String, Int)] = [
        ("编号,坐标,坐标\n,经度,纬度\n1,106.33,29.52\n", 2), ("编号,位置,\n,经度,纬度\n1,106.33,29.52\n", 2),
        ("编号,坐标,\n,X,Y\n1,3267643,628945\n", 2), ("表\nlon_gcj02,lat_wgs84\n", 2),
        // A name above a blank, a name that means a column, two rows of headers, a row of data, two cells.
        ("地类,,\n,经度,纬度\n", 2), ("坐标,,\n编号,经度,纬度\n", 2), ("表,,\n编号,经度,纬度\nid,lon,lat\n", 2),
        ("1,106.33,29.52\n编号,经度,纬度\n", 2), ("地块表,2024年,\n编号,经度,纬度\n", 2),
        ("表,,\n编号,地类,权属\n编号,经度,纬度\n", 3),
    ]

    @Test(arguments: titled)
    func titlesAboveTheHeaderArePassedOverWithANote(text: String, row: Int) throws {
        for chunk in [1, 5, 4096] {
            var reader = try CSVReader(ByteSource(Array(text.utf8), inChunksOf: chunk))
            let roles = try reader.roles()
            #expect(roles.position.columns.count == 2)
            #expect(reader.header.position.row == row)
            #expect(reader.notes.map(\.code) == ["title_passed_over"])
            #expect(reader.notes[0].text.zh.contains("表头取第\(row)行"))
            #expect(reader.notes[0].text.en.contains("row \(row) for the header"))
            var said = try CSVReader(
                ByteSource(Array(text.utf8)), options: CSVOptions(encoding: .utf8, headerRow: row))
            #expect(try said.roles() == roles)
            #expect(said.columns == reader.columns && said.dialect == reader.dialect)
            #expect(said.preamble == reader.preamble && said.header.offset == reader.header.offset)
            while let wanted = try said.next() {
                let record = try #require(try reader.next())
                #expect(record.position == wanted.position && record.raw.elementsEqual(wanted.raw))
                #expect(record.offset == wanted.offset && record.terminator == wanted.terminator)
                #expect(record.columnCount == wanted.columnCount && record.problem == wanted.problem)
            }
            #expect(try reader.next() == nil)
        }
    }

    @Test func aStatedDelimiterIsNotGivenUpForATitle() {
        let error = tableError {
            _ = try Self.roles("地块一览表\n编号;经度;纬度\n", CSVOptions(delimiter: .comma))
        }
        #expect(error?.code == "title_above_header")
    }

    @Test(arguments: doubtful)
    func whatMayBeAHeaderIsNamedWithTheRowBelow(text: String, row: Int) {
        let error = tableError { _ = try Self.roles(text) }
        #expect(error?.code == "title_above_header")
        #expect(error?.row == row)
        #expect(
            error?.message.zh.contains("第\(row)行") == true
                && error?.remedy.zh.contains("删去第\(row)行以上") == true)
        #expect(error?.remedy.en.contains("above row \(row)") == true)
    }

    @Test(arguments: titled + doubtful) func saidWhereItIsTheHeaderIsRead(text: String, row: Int) throws {
        guard !text.contains("lon_gcj02") else { return }
        #expect(try Self.roles(text, CSVOptions(headerRow: row)).position.columns.count == 2)
    }

    @Test(arguments: [
        ("a,b\n1,2\n3,4\n", "missing_column"), ("表\n\n\n\n\n\n\n\n\n\n\n\nlon,lat\n", "missing_column"),
        ("表\n", "missing_column"),
        ("甲，乙\n1，2\n", "unsupported_delimiter"), ("lon,lat,经度\n1,2,3\n", "ambiguous_column"),
    ])
    func whereNoHeaderStandsBelowTheErrorIsTheOldOne(text: String, code: String) {
        #expect(tableError { _ = try Self.roles(text) }?.code == code)
    }

    @Test func aTableOfPlacesIsNoTitle() throws {
        #expect(try Self.roles("编号,地点\n1,科学会堂\n2,经度\n").position.columns.count == 1)
    }

    @Test func theUsersColumnsAreLookedForBelowToo() throws {
        var reader = try CSVReader(ByteSource(Array("表,,\n编号,甲,乙\n".utf8)))
        let roles = try reader.roles(mapping: ColumnMapping([.longitude: "甲", .latitude: "乙"]))
        #expect(roles.position.columns.map(\.name) == ["甲", "乙"])
        #expect(reader.header.position.row == 2)
    }

    @Test func aTitleInGB18030IsPassedOverToo() throws {
        // 地块一览表 / 编号,经度,纬度
        let title: [UInt8] = [0xB5, 0xD8, 0xBF, 0xE9, 0xD2, 0xBB, 0xC0, 0xC0, 0xB1, 0xED, 0x0A]
        let header: [UInt8] = [
            0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xBE, 0xAD, 0xB6, 0xC8, 0x2C, 0xCE, 0xB3, 0xB6, 0xC8, 0x0A,
        ]
        var reader = try CSVReader(ByteSource(title + header))
        _ = try reader.roles()
        #expect(reader.columns.map(\.name) == ["编号", "经度", "纬度"])
        #expect(reader.notes[0].text.zh.contains("地块一览表"))
    }

    @Test(arguments: [1, 7, 4096])
    func rowsAboveAStatedHeaderComeBackByteForByte(chunk: Int) throws {
        let above = "sep=,\r\n\"地块 \"\"一\"\"\n览表\",,\r\n,,\r\n"
        let text = above + "编号,lon,lat\r\n1,106.33,29.52\r\n"
        var reader = try CSVReader(
            ByteSource(Array(text.utf8), inChunksOf: chunk),
            options: CSVOptions(encoding: .utf8, headerRow: 3))
        #expect(reader.columns.map(\.name) == ["编号", "lon", "lat"])
        #expect(reader.header.position == RowPosition(row: 3, line: 5))
        var annotation = try AnnotatedCSV(dialect: reader.dialect, columnCount: 3, adding: ["z"])
        var output: [UInt8] = []
        try annotation.appendHeader(of: reader, to: &output)
        while let record = try reader.next() {
            #expect(record.position == RowPosition(row: 4, line: 6))
            try annotation.append(record, adding: ["q"], to: &output)
        }
        #expect(
            String(decoding: output, as: UTF8.self)
                == above + "编号,lon,lat,z\r\n1,106.33,29.52,q\r\n")
    }

    @Test(arguments: [
        ("a\nb\n", 5, "只有2行"), ("a\n\nc\n", 2, "空行"), ("a\n", 0, "从 1 算起"), ("a\n", -3, "从 1 算起"),
        ("a", 2, "只有1行"),
    ])
    func aHeaderRowThatIsNotThereIsSaidSo(text: String, row: Int, words: String) {
        let error = tableError {
            _ = try CSVReader(ByteSource(Array(text.utf8)), options: CSVOptions(headerRow: row))
        }
        #expect(error?.code == "missing_header_row")
        #expect(error?.message.zh.contains(words) == true, "\(error?.message.zh ?? "")")
    }
}
