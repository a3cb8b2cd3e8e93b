import Intake
import Presenting
import Wording

extension [ShapedSite] {
    /// Those of a file's features that `--feature` names, in the order of the file.
    ///
    /// - Parameters:
    ///   - features: ids or names; else numbers counted from 1.
    ///   - language: of what is said where there is none.
    /// - Returns: the sites, each once.
    /// - Throws: a mistake of use for a name no feature has.
    func picked(_ features: [String], _ language: Language) throws -> [ShapedSite] {
        var numbers: Set<Int> = []
        for wanted in features {
            let byName = indices.filter { self[$0].id == wanted || self[$0].name == wanted }
            let found = byName.isEmpty ? indices.filter { "\($0 + 1)" == wanted } : byName
            guard !found.isEmpty else {
                throw Failure(
                    RowError(NoSuchFeature(wanted, among: self), field: "--feature"), language, status: .usage
                )
            }
            numbers.formUnion(found)
        }
        return indices.filter(numbers.contains).map { self[$0] }
    }

    /// The first few by id or name, else by number, for a message.
    fileprivate var some: [String] {
        prefix(5).enumerated().map { $1.id ?? $1.name ?? "\($0 + 1)" }
    }
}

/// A feature asked for that the file does not have.
private struct NoSuchFeature: ExplainedError {
    private let wanted: String
    private let sites: [ShapedSite]

    init(_ wanted: String, among sites: [ShapedSite]) {
        self.wanted = wanted
        self.sites = sites
    }

    let code = "no_such_feature"
    var message: Bilingual {
        Bilingual(zh: "没有要素“\(wanted.quotable)”。", en: "There is no feature \(wanted.quoted).")
    }
    var remedy: Bilingual {
        Bilingual(
            zh:
                "共 \(sites.count) 个：\(sites.some.joined(separator: "、"))\(sites.count > 5 ? "等" : "")；也可写序号 1–\(sites.count)。",
            en:
                "There are \(sites.count): \(sites.some.joined(separator: ", "))\(sites.count > 5 ? " …" : ""); or give a number from 1 to \(sites.count)."
        )
    }
}

/// A file of several sites where one is wanted.
struct SeveralSites: ExplainedError {
    private let sites: [ShapedSite]

    init(_ sites: [ShapedSite]) { self.sites = sites }

    let code = "several_sites"
    var message: Bilingual {
        Bilingual(
            zh: "含 \(sites.count) 个要素，而图上只标一个。", en: "It holds \(sites.count) features; a map shows one.")
    }
    var remedy: Bilingual {
        Bilingual(
            zh: "请用 --feature 选定，如 --feature \(sites.some.first ?? "1")。",
            en: "Pick one with --feature, such as --feature \(sites.some.first ?? "1").")
    }
}
