import MapDrawing
import Planning
import Testing

@Suite struct LegendTests {
    private func roles(_ map: DrawnMap) -> Set<Zone.Role> {
        Set(
            map.legend.compactMap { entry in
                if case .zone(let role) = entry.sign { role } else { nil }
            })
    }

    @Test(arguments: [
        ([ShippedMaps.five], [Zone.Role.area]), ([ShippedMaps.north], [.area, .belt, .place]),
        ([ShippedMaps.shapingba], [.area, .belt, .screen, .axis, .place]),
        ([], [.area, .belt, .screen, .axis, .place]),
    ])
    func theLegendExplainsTheRolesShownAndNoOthers(_ layouts: [String], _ expected: [Zone.Role]) throws {
        let map = try ShippedMaps.plain(layouts)
        #expect(roles(map) == Set(expected))
        #expect(map.frames.reduce(into: Set()) { $0.formUnion($1.roles) } == Set(expected))
    }

    @Test func aSiteIsExplainedWhereThereIsOne() throws {
        let drafter = try ShippedMaps.drafter()
        var sheet = MapSheet(layouts: [ShippedMaps.five])
        #expect(try !ShippedMaps.plain([ShippedMaps.five]).legend.contains { $0.sign == .position })
        sheet.site = ShippedMaps.position(106.33, 29.52)
        let map = try drafter.draw(sheet, as: .svg)
        #expect(map.legend.contains { $0.sign == .position })
        let words = map.texts.map(\.text).joined(separator: "|")
        #expect(words.contains("生命岛") && words.contains("难以判定 44%"))
    }

    @Test func theSheetSaysWhatItIsAndWhatItIsNot() throws {
        var sheet = MapSheet(layouts: [ShippedMaps.north])
        sheet.number = "附图3"
        sheet.organisation = "某某规划设计研究院"
        let map = try ShippedMaps.drafter().draw(sheet, as: .svg)
        let texts = map.texts.map(\.text)
        for expected in [
            "图名", "图号", "附图3", "编制单位", "某某规划设计研究院", "日期", "2026-11-21", "坐标系", "比例尺", "图例", "北",
            "示意图 · 未经审图 · 不作权属及审批依据",
        ] {
            #expect(texts.contains(expected), "\(expected) is missing")
        }
        #expect(texts.joined().contains("规划期2021—2025年，已届满"))
        #expect(texts.contains { $0.hasPrefix("1:125") })
    }

    @Test func textsOfTheSVGAreTextToo() throws {
        let map = try ShippedMaps.plain([ShippedMaps.five])
        let document = String(decoding: map.bytes, as: UTF8.self)
        #expect(document.contains("<title>成渝综合性科学中心（金凤）五大创新支撑示意图</title>"))
        #expect(document.contains(">生命岛</text>"))
    }
}
