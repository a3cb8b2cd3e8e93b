internal import PlanarGeometry
public import Planning
internal import Projection
public import Wording

/// The tables of a folder's guides, made from its data: what is drawn and how well, what is not drawn and why.
///
/// They stand between `<!-- zones:begin -->` and `<!-- zones:end -->`, and between `<!-- unlocated:begin -->` and
/// `<!-- unlocated:end -->`; everything else in a guide is left as it is.
public struct GuideTables: Sendable {
    private let layouts: [(layout: Layout, zones: [Zone])]
    private let geodesic = Geodesic()

    /// The guides and the languages they are written in.
    public static let guides: [(file: String, language: Language)] = [
        ("README.md", .en), ("README.zh-CN.md", .zh),
    ]

    /// Takes the edition of each layout that was recorded last.
    public init(_ catalogue: Catalogue) {
        layouts = catalogue.layouts.compactMap { layout in
            layout.editions.max { $0.recordedOn < $1.recordedOn }.map { (layout, $0.zones) }
        }
    }

    /// A guide with its tables brought up to the data.
    public func renewed(_ guide: String, in language: Language) -> String {
        let drawn = replaced(guide, between: "zones", by: zones(in: language))
        return replaced(drawn, between: "unlocated", by: unlocated(in: language))
    }

    private func replaced(_ text: String, between mark: String, by table: String) -> String {
        guard let begin = text.firstRange(of: "<!-- \(mark):begin -->"),
            let end = text[begin.upperBound...].firstRange(of: "<!-- \(mark):end -->")
        else { return text }
        return text[..<begin.upperBound] + "\n\n" + table + "\n" + text[end.lowerBound...]
    }

    private func zones(in language: Language) -> String {
        table(
            Bilingual(
                zh: "| 结构单元 | 面积或长度 | 位置中误差 | 精度依据 |", en: "| zone | area or length | accuracy | basis |"),
            "|---|---:|---:|---|", in: language
        ) { zone in
            guard case .located(let geometry, let accuracy) = zone.location else { return nil }
            return [size(of: geometry), "\(Figures.fixed(accuracy.metres, 0)) m", accuracy.basis[language]]
        }
    }

    private func unlocated(in language: Language) -> String {
        table(
            Bilingual(zh: "| 结构单元 | 未上图原因 |", en: "| zone | why it is not drawn |"), "|---|---|", in: language
        ) { zone in zone.unlocatedReason.map { [$0[language]] } }
    }

    /// A table for each layout that has any such zone.
    private func table(
        _ head: Bilingual, _ rule: String, in language: Language, _ cells: (Zone) -> [String]?
    ) -> String {
        var text = ""
        for (layout, zones) in layouts {
            let rows = zones.compactMap { zone in
                cells(zone).map { ["\(zone.name[language]) `\(zone.id)`"] + $0 }
            }
            guard !rows.isEmpty else { continue }
            if !text.isEmpty { text += "\n" }
            text += "**\(layout.name[language])** `\(layout.id)`\n\n\(head[language])\n\(rule)\n"
            for row in rows {
                let escaped = row.map {
                    $0.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
                }
                text += "| " + escaped.joined(separator: " | ") + " |\n"
            }
        }
        return text
    }

    private func size(of geometry: Geometry) -> String {
        if !geometry.polygons.isEmpty {
            return Figures.fixed(geodesic.area(of: geometry.polygons) / 1e6, 2) + " km²"
        }
        guard !geometry.lines.isEmpty else { return "–" }
        return Figures.fixed(geometry.lines.reduce(0) { $0 + geodesic.length(of: $1) } / 1000, 1) + " km"
    }
}
