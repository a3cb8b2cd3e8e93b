internal import Planning
internal import Presenting
internal import Wording

/// The words in a sheet's margin, from the sheet and from what is drawn.
struct SheetWords {
    let sheet: MapSheet
    let catalogue: Catalogue
    let asOf: CalendarDate
    let layouts: [DraftedLayout]
    let denominator: Int
    /// The meridian the plane touches along.
    let centre: LonLat

    private var language: Language { sheet.language }

    /// What stands at the head of the sheet.
    var title: String {
        if let title = sheet.title { return title }
        guard layouts.count == 1, let layout = layouts.first?.layout else {
            return Bilingual(
                zh: "西部（重庆）科学城规划空间结构示意图",
                en: "Planned spatial structure of the Western (Chongqing) Science City")[language]
        }
        return Bilingual(zh: layout.name.zh + "示意图", en: layout.name.en)[language]
    }

    /// What stands below it.
    var subtitle: String {
        let editions = layouts.map(\.edition.name)
        let names = editions.map { $0[language] }
        let edition = Set(names).count == 1 ? names[0] : names.joined(separator: language == .zh ? "、" : ", ")
        if layouts.count > 1 {
            let all = layouts.map { $0.layout.name[language] }
            return all.joined(separator: " · ")
        }
        return Bilingual(
            zh: "规划空间结构 · \(edition)", en: "Schematic map of the planned structure · \(edition)")[
                language]
    }

    static let disclaimer = Bilingual(
        zh: "示意图 · 未经审图 · 不作权属及审批依据",
        en: "Schematic · not officially reviewed · no basis for ownership or approval")

    /// What the file says it is about.
    var subject: String { Self.disclaimer[language] }

    /// The rows of the title block; on a slide, which has its title above, only those that say something.
    var stamp: [(label: String, value: String)] {
        sheet.size.isSlide ? rows.dropFirst().filter { $0.value != Self.none } : rows
    }

    private static let none = "—"

    private var rows: [(label: String, value: String)] {
        let none = Self.none
        let date = (sheet.date ?? asOf).description
        switch language {
        case .zh:
            return [
                ("图名", title), ("图号", sheet.number ?? none), ("编制单位", sheet.organisation ?? none),
                ("日期", date), ("坐标系", "CGCS2000，横轴墨卡托投影，中央经线 \(meridian)"),
                ("比例尺", ScaleBlock.ratio(denominator)),
            ]
        case .en:
            return [
                ("Title", title), ("Sheet", sheet.number ?? none),
                ("Prepared by", sheet.organisation ?? none),
                ("Date", date), ("Frame", "CGCS2000, transverse Mercator on \(meridian)"),
                ("Scale", ScaleBlock.ratio(denominator)),
            ]
        }
    }

    private var meridian: String { GraticuleLayer.text(minutes: (centre.longitude * 60).rounded()) }

    /// What the zones are for, in the documents' words.
    var functions: [TextBlock.Item] {
        guard !sheet.size.isSlide else { return [] }
        return layouts.flatMap(\.zones).filter { $0.zone.role.holdsSites && $0.depth < 2 }.compactMap {
            drafted in
            let words = (drafted.zone.functions + drafted.zone.industries)
            guard !words.isEmpty else { return nil }
            return TextBlock.Item(
                lead: drafted.zone.name[language], text: words.joined(separator: language == .zh ? "、" : ", ")
            )
        }
    }

    /// What a reader must know to read the sheet.
    var notes: [TextBlock.Item] {
        let documents = Set(layouts.flatMap(\.layout.documents))
        let cited = catalogue.documents.filter { documents.contains($0.id) }
        var notes = imported
        let isSketched = layouts.contains { !$0.edition.isImportedWhole }
        switch language {
        case .zh:
            if isSketched {
                let which = notes.isEmpty ? "" : "其余图形"
                notes.append("\(which)依据文件的文字示意绘制，原文件附图未收录；边界不是法定界线。")
            }
            for document in cited {
                let what = isSketched ? "依据" : "功能与名称依据"
                notes.append(
                    "\(what)：《\(document.title.zh)》" + (document.number.map { "（\($0)）" } ?? "") + "。")
            }
        case .en:
            if isSketched {
                let which = notes.isEmpty ? "Drawn" : "The rest is drawn"
                notes.append(
                    "\(which) from the words of the documents, whose own maps are missing; no edge is a statutory line."
                )
            }
            for document in cited {
                let what = isSketched ? "Source" : "Source of functions and names"
                notes.append(
                    "\(what): \(document.title.en)" + (document.number.map { " (\($0))" } ?? "") + ".")
            }
        }
        // The years of what is drawn: of imported boundaries they stand with whose those are.
        let periods = cited.map(\.planPeriod)
        if isSketched, let longest = periods.max(by: { ($0.to, $0.outlook ?? 0) < ($1.to, $1.outlook ?? 0) })
        {
            let sentence = Vocabulary.sentence(for: longest.status(on: asOf), of: longest)[language]
            notes.append(
                language == .zh
                    ? sentence + "。" : sentence.prefix(1).uppercased() + sentence.dropFirst() + ".")
        }
        let unlocated = layouts.flatMap(\.unlocated)
        if !unlocated.isEmpty, !sheet.size.isSlide {
            let names = unlocated.map { $0.name[language] }
            let most = 6
            let list = names.prefix(most).joined(separator: language == .zh ? "、" : "; ")
            let more = names.count > most
            notes.append(
                Bilingual(
                    zh: "另有\(names.count)个结构单元文件未给出位置，未上图：\(list)\(more ? "等" : "")。",
                    en:
                        "\(names.count) further zones are located by no document and not drawn: \(list)\(more ? " and others" : "")."
                )[language])
        }
        return notes.enumerated().map { TextBlock.Item(lead: nil, text: "\($0.offset + 1)  \($0.element)") }
    }

    /// Whose boundaries are drawn, a note for each layout that was imported.
    private var imported: [String] {
        layouts.compactMap { drafted in
            guard let boundaries = drafted.edition.boundaries(withPeriod: false) else { return nil }
            let name = layouts.count > 1 ? drafted.layout.name[language] + (language == .zh ? "：" : ": ") : ""
            let text = boundaries[language]
            let status = Vocabulary.sentence(
                for: drafted.edition.origin?.planPeriod?.status(on: asOf) ?? .notStated,
                of: drafted.edition.origin?.planPeriod)
            return language == .zh
                ? "\(name)\(text)；\(status.zh)。"
                : "\(name)\(name.isEmpty ? text.prefix(1).uppercased() + text.dropFirst() : text); \(status.en)."
        }
    }
}
