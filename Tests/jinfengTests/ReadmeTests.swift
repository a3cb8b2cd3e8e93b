import Foundation
import TestSupport
import Testing
import Wording

/// What the two READMEs show of files going in and out runs as it is written there.
@Suite struct ReadmeTests {
    @Test(arguments: [("README.md", "MyGeoData"), ("README.zh-CN.md", "我的GeoData")])
    func commandsThatReadAndWriteFilesRunAsWritten(_ name: String, _ copy: String) throws {
        let text = try String(contentsOfFile: "\(Repository.root)/\(name)", encoding: .utf8)
        let lines = text.split(separator: "\n").filter { line in
            line.hasPrefix("$ cp -r GeoData")
                || ["import Examples", "export jinfeng", "map jinfeng", "assess Examples/formats"]
                    .contains { line.hasPrefix("$ jinfeng \($0)") }
        }
        #expect(lines.count == 5, "\(lines)")
        let folder = try TemporaryFolder()
        try folder.copy(Repository.geoData, to: "GeoData")
        try folder.copy(Repository.root + "/Examples", to: "Examples")
        for line in lines {
            let run = try folder.shell(String(line.dropFirst(2)))
            #expect(run.status == 0, "\(line): \(run.messages)")
        }
        // The map and the pages of the parcels, and the layout as a GeoPackage.
        let written = try folder.shell("ls *.pdf *.gpkg | wc -l").text
        #expect(written == "3\n", "\(written)")
        let run = try folder.run("locate", "106.33,29.52", "--geodata", copy, in: .zh)
        #expect(run.text.contains("导入版") && run.text.contains("1.1 m"), "\(run.text)")
    }
}
