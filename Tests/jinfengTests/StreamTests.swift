import GeoJSON
import TestSupport
import Testing

/// Long inputs: the same answers however they are read, and whole rows however the run ends.
@Suite struct StreamTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Rows as people have them: nearly all plain, some that must be read with care.
    private func rows(_ count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { number in
            let x = Double.random(in: 106.15...106.75, using: &generator)
            let y = Double.random(in: 29.2...29.9, using: &generator)
            func figures(_ value: Double) -> String { "\((value * 1e6).rounded() / 1e6)" }
            return switch number % 40 {
            case 3: "\(number),\"a, \"\"b\"\"\",\(figures(x)),\(figures(y)),,"
            case 7: "\(number),,\"\(figures(x))\", \(figures(y)) ,,"
            case 11: "\(number),,106°19′48″,29°31′12″,,"
            case 13: "\(number),,nowhere,29.5,,"
            case 17: "\(number),,\(figures(y)),\(figures(x)),,"
            case 19: "\(number),,\(figures(x)),\(figures(y)),gcj02,"
            case 23: "\(number),,\(figures(x)),\(figures(y)),,250"
            case 29: ",,,,,"
            case 31: "\(number),,\(figures(x * 0.9)),\(figures(y * 1.1)),,"
            case 37: "\(number),short"
            default: "\(number),,\(figures(x)),\(figures(y)),,"
            }
        }
    }

    private static let header = "id,name,lon,lat,frame,accuracy_m"

    /// Compares two tables cell by cell; probability and distance may differ in their last figure, errors in the row
    /// they name.
    private func expectAlike(_ table: Table, _ other: Table) {
        #expect(table.rows.count == other.rows.count)
        for (row, expected) in zip(table.rows, other.rows) where row != expected {
            #expect(row.count == expected.count)
            for ((cell, wanted), header) in zip(zip(row, expected), table.header) where cell != wanted {
                let difference = abs((Double(cell) ?? .infinity) - (Double(wanted) ?? 0))
                if header.hasSuffix(":probability") {
                    #expect(difference < 0.00011, "\(row)")
                } else if header.hasSuffix(":distance_m") {
                    #expect(difference < 0.0011, "\(row)")
                } else {
                    #expect(
                        header == "error" && cell.prefix { $0 != ":" } == wanted.prefix { $0 != ":" },
                        "\(row)")
                }
            }
        }
    }

    /// Rows so few that each is answered by itself, put together again.
    private func oneByOne(_ rows: [String], _ arguments: [String], _ data: String) throws -> Table {
        var text = ""
        for start in stride(from: 0, to: rows.count, by: 800) {
            let part = rows[start..<min(start + 800, rows.count)]
            try folder.write("part.csv", Self.header + "\n" + part.joined(separator: "\n") + "\n")
            let run = try folder.run(["locate", "--input", "part.csv", "--geodata", data] + arguments)
            text += run.lines.dropFirst(start == 0 ? 0 : 1).joined(separator: "\n") + "\n"
        }
        return Table(text)
    }

    @Test func aLongTableHasTheAnswersOfItsRowsAskedOneByOne() throws {
        let data = try folder.coarseGeoData()
        let rows = rows(2600, seed: 1)
        try folder.write("in.csv", Self.header + "\n" + rows.joined(separator: "\n") + "\n")
        let alone = try folder.run("locate", "--input", "in.csv", "--geodata", data, "--threads", "1")
        let shared = try folder.run("locate", "--input", "in.csv", "--geodata", data, "--threads", "3")
        #expect(alone.status == 65)
        #expect(alone.bytes == shared.bytes)
        #expect(alone.messages == shared.messages)
        expectAlike(Table(alone.text), try oneByOne(rows, [], data))
    }

    @Test func inAFrameOfMetresAndOtherLettersToo() throws {
        let data = try folder.coarseGeoData()
        var generator = SeededGenerator(seed: 2)
        let lines = (0..<1500).map { number in
            let north = Double.random(in: 3_235_000...3_312_000, using: &generator).rounded()
            let east = Double.random(in: 611_000...668_000, using: &generator).rounded()
            return "\(number),\(north),\(number % 2 == 0 ? 35_000_000 + east : east)"
        }
        let header = "id,X坐标,Y坐标"
        try folder.write("in.csv", header + "\n" + lines.joined(separator: "\n"))
        let arguments = ["--frame", "epsg:4544", "--geodata", data, "--lang", "zh", "--format", "geojson"]
        let whole = try folder.run(["locate", "--input", "in.csv"] + arguments)
        var features: [JSONValue] = []
        for start in [0, 750] {
            try folder.write("part.csv", header + "\n" + lines[start..<start + 750].joined(separator: "\n"))
            features += try folder.run(["locate", "--input", "part.csv"] + arguments).features()
        }
        let all = try whole.features()
        #expect(all.count == 1500)
        for (feature, expected) in zip(all, features) {
            #expect(feature["geometry"] == expected["geometry"])
            let names = try #require(expected["properties"]?.members?.keys)
            for name in names where !name.hasSuffix(":概率") && !name.hasSuffix(":距边界_m") {
                #expect(feature["properties"]?[name] == expected["properties"]?[name], "\(name)")
            }
        }
    }

    @Test func zonesAloneAreTheSameZones() throws {
        let data = try folder.coarseGeoData()
        let rows = rows(1400, seed: 3)
        try folder.write("in.csv", Self.header + "\n" + rows.joined(separator: "\n") + "\n")
        let table = Table(
            try folder.run("locate", "--input", "in.csv", "--geodata", data, "--zones-only").text)
        #expect(table.header.count == 6 + 3 * 3 + 1)
        let full = try oneByOne(rows, [], data)
        for name in table.header where name.hasSuffix(":zone") || name.hasSuffix(":path") {
            #expect(try table.column(name) == full.column(name), "\(name)")
        }
    }

    @Test func whoeverReadsMayLeave() throws {
        try folder.write("in.csv", Self.header + "\n" + rows(900, seed: 4).joined(separator: "\n"))
        let run = try folder.shell("{ jinfeng locate --input in.csv; echo $? >&2; } | head -1")
        #expect(run.lines.count == 1)
        #expect(run.messages == "141\n")
    }

    @Test func anInterruptedRunLeavesWholeRows() throws {
        try folder.write("in.csv", Self.header + "\n" + rows(800, seed: 5).joined(separator: "\n") + "\n")
        let whole = try folder.run("locate", "--input", "in.csv")
        // The input goes on for longer than it may.
        let run = try folder.shell(
            "(cat in.csv; exec sleep 8) | timeout --preserve-status -s INT 3 jinfeng locate --input - --output out.csv; "
                + "echo $? >&2")
        #expect(run.messages.hasSuffix("130\n"))
        let text = try folder.text("out.csv")
        #expect(whole.text.hasPrefix(text))
        #expect(text.isEmpty || text.hasSuffix("\n"))
    }

    @Test func aSlowInputIsAnsweredAsItComes() throws {
        // The writer ends only once its row has come back.
        let run = try folder.shell(
            """
            : > out.csv; { printf 'lon,lat\\n106.33,29.52\\n'; i=0
              while [ $i -lt 400 ] && [ "$(wc -l < out.csv)" -lt 2 ]; do sleep 0.1; i=$((i+1)); done; echo $i >&2
            } | jinfeng locate --input - --encoding utf-8 > out.csv
            """)
        let waited = try #require(Int(run.messages.split(separator: "\n").first ?? ""))
        #expect(waited < 400)
        #expect(try folder.text("out.csv").split(separator: "\n").count == 2)
    }

    @Test func aLineWithoutEndIsAnErrorInItsPlace() throws {
        let long = String(repeating: "9", count: 17 << 20)
        try folder.write("in.csv", "id,lon,lat\nA,106.33,29.52\nB,\(long),29.5\nC,106.33,29.52\n")
        let table = Table(try folder.run("locate", "--input", "in.csv").text)
        #expect(try table.errorCodes() == ["", "line_too_long", ""])
        try folder.write(
            "in.ndjson",
            "{\"lon\":106.33,\"lat\":29.52}\n{\"x\":\"\(long)\"}\n{\"lon\":106.33,\"lat\":29.52}\n")
        let run = try folder.run("locate", "--input", "in.ndjson")
        #expect(run.status == 65)
        #expect(try run.ndjson().map(\.errorCode) == [nil, "line_too_long", nil])
    }

    @Test func aFullDiskKeepsWholeRows() throws {
        try folder.write("in.csv", Self.header + "\n" + rows(600, seed: 6).joined(separator: "\n") + "\n")
        let whole = try folder.run("locate", "--input", "in.csv")
        // The limit on a file's size stands in for a disk's: 40 blocks of 512 bytes.
        let run = try folder.shell(
            "trap '' XFSZ; ulimit -f 40; jinfeng locate --input in.csv --output out.csv; echo $? >&2")
        #expect(run.messages.hasSuffix("74\n"))
        let text = try folder.text("out.csv")
        #expect(whole.text.hasPrefix(text) && text.hasSuffix("\n"))
        #expect(text.utf8.count > 15_000 && text.utf8.count <= 40 * 512)
    }
}
