import Testing
import Wording

@testable import Tables

@Suite struct CandidateColumnsTests {
    private func columns(_ header: String, _ mapping: String? = nil) throws -> CandidateColumns {
        let names = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return try CandidateColumns(
            names.enumerated().map { TableColumn(index: $0.offset, name: $0.element) },
            mapping: try mapping.map { try ColumnMapping(parsing: $0) } ?? ColumnMapping())
    }

    @Test(arguments: [
        "编号,图形", "id,WKT", "id,the_geom", "id,geometry", "编号,图形（CGCS2000）", "编号,地块边界", "编号,几何图形",
        "id,wkt_geom",
    ])
    func aShapeIsFoundByItsHeader(_ header: String) throws {
        let found = try columns(header)
        #expect(found.shape?.index == 1 && found.position == nil)
    }

    @Test func theFrameInTheHeaderOfAShapeIsKept() throws {
        #expect(try columns("编号,图形（CGCS2000 3度带 35带）").frameHint?.contains("CGCS2000") == true)
        #expect(try columns("编号,图形").frameHint == nil)
    }

    @Test func coordinatesBesideAShapeServeRowsWithoutOne() throws {
        let found = try columns("编号,经度,纬度,图形")
        #expect(found.shape?.index == 3 && found.position?.columns.map(\.index) == [1, 2])
    }

    @Test func halfAPairBesideAShapeCostsNothing() throws {
        #expect(try columns("编号,经度,图形").position == nil)
    }

    /// As sheets come out of Excel: a merged title is one cell, or a cell and blanks beside it.
    @Test(
        arguments: ["备选地块表", "备选地块表,,,,", "备选地块表,,,,\n,,,,"],
        ["边界坐标（WKT）", "图形", "边界", "红线坐标", "范围"])
    func aTitleAboveHidesNoShape(_ title: String, _ header: String) throws {
        let table =
            "\(title)\n编号,面积（亩）,经度,纬度,\(header)\nA-1,144.9,106.3715,29.6015,\"POLYGON((106.37 29.6,106.373 29.6,"
            + "106.373 29.603,106.37 29.6))\"\nA-2,50,106.3,29.5,\n"
        var reader = try CSVReader(ByteSource(Array(table.utf8)))
        let found = try reader.candidateColumns()
        #expect(found.shape?.index == 4 && found.shape?.name == header)
        #expect(found.position?.columns.map(\.index) == [2, 3] && found.landArea?.unit == "亩")
        #expect(reader.notes.map(\.code) == ["title_passed_over"])
    }

    @Test func aTitleAboveAShapeAloneIsPassedOver() throws {
        let table = "备选地块表,\n编号,图形\nA-1,POINT(106.3 29.5)\n"
        var reader = try CSVReader(ByteSource(Array(table.utf8)))
        #expect(try reader.candidateColumns().shape?.index == 1)
        #expect(reader.header.position.row == 2)
    }

    @Test(arguments: [
        ("编号,图形,面积（亩）", 2, "亩"), ("id,wkt,area_ha", 2, "ha"), ("id,wkt,Area (m2)", 2, "m2"),
        ("编号,图形,用地面积(公顷)", 2, "公顷"), ("编号,图形,面积/万平方米", 2, "万平方米"), ("编号,图形,占地面积亩", 2, "亩"),
        ("编号,图形,面积（单位：亩）", 2, "亩"), ("编号,图形,建筑面积（㎡）,用地面积（㎡）", 3, "㎡"),
        ("编号,图形,面积（公顷）,净用地面积（亩）", 3, "亩"), ("编号,图形,面积,面积（亩）", 3, "亩"),
    ])
    func landIsFoundWithTheUnitOfItsHeader(_ header: String, _ index: Int, _ unit: String) throws {
        let found = try columns(header)
        #expect(found.landArea?.column.index == index && found.landArea?.unit == unit)
    }

    @Test(arguments: ["建筑面积（㎡）", "总建筑面积", "计容建筑面积/m2", "GFA", "面积（建筑面积）"])
    func floorAreaIsNoLand(_ header: String) throws {
        let found = try columns("编号,图形,\(header)")
        #expect(found.landArea == nil && found.floorArea?.index == 2)
    }

    @Test(arguments: ["面积类型", "area code", "面积说明", "areas of interest"])
    func aWordMoreIsAnotherColumn(_ header: String) throws {
        #expect(try columns("编号,图形,\(header)").landArea == nil)
    }

    @Test func theUserMayNameThem() throws {
        let found = try columns("a,b,c（亩）", "wkt=b,area=c（亩）")
        #expect(found.shape?.index == 1)
        #expect(found.landArea?.column.index == 2 && found.landArea?.unit == nil)
        #expect(try columns("a,b", "wkt=#2").shape?.index == 1)
    }

    @Test(arguments: ["编号,名称", "编号,面积（亩）", "编号,经度"])
    func aTableThatPlacesNothingSaysWhatWasLookedFor(_ header: String) throws {
        let error = try #require(throws: TableError.self) { _ = try columns(header) }
        #expect(error.kind == .missingColumn)
        #expect(error.message.zh.contains("WKT") && error.message.en.contains("WKT"))
    }

    @Test func twoShapesAreATie() throws {
        let error = try #require(throws: TableError.self) { _ = try columns("图形,wkt") }
        #expect(error.kind == .ambiguousColumn)
    }
}
