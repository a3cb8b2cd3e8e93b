internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let coverage = Rule(
        "coverage.contains", Bilingual(zh: "单元在适用范围内", en: "zones lie in the coverage"),
        asks: Bilingual(
            zh: "格局的片区、地点在其适用范围内；线只须与之相接。",
            en:
                "Areas and places of a layout lie on the land its documents speak about; a line need only meet it."
        ))
}

/// The land a layout's documents speak about holds its zones.
enum CoverageRules: RuleFamily {
    static let rules: [Rule] = [.coverage]

    static func check(_ subject: Subject, _ report: inout ValidationReport) throws(TopologyError) {
        // A control line may well go on beyond the land it was imported for.
        for drawn in subject.editions where drawn.layout.kind != .control {
            guard let land = try subject.coverage(of: drawn) else { continue }
            let imported = subject.editions(importing: subject.land(of: drawn), beside: drawn)
            // A part of a drawn area is held to that; where the whole is covered, so is the part.
            let tops = drawn.drawings.filter { $0.zone.parent.flatMap { drawn.drawing($0) }?.isArea != true }
            for top in tops {
                if top.isLine {
                    guard try subject.operators.distance(top.shape.metres, land.metres) > 0 else { continue }
                    note(
                        top, drawn, between: imported, at: try subject.place(in: top),
                        Bilingual(zh: "", en: ""), &report)
                } else if let stretch = try subject.stretch(of: top, beyond: land),
                    stretch.depth > subject.slack(of: top, drawn)
                {
                    let depth = Figures.length(stretch.depth)
                    let area = Figures.area(stretch.area)
                    note(
                        top, drawn, between: imported, at: stretch.position,
                        top.isArea
                            ? Bilingual(zh: " \(depth)，面积 \(area.zh)", en: " by \(depth), over \(area.en)")
                            : Bilingual(zh: " \(depth)", en: " by \(depth)"), &report)
                }
            }
        }
    }

    private static func note(
        _ top: Drawing, _ drawn: DrawnEdition, between imported: [DrawnEdition], at position: LonLat?,
        _ measure: Bilingual, _ report: inout ValidationReport
    ) {
        report.note(
            .coverage, in: drawn, between: imported, zone: top.zone.id, at: position,
            Bilingual(
                zh: "\(top.zone.called.zh)超出“\(drawn.layout.name.zh)”的适用范围\(measure.zh)。",
                en: "\(top.zone.called.en) lies outside the coverage of \(drawn.layout.name.en)\(measure.en)."
            ),
            remedy: Bilingual(
                zh: "请把图形移入适用范围，或在 catalogue.json 中改正 coverage。",
                en: "Move it onto that land, or mend coverage in catalogue.json."))
    }
}

extension Subject {
    /// The zones of the context by whose land it is told what an edition's documents speak about, and what not.
    func land(of drawn: DrawnEdition) -> [ZoneReference] {
        let context = catalogue.context?.id ?? "context"
        guard let coverage = drawn.layout.coverage else { return [] }
        return (coverage.zones + coverage.notStated.map(\.zone)).map {
            ZoneReference(layout: context, zone: $0)
        }
    }

    /// How far a zone may reach out of its layout's coverage.
    fileprivate func slack(of top: Drawing, _ drawn: DrawnEdition) -> Double {
        let around = catalogue.context.flatMap { companion($0.id, of: drawn) }
        let isImported = drawn.isPartlyImported(top.zone.id)
        return land(of: drawn).compactMap { drawing($0, for: drawn) }
            .filter { (around?.isImported($0.zone.id) ?? false) != isImported }
            .map { Tolerance.containment(top, isImported, in: $0, !isImported) }.max()
            ?? Tolerance.between(top, top)
    }

    /// The land an edition's documents speak about, less that for which they do not say so; nil where none is told
    /// or some of it is not drawn.
    func coverage(of drawn: DrawnEdition) throws(TopologyError) -> Shape? {
        guard let coverage = drawn.layout.coverage else { return nil }
        let context = catalogue.context?.id ?? "context"
        func shapes(_ zones: [String]) -> [Shape]? {
            let found = zones.compactMap {
                drawing(ZoneReference(layout: context, zone: $0), for: drawn).flatMap {
                    $0.isArea ? $0.shape : nil
                }
            }
            return found.count == zones.count ? found : nil
        }
        guard let stated = shapes(coverage.zones), let unstated = shapes(coverage.notStated.map(\.zone)),
            var degrees = try operators.union(stated.map(\.degrees)),
            var metres = try operators.union(stated.map(\.metres))
        else { return nil }
        for shape in unstated {
            guard let rest = try operators.difference(degrees, shape.degrees),
                let plane = try operators.difference(metres, shape.metres)
            else { return nil }
            (degrees, metres) = (rest, plane)
        }
        return Shape(degrees: degrees, metres: metres)
    }
}
