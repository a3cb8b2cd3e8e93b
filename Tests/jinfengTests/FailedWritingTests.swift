import TestSupport
import Testing
import Wording

/// What is left where a file cannot be written: the old one, and nothing else.
@Suite struct FailedWritingTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let endings = [
        "gpkg", "shp", "kml", "kmz", "fgb", "dxf", "geojson", "geojsonseq", "csv", "xlsx", "txt",
    ]

    /// No file may grow beyond 8 KiB: what a full disk or a quota comes to, for who is root as well.
    @Test(arguments: endings)
    func whereThereIsNoRoomTheOldFileStays(_ ending: String) throws {
        try folder.write("a.\(ending)", "old")
        let run = try folder.shell(
            "ulimit -f 16; exec jinfeng export -o a.\(ending) --force --lang zh", in: .zh)
        #expect(run.status == 74, "\(run.messages)")
        #expect(run.messages.contains("a.\(ending)”"), "\(run.messages)")
        #expect(run.messages.contains("文件大小超出系统限制"), "\(run.messages)")
        #expect(!run.messages.contains(".jinfeng-"), "\(run.messages)")
        #expect(try folder.text("a.\(ending)") == "old")
        #expect(try folder.shell("ls -A | grep -vE '^[0-9A-F-]{36}'").text == "a.\(ending)\n")
    }

    static let documents: [[String]] = [
        ["map", "jinfeng-five-zones", "-o", "a.svg"], ["assess", "106.33,29.52", "-o", "a.pdf"],
        ["assess", "106.33,29.52", "-o", "a.html"], ["assess", "106.33,29.52", "-o", "a.gpkg"],
        ["locate", "--input", "c.csv", "-o", "a.xlsx"],
        ["find", "c.csv", "--in", "生命岛", "-o", "a.html"], ["find", "c.csv", "--in", "生命岛", "-o", "a.xlsx"],
    ]

    /// Somebody may have marked the old one up.
    @Test(arguments: documents)
    func whatIsWrittenWholeTakesAnothersPlaceOnlyWhenTold(_ arguments: [String]) throws {
        try folder.write("c.csv", "编号,经度,纬度\n001,106.33,29.52\n")
        let name = arguments[arguments.count - 1]
        try folder.write(name, "old")
        let refused = try folder.run(arguments, in: .zh)
        #expect(refused.status == 64, "\(refused.messages)")
        #expect(refused.messages.contains("“\(name)”已存在") && refused.messages.contains("--force"))
        #expect(try folder.text(name) == "old")
        let full = try folder.shell(
            "ulimit -f 2; exec jinfeng \(arguments.joined(separator: " ")) --force --lang zh", in: .zh)
        #expect(full.status == 74, "\(full.messages)")
        #expect(try folder.text(name) == "old")
        let run = try folder.run(arguments + ["--force"], in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        #expect(try folder.bytes(name).count > 1000)
    }

    /// A place where nobody may make a file, root neither.
    @Test(arguments: ["gpkg", "csv", "dxf"])
    func aPlaceThatMayNotBeWrittenToIsNamed(_ ending: String) throws {
        let run = try folder.run("export", "-o", "/proc/a.\(ending)", in: .zh)
        #expect(run.status == 74)
        #expect(run.messages.contains("/proc/a.\(ending)"))
    }

    /// Whenever it is told to end, the file is whole or not there, and nothing is left beside it.
    @Test func anExportThatIsEndedLeavesNothingBehind() throws {
        let run = try folder.shell(
            """
            jinfeng export -o whole.dxf --as-of 2026-11-21 2>/dev/null
            for wait in 0.02 0.1 0.2 0.3 0.4 0.5 0.6 0.8; do
              jinfeng export -o a.dxf --as-of 2026-11-21 2>/dev/null & job=$!
              sleep $wait; kill -TERM $job 2>/dev/null; wait $job 2>/dev/null
              [ ! -e a.dxf ] || cmp a.dxf whole.dxf || echo cut short
              rm -f a.dxf
            done
            ls -A | grep '^.jinfeng' || true
            """)
        #expect(run.text.isEmpty, "\(run.text)")
        #expect(try folder.bytes("whole.dxf").count > 100_000)
    }
}
