import GeoJSON
import TestSupport
import Testing
import Wording

@Suite struct ImportCommandTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.copy(Repository.geoData, to: "data")
    }

    private func exported() throws {
        let run = try folder.run(
            "export", "jinfeng-five-zones", "-o", "out/", "--format", "shp", "--encoding", "gb18030",
            "--frame", "epsg:4544")
        #expect(run.status == 0, "\(run.messages)")
    }

    private static let shape = "out/jinfeng_five_zones_areas.shp"

    @Test func aLayoutGoesOutAsAShapefileAndComesBackAsAnEdition() throws {
        try exported()
        let run = try folder.run(
            "import", Self.shape, "--layout", "jinfeng-five-zones", "--accuracy", "0.5", "--edition", "mine",
            "--geodata", "data", in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text.contains("已导入 jinfeng-five-zones/mine"))
        #expect(run.text.contains("2026-schematic"))
        let check = try folder.run("validate", "data")
        #expect(check.status == 0)
        #expect(check.text.contains("0 errors, 0 warnings"), "\(check.text)")
        for (day, edition) in [("2999-01-01", "mine"), ("2026-01-01", "2026-schematic")] {
            let answer = try folder.run(
                "locate", "106.33,29.52", "--geodata", "data", "--as-of", day, "--format", "json")
            let layout = try Answer(try answer.json()).layout(Plan.five)
            #expect(layout["edition"]?.stringValue == edition)
            #expect(layout["zone"]?.stringValue == "shengmingdao")
        }
        // What was a guess at 800 m is an answer at half a metre.
        let sure = try Answer(
            folder.run("locate", "106.33,29.52", "--geodata", "data", "--format", "json").json())
        #expect(try sure.zone("shengmingdao", of: Plan.five)["verdict"]?.stringValue == "inside")
    }

    @Test func aMapOfImportedBoundariesSaysWhoseTheyAre() throws {
        try exported()
        let run = try folder.run(
            "import", Self.shape, "--layout", "jinfeng-five-zones", "--accuracy", "0.5", "--geodata", "data",
            "--source-title", "某分区规划", "--plan-period", "2021-2035", in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        let map = try folder.run("map", "jinfeng-five-zones", "-o", "map.svg", "--geodata", "data", in: .zh)
        #expect(map.status == 0, "\(map.messages)")
        let text = String(decoding: try folder.bytes("map.svg"), as: UTF8.self)
        #expect(text.contains("边界取自导入的《某分区规划》"))
        #expect(text.contains("边界（导入）"))
        #expect(!text.contains("文字示意绘制"))
        let report = try folder.run(
            "assess", "106.33,29.52", "-o", "report.html", "--geodata", "data", in: .zh)
        #expect(report.status == 0, "\(report.messages)")
        let page = String(decoding: try folder.bytes("report.html"), as: UTF8.self)
        try folder.write("c.csv", "编号,经度,纬度\nA,106.33,29.52\n")
        let found = try folder.run("find", "c.csv", "--in", "生命岛", "--geodata", "data", in: .zh)
        #expect(found.text.contains("边界取自导入的《某分区规划》") && found.text.contains("规划期2021—2035年，期内"))
        #expect(!found.text.contains("已届满"), "\(found.text)")
        #expect(page.contains("边界取自导入的《某分区规划》（文件 jinfeng_five_zones_areas.shp），规划期2021—2035年"))
    }

    /// One zone of six: its edge is drawn and explained apart from the sketches beside it.
    @Test func theLegendPartsImportedEdgesFromSketches() throws {
        let zone = try folder.run("zone", "shengmingdao", "--format", "geojson")
        try folder.write("one.geojson", zone.text)
        let run = try folder.run(
            "import", "one.geojson", "--layout", "jinfeng-five-zones", "--missing", "keep", "--accuracy",
            "0.5", "--geodata", "data", in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        for (language, imported, sketched) in [
            (Language.zh, ">边界（导入）：", ">边界（示意）："), (.en, ">Imported edge", ">Schematic edge"),
        ] {
            let map = try folder.run(
                "map", "jinfeng-five-zones", "-o", "map.svg", "--force", "--geodata", "data", in: language)
            #expect(map.status == 0, "\(map.messages)")
            let text = try folder.text("map.svg")
            #expect(text.contains(imported) && text.contains("±0.5\u{00A0}m"))
            #expect(text.contains(sketched) && text.contains("800\u{00A0}m"))
        }
        // Whose a boundary is goes along, zone by zone; the plan period beside it is that of the texts.
        let told = try folder.run("locate", "106.33,29.52", "--geodata", "data", in: .zh)
        #expect(told.text.contains("规划文本的规划期2021—2025年，已届满"), "\(told.text)")
        try folder.write("c.csv", "编号,经度,纬度\nA,106.33,29.52\n")
        for target in ["c.gpkg", "d.geojson"] {
            let table = try folder.run(
                "locate", "--input", "c.csv", "-o", target, "--geodata", "data", in: .zh)
            #expect(table.messages.contains("“生命岛”的边界取自导入的文件 one.geojson"), "\(table.messages)")
        }
        #expect(
            String(decoding: try folder.bytes("c.gpkg"), as: UTF8.self).contains("边界取自导入的文件 one.geojson"))
        for (name, isImported) in [("生命岛", true), ("大学城", false)] {
            let zone = try folder.run("zone", name, "--format", "json", "--geodata", "data").json()
            #expect((zone["boundary_source"]?.stringValue?.contains("one.geojson") ?? false) == isImported)
        }
        #expect(
            try folder.run("export", "jinfeng-five-zones", "-o", "e.csv", "--geodata", "data", in: .zh).status
                == 0)
        let rows = try folder.text("e.csv").split(separator: "\n")
        #expect(rows[0].contains(",boundary") && rows.count { $0.contains("文件 one.geojson") } == 1)
        #expect(try folder.run("validate", "data", in: .zh).text.contains("已上图（示意）56，已上图（导入）1，"))
        // A second look on the same day: the data are checked, then the edition that is there is told.
        let again = try folder.run(
            "import", "one.geojson", "--layout", "jinfeng-five-zones", "--missing", "keep", "--accuracy",
            "0.5", "--geodata", "data", "--dry-run", in: .zh)
        #expect(again.status == 64 && again.messages.contains("target_exists"), "\(again.messages)")
        #expect(again.text.contains("shengmingdao") && again.text.contains("校验：无错误"), "\(again.text)")
        // Half a metre is not rounded to one.
        let report = try folder.run("assess", "106.33,29.5127", "--geodata", "data", in: .zh)
        #expect(report.text.contains("位置中误差 0.5 m"), "\(report.text)")
    }

    @Test func nothingIsWrittenUnlessToldWhere() throws {
        try exported()
        let run = try folder.run("import", Self.shape, "--layout", "jinfeng-five-zones", "--accuracy", "1m")
        #expect(run.status == 64)
        #expect(run.messages.contains("folder_not_named"))
        // The folder in use, to be copied as it stands.
        #expect(
            run.messages.contains("GeoData MyGeoData") && run.messages.contains("cp -r /"), "\(run.messages)")
    }

    @Test func aDryRunWritesNothing() throws {
        try exported()
        let before = try folder.bytes("data/catalogue.json")
        let run = try folder.run(
            "import", Self.shape, "--layout", "jinfeng-five-zones", "--geodata", "data", "--dry-run")
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text.hasPrefix("Checked, nothing written"))
        #expect(try folder.bytes("data/catalogue.json") == before)
    }

    @Test func aFolderThatCannotBeWrittenStaysAsItWas() throws {
        try exported()
        // Whoever is root writes everywhere but where there is no folder: a file in its stead.
        try folder.write("data/jinfeng-five-zones/mine", "in the way")
        let before = try folder.bytes("data/catalogue.json")
        let run = try folder.run(
            "import", Self.shape, "--layout", "jinfeng-five-zones", "--edition", "mine", "--geodata", "data")
        #expect(run.status != 0)
        #expect(try folder.bytes("data/catalogue.json") == before)
        #expect(try folder.text("data/jinfeng-five-zones/mine") == "in the way")
        #expect(try folder.shell("ls -a data | grep -c jinfeng- || true").text == "1\n")
    }

    @Test(arguments: [
        (["--layout", "nowhere"], Int32(64), "jinfeng-five-zones"),
        ([], 64, "target_not_named"),
        (["--layout", "jinfeng-five-zones", "--control", "red-line"], 64, "exclude each other"),
        (["--layout", "jinfeng-five-zones", "--map", "name_zh=NOPE"], 64, "no_such_column"),
        (["--layout", "jinfeng-five-zones", "--map", "colour=NAME_ZH"], 64, "name_zh"),
        (["--layout", "jinfeng-five-zones", "--map", "NAME_ZH"], 64, "A=B"),
        (["--layout", "jinfeng-five-zones", "--accuracy", "-1"], 64, "--accuracy"),
        (["--layout", "jinfeng-five-zones", "--accuracy", "half"], 64, "--accuracy"),
        (["--layout", "jinfeng-five-zones", "--frame", "xian80"], 64, "--frame"),
        (["--layout", "jinfeng-five-zones", "--frame", "epsg:4547"], 65, "far_away"),
        (["--layout", "north-middle-south"], 65, "--layout jinfeng-five-zones"),
        (["--control", "red-line"], 64, "--plan-period"),
        (["--control", "red-line", "--plan-period", "soon"], 64, "--plan-period"),
        (["--control", "red-line", "--plan-period", "2021-2035", "--coverage", "mars"], 64, "--coverage"),
    ])
    func mistakesHaveTheirExitCode(_ arguments: [String], _ status: Int32, _ word: String) throws {
        try exported()
        let run = try folder.run(["import", Self.shape, "--geodata", "data"] + arguments)
        #expect(run.status == status, "\(run.messages)")
        #expect(run.messages.contains(word), "\(run.messages)")
        #expect(try folder.shell("ls data/jinfeng-five-zones").text == "2026-schematic\n")
    }

    @Test(arguments: [
        ("rm out/*.shx", Int32(65), "incomplete_shapefile"),
        ("rm out/*.dbf", 65, "incomplete_shapefile"),
        ("rm out/*.prj", 65, "frame_unstated"),
        ("rm out/*.shp", 66, "unreadable_input"),
        (": > out/jinfeng_five_zones_areas.shp", 65, "empty_input"),
        ("head -c 400 /dev/urandom > out/jinfeng_five_zones_areas.shp", 65, "damaged_file"),
    ])
    func aBrokenShapefileIsNamed(_ damage: String, _ status: Int32, _ code: String) throws {
        try exported()
        _ = try folder.shell(damage)
        let run = try folder.run(
            "import", Self.shape, "--layout", "jinfeng-five-zones", "--accuracy", "1", "--geodata", "data")
        #expect(run.status == status, "\(run.messages)")
        #expect(run.messages.contains(code), "\(run.messages)")
    }
}
