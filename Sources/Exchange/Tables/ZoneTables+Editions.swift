public import Planning
public import Projection
import Wording

extension ZoneTables {
    /// Which edition of which layout a database holds, a row each: a table that goes along with those of ``dataset(of:asOf:)``.
    ///
    /// - Parameters:
    ///   - editions: the layouts, each in the edition that leaves.
    ///   - date: the day the edition was taken for.
    ///   - frame: what the coordinates leave in.
    /// - Returns: the table, called `editions`.
    public func editions(
        of editions: [(layout: Layout, edition: Edition)], asOf date: CalendarDate, frame: ReferenceFrame
    ) -> ExchangeTable {
        let fields: [ExchangeTable.Field] = [
            .init("layout", short: "LAYOUT", Bilingual(zh: "空间格局编号", en: "Layout id")),
            .init("layout_name_zh", short: "LAYOUT_ZH", Bilingual(zh: "空间格局", en: "Layout (Chinese)")),
            .init("layout_name_en", short: "LAYOUT_EN", Bilingual(zh: "空间格局英文名称", en: "Layout (English)")),
            .init(
                "kind", short: "KIND",
                Bilingual(zh: "类别：plan 规划、context 背景、control 管控", en: "plan, context or control")),
            .init("edition", short: "EDITION", Bilingual(zh: "数据版本", en: "Edition")),
            .init("edition_name_zh", short: "EDITION_ZH", Bilingual(zh: "版本名称", en: "Edition (Chinese)")),
            .init("edition_name_en", short: "EDITION_EN", Bilingual(zh: "版本英文名称", en: "Edition (English)")),
            .init("valid_from", short: "VALID_FROM", Bilingual(zh: "生效日期", en: "Valid from")),
            .init(
                "valid_to", short: "VALID_TO",
                Bilingual(zh: "失效日期（空为现行）", en: "Valid to; empty while it is in force")),
            .init("recorded_on", short: "RECORDED", Bilingual(zh: "入库日期", en: "Recorded on")),
            .init("as_of", short: "AS_OF", Bilingual(zh: "导出时的基准日", en: "The day it was taken for")),
            .init("documents", short: "DOCUMENTS", Bilingual(zh: "依据文件", en: "Documents")),
            .init("table_name", short: "TABLE_NAME", Bilingual(zh: "所在的表", en: "The table it is in")),
            .init("frame", short: "FRAME", Bilingual(zh: "坐标系", en: "Reference frame")),
        ]
        func text(_ text: String?) -> ExchangeTable.Cell { text.map { .text($0) } ?? .empty }
        let rows = editions.map { layout, edition in
            ExchangeTable.Row([
                .text(layout.id), .text(layout.name.zh), .text(layout.name.en), .text(layout.kind.rawValue),
                .text(edition.id), .text(edition.name.zh), .text(edition.name.en),
                .text(edition.validFrom.description), text(edition.validTo?.description),
                .text(edition.recordedOn.description), .text(date.description),
                .text(layout.documents.joined(separator: "; ")), .text(Self.tableName(of: layout)),
                .text(frame.identifier),
            ])
        }
        return ExchangeTable(
            name: LayoutViews.editions, title: Bilingual(zh: "数据版本", en: "Editions"), fields: fields,
            rows: rows)
    }

    /// What the table of a layout is called.
    static func tableName(of layout: Layout) -> String { layout.id.replacing("-", with: "_") }
}
