import Projection
import Testing
import Wording

@Suite struct ReferenceFrameTests {
    private static let names: [(String, String)] = [
        ("wgs84", "wgs84"), ("WGS-84", "wgs84"), ("WGS 84", "wgs84"), ("ＷＧＳ８４", "wgs84"),
        ("epsg:4326", "wgs84"),
        ("EPSG:4326", "wgs84"), ("4326", "wgs84"), (" wgs_84 ", "wgs84"), ("GPS", "wgs84"),
        ("OGC:CRS84", "wgs84"),
        ("cgcs2000", "cgcs2000"), ("CGCS 2000", "cgcs2000"), ("国家2000", "cgcs2000"), ("4490", "cgcs2000"),
        ("EPSG：4490", "cgcs2000"), ("2000国家大地坐标系", "cgcs2000"), ("国家２０００", "cgcs2000"), ("天地图", "cgcs2000"),
        ("EPSG:4544", "epsg:4544"), ("4544", "epsg:4544"), ("epsg 4544", "epsg:4544"),
        ("epsg::4523", "epsg:4523"),
        ("CGCS2000 3度带 35带", "epsg:4523"), ("CGCS2000 3度带35带", "epsg:4523"), ("国家2000 三度带 36带", "epsg:4524"),
        ("CGCS2000 / 3-degree Gauss-Kruger zone 35", "epsg:4523"),
        ("CGCS2000 / 3-degree Gauss-Kruger CM 105E", "epsg:4544"),
        ("CGCS2000_3_Degree_GK_Zone_36", "epsg:4524"),
        ("CGCS2000_3_Degree_GK_CM_108E", "epsg:4545"), ("CGCS2000 3度带 中央经线105°", "epsg:4544"),
        ("CGCS2000 中央子午线108度", "epsg:4545"), ("CGCS2000 3度带 中央经线105度", "epsg:4544"),
        ("CGCS2000 / Gauss-Kruger CM 105E", "epsg:4544"), ("CGCS2000 6度带 中央经线105°", "epsg:4507"),
        ("CGCS2000 6度带 18带", "epsg:4496"), ("CGCS2000 高斯克吕格投影 第35带", "epsg:4523"),
        ("CGCS2000 33带", "epsg:4521"),
        ("gcj02", "gcj02"), ("GCJ-02", "gcj02"), ("高德", "gcj02"), ("火星坐标", "gcj02"), ("amap", "gcj02"),
        ("腾讯地图", "gcj02"),
        ("bd09", "bd09"), ("BD-09", "bd09"), ("百度", "bd09"), ("bd09ll", "bd09"), ("3857", "epsg:3857"),
        ("高德地图坐标", "gcj02"), ("腾讯地图坐标", "gcj02"), ("谷歌", "gcj02"), ("谷歌地图", "gcj02"), ("Google", "gcj02"),
        ("Google Maps", "gcj02"), ("谷歌地球", "wgs84"), ("天地图坐标", "cgcs2000"), ("百度地图坐标系", "bd09"),
        ("2000", "cgcs2000"),
        ("2000坐标系", "cgcs2000"), ("84坐标系", "wgs84"), ("WGS84经纬度坐标", "wgs84"), ("火星", "gcj02"),
        ("bmap", "bd09"),
        ("三度带35带", "epsg:4523"), ("3度带35带", "epsg:4523"), ("3度带 中央经线108°", "epsg:4545"),
        ("2000 35带", "epsg:4523"),
        ("6度带18带", "epsg:4496"), ("CGCS2000_3_Degree_GK_Zone_35", "epsg:4523"),
        ("3-degree GK zone 36", "epsg:4524"),
        ("Web Mercator", "epsg:3857"), ("WGS 84 / UTM zone 48N", "epsg:32648"), ("epsg:32648", "epsg:32648"),
    ]

    @Test(arguments: names)
    func aNameAsPeopleWriteItIsUnderstood(text: String, identifier: String) throws {
        #expect(try ReferenceFrame(parsing: text).identifier == identifier)
    }

    private static let refused: [(String, RefusedDatum)] = [
        ("西安80", RefusedDatum.xian80), ("1980西安坐标系", .xian80), ("Xian 1980", .xian80), ("xi'an80", .xian80),
        ("80", .xian80), ("80坐标系", .xian80), ("西安80 3度带 35带", .xian80), ("54坐标", .beijing54),
        ("Beijing_1954_3_Degree_GK_Zone_35", .beijing54), ("独立坐标系", .localCity), ("重庆独立", .localCity),
        ("EPSG:4610", .xian80), ("2327", .xian80), ("epsg:2380", .xian80), ("2390", .xian80),
        ("北京54", .beijing54),
        ("Beijing 1954", .beijing54), ("1954北京坐标系", .beijing54), ("4214", .beijing54),
        ("epsg:2401", .beijing54),
        ("2442", .beijing54), ("21418", .beijing54), ("21458", .beijing54), ("21478", .beijing54),
        ("新1954北京坐标系", .beijing54), ("4555", .beijing54), ("4785", .beijing54), ("重庆市独立坐标系", .localCity),
        ("重庆独立坐标系", .localCity), ("地方坐标系", .localCity), ("local", .localCity),
        ("+proj=tmerc +lon_0=105", .coordinateSystemText), ("proj=longlat", .coordinateSystemText),
        ("GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\"]]", .coordinateSystemText),
        ("{\"type\":\"GeographicCRS\"}", .coordinateSystemText),
        ("urn:ogc:def:crs:EPSG::4326", .coordinateSystemText),
        ("http://www.opengis.net/def/crs/EPSG/0/4490", .coordinateSystemText),
        ("+init=epsg:4544", .coordinateSystemText),
    ]

    @Test(arguments: refused)
    func aFrameWithoutPublicParametersIsRefusedByName(text: String, datum: RefusedDatum) throws {
        let error = try #require(throws: FrameError.self) { try ReferenceFrame(parsing: text) }
        #expect(error == .refused(text, datum))
        #expect(error.code == "refused_frame")
        for language in Language.allCases {
            #expect(error.message[language].contains(text))
            #expect(error.remedy[language].contains("epsg:4544"))
        }
    }

    @Test(arguments: [
        "utm", "epsg:4547x", "EPSG:4555555", "99999", "epsg:", "mars2020", "CGCS2000 高程", "1", "32649", "米",
        "bd09mc", "坐标系", "2000高程", "高程3度带",
    ])
    func anUnknownFrameListsWhatThereIs(text: String) throws {
        let error = try #require(throws: FrameError.self) { try ReferenceFrame(parsing: text) }
        #expect(error == .unknown(text))
        #expect(error.code == "unknown_frame")
        for word in ["wgs84", "cgcs2000", "gcj02", "bd09", "4544", "3857", "32648"] {
            #expect(error.remedy.en.contains(word) && error.remedy.zh.contains(word))
        }
    }

    @Test(arguments: ["", "  ", "\u{3000}"]) func nothingIsNoFrame(text: String) {
        #expect(throws: FrameError.empty) { try ReferenceFrame(parsing: text) }
    }

    @Test(arguments: ["CGCS2000 3度带", "CGCS2000 高斯", "国家2000 6度带", "三度带", "2000 3度带"])
    func stripsWithoutTheirZoneAreAskedFor(text: String) throws {
        let error = try #require(throws: FrameError.self) { try ReferenceFrame(parsing: text) }
        #expect(error == .zoneUnstated(text))
        #expect(error.remedy.en.contains("epsg:4544") && error.remedy.en.contains("epsg:4545"))
    }

    @Test(arguments: [
        "CGCS2000 24带", "CGCS2000 6度带 35带", "CGCS2000 3度带 18带", "CGCS2000 CM 106E", "CGCS2000 3度带 99带",
    ])
    func aStripThatDoesNotExistIsNoFrame(text: String) {
        #expect(throws: FrameError.noSuchZone(text)) { try ReferenceFrame(parsing: text) }
    }

    /// A header that is found to name a frame must not then be told that it names none.
    @Test func everyWordOfTheListIsUnderstoodOrRefusedByName() throws {
        for family in FrameWords.allCases where family != .bd09Plane {
            for word in family.words {
                do throws(FrameError) {
                    _ = try ReferenceFrame(parsing: word)
                    #expect([.wgs84, .cgcs2000, .gcj02, .bd09].contains(family), "\(word)")
                } catch {
                    let isRefused = ["refused_frame", "ambiguous_frame"].contains(error.code)
                    #expect(
                        isRefused && [.xian80, .beijing54, .localCity, .strip].contains(family), "\(word)")
                }
            }
        }
    }

    @Test func longAndUnprintableTextsAreRefusedAndQuotedShort() throws {
        let text = "abc\n\u{1B}[31m" + String(repeating: "x", count: 100_000)
        let error = try #require(throws: FrameError.self) { try ReferenceFrame(parsing: text) }
        #expect(error.message.en.count < 200)
        #expect(!error.message.en.contains("\u{1B}") && !error.message.en.contains("\n"))
        let wkt = "PROJCS[\"x\"," + String(repeating: " ", count: 100_000) + "]"
        #expect(throws: FrameError.refused(String(wkt.prefix(300)), .coordinateSystemText)) {
            try ReferenceFrame(parsing: wkt)
        }
    }

    @Test func everyFrameIsReadBackFromItsIdentifier() throws {
        #expect(ReferenceFrame.all.count == 70)
        #expect(Set(ReferenceFrame.all).count == 70)
        for frame in ReferenceFrame.all {
            #expect(try ReferenceFrame(parsing: frame.identifier) == frame)
            #expect(!frame.name.zh.isEmpty && !frame.name.en.isEmpty)
        }
    }

    @Test func theListHoldsNoOtherCode() {
        let listed = (0...40_000).filter { ProjectedFrame(epsg: $0) != nil }
        #expect(listed == [3857] + Array(4491...4554) + [32648])
        #expect(ProjectedFrame.all.map(\.epsg) == listed)
    }

    @Test func zonesAndMeridiansFollowFromTheCode() throws {
        let zone35 = try #require(ProjectedFrame(epsg: 4523))
        #expect(zone35.zoneNumber == 35 && zone35.centralMeridian == 105 && zone35.eastingCarriesZone)
        let six = try #require(ProjectedFrame(epsg: 4507))
        #expect(six.zoneNumber == 18 && six.centralMeridian == 105 && !six.eastingCarriesZone)
        #expect(ProjectedFrame(epsg: 3857)?.zoneNumber == nil)
        #expect(ProjectedFrame(zone: 24, numbered: true) == nil)
    }

    @Test func accuracyIsThatOfTheFramesDatum() throws {
        #expect(ReferenceFrame.wgs84.accuracy == 0)
        #expect(ReferenceFrame.cgcs2000.accuracy == 1)
        #expect(ReferenceFrame.gcj02.accuracy == 5 && ReferenceFrame.bd09.accuracy == 5)
        #expect(try ReferenceFrame.epsg(4544).accuracy == 1)
        #expect(try ReferenceFrame.epsg(3857).accuracy == 0 && ReferenceFrame.epsg(32648).accuracy == 0)
        #expect(ReferenceFrame.cgcs2000.accuracyNote?.en.contains("unknown") == true)
        #expect(ReferenceFrame.wgs84.accuracyNote == nil)
    }
}
