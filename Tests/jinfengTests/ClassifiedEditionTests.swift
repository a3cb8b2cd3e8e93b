import Foundation
import GeoJSON
import TestSupport
import Testing
import Wording

/// What of a classified edition leaves, and what is told of it.
@Suite struct ClassifiedEditionTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.copy(Repository.geoData, to: "data")
    }

    private func run(_ arguments: [String], in language: Language = .zh) throws -> CommandRun {
        try folder.run(arguments + ["--geodata", "data"], in: language)
    }

    /// Takes a layout out and in again, as an edition that is classified.
    private func classify(_ layout: String) throws {
        let taken = try run(["export", layout, "-o", "out/", "--format", "shp", "--force"])
        #expect(taken.status == 0, "\(taken.messages)")
        let stem = layout.split(separator: "-").joined(separator: "_")
        let files = try folder.shell("ls out/\(stem)_*.shp").text.split(whereSeparator: \.isNewline)
        let back = try run(
            ["import"] + files.map(String.init) + [
                "--layout", layout, "--accuracy", "0.5", "--missing", "keep", "--classification", "内部",
            ])
        #expect(back.status == 0, "\(back.messages)\(back.text)")
    }

    private func line() throws {
        try folder.write(
            "line.geojson",
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"MC":"某红线"},"geometry":{"type":"Polygon",
            "coordinates":[[[106.32,29.51],[106.34,29.51],[106.34,29.53],[106.32,29.53],[106.32,29.51]]]}}]}
            """)
        let back = try run([
            "import", "line.geojson", "--control", "red-line", "--accuracy", "1m", "--plan-period",
            "2021-2035",
            "--coverage", "gaoxinqu-zhiguanyuan", "--classification", "内部",
        ])
        #expect(back.status == 0, "\(back.messages)")
    }

    private static let five = "jinfeng-five-zones"

    /// Asked for by name, it is refused; the user who may says so.
    @Test func whatIsAskedForByNameIsRefused() throws {
        try classify(Self.five)
        for asked in [
            ["export", Self.five, "-o", "x.gpkg"], ["map", Self.five, "-o", "x.svg"],
            ["zones", "--layout", Self.five, "--format", "geojson"],
            ["zone", "shengmingdao", "--format", "geojson"],
            ["assess", "106.33,29.52", "--layout", Self.five, "-o", "a.html"],
            ["assess", "106.33,29.52", "--layout", Self.five, "--format", "geojson"],
            // The zone itself would be the site that is drawn.
            ["assess", "生命岛", "-o", "b.pdf"], ["map", "north-middle-south", "--site", "生命岛", "-o", "y.svg"],
        ] {
            let refused = try run(asked)
            #expect(refused.status == 64, "\(asked): \(refused.messages)")
            #expect(refused.messages.contains("标为“内部”") && refused.text.isEmpty, "\(refused.messages)")
            guard asked[0] != "assess" else { continue }
            #expect(try run(asked + ["--allow-classified"]).status == 0)
        }
        let served = try run(["serve", "--port", "0"])
        #expect(served.status == 65)
        #expect(served.messages.contains("classified_edition"), "\(served.messages)")
        // The edition before it was not classified.
        #expect(try run(["export", Self.five, "-o", "z.gpkg", "--as-of", "2026-01-01"]).status == 0)
    }

    /// Not asked for by name, it is left out, and all else leaves.
    @Test func aPlanIsLeftOutOfAllAndThisIsSaid() throws {
        try classify(Self.five)
        for asked in [
            ["export", "-o", "a.geojson"], ["map", "-o", "b.svg"], ["zones", "-o", "c.geojson"],
            ["assess", "106.33,29.52", "-o", "d.html"], ["assess", "106.33,29.52", "-o", "e.geojson"],
        ] {
            let held = try run(asked)
            #expect(held.status == 0, "\(held.messages)")
            #expect(held.messages.contains("五大创新支撑”标为“内部”，未列入"), "\(held.messages)")
            #expect(held.messages.contains("--allow-classified"))
            let name = asked[asked.count - 1]
            let kept = try folder.text(name)
            #expect(kept.contains("南制造") || kept.contains("north-middle-south"), "\(name)")
            #expect(!kept.contains("shengmingdao") && !kept.contains(">生命岛<"), "\(name)")
        }
        #expect(try run(["export", "-o", "f.geojson", "--allow-classified"]).status == 0)
        #expect(try folder.text("f.geojson").contains("shengmingdao"))
    }

    /// The context tells on which land a layout applies: what was drawn before it was classified stands in.
    @Test func theContextIsDrawnAsItWasBefore() throws {
        try classify("context")
        for asked in [["map", "-o", "x.svg"], ["assess", "106.33,29.52", "-o", "x.html"]] {
            let held = try run(asked)
            #expect(held.status == 0, "\(held.messages)")
            #expect(held.messages.contains("标为“内部”，未用，以“2026年示意版”代替"), "\(held.messages)")
            #expect(try folder.text(asked[asked.count - 1]).contains("生命岛"))
        }
        #expect(try run(["map", "context", "-o", "y.svg"]).status == 64)
        let exported = try run(["export", "-o", "x.geojson"])
        #expect(exported.status == 0 && exported.messages.contains("未用"), "\(exported.messages)")
        #expect(try !folder.text("x.geojson").contains("kexue-dadao"))
    }

    /// What a site lies in is still answered where a control line beside it may not go out.
    @Test(arguments: [[], ["--layout", "jinfeng-five-zones"]])
    func aControlLineIsLeftOutOfAnAssessmentAndThisIsSaid(_ layouts: [String]) throws {
        try line()
        let asked = ["assess", "106.33,29.52", "-o", "a.html", "--force"] + layouts
        let held = try run(asked)
        #expect(held.status == 0 && held.messages.contains("--allow-classified"), "\(held.messages)")
        let page = try folder.text("a.html")
        #expect(page.contains("“生态保护红线”标为“内部”，未列入") && !page.contains("点位在其内"))
        #expect(page.contains("生命岛"))
        #expect(try run(asked + ["--allow-classified"]).status == 0)
        let told = try folder.text("a.html")
        #expect(told.contains("点位在其内") && !told.contains("未列入"))
    }

    /// Words and figures about one's own sites are told, with the classification; nothing of it is drawn.
    @Test func whatIsToldInWordsBearsTheClassification() throws {
        try line()
        try classify(Self.five)
        try folder.write("c.csv", "编号,经度,纬度\nA,106.33,29.52\n")
        let text = try run(["assess", "106.33,29.52"])
        #expect(text.text.contains("点位在其内") && text.text.contains("生命岛"), "\(text.text)")
        for asked in [
            ["assess", "106.33,29.52"], ["locate", "106.33,29.52"], ["locate", "--input", "c.csv"],
            ["find", "c.csv", "--in", "生命岛"], ["find", "c.csv", "--not-in", "生态保护红线"], ["neighbors", "生命岛"],
        ] {
            let told = try run(asked)
            #expect(told.status == 0 && told.messages.contains("五大创新支撑”标为“内部”"), "\(asked): \(told.messages)")
            #expect(!told.messages.contains("未列入"))
            #expect(told.messages.contains("“生态保护红线”标为") == (asked[0] != "locate"), "\(told.messages)")
        }
        #expect(try run(["locate", "106.33,29.52"]).text.contains("标为“内部”"))
        let found = try run(["find", "c.csv", "--in", "生命岛", "-o", "b.xlsx"])
        #expect(found.status == 0, "\(found.messages)")
        #expect(String(decoding: try folder.bytes("b.xlsx"), as: UTF8.self).contains("标为“内部”"))
    }
}
