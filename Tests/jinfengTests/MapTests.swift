import TestSupport
import Testing
import Wording

/// `jinfeng map`: sheets on disk, and what is refused.
@Suite struct MapTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [
        ("a.svg", Array("<?xml".utf8)), ("a.pdf", Array("%PDF-".utf8)), ("a.png", [0x89, 0x50, 0x4E, 0x47]),
        ("A.PDF", Array("%PDF-".utf8)),
    ])
    func theNameOfTheFileSaysItsFormat(_ name: String, _ start: [UInt8]) throws {
        let run = try folder.run("map", "jinfeng-five-zones", "-o", name, "--dpi", "40", in: .zh)
        #expect(run.status == 0 && run.bytes.isEmpty && run.messages.isEmpty, "\(run.messages)")
        #expect(Array(try folder.bytes(name).prefix(start.count)) == start)
    }

    @Test(arguments: [
        ["--site", "106.33,29.52"], ["--place", "科学会堂"], ["--site", "106.3338,29.5171", "--frame", "gcj02"],
        ["--site", "POLYGON((106.31 29.51,106.32 29.51,106.32 29.52,106.31 29.51))"],
        ["--site", #"{"type":"Point","coordinates":[106.33,29.52]}"#], ["--site", "科学会堂"],
        ["--site", "生命岛"],
        ["--site", "\(Repository.root)/Examples/parcel.geojson"],
        ["--site", "\(Repository.root)/Examples/formats/parcels.shp", "--feature", "002"],
        [
            "--site", "\(Repository.root)/Examples/formats/redlines.dxf", "--layer", "红线", "--frame",
            "epsg:4544", "--feature", "1", "--sheet", "附图一",
        ],
    ])
    func aSiteIsShownHoweverItIsGiven(_ site: [String]) throws {
        let run = try folder.run(["map", "jinfeng-five-zones", "-o", "m.svg"] + site, in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        #expect(try folder.text("m.svg").contains(">拟选位置</text>"))
    }

    @Test func whatWasTakenForGrantedOfASiteIsSaid() throws {
        let run = try folder.run(
            "map", "jinfeng-five-zones", "-o", "m.svg", "--site", "106.33,29.52", in: .zh)
        #expect(run.messages.contains("gcj02"), "\(run.messages)")
    }

    @Test func theMarginIsInTheLanguageAndTheNamesInTheirs() throws {
        let run = try folder.run("map", "jinfeng-five-zones", "-o", "m.svg", "--labels", "both")
        #expect(run.status == 0)
        let text = try folder.text("m.svg")
        #expect(text.contains(">Legend</text>") && text.contains(">生命岛</text>"))
        #expect(text.contains(">Life Island</text>") || text.contains(">Life</text>"))
    }

    @Test(arguments: [
        (["-o", "m.bmp"], 64, "m.bmp"), (["-o", "m"], 64, ".svg"),
        (["-o", "m.pdf", "--size", "a9"], 64, "a9"),
        (["-o", "m.png", "--dpi", "9999"], 64, "9999"),
        (["-o", "m.png", "--size", "a0", "--dpi", "600"], 64, "--dpi"),
        (["-o", "m.pdf", "--scale", "3"], 64, "1:3"), (["-o", "m.pdf", "--labels", "fr"], 64, "fr"),
        (["-o", "missing/m.pdf"], 74, "missing/m.pdf"), (["-o", "/dev/full"], 64, ".pdf"),
        (["-o", "m.pdf", "--site", "nowhere"], 65, "nowhere"),
        (["-o", "m.pdf", "--place", "亚特兰蒂斯"], 65, "亚特兰蒂斯"),
        (["-o", "m.pdf", "--site", "POLYGON((0 0,1 1,0 1,1 0,0 0))"], 65, "WKT"),
        (["-o", "m.pdf", "--site", "{"], 65, "GeoJSON"),
        (["-o", "m.pdf", "--site", "none.shp"], 66, "none.shp"),
        (["-o", "m.pdf", "--site", "\(Repository.root)/Examples/formats/parcels.shp"], 64, "--feature 001"),
        (
            ["-o", "m.pdf", "--site", "\(Repository.root)/Examples/formats/parcels.shp", "--feature", "9"],
            64,
            "--feature"
        ), (["atlantis", "-o", "m.pdf"], 64, "atlantis"),
        (["-o", "m.pdf", "--as-of", "1999-01-01"], 64, "1999-01-01"),
        (["-o", "m.pdf", "--site", "1,1", "--place", "x"], 64, "--place"), ([], 64, "--output"),
    ])
    func whatCannotBeIsRefusedByName(_ arguments: [String], _ status: Int, _ named: String) throws {
        for language in Language.allCases {
            let run = try folder.run(["map"] + arguments, in: language)
            #expect(run.status == Int32(status), "\(run.messages)")
            #expect(run.messages.contains(named), "\(run.messages)")
        }
    }

    @Test func aSheetThatCannotBeDrawnLeavesTheOldOne() throws {
        try folder.write("m.pdf", "old")
        let run = try folder.run("map", "-o", "m.pdf", "--scale", "3")
        #expect(run.status == 64)
        #expect(try folder.text("m.pdf") == "old")
    }

    /// With no font but one for Latin letters.
    @Test func aMissingChineseFontIsAnErrorThatNamesThePackage() throws {
        try folder.write(
            "fonts.conf",
            """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>\(folder.path)/cache</cachedir></fontconfig>
            """)
        let run = try folder.run(
            ["map", "jinfeng-five-zones", "-o", "m.pdf"], in: .zh,
            environment: ["FONTCONFIG_FILE": folder.path + "/fonts.conf"])
        #expect(run.status == 66)
        #expect(run.messages.contains("fonts-noto-cjk"))
        #expect(throws: (any Error).self) { try folder.bytes("m.pdf") }
    }

    @Test func aSiteBeyondTheSheetIsSaidToBe() throws {
        let run = try folder.run("map", "jinfeng-five-zones", "-o", "m.svg", "--site", "104.07,30.67")
        #expect(run.status == 0)
        #expect(run.messages.contains("far beyond the sheet"))
    }
}
