public import Planning
public import Wording

/// The catalogue as people read it: a list of zones, or one zone with every sentence it rests on.
public struct ZoneText: Sendable {
    private let catalogue: Catalogue
    private let language: Language

    /// Writes in one language, with the titles of a catalogue's documents.
    public init(catalogue: Catalogue, language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// A layout's zones, indented under their parents.
    public func list(_ layout: Layout, _ edition: Edition) -> String {
        var lines = ["\(layout.name[language])  (\(layout.id), \(edition.name[language]))"]
        for zone in edition.zones {
            let indent = String(repeating: "  ", count: edition.path(to: zone).count)
            var line =
                "\(indent)\(zone.name[language])  \(zone.id)  \(Vocabulary.word(for: zone.role)[language])"
            if zone.geometry == nil { line += language.say("  未上图", "  not drawn") }
            lines.append(line)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One zone in full.
    public func full(_ zone: Zone, in layout: Layout, _ edition: Edition) -> String {
        var lines = ["\(zone.name.zh) / \(zone.name.en)  (\(zone.id))"]
        func add(_ zh: String, _ en: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append("  \(language.say(zh, en))\(language.say("：", ": "))\(value)")
        }
        add("空间格局", "layout", layout.name[language])
        add("结构单元类型", "role", Vocabulary.word(for: zone.role)[language])
        let path = edition.path(to: zone).dropLast().map { $0.name[language] }
        add("上级", "part of", path.isEmpty ? zone.statedParent.map(name) : path.joined(separator: " › "))
        add("其他名称", "also called", zone.aliases.joined(separator: language.say("、", ", ")))
        add("功能", "functions", zone.functions.joined(separator: language.say("、", ", ")))
        add("产业", "industries", zone.industries.joined(separator: language.say("、", ", ")))
        switch zone.location {
        case .located(_, let accuracy):
            add(
                "位置", "location",
                (edition.origin?.draws(zone.id) ?? false
                    ? language.say("已上图（导入），位置中误差 ", "drawn (imported), accuracy ")
                    : language.say("已上图（示意），位置中误差 ", "drawn (schematic), accuracy "))
                    + Figures.distance(accuracy.metres))
            if edition.origin?.zones.contains(zone.id) ?? false {
                add("边界来源", "whose boundary", edition.origin?.statement[language])
            }
            add("精度依据", "basis of the accuracy", accuracy.basis[language])
        case .unlocated(let reason):
            add("位置", "location", language.say("未上图：", "not drawn: ") + reason[language])
        }
        add("注", "note", zone.note?[language])
        lines.append("  \(language.say("依据", "sources"))\(language.say("：", ":"))")
        lines += zone.sources.map(cited)
        lines += ["", Vocabulary.disclaimer[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The name of a zone or layout known by id; the id where the catalogue has neither.
    private func name(of id: String) -> String {
        let zones = catalogue.layouts.flatMap { $0.editions.flatMap(\.zones) }
        return (zones.first { $0.id == id }?.name ?? catalogue.layout(id)?.name)?[language] ?? id
    }

    private func cited(_ source: Source) -> String {
        let document = catalogue.document(source.document)
        let number = document?.number ?? language.say("无文号", "number: none")
        let title = document.map { "《\($0.title.zh)》" } ?? ""
        return
            "    \(source.document):\(source.line) \(title)\(language.say("（", " ("))\(number)\(language.say("）", ")"))\n"
            + "      「\(source.quote)」"
    }
}
