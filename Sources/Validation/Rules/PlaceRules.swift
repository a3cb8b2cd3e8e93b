internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let placeApart = Rule(
        "place.apart", Bilingual(zh: "控制点与单元一致", en: "control points agree with their zones"),
        asks: Bilingual(
            zh: "标明为某单元的控制点，与该单元图形的距离不超过两倍合计中误差。",
            en:
                "A control point that is a zone lies no farther from its drawing than twice their joint accuracy."
        ))
    static let placeName = Rule(
        "place.name", Bilingual(zh: "控制点不重名", en: "control points have their own names"),
        asks: Bilingual(zh: "没有两个控制点用同一个名称。", en: "No two control points have one name."))
    static let placeUnlocated = Rule(
        "place.unlocated", Bilingual(zh: "有坐标而未上图", en: "known places are drawn"),
        asks: Bilingual(
            zh: "控制点有坐标的单元已上图。", en: "A zone whose control point has a position is drawn."),
        severity: .warning)
}

/// The named places the drawing hangs on.
enum PlaceRules: RuleFamily {
    static let rules: [Rule] = [.placeName, .placeApart, .placeUnlocated]

    static func check(_ subject: Subject, _ report: inout ValidationReport) throws(TopologyError) {
        var names: Set<String> = []
        for place in subject.inspection.gazetteer.places where !names.insert(place.name.zh).inserted {
            report.note(
                .placeName, at: place.position,
                Bilingual(
                    zh: "有两个控制点名为“\(place.name.zh)”。", en: "Two control points are named \(place.name.zh)."),
                remedy: Bilingual(zh: "请改名或合并。", en: "Rename one, or make them one."))
        }
        for place in subject.inspection.gazetteer.places {
            guard let position = place.position, let reference = place.zone,
                let layout = subject.catalogue.layout(reference.layout),
                let edition = layout.edition(validOn: subject.asOf) ?? layout.editions.last,
                let drawn = subject.editions.first(where: {
                    $0.layout.id == layout.id && $0.edition.id == edition.id
                }), let zone = edition.zone(reference.zone)
            else { continue }
            if zone.geometry == nil {
                report.note(
                    .placeUnlocated, in: drawn, zone: zone.id, at: position,
                    Bilingual(
                        zh: "控制点“\(place.name.zh)”有坐标，而\(zone.called.zh)未上图。",
                        en:
                            "The control point \(place.name.en) has a position, but \(zone.called.en) is not drawn."
                    ),
                    remedy: Bilingual(
                        zh: "请上图，或去掉该点的 zone。", en: "Draw the zone, or take zone out of the point."))
                continue
            }
            guard let drawing = drawn.drawing(zone.id), let metres = subject.metres(position) else {
                continue
            }
            let gap = try subject.operators.distance(.point(metres), drawing.shape.metres)
            let accuracy = place.accuracy ?? 0
            let allowed = 2 * (accuracy * accuracy + drawing.accuracy * drawing.accuracy).squareRoot()
            guard gap > allowed else { continue }
            report.note(
                .placeApart, in: drawn, zone: zone.id, at: position,
                Bilingual(
                    zh:
                        "控制点“\(place.name.zh)”距\(zone.called.zh)的图形 \(Figures.length(gap))（允许 \(Figures.length(allowed))）。",
                    en:
                        "The control point \(place.name.en) lies \(Figures.length(gap)) from the drawing of \(zone.called.en) (\(Figures.length(allowed)) allowed)."
                ),
                remedy: Bilingual(zh: "请核对控制点坐标与图形。", en: "Check the point's position and the drawing."))
        }
    }
}
