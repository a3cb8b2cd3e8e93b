import Tables
import Testing
import Wording

@Suite struct ColumnRolesTests {
    static func columns(_ headers: [String]) -> [TableColumn] {
        headers.enumerated().map { TableColumn(index: $0.offset, name: $0.element) }
    }

    static func roles(_ headers: [String], _ mapping: String? = nil) throws -> ColumnRoles {
        try ColumnRoles(
            columns(headers), mapping: mapping.map { try ColumnMapping(parsing: $0) } ?? ColumnMapping())
    }

    /// `geographic 1 2`, `survey 0 1`: the case and its columns.
    static func outline(_ position: PositionColumns) -> String {
        let kind =
            switch position {
            case .geographic: "geographic"
            case .survey: "survey"
            case .unstated: "unstated"
            case .single(_, let order): "single(\(order))"
            case .place: "place"
            }
        return ([kind] + position.columns.map { "\($0.index)" }).joined(separator: " ")
    }

    @Test(arguments: [
        ("经度", "纬度"), ("经度(°)", "纬度(°)"), ("经度（E）", "纬度（N）"), ("东经", "北纬"), ("东经（度）", "北纬（度）"),
        ("Longitude", "Latitude"), ("longitude", "latitude"), ("LON", "LAT"), ("lng", "lat"), ("Long", "Lat"),
        (" lon ", "lat "), ("ｌｏｎ", "ｌａｔ"), ("ＬＯＮ", "ＬＡＴ"), ("lon_deg", "lat_deg"),
        ("Longitude (deg)", "Latitude (deg)"),
        ("经 度", "纬 度"), ("经度：", "纬度："), ("*经度", "*纬度"), ("经度（必填）", "纬度（必填）"), ("\u{FEFF}经度", "纬度"),
        ("中心点经度", "中心点纬度"), ("中心经度", "中心纬度"), ("GPS经度", "GPS纬度"), ("地块经度", "地块纬度"), ("经度坐标", "纬度坐标"),
        ("经度X", "纬度Y"), ("X经度", "Y纬度"), ("经度(X)", "纬度(Y)"), ("X(经度)", "Y(纬度)"), ("X坐标（经度）", "Y坐标（纬度）"),
        ("坐标(经度)", "坐标(纬度)"), ("site_lon", "site_lat"), ("经度/°", "纬度/°"), ("经度（十进制）", "纬度（十进制）"),
        ("jd", "wd"),
        ("LON_WGS84", "LAT_WGS84"), ("lon_gcj02", "lat_gcj02"), ("高德经度", "高德纬度"), ("百度经度", "百度纬度"),
        ("WGS84经度", "WGS84纬度"), ("经度(CGCS2000)", "纬度(CGCS2000)"), ("经度【WGS-84】", "纬度【WGS-84】"),
        ("经\n度", "纬\n度"),
        ("经度Longitude", "纬度Latitude"), ("longitude 经度", "latitude 纬度"), ("经度_东经", "纬度_北纬"),
        ("地块中心点经度", "地块中心点纬度"), ("经度（单位：度）", "纬度（单位：度）"), ("E经度", "N纬度"), ("geo_longitude", "geo_latitude"),
        ("经度(度分秒)", "纬度(度分秒)"),
    ])
    func longitudeAndLatitude(_ lon: String, _ lat: String) throws {
        #expect(Self.outline(try Self.roles(["编号", lat, lon]).position) == "geographic 2 1")
    }

    @Test(arguments: [
        ("X坐标", "Y坐标"), ("x坐标", "y坐标"), ("X坐标(m)", "Y坐标(m)"), ("X 坐标（米）", "Y 坐标（米）"), ("纵坐标", "横坐标"),
        ("纵坐标X", "横坐标Y"), ("纵坐标(X)", "横坐标(Y)"), ("X（纵坐标）", "Y（横坐标）"), ("北坐标", "东坐标"), ("N坐标", "E坐标"),
        ("Northing", "Easting"), ("northing_m", "easting_m"), ("坐标X", "坐标Y"), ("坐标（X）", "坐标（Y）"),
        ("Ｘ坐标", "Ｙ坐标"),
        ("X坐标/m", "Y坐标/m"), ("中心点X坐标", "中心点Y坐标"), ("X坐标(2000)", "Y坐标(2000)"),
        ("CGCS2000 X坐标", "CGCS2000 Y坐标"),
        ("X(北)", "Y(东)"), ("X坐标", "Y"), ("X", "Y坐标"), ("2000国家大地坐标系X坐标", "2000国家大地坐标系Y坐标"), ("North", "East"),
        // A survey written with x to the east says so.
        ("Y(北)", "X(东)"), ("纵坐标Y", "横坐标X"),
    ])
    func surveyCoordinates(_ northing: String, _ easting: String) throws {
        #expect(Self.outline(try Self.roles(["编号", easting, northing]).position) == "survey 2 1")
    }

    @Test(arguments: [
        ("x", "y"), ("X", "Y"), ("Ｘ", "Ｙ"), ("X(m)", "Y(m)"), ("x_coord", "y_coord"), ("POINT_X", "POINT_Y"),
        ("X_CGCS2000", "Y_CGCS2000"), ("coord_x", "coord_y"), ("x_m", "y_m"),
    ])
    func bareAxesAreUnstated(_ x: String, _ y: String) throws {
        #expect(Self.outline(try Self.roles(["编号", y, x]).position) == "unstated 2 1")
    }

    @Test(arguments: [
        ("坐标", "unstated"), ("经纬度", "unstated"), ("position", "unstated"), ("Location", "unstated"),
        ("坐标点", "unstated"), ("经纬度坐标", "unstated"), ("坐标（WGS84）", "unstated"), ("coordinates", "unstated"),
        ("lnglat", "longitudeFirst"), ("lon/lat", "longitudeFirst"), ("lon,lat", "longitudeFirst"),
        ("坐标（经度，纬度）", "longitudeFirst"), ("经度,纬度", "longitudeFirst"), ("经度、纬度", "longitudeFirst"),
        ("lat_lng", "latitudeFirst"), ("坐标(纬度,经度)", "latitudeFirst"), ("Lat/Lon", "latitudeFirst"),
        ("项目坐标", "unstated"),
    ])
    func oneColumnPositions(_ header: String, _ order: String) throws {
        #expect(Self.outline(try Self.roles(["编号", header]).position) == "single(\(order)) 1")
    }

    @Test(arguments: ["地点", "地名", "place", "Place Name", "位置"])
    func placeNames(_ header: String) throws {
        #expect(Self.outline(try Self.roles(["编号", header]).position) == "place 1")
    }

    @Test(arguments: [
        ("地块编号", 1), ("编号", 1), ("ID", 1), ("宗地号", 1), ("Site_ID", 1), ("序号", 1), ("No.", 1), ("项目编号", 1),
        ("fid", 1),
    ])
    func siteIds(_ header: String, _ index: Int) throws {
        #expect(try Self.roles(["备注", header, "经度", "纬度"]).attributes.id?.index == index)
    }

    @Test func theMoreSpecificIdWinsAndTheSerialNumberComesLast() throws {
        #expect(try Self.roles(["序号", "编号", "地块编号", "lon", "lat"]).attributes.id?.index == 2)
        #expect(try Self.roles(["序号", "编号", "lon", "lat"]).attributes.id?.index == 1)
        #expect(try Self.roles(["序号", "lon", "lat"]).attributes.id?.index == 0)
        #expect(try Self.roles(["备注", "lon", "lat"]).attributes.id == nil)
    }

    @Test(arguments: ["项目名称", "名称", "name", "地块名称", "NAME", "名 称", "企业名称"])
    func names(_ header: String) throws {
        #expect(try Self.roles([header, "lon", "lat"]).attributes.name?.index == 0)
    }

    @Test(arguments: ["frame", "坐标系", "CRS", "坐标系统", "EPSG", "坐标系（必填）"])
    func frames(_ header: String) throws {
        #expect(try Self.roles([header, "lon", "lat"]).attributes.frame?.index == 0)
    }

    @Test(arguments: [
        ("accuracy", 1.0), ("accuracy_m", 1), ("精度", 1), ("误差", 1), ("中误差", 1), ("精度(m)", 1), ("精度（米）", 1),
        ("点位中误差(mm)", 0.001), ("误差(cm)", 0.01), ("accuracy_km", 1000), ("定位精度（单位：米）", 1),
        ("coordinateUncertaintyInMeters", 1),
    ])
    func accuracies(_ header: String, _ metres: Double) throws {
        let roles = try Self.roles([header, "lon", "lat"])
        #expect(roles.attributes.accuracy?.index == 0)
        #expect(roles.attributes.accuracyMetresPerUnit == metres)
    }

    @Test(arguments: [
        ("lon_gcj02", "lat_gcj02", "gcj02"), ("LON_WGS84", "LAT_WGS84", "WGS84"), ("高德经度", "高德纬度", "高德"),
        ("百度经度", "百度纬度", "百度"), ("WGS84经度", "WGS84纬度", "WGS84"), ("经度(CGCS2000)", "纬度(CGCS2000)", "CGCS2000"),
        ("经度（GCJ-02）", "纬度", "GCJ-02"), ("经度", "纬度（BD-09）", "BD-09"), ("X坐标(2000)", "Y坐标(2000)", "2000"),
        ("X(EPSG:4547)", "Y(EPSG:4547)", "EPSG:4547"), ("经度_wgs 84", "纬度_WGS84", "wgs 84"),
        ("x_4490", "y_4490", "4490"),
        ("经度(西安80)", "纬度(西安80)", "西安80"), ("火星坐标经度", "火星坐标纬度", "火星坐标"),
        ("经度（高德地图坐标）", "纬度（高德地图坐标）", "高德地图"), ("腾讯地图经度", "腾讯地图纬度", "腾讯地图"), ("谷歌地图经度", "谷歌地图纬度", "谷歌地图"),
        ("经度(天地图)", "纬度(天地图)", "天地图"), ("lon_bd", "lat_bd", "bd"), ("经度（CGCS2000坐标系）", "纬度", "CGCS2000坐标系"),
        ("X坐标（CGCS2000 3度带 35带）", "Y坐标", "CGCS2000 3度带 35带"), ("X(三度带35带)", "Y(三度带35带)", "三度带35带"),
        ("X（3度带 CGCS2000）", "Y", "3度带 CGCS2000"), ("X(2000, m)", "Y(2000, m)", "2000"),
        ("X (CGCS2000_3_Degree_GK_Zone_35)", "Y", "CGCS2000_3_Degree_GK_Zone_35"),
        ("X [CGCS2000 / 3-degree Gauss-Kruger zone 35]", "Y", "CGCS2000 / 3-degree Gauss-Kruger zone 35"),
        ("X(CGCS2000 中央经线105°)", "Y", "CGCS2000 中央经线105°"), ("X（国家2000，中央子午线108度）", "Y", "国家2000"),
    ])
    func frameHintIsTheTextAsWritten(_ first: String, _ second: String, _ hint: String) throws {
        #expect(try Self.roles([first, second]).frameHint == hint)
    }

    @Test func noHintWhereNoFrameIsNamed() throws {
        #expect(try Self.roles(["经度", "纬度"]).frameHint == nil)
        #expect(try Self.roles(["lon", "lat", "lon_gcj02", "lat_gcj02"]).frameHint == nil)
    }

    /// What the whole word does not say, a part of it must not.
    @Test(arguments: ["标志点经度", "abdomen lon", "经度84度", "marshal_lon", "33度带经度"])
    func noFrameIsFoundInsideAnotherWord(_ header: String) throws {
        #expect((try? Self.roles([header, "纬度"]))?.frameHint == nil)
    }

    @Test func attributesAreFoundWithoutAPosition() throws {
        let columns = Self.columns(["frame", "编号", "精度（厘米）", "备注"])
        let found = try AttributeColumns(columns)
        #expect(found.frame?.index == 0 && found.id?.index == 1 && found.accuracy?.index == 2)
        #expect(found.accuracyMetresPerUnit == 0.01)
        #expect(found.name == nil)
    }

    @Test func aTieOfAttributesNamesBothAndCostsNoOtherRole() throws {
        let columns = Self.columns(["id", "frame", "accuracy", "误差"])
        let error = tableError { _ = try AttributeColumns(columns) }
        #expect(error?.code == "ambiguous_column")
        for word in ["accuracy", "误差"] { #expect(error?.message.zh.contains(word) == true) }
        #expect(try AttributeColumns(columns, roles: [.id]).id?.index == 0)
        #expect(try AttributeColumns(columns, mapping: ColumnMapping([.accuracy: "误差"])).accuracy?.index == 3)
    }

    @Test(arguments: [
        ("经度（°）", "纬度（°）", "geographic 1 2"), ("经度（度）", "纬度（度）", "geographic 1 2"),
        ("经度/度", "纬度/度", "geographic 1 2"), ("经度[°]", "纬度[°]", "geographic 1 2"),
        ("东经（°′″）", "北纬（°′″）", "geographic 1 2"), ("经度(°E)", "纬度(°N)", "geographic 1 2"),
        ("X坐标（m）", "Y坐标（m）", "survey 1 2"), ("X坐标(米)", "Y坐标(米)", "survey 1 2"),
        ("X坐标（单位：m）", "Y坐标（单位：m）", "survey 1 2"), ("纵坐标X（m）", "横坐标Y（m）", "survey 1 2"),
        ("X（m）", "Y（m）", "unstated 1 2"),
    ])
    func headersWithUnitsBesideAnAreaAreRead(_ first: String, _ second: String, _ outline: String) throws {
        let roles = try Self.roles(["序号", first, second, "面积（亩）", "备注"])
        #expect(Self.outline(roles.position) == outline)
    }

    @Test func familiesHaveAnOrder() throws {
        #expect(Self.outline(try Self.roles(["X坐标", "Y坐标", "经度", "纬度"]).position) == "geographic 2 3")
        #expect(Self.outline(try Self.roles(["x", "y", "X坐标", "Y坐标"]).position) == "survey 2 3")
        #expect(Self.outline(try Self.roles(["地点", "x", "y"]).position) == "unstated 1 2")
        #expect(Self.outline(try Self.roles(["地点", "坐标"]).position) == "single(unstated) 1")
        #expect(Self.outline(try Self.roles(["经度", "X坐标", "Y坐标"]).position) == "survey 1 2")
    }

    @Test func thePlainHeaderWins() throws {
        #expect(Self.outline(try Self.roles(["经度(°)", "经度", "纬度"]).position) == "geographic 1 2")
        #expect(
            Self.outline(try Self.roles(["lon_gcj02", "lat_gcj02", "lon", "lat"]).position)
                == "geographic 2 3")
    }

    @Test func aTieNamesBothAndTheWayOut() throws {
        let error = tableError { _ = try Self.roles(["lon_gcj02", "lat_gcj02", "lon_wgs84", "lat_wgs84"]) }
        #expect(error?.code == "ambiguous_column")
        #expect(error?.message.zh.contains("lon_gcj02") == true)
        #expect(error?.message.zh.contains("lon_wgs84") == true)
        #expect(error?.remedy.en.contains("lon=#1") == true)
        let settled = try Self.roles(
            ["lon_gcj02", "lat_gcj02", "lon_wgs84", "lat_wgs84"], "lon=lon_wgs84,lat=lat_wgs84")
        #expect(Self.outline(settled.position) == "geographic 2 3")
        #expect(settled.frameHint == "wgs84")
        #expect(tableError { _ = try Self.roles(["lon", "lat", "名称", "名称"]) }?.code == "ambiguous_column")
    }

    @Test func aTieThatDoesNotMatterIsNone() throws {
        #expect(Self.outline(try Self.roles(["x", "X", "经度", "纬度"]).position) == "geographic 2 3")
    }

    @Test func differentFramesAreAnError() {
        let error = tableError { _ = try Self.roles(["lon_gcj02", "lat_wgs84"]) }
        #expect(error?.code == "conflicting_frames")
    }

    @Test func nothingFoundNamesRolesAndHeaders() {
        let error = tableError { _ = try Self.roles(["项目", "面积", "备注"]) }
        #expect(error?.code == "missing_column")
        for word in ["经度", "X坐标", "地点", "项目、面积、备注"] { #expect(error?.message.zh.contains(word) == true) }
        #expect(error?.remedy.zh.contains("lon=东经") == true)
        let half = tableError { _ = try Self.roles(["经度", "备注"]) }
        #expect(half?.message.zh.contains("缺少纬度列") == true)
        #expect(half?.message.en.contains("no latitude column") == true)
    }

    @Test func mappingsGoFirst() throws {
        let headers = ["A", "B,C", "经度", "纬度", "编号"]
        #expect(Self.outline(try Self.roles(headers, "lon=A,lat=B,C").position) == "geographic 0 1")
        #expect(Self.outline(try Self.roles(headers, "northing=#1,easting=#2").position) == "survey 0 1")
        #expect(Self.outline(try Self.roles(headers, "x=a, y=b,c").position) == "unstated 0 1")
        #expect(Self.outline(try Self.roles(headers, "place=A").position) == "place 0")
        #expect(Self.outline(try Self.roles(headers, "lon=A").position) == "geographic 0 3")
        let named = try Self.roles(headers, "id=A,name=编号")
        #expect(named.attributes.id?.index == 0)
        #expect(named.attributes.name?.index == 4)
    }

    @Test(arguments: [
        ("lon=Z", "missing_column"), ("lon=#9", "missing_column"), ("lon", "invalid_column_mapping"),
        ("colour=A", "invalid_column_mapping"), ("lon=", "invalid_column_mapping"),
        ("lon=A,lon=B", "invalid_column_mapping"), ("", "invalid_column_mapping"),
        ("northing=A", "missing_column"),
    ])
    func badMappingsAreNamed(_ mapping: String, _ code: String) {
        #expect(tableError { _ = try Self.roles(["A", "B", "经度", "纬度"], mapping) }?.code == code)
    }

    @Test func ordinaryWordsClaimNothing() throws {
        for header in [
            "面积", "用途", "备注", "联系电话", "度", "值", "east_street_shops", "百度链接", "latest", "坐标系说明", "longevity",
        ] {
            let error = tableError { _ = try Self.roles([header]) }
            #expect(error?.code == "missing_column", "\(header)")
        }
    }
}
