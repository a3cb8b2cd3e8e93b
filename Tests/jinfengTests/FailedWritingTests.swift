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
