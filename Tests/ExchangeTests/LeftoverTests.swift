import Exchange
import Foundation
import Glibc
import Projection
import TestSupport
import Testing
import Wording

/// What a run that was killed leaves beside its target, and what a folder's name may be.
@Suite struct LeftoverTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func export(_ name: String, _ format: ExchangeFormat = .geoJSON) throws {
        _ = try DatasetWriter(format, ExchangeOptions(replacing: true))
            .write(Shipped.dataset(["jinfeng-five-zones"]), to: "\(folder.path)/\(name)")
    }

    /// Makes a folder look untouched for an hour.
    private func age(_ name: String) {
        let then = timeval(tv_sec: time(nil) - 3600, tv_usec: 0)
        utimes("\(folder.path)/\(name)", [then, then])
    }

    private func isThere(_ name: String) -> Bool { access("\(folder.path)/\(name)", F_OK) == 0 }

    @Test func theNextRunTakesItAway() throws {
        try folder.write(".jinfeng-aB3xYz/whole.gpkg", "cut short")
        try folder.write(".jinfeng-Import/edition/zones.geojson", "cut short")
        for name in [".jinfeng-aB3xYz", ".jinfeng-Import"] { age(name) }
        try export("a.geojson")
        #expect(!isThere(".jinfeng-aB3xYz"))
        #expect(!isThere(".jinfeng-Import"))
        #expect(isThere("a.geojson"))
    }

    @Test func whatMayStillBeNeededStays() throws {
        let names = [".jinfeng-living", ".jinfeng-recent", ".jinfeng-before", ".jinfeng-notes-of-mine"]
        for name in names { try folder.write("\(name)/x", "") }
        // An edition that an import had moved aside.
        try folder.write(".jinfeng-before/before/zones.geojson", "the only copy")
        for name in names where name != ".jinfeng-recent" { age(name) }
        let owner = open("\(folder.path)/.jinfeng-living", O_RDONLY | O_DIRECTORY)
        #expect(flock(owner, LOCK_EX | LOCK_NB) == 0)
        try folder.write("elsewhere/x", "")
        symlink("elsewhere", "\(folder.path)/.jinfeng-linked")
        age("elsewhere")
        try export("a.geojson")
        for name in names + ["elsewhere"] { #expect(isThere("\(name)/x"), "\(name)") }
        close(owner)
        try export("a.geojson")
        #expect(!isThere(".jinfeng-living"))
    }

    @Test(arguments: ["c.xlsx", "c.ods", "c.zip", "c.kmz"])
    func aFolderNamedLikeAnArchiveHoldsAWorkbook(_ name: String) throws {
        try folder.write("\(name)/x", "")
        try export("\(name)/甲.xlsx", .workbook)
        let read = try SiteFile(
            "\(folder.path)/\(name)/甲.xlsx", SiteFileOptions(layer: "成渝综合性科学中心（金凤）五大创新支撑"))
        #expect(read.rows.count > 6)
        #expect(try FolderContents.names("\(folder.path)/\(name)") == ["x", "甲.xlsx"])
    }

    @Test func aFileThatIsThereIsReplacedOnlyWhenToldAndAtOnce() throws {
        try folder.write("a.png", "old")
        let path = "\(folder.path)/a.png"
        #expect(try exchangeError { _ = try WholeFile(at: path, replacing: false) }.code == "target_exists")
        try WholeFile(at: path, replacing: true).write(Array("new".utf8))
        #expect(try folder.text("a.png") == "new")
        // Between asking and writing somebody else may have come.
        let file = try WholeFile(at: "\(folder.path)/b.png", replacing: false)
        try folder.write("b.png", "theirs")
        #expect(try exchangeError { try file.write([1]) }.code == "target_exists")
        #expect(try folder.text("b.png") == "theirs")
        #expect(
            try exchangeError { try WholeFile(at: "/proc/no/a.png", replacing: false).write([1]) }.kind
                == .inputOutput)
    }
}
