import GeoJSON
import TestSupport
import Testing
import Wording

/// `convert`: every site from one frame to another, a line for a line.
@Suite struct ConvertTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func aPositionGoesThereAndBack() throws {
        for frame in ["cgcs2000", "epsg:4544", "epsg:4523", "epsg:3857", "epsg:32648", "gcj02", "bd09"] {
            let there = try folder.run("convert", "106.33,29.52", "--to", frame)
            #expect(there.status == 0)
            let back = try folder.run("convert", try #require(there.lines.first), "--frame", frame)
            let position = try #require(back.lines.first).split(separator: ",").compactMap { Double($0) }
            #expect(abs(position[0] - 106.33) < 2e-8, "\(frame)")
            #expect(abs(position[1] - 29.52) < 2e-8, "\(frame)")
        }
    }

    @Test func metresHaveThreeDecimalsAndDegreesNine() throws {
        #expect(
            try folder.run("convert", "106.33,29.52", "--to", "epsg:4544").text == "628945.813,3267643.661\n")
        #expect(try folder.run("convert", "106.33,29.52").text == "106.330000000,29.520000000\n")
    }

    @Test func lineNIsTheNthSiteWhateverFails() throws {
        let run = try folder.run(
            "convert", "106.33,29.52", "abc", "29.52,106.33", "106.34,29.5", "--to", "epsg:4544")
        #expect(run.status == 65)
        #expect(run.lines.count == 4)
        #expect(run.lines[1].isEmpty && run.lines[2].isEmpty)
        #expect(run.lines[3].hasPrefix("6"))
        #expect(run.messages.contains("not_a_pair"))
        #expect(run.messages.contains("swapped_lon_lat"))
    }

    @Test func aTableGetsTwoColumnsAndItsErrors() throws {
        let text = "\u{FEFF}地块编号,经度,纬度\r\nA1,106.33,29.52\r\nA2,29.52,106.33\r\n\r\nA3,0,0\r\nA4,106.33\r\n"
        try folder.write("in.csv", text)
        let run = try folder.run("convert", "--input", "in.csv", "--to", "epsg:4544", "--output", "out.csv")
        #expect(run.status == 65)
        let output = try folder.text("out.csv")
        #expect(output.hasPrefix("\u{FEFF}地块编号,经度,纬度,"))
        #expect(output.contains("\r\nA1,106.33,29.52,628945.813,3267643.661,\r\n"))
        let table = Table(output)
        #expect(table.header.count == 6)
        #expect(
            try table.errorCodes() == [
                "", "swapped_lon_lat", "-", "outside_area_of_use", "wrong_column_count",
            ])
        let chinese = try folder.run("convert", "--input", "in.csv", "--to", "gcj02", in: .zh)
        #expect(chinese.text.contains("经纬度写反"))
    }

    @Test func featuresAndLinesAreConvertedInOrder() throws {
        try folder.write("in.ndjson", "{\"lon\":106.33,\"lat\":29.52}\n{\"lon\":\n{\"place\":\"科学会堂\"}\n")
        let lines = try folder.run("convert", "--input", "in.ndjson", "--to", "epsg:4544").lines
        #expect(lines.count == 3)
        #expect(lines[0] == "628945.813,3267643.661")
        #expect(lines[1].isEmpty)
        #expect(lines[2].hasPrefix("629"))
    }

    @Test(arguments: [
        ("xian80", "refused_frame"), ("", "empty_frame"), ("epsg:99999", "unknown_frame"),
    ])
    func aTargetThatIsNotReadIsWrongUsage(_ target: String, _ code: String) throws {
        let run = try folder.run("convert", "106.33,29.52", "--to", target)
        #expect(run.status == 64)
        #expect(run.messages.contains("--to"))
        #expect(run.messages.contains("frame"))
    }
}
