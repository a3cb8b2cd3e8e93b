import GeoJSON
import TestSupport
import Testing

/// Formats for programs: raw pairs of numbers, and GeoJSON text sequences.
@Suite struct RawStreamTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func raw(_ numbers: [Double]) -> [UInt8] {
        numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) } }
    }

    @Test func pairsAreAnsweredAsATable() throws {
        try folder.write("in.f64", raw([106.33, 29.52, 29.52, 106.33, 106.4, 29.6]))
        let run = try folder.run("locate", "--input", "in.f64")
        #expect(run.status == 65)
        let table = Table(run.text)
        #expect(try table.column("longitude") == ["106.330000000", "", "106.400000000"])
        #expect(try table.column("\(Plan.five):zone")[0] == "shengmingdao")
        #expect(try table.errorCodes() == ["", "swapped_lon_lat", ""])
    }

    /// From row 1025 on both come from tables, each by a way of its own.
    @Test func longPairsAreAnsweredAsTheSameNumbersInCSV() throws {
        var generator = SeededGenerator(seed: 17)
        var numbers = (0..<2_000).flatMap { _ in
            [
                Double.random(in: 106.2...106.6, using: &generator),
                Double.random(in: 29.3...29.7, using: &generator),
            ]
        }
        numbers.replaceSubrange(2_400..<2_408, with: [.nan, 29.5, 29.52, 106.33, 0, 0, 116.4, 39.9])
        try folder.write("in.f64", raw(numbers))
        let lines = stride(from: 0, to: numbers.count, by: 2).map { "\(numbers[$0]),\(numbers[$0 + 1])\n" }
        try folder.write("in.csv", Array(("lon,lat\n" + lines.joined()).utf8))
        let pairs = Table(try folder.run("locate", "--input", "in.f64").text)
        let csv = Table(try folder.run("locate", "--input", "in.csv").text)
        for column in ["zone", "verdict", "probability", "distance_m", "also_possible"] {
            let name = "\(Plan.five):\(column)"
            #expect(try pairs.column(name) == csv.column(name))
        }
        #expect(try pairs.errorCodes() == csv.errorCodes())
        let longitudes = try pairs.column("longitude").compactMap(Double.init)
        #expect(longitudes.count == 1_998 && abs(longitudes[1_990] - numbers[3_984]) < 1e-9)
    }

    @Test func pairsAreAnsweredWithTheNumbersOfZoneSets() throws {
        let pairs = raw([106.33, 29.52, .nan, 29.5, 0, 0, 106.33, 29.52])
        let run = try folder.run(
            "locate", "--input", "-", "--f64", "--zone-sets", "legend.json", stdin: pairs)
        #expect(run.status == 65)
        let named = try folder.run(
            "locate", "--input", "-", "--f64", "--zone-sets", "legend.json", "-o", "sets.u32", stdin: pairs)
        #expect(named.status == 65, "\(named.messages)")
        #expect(try folder.bytes("sets.u32") == run.bytes)
        try #require(run.bytes.count == 16)
        let numbers = stride(from: 0, to: 16, by: 4).map { start in
            (0..<4).reduce(UInt32(0)) { $0 | UInt32(run.bytes[start + $1]) << (8 * UInt32($1)) }
        }
        let legend = try JSONValue(parsing: folder.bytes("legend.json"))
        #expect(numbers[0] == numbers[3])
        #expect(numbers[1] == 0x7FFF_FFFF)
        #expect(legend["no_position"]?.doubleValue == Double(numbers[1]))
        #expect(numbers[2] == 0)
        let sets = try #require(legend["sets"]?.elements)
        let zones = sets[Int(numbers[0])]["zones"]?.elements?.compactMap { $0["zone"]?.stringValue }
        #expect(zones?.contains("shengmingdao") == true)
        #expect(sets[0]["zones"]?.elements?.isEmpty == true)
    }

    @Test func wholePairsEndWell() throws {
        try folder.write("in.f64", raw([106.33, 29.52, 106.4, 29.6]))
        let run = try folder.run("locate", "--input", "in.f64")
        #expect(run.status == 0)
        #expect(!run.messages.contains("truncated_pair"))
        #expect(Table(run.text).rows.count == 2)
    }

    @Test func aPairThatBreaksOffCostsNoneBeforeIt() throws {
        try folder.write("in.f64", raw([106.33, 29.52, 106.4, 29.6]).dropLast(3))
        let run = try folder.run("locate", "--input", "in.f64")
        #expect(run.status == 65)
        #expect(run.messages.contains("truncated_pair"))
        #expect(Table(run.text).rows.count == 1)
    }

    @Test func zoneSetsAreForPairsOnly() throws {
        try folder.write("in.csv", "lon,lat\n106.33,29.52\n")
        let run = try folder.run("locate", "--input", "in.csv", "--zone-sets", "legend.json")
        #expect(run.status == 64)
    }

    private static let feature =
        #"{"type":"Feature","geometry":{"type":"Point","coordinates":[106.33,29.52]},"properties":{"n":1}}"#

    @Test func aTextSequenceComesBackAsOne() throws {
        let spread = Self.feature.replacing(",", with: ",\n  ")
        try folder.write("in.geojsons", "\u{1E}\(spread)\n\u{1E}{\"type\":\n\u{1E}\(Self.feature)\n")
        let run = try folder.run("locate", "--input", "in.geojsons")
        #expect(run.status == 65)
        let texts = run.bytes.split(separator: 0x1E)
        #expect(run.bytes.first == 0x1E)
        try #require(texts.count == 3)
        let features = try texts.map { try JSONValue(parsing: Array($0)) }
        #expect(texts.allSatisfy { $0.last == 0x0A })
        for index in [0, 2] {
            #expect(features[index]["properties"]?["n"]?.doubleValue == 1)
            #expect(features[index]["properties"]?["\(Plan.five):zone"]?.stringValue == "shengmingdao")
        }
        #expect(features[1]["properties"]?["error"]?.stringValue != nil)
        let collection = try folder.run("locate", "--input", "in.geojsons", "--output", "out.geojson")
        #expect(collection.status == 65)
        #expect(try FeatureCollection(parsing: folder.bytes("out.geojson")).features.count == 3)
    }

    @Test func aTableLeavesAsATextSequenceWhereItIsNamedSo() throws {
        try folder.write("in.csv", "id,lon,lat\nA,106.33,29.52\n")
        for arguments in [["--output", "out.geojsons"], ["--geojson-seq"]] {
            let run = try folder.run(["locate", "--input", "in.csv"] + arguments)
            let bytes = arguments.count > 1 ? try folder.bytes("out.geojsons") : run.bytes
            #expect(bytes.first == 0x1E)
            #expect(try JSONValue(parsing: Array(bytes.dropFirst()))["id"]?.stringValue == "A")
        }
    }
}
