internal import Planning
internal import Siting
internal import Topology
internal import Wording

extension Rule {
    static let textConflict = Rule(
        "text.conflict", Bilingual(zh: "文本与图面不矛盾", en: "text and drawing agree"),
        asks: Bilingual(
            zh: "文本写明在某单元内的地点，图面不得在中误差之外把它排除。",
            en:
                "Where a document places a named place in a zone, the drawing does not exclude it beyond the accuracies."
        ))
}

/// The answers themselves: a place that the text puts in a zone and the drawing clearly outside.
enum TextRules: RuleFamily {
    static let rules: [Rule] = [.textConflict]

    static func check(_ subject: Subject, _ report: inout ValidationReport) {
        // Asked of the locator, so that the rule is what users see. A flawed drawing stops it, and has been reported.
        guard let locator = try? Locator(subject.catalogue, asOf: subject.asOf) else { return }
        for place in subject.inspection.gazetteer.places where place.zone != nil {
            guard let site = Site(place), let answer = try? locator.locate(site) else { continue }
            for zone in answer.layouts.flatMap(\.zones) + answer.context where zone.basis == .text {
                guard Verdict(probability: zone.probability, confidence: .standard) == .outside else {
                    continue
                }
                let source = zone.placedBy.map { "\($0.document):\($0.line)" } ?? ""
                let distance = Figures.length(abs(zone.boundaryDistance))
                report.note(
                    .textConflict, layout: zone.zone.layout, zone: zone.zone.id, at: place.position,
                    Bilingual(
                        zh: "文本（\(source)）写明“\(place.name.zh)”在\(zone.zone.called.zh)内，图面在其外 \(distance)。",
                        en:
                            "\(source) places \(place.name.en) in \(zone.zone.called.en); as drawn it lies \(distance) outside."
                    ),
                    remedy: Bilingual(
                        zh: "请核对控制点坐标，再改图；以文本为准。",
                        en: "Check the control point, then mend the drawing: the text stands."))
            }
        }
    }
}
