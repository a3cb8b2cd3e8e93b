internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let direction = Rule(
        "relation.direction", Bilingual(zh: "方位关系", en: "directions hold"),
        asks: Bilingual(
            zh: "文本写明的东、南、西、北：形心到形心的方位与之相差不超过67.5°。",
            en: "A stated north, south, east or west: centroid to centroid, within 67.5° of the word."))
    static let within = Rule(
        "relation.within", Bilingual(zh: "包含关系", en: "what is within lies within"),
        asks: Bilingual(
            zh: "文本写明的“在……内”“包括”：较小者至多1%在外，或在中误差之内。",
            en: "Stated within or contains: all but 1 % of the smaller area, or within the accuracies."))
    static let along = Rule(
        "relation.along", Bilingual(zh: "沿线关系", en: "what is along runs along"),
        asks: Bilingual(
            zh: "文本写明的“沿”：较短者的80%以上在两者中误差之和以内。",
            en: "Stated along: 80 % of the shorter one lies within the sum of the accuracies."))
    static let connects = Rule(
        "relation.connects", Bilingual(zh: "串联关系", en: "what connects meets"),
        asks: Bilingual(
            zh: "文本写明的“串联”“连接”：与每个成员相接，或在中误差之内经过。",
            en: "Stated connects: meets every member or passes it within the accuracies."))
    static let sound = Rule(
        "relation.sound", Bilingual(zh: "关系成立的前提", en: "relations make sense"),
        asks: Bilingual(
            zh: "关系两端不是同一单元，同一句话所写的同一关系只列一次。",
            en: "No zone is related to itself, and no sentence states one relation twice."))
    static let adjacent = Rule(
        "relation.adjacent", Bilingual(zh: "相邻关系", en: "what is adjacent is near"),
        asks: Bilingual(
            zh: "文本写明的“毗邻”：间隔不大于中误差。", en: "Stated adjacent: the gap is no more than the accuracy."))
}

/// What the documents state between zones, checked against the drawing.
enum RelationRules: RuleFamily {
    static let rules: [Rule] = [.sound, .direction, .within, .along, .connects, .adjacent]

    static func check(_ subject: Subject, _ report: inout ValidationReport) throws(TopologyError) {
        for drawn in subject.editions {
            let counts = drawn.layout.edition(validOn: subject.asOf)?.id == drawn.edition.id
            var seen: Set<Relation> = []
            for relation in drawn.edition.relations {
                if relation.subject == relation.object || !seen.insert(relation).inserted {
                    noteUnsound(relation, drawn, &report)
                    continue
                }
                let result = try RelationCheck(relation, in: drawn, subject).result()
                if counts { report.counts.relations[result.outcome, default: 0] += 1 }
                guard result.outcome == .violated else { continue }
                note(relation, result, drawn, subject, &report)
            }
        }
    }

    private static func noteUnsound(
        _ relation: Relation, _ drawn: DrawnEdition, _ report: inout ValidationReport
    ) {
        let isSelf = relation.subject == relation.object
        report.note(
            .sound, in: drawn, zone: relation.subject.zone,
            isSelf
                ? Bilingual(
                    zh: "\(relation.subject) 与自身有“\(relation.kind.word.zh)”关系。",
                    en: "\(relation.subject) is related to itself (\(relation.kind.rawValue)).")
                : Bilingual(
                    zh: "与 \(relation.object) 的“\(relation.kind.word.zh)”关系列了两次。",
                    en: "Its relation \(relation.kind.rawValue) to \(relation.object) is listed twice."),
            remedy: Bilingual(zh: "请改正或删去。", en: "Mend it or take it out."))
    }

    private static func note(
        _ relation: Relation, _ result: RelationCheck.Result, _ drawn: DrawnEdition, _ subject: Subject,
        _ report: inout ValidationReport
    ) {
        guard let one = subject.zone(relation.subject, for: drawn),
            let other = subject.zone(relation.object, for: drawn)
        else { return }
        let source = "\(relation.source.document):\(relation.source.line)"
        // A sentence of one layout may hold a zone that was imported into another, or hold on covered land alone that was:
        // who took that line took what follows.
        let imported = subject.editions(
            importing: [relation.subject, relation.object] + subject.land(of: drawn), beside: drawn)
        report.note(
            rule(for: relation.kind), in: drawn, between: imported, zone: relation.subject.zone,
            at: result.position,
            Bilingual(
                zh:
                    "\(one.called.zh)与\(other.called.zh)：文本（\(source)）写明“\(relation.kind.word.zh)”，图面\(result.measure.zh)。",
                en:
                    "\(one.called.en) \(relation.kind.word.en) \(other.called.en), says \(source); as drawn, \(result.measure.en)."
            ),
            remedy: Bilingual(
                zh: "请按原文核对关系，再按实地改图；不要为凑关系而移动图形：「\(relation.source.quote)」。",
                en:
                    "Check the relation against the sentence, then the drawing against the land; bend neither to fit: 「\(relation.source.quote)」."
            ))
    }

    private static func rule(for kind: Relation.Kind) -> Rule {
        switch kind {
        case .northOf, .southOf, .eastOf, .westOf: .direction
        case .within, .contains: .within
        case .along: .along
        case .connects: .connects
        case .adjacent: .adjacent
        }
    }
}

extension Relation.Kind {
    /// The relation as a phrase.
    fileprivate var word: Bilingual {
        switch self {
        case .northOf: Bilingual(zh: "在其北", en: "lies north of")
        case .southOf: Bilingual(zh: "在其南", en: "lies south of")
        case .eastOf: Bilingual(zh: "在其东", en: "lies east of")
        case .westOf: Bilingual(zh: "在其西", en: "lies west of")
        case .within: Bilingual(zh: "在其内", en: "lies within")
        case .contains: Bilingual(zh: "包括其", en: "contains")
        case .along: Bilingual(zh: "沿其布局", en: "runs along")
        case .connects: Bilingual(zh: "串联其", en: "connects")
        case .adjacent: Bilingual(zh: "与其毗邻", en: "is adjacent to")
        }
    }
}
