import GeoJSON
import TestSupport
import Testing
import Wording

/// CSV in, CSV out: the user's table with our columns behind it.
@Suite struct CSVTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func sevenColumnsALayoutAndOneForTheErrorAreAppended() throws {
        try folder.write("sites.csv", "地块编号,项目名称,经度,纬度\nA1,芯片厂,106.33,29.52\n")
        let run = try folder.run("locate", "--input", "sites.csv")
        #expect(run.status == 0)
        let table = Table(run.text)
        #expect(table.header == ["地块编号", "项目名称", "经度", "纬度"] + Appended.header)
        #expect(try table.column("\(Plan.five):zone") == ["shengmingdao"])
        let path = try table.column("\(Plan.five):path")[0].split(separator: ";")
        #expect(path.last == "shengmingdao")
        #expect(path.count == 2)
        #expect(try table.column("\(Plan.shapingba):verdict") == ["not_covered"])
        #expect(try table.column("error") == [""])
        for plan in [Plan.five, Plan.northMiddleSouth] {
            #expect(try table.column("\(plan):probability")[0].wholeMatch(of: #/[01]\.\d{4}/#) != nil)
            #expect(try table.column("\(plan):distance_m")[0].wholeMatch(of: #/-?\d+\.\d{3}/#) != nil)
        }
    }

    /// People end a table with what its columns come to: that is no site whose position was forgotten.
    @Test(arguments: ["合计", " 小 计：", "Total"])
    func aRowOfTotalsIsKeptAndAsksNothing(_ word: String) throws {
        try folder.write("s.csv", "名称,经度,纬度,面积（亩）\n甲,106.33,29.52,10\n\(word),,,10\n乙,,,20\n")
        let run = try folder.run("locate", "--input", "s.csv", in: .zh)
        #expect(run.status == 65)
        #expect(run.messages.contains("按汇总行处理") && run.messages.contains("第 3 行"), "\(run.messages)")
        // What lacks a position and is no row of totals is still an error.
        #expect(run.messages.contains("共 2 行，1 行未能作答"), "\(run.messages)")
        let lines = run.text.split(separator: "\n")
        #expect(lines[2].hasPrefix("\(word),,,10,,"))
        #expect(lines[2].dropFirst("\(word),,,10".count).allSatisfy { $0 == "," })
        #expect(lines[3].contains("empty: "))
        let objects = try folder.run("locate", "--input", "s.csv", "--format", "ndjson", in: .zh)
        #expect(objects.lines.count == 2 && objects.messages.contains("按汇总行处理"), "\(objects.messages)")
        #expect(try folder.run("locate", "--input", "s.csv", "-o", "s.xlsx", in: .zh).status == 65)
        let kept = try folder.run("convert", "--input", "s.xlsx", "--to", "gcj02", in: .zh)
        #expect(kept.text.contains("\(word)"), "\(kept.text)")
        #expect(kept.messages.contains("按汇总行处理"), "\(kept.messages)")
    }

    @Test func theTableSaysWhatTheObjectSays() throws {
        try folder.write("sites.csv", "lon,lat\n106.33,29.52\n106.3664,29.4852\n106.4456,29.5803\n0,0\n")
        let table = Table(try folder.run("locate", "--input", "sites.csv").text)
        let answers = try folder.run("locate", "--input", "sites.csv", "--format", "ndjson").ndjson()
        for plan in Plan.all {
            let layouts = try answers.map { try Answer($0).layout(plan) }
            let zones = layouts.map { $0["zone"]?.stringValue ?? "" }
            #expect(try table.column("\(plan):zone") == zones)
            for (index, layout) in layouts.enumerated() where zones[index] != "" {
                let zone = try Answer(answers[index]).zone(zones[index], of: plan)
                #expect(try table.column("\(plan):verdict")[index] == zone["verdict"]?.stringValue)
                let probability = try #require(zone["probability"]?.doubleValue)
                #expect(Double(try table.column("\(plan):probability")[index]) == probability)
                #expect(try table.column("\(plan):name")[index] == zone["name_en"]?.stringValue)
                let distance = try #require(zone["boundary_distance_m"]?.doubleValue)
                #expect(Double(try table.column("\(plan):distance_m")[index]) == distance)
                #expect(layout["coverage"] == "covered")
            }
        }
    }

    @Test(arguments: [
        "经度,纬度\n106.33,29.52\n", "lng,lat\n106.33,29.52\n", "X坐标,Y坐标,坐标系\n3267643.66,628945.81,epsg:4544\n",
        "纬度,经度\n29.52,106.33\n", "x,y,坐标系\n3267643.66,628945.81,epsg:4544\n",
        "东坐标,北坐标,坐标系\n628945.81,3267643.66,epsg:4523\n", "坐标\n\"106.33,29.52\"\n", "lon;lat\n106.33;29.52\n",
        "X坐标,Y坐标\n106.33,29.52\n", "lon\tlat\n106.33\t29.52\n", "经度(°),纬度(°)\n106.33,29.52\n",
        "lon,lat,frame\n106.33,29.52,\n", "经度,纬度\r\n106°19′48″,29°31′12″\r\n",
    ])
    func headersAreReadAsPeopleWriteThem(_ text: String) throws {
        try folder.write("sites.csv", text)
        let run = try folder.run(
            "locate", "--input", "sites.csv", "--format", "ndjson", "--layout", Plan.five)
        #expect(run.status == 0, "\(run.text) \(run.messages)")
        let answer = Answer(try #require(try run.ndjson().first))
        let position = try #require(answer.site["wgs84"]?.elements).compactMap(\.doubleValue)
        #expect(abs(position[0] - 106.33) < 1e-6)
        #expect(abs(position[1] - 29.52) < 1e-6)
    }

    @Test func everyRowMayHaveItsOwnFrameAndAccuracy() throws {
        try folder.write(
            "sites.csv",
            """
            地块编号,经度,纬度,坐标系,精度
            A1,106.33,29.52,,
            A2,106.333893129,29.517367540,高德,30
            A3,628945.81,3267643.66,epsg:4544,±5 米
            A4,106.33,29.52,西安80,5
            A5,106.33,29.52,wgs84,约十米

            """)
        let run = try folder.run(
            "locate", "--input", "sites.csv", "--format", "ndjson", "--frame", "cgcs2000", "--accuracy", "12")
        #expect(run.status == 65)
        let answers = try run.ndjson()
        #expect(
            answers.map { $0["site"]?["frame"]?.stringValue } == [
                "cgcs2000", "gcj02", "epsg:4544", nil, nil,
            ])
        #expect(
            answers.map { $0["site"]?["accuracy_m"]?.doubleValue } == [12, 30, 5, nil, nil])
        #expect(answers.map(\.errorCode) == [nil, nil, nil, "refused_frame", "invalid_accuracy"])
        #expect(answers[3]["error"]?["field"] == "坐标系")
        #expect(answers[4]["error"]?["field"] == "精度")
        #expect(answers[4]["error"]?["row"]?.doubleValue == 6)
        #expect(answers[4]["site"]?["id"] == "A5")
    }

    @Test func anAccuracyInCentimetresIsNotTakenForMetres() throws {
        try folder.write("a.csv", "lon,lat,accuracy_cm\n106.33,29.52,50\n")
        try folder.write("a.ndjson", "{\"lon\":106.33,\"lat\":29.52,\"accuracy_cm\":50}\n")
        try folder.write(
            "a.geojson",
            #"{"type":"Feature","geometry":{"type":"Point","coordinates":[106.33,29.52]},"properties":{"accuracy_cm":50}}"#
        )
        for file in ["a.csv", "a.ndjson", "a.geojson"] {
            let answers = try folder.run("locate", "--input", file, "--format", "ndjson").ndjson()
            #expect(answers.map { $0["site"]?["accuracy_m"]?.doubleValue } == [0.5], "\(file)")
        }
    }

    @Test func columnsMayBeNamed() throws {
        try folder.write("a.csv", "甲,乙,丙\n29.52,106.33,A1\n")
        try folder.write("a.ndjson", "{\"甲\":29.52,\"乙\":106.33,\"丙\":\"A1\"}\n")
        for file in ["a.csv", "a.ndjson"] {
            let run = try folder.run(
                "locate", "--input", file, "--columns", "lon=乙,lat=甲,id=丙", "--format", "ndjson")
            let site = try #require(try run.ndjson().first?["site"])
            #expect(site["id"] == "A1", "\(file)")
            #expect(site["wgs84"] == .array([.number(106.33), .number(29.52)]), "\(file)")
        }
        let lacking = try folder.run("locate", "--input", "a.csv", "--columns", "lon=经,lat=甲")
        #expect(lacking.status == 65)
        #expect(lacking.messages.contains("missing_column"))
        #expect(lacking.messages.contains("甲, 乙, 丙"))
    }
}
