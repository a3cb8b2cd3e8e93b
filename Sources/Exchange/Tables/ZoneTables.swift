public import Planning
public import Wording

/// Zones as tables for GIS and CAD: all the documents say of each, with how well it is drawn and by what right.
public struct ZoneTables: Sendable {
    private let catalogue: Catalogue
    private let language: Language
    private let statement: Bilingual
    private let roleName: @Sendable (Zone.Role) -> Bilingual

    /// - Parameters:
    ///   - catalogue: where the documents' titles are.
    ///   - language: the language of reasons, notes and names made for people.
    ///   - statement: what the drawing is and is not; it goes along with every row.
    ///   - roleName: the word for a role.
    public init(
        _ catalogue: Catalogue, language: Language, statement: Bilingual,
        roleName: @escaping @Sendable (Zone.Role) -> Bilingual
    ) {
        self.catalogue = catalogue
        self.language = language
        self.statement = statement
        self.roleName = roleName
    }

    /// The editions as one dataset: a table for each layout, and one of the sentences all of them rest on.
    ///
    /// It is dated by the day the latest of them was recorded.
    public func dataset(
        of editions: [(layout: Layout, edition: Edition)], asOf date: CalendarDate
    ) -> ExchangeDataset {
        let names = editions.map(\.layout.name)
        return ExchangeDataset(
            tables: editions.map { table(of: $0.layout, $0.edition, date) },
            attachments: [sources(of: editions)],
            title: Bilingual(
                zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: "; ")),
            statement: statement, date: editions.map(\.edition.recordedOn).max() ?? date)
    }

    private static let fields: [ExchangeTable.Field] = [
        .init("zone", short: "ZONE", Bilingual(zh: "结构单元编号", en: "Zone id")),
        .init("name_zh", short: "NAME_ZH", Bilingual(zh: "名称", en: "Name (Chinese)")),
        .init("name_en", short: "NAME_EN", Bilingual(zh: "英文名称", en: "Name (English)")),
        .init("aliases", short: "ALIASES", Bilingual(zh: "别名", en: "Other names")),
        .init("layout", short: "LAYOUT", Bilingual(zh: "空间格局编号", en: "Layout id")),
        .init("layout_name", short: "LAYOUTNAME", Bilingual(zh: "空间格局", en: "Layout")),
        .init("edition", short: "EDITION", Bilingual(zh: "数据版本", en: "Edition")),
        .init("role", short: "ROLE", Bilingual(zh: "类型代码", en: "Role")),
        .init("role_name", short: "ROLE_NAME", Bilingual(zh: "类型", en: "Role in words")),
        .init("parent", short: "PARENT", Bilingual(zh: "上级单元编号", en: "Parent zone")),
        .init("functions", short: "FUNCTIONS", Bilingual(zh: "功能定位", en: "Functions")),
        .init("industries", short: "INDUSTRIES", Bilingual(zh: "产业", en: "Industries")),
        .init(
            "accuracy_m", short: "ACCURACY_M",
            Bilingual(zh: "位置中误差（米）", en: "Accuracy, one standard deviation (m)"), .real(decimals: 3)),
        .init("accuracy_basis", short: "ACC_BASIS", Bilingual(zh: "中误差依据", en: "What the accuracy rests on")),
        .init("plan_from", short: "PLAN_FROM", Bilingual(zh: "规划期起", en: "Plan period from"), .integer),
        .init("plan_to", short: "PLAN_TO", Bilingual(zh: "规划期止", en: "Plan period to"), .integer),
        .init("plan_outlook", short: "OUTLOOK", Bilingual(zh: "展望年", en: "Outlook"), .integer),
        .init("plan_status", short: "PLANSTATUS", Bilingual(zh: "规划期状态", en: "Plan status")),
        .init("as_of", short: "AS_OF", Bilingual(zh: "状态截至", en: "As of")),
        .init("unlocated_reason", short: "UNLOCATED", Bilingual(zh: "未上图原因", en: "Why not located")),
        .init("sources", short: "SOURCES", Bilingual(zh: "依据（文件:行）", en: "Sources (document:line)")),
        .init("quotes", short: "QUOTES", Bilingual(zh: "原文", en: "Quotes")),
        .init("note", short: "NOTE", Bilingual(zh: "说明", en: "Note")),
        .init("statement", short: "STATEMENT", Bilingual(zh: "声明", en: "Statement")),
        .init("boundary", short: "BOUNDARY", Bilingual(zh: "边界来源（导入）", en: "Whence an imported boundary")),
    ]

    private func table(of layout: Layout, _ edition: Edition, _ date: CalendarDate) -> ExchangeTable {
        let rows = edition.zones.map { zone in
            ExchangeTable.Row(
                cells(of: zone, layout, edition, date), geometry: zone.geometry,
                style: RoleStyle(zone.role, name: roleName(zone.role)), label: zone.name[language])
        }
        return ExchangeTable(
            name: Self.tableName(of: layout), title: layout.name, fields: Self.fields, rows: rows)
    }

    private func cells(
        of zone: Zone, _ layout: Layout, _ edition: Edition, _ date: CalendarDate
    ) -> [ExchangeTable.Cell] {
        func text(_ text: String?) -> ExchangeTable.Cell {
            text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty
        }
        func list(_ texts: [String]) -> ExchangeTable.Cell { text(texts.joined(separator: "；")) }
        return [
            text(zone.id), text(zone.name.zh), text(zone.name.en), list(zone.aliases), text(layout.id),
            text(layout.name[language]), text(edition.id), text(zone.role.rawValue),
            text(roleName(zone.role)[language]), text(zone.parent), list(zone.functions),
            list(zone.industries), zone.accuracy.map { .real($0.metres) } ?? .empty,
            text(zone.accuracy?.basis[language]), .integer(zone.planPeriod.from),
            .integer(zone.planPeriod.to), zone.planPeriod.outlook.map { .integer($0) } ?? .empty,
            text(zone.planPeriod.status(on: date).rawValue), text(date.description),
            text(zone.unlocatedReason?[language]),
            text(zone.sources.map { "\($0.document):\($0.line)" }.joined(separator: "; ")),
            text(zone.sources.map(\.quote).joined(separator: " | ")), text(zone.note?[language]),
            text(statement[language]),
            text(edition.boundarySource(of: zone)?[language]),
        ]
    }

    /// Every sentence a zone rests on, a row each.
    private func sources(of editions: [(layout: Layout, edition: Edition)]) -> ExchangeTable {
        let fields: [ExchangeTable.Field] = [
            .init("layout", short: "LAYOUT", Bilingual(zh: "空间格局编号", en: "Layout id")),
            .init("zone", short: "ZONE", Bilingual(zh: "结构单元编号", en: "Zone id")),
            .init("document", short: "DOCUMENT", Bilingual(zh: "文件编号", en: "Document")),
            .init("title", short: "TITLE", Bilingual(zh: "文件名称", en: "Title")),
            .init("number", short: "NUMBER", Bilingual(zh: "文号", en: "Number")),
            .init("line", short: "LINE", Bilingual(zh: "行号", en: "Line"), .integer),
            .init("quote", short: "QUOTE", Bilingual(zh: "原文", en: "Quote")),
        ]
        var rows: [ExchangeTable.Row] = []
        for (layout, edition) in editions {
            for zone in edition.zones {
                for source in zone.sources {
                    let document = catalogue.document(source.document)
                    rows.append(
                        ExchangeTable.Row([
                            .text(layout.id), .text(zone.id), .text(source.document),
                            document.map { .text($0.title[language]) } ?? .empty,
                            document?.number.map { .text($0) } ?? .empty, .integer(source.line),
                            .text(source.quote),
                        ]))
                }
            }
        }
        return ExchangeTable(
            name: "sources", title: Bilingual(zh: "依据", en: "Sources"), fields: fields, rows: rows)
    }
}
