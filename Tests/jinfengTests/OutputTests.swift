import GeoJSON
import TestSupport
import Testing
import Wording

/// Where results go, and what is said where they cannot.
@Suite struct OutputTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [
        ["locate", "106.33,29.52"], ["zones"], ["convert", "106.33,29.52"],
    ])
    func aFolderThatIsNotThereIsAnOutputError(_ arguments: [String]) throws {
        let run = try folder.run(arguments + ["--output", "missing/out.csv"])
        #expect(run.status == 74)
        #expect(run.messages.contains("missing/out.csv"))
        #expect(run.messages.contains("No such file"))
    }

    @Test(arguments: [
        ["locate", "106.33,29.52"], ["zones"], ["zone", "shengmingdao"], ["convert", "106.33,29.52"],
    ])
    func aFullDiskIsAnOutputError(_ arguments: [String]) throws {
        let toFile = arguments[0] == "zone" ? nil : try folder.run(arguments + ["--output", "/dev/full"])
        let toStream = try folder.run(arguments, to: "/dev/full")
        for run in [toFile, toStream].compactMap(\.self) {
            #expect(run.status == 74)
            #expect(run.messages.contains("No space left"))
        }
    }

    @Test func aFullDiskInTheMiddleOfATableIsAnOutputError() throws {
        let rows = (0..<3000).map { "\($0),0,0" }.joined(separator: "\n")
        try folder.write("in.csv", "id,lon,lat\n\(rows)\n")
        let run = try folder.run("convert", "--input", "in.csv", to: "/dev/full")
        #expect(run.status == 74)
    }

    @Test(arguments: ["in.csv", "./in.csv", "link.csv"]) func theInputIsNeverWrittenOver(_ output: String)
        throws
    {
        let text = "id,lon,lat\nA1,106.33,29.52\n"
        try folder.write("in.csv", text)
        _ = try folder.shell("ln -s in.csv link.csv")
        for command in ["locate", "convert"] {
            let run = try folder.run(command, "--input", "in.csv", "--output", output)
            #expect(run.status == 64)
            #expect(run.messages.contains("output_is_input"))
        }
        let appended = try folder.shell("jinfeng convert --input - < in.csv >> \(output)")
        #expect(appended.status == 64)
        #expect(try folder.text("in.csv") == text)
    }

    @Test func anEarlierAnswerOutlivesARunThatCannotBegin() throws {
        try folder.write("out.csv", "earlier\n")
        for arguments in [
            ["--input", "missing.csv"], ["106.33,29.52", "--geodata", "missing"],
            ["106.33,29.52", "--layout", "nope"],
            ["106.33,29.52", "--as-of", "2019-01-01"],
        ] {
            let run = try folder.run(["locate", "--output", "out.csv"] + arguments)
            #expect(run.status != 0)
            #expect(try folder.text("out.csv") == "earlier\n", "\(arguments)")
        }
    }

    @Test func anEarlierAnswerIsReplacedAndNotOverlaid() throws {
        try folder.write("out.csv", String(repeating: "earlier\n", count: 10_000))
        #expect(try folder.run("locate", "106.33,29.52", "--output", "out.csv").status == 0)
        #expect(try !folder.text("out.csv").contains("earlier"))
    }

    @Test(arguments: ["missing.csv", "."]) func anInputThatIsNotThereIs66(_ path: String) throws {
        let run = try folder.run("locate", "--input", path)
        #expect(run.status == 66)
        #expect(run.messages.contains(path))
        #expect(run.text.isEmpty)
    }

    @Test func whatIsNotedGoesToTheErrorStreamAndNoResultDoes() throws {
        try folder.write("in.csv", "lon,lat\n１０６．３３,29.52\n106.33,29.52\n106.33,29.52\n")
        let run = try folder.run("locate", "--input", "in.csv")
        #expect(run.status == 0)
        #expect(!run.text.contains("Amap"))
        // Once, however many rows it concerns.
        #expect(run.messages.ranges(of: "Amap").count == 1)
        #expect(run.messages.contains("full-width"))
        // A row is one row, though both its cells are so.
        try folder.write("both.csv", "lon,lat\n１０６．３３,２９．５２\n")
        let both = try folder.run("locate", "--input", "both.csv", in: .zh)
        #expect(both.messages.contains("全角") && both.messages.contains("（1 行：第 2 行）"), "\(both.messages)")
        #expect(!both.messages.contains("第 2、2"))
        #expect(!run.messages.contains("shengmingdao"))
    }

    @Test func aReaderThatGoesAwayEndsTheRunQuietly() throws {
        let rows = (0..<20_000).map { "\($0),106.33,29.52" }.joined(separator: "\n")
        try folder.write("in.csv", "id,lon,lat\n\(rows)\n")
        let run = try folder.shell("jinfeng convert --input in.csv --to gcj02 | head -1")
        #expect(run.lines.count == 1)
        #expect(!run.messages.contains("Broken pipe"))
    }

    @Test func inChineseTheSystemsReasonIsChinese() throws {
        for run in [
            try folder.run("zones", "--output", "missing/x", in: .zh),
            try folder.run("zones", to: "/dev/full", in: .zh),
        ] {
            #expect(run.status == 74)
            #expect(run.messages.firstMatch(of: /[a-z]{2,} [a-z]{2,}/) == nil, "\(run.messages)")
        }
        let unread = try folder.run("convert", "--input", "missing.csv", in: .zh)
        #expect(unread.messages.firstMatch(of: /[a-z]{2,} [a-z]{2,}/) == nil, "\(unread.messages)")
    }
}
