internal import HTTPTypes
internal import HummingbirdCore
internal import Mustache
internal import Wording

/// A page for people: a heading, a table, ways to go on; the names are those of `service.mustache`.
struct ServicePage {
    /// A text in a table, which may lead somewhere.
    struct Cell {
        let text: String
        let href: String?

        init(_ text: String, href: String? = nil) {
            self.text = text
            self.href = href
        }
    }

    /// A line of the table.
    struct Row {
        let cells: [Cell]
        init(_ cells: [Cell]) { self.cells = cells }
    }

    let title: String
    let language: String
    private let isLanguageChosen: Bool
    private(set) var home: String
    let homeLabel: String
    private(set) var collections: String
    let collectionsLabel: String
    private(set) var api: String
    let apiLabel: String
    let other: String
    let otherLabel: String
    let json: String
    let nextLabel: String
    let previousLabel: String
    let disclaimer: String
    var lead: String?
    /// What the command would print, where that is the answer.
    var text: String?
    private(set) var hasTable = false
    var columns: [String] = []
    var rows: [Row] = []
    var next: String?
    var previous: String?

    init(_ title: String, _ asked: Asked, _ base: String) {
        let language = asked.language
        let target = base + (asked.request.head.path ?? "/")
        self.title = title
        self.language = language.rawValue
        isLanguageChosen = asked.query["lang"] != nil
        home = "\(base)/?f=html"
        homeLabel = asked.words("首页", "Home")
        collections = "\(base)/collections?f=html"
        collectionsLabel = asked.words("空间格局", "Layouts")
        api = "\(base)/api?f=html"
        apiLabel = asked.words("接口说明", "API")
        other = Asked.address(target, setting: "lang", to: language == .zh ? "en" : "zh")
        otherLabel = language == .zh ? "English" : "中文"
        json = Asked.address(target, setting: "f", to: "json")
        nextLabel = asked.words("下一页", "Next page")
        previousLabel = asked.words("上一页", "Previous page")
        disclaimer = asked.words(
            "本结果为规划空间结构参考，不构成用地预审与选址意见，不作为审批依据。", "For reference only: no approval, no opinion on siting.")
        home = inLanguage(home)
        collections = inLanguage(collections)
        api = inLanguage(api)
    }

    /// The page in HTML; every value is escaped by the template.
    var bytes: [UInt8] {
        var page = self
        page.hasTable = !columns.isEmpty
        page.rows = rows.map { row in Row(row.cells.map { Cell($0.text, href: $0.href.map(inLanguage)) }) }
        return Array((Self.library.render(page, withTemplate: "service") ?? "").utf8)
    }

    /// An address that stays in the language the reader chose.
    private func inLanguage(_ address: String) -> String {
        isLanguageChosen ? Asked.address(address, setting: "lang", to: language) : address
    }

    private static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        do {
            try library.register(
                String(decoding: PackageResources.service_mustache, as: UTF8.self), named: "service")
        } catch {
            preconditionFailure(
                "the template service, which ships with the program, does not parse: \(error)")
        }
        return library
    }()
}

extension Asked {
    /// An answer to a question, for people: in words as the command prints them, where a page is asked for.
    func answer(_ bytes: [UInt8], titled title: @autoclosure () -> String, _ settings: ServiceSettings)
        -> Response
    {
        guard format == .html else { return response(bytes) }
        var page = ServicePage(title(), self, base(settings))
        page.text = String(decoding: bytes, as: UTF8.self)
        return response(page.bytes)
    }
}
