internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let tables = Rule(
        "guide.tables", Bilingual(zh: "说明中的表为最新", en: "the guides' tables are current"),
        asks: Bilingual(
            zh: "README.md、README.zh-CN.md 中标记之间的表与数据一致。",
            en: "The tables between the marks in README.md and README.zh-CN.md say what the data say."),
        severity: .warning, bindsPublication: true)
}

/// The tables in the folder's guides.
enum GuideRules: RuleFamily {
    static let rules: [Rule] = [.tables]

    static func check(_ subject: Subject, _ report: inout ValidationReport) {
        // What could not be read is missing from the tables made now, and not from the guides.
        guard subject.inspection.errors.isEmpty else { return }
        let tables = GuideTables(subject.catalogue)
        for (file, language) in GuideTables.guides {
            guard let bytes = try? subject.inspection.folder.bytes(of: file) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            let current = tables.renewed(text, in: language)
            // Order is the file's: rows may stand in another one and be true.
            guard Self.lines(current) != Self.lines(text) else { continue }
            report.note(
                .tables, zone: file,
                Bilingual(zh: "\(file) 中的表与数据不一致。", en: "The tables in \(file) differ from the data."),
                remedy: Bilingual(
                    zh: "请运行 jinfeng validate --write-tables。", en: "Run jinfeng validate --write-tables."))
        }
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(whereSeparator: \.isNewline).sorted()
    }
}
