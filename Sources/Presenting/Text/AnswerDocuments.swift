internal import Planning
internal import Wording

/// What the numbers before the colons stand for.
struct AnswerDocuments {
    private let catalogue: Catalogue
    private let language: Language

    init(_ catalogue: Catalogue, _ language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// The documents behind some layouts, in one line.
    func line(of layouts: [Layout]) -> String { line(of: Set(layouts.flatMap(\.documents))) }

    /// Some documents, by id, in one line.
    func line(of ids: Set<String>) -> String {
        let titles = catalogue.documents.filter { ids.contains($0.id) }.map {
            "\($0.id) " + language.say("《\($0.title.zh)》", $0.title.en)
        }
        return language.say("文件编号：", "Documents: ") + titles.joined(separator: language.say("；", "; "))
            + language.say("；冒号后为文本行号。", "; the number behind the colon is the line of the text.")
    }
}
