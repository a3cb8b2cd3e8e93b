internal import Planning
internal import Siting
internal import Wording

/// Where a site lies: the first table of an assessment on paper.
extension AssessmentTables {
    var placementColumns: [String] {
        let measure =
            assessment.extent == nil
            ? say("距边界", "Distance to the boundary")
            : say("占比（90% 区间）、数量", "Share (90 % interval), extent")
        let probability =
            assessment.extent == nil ? say("概率", "Probability") : say("概率（全部／部分）", "Probability (all/any)")
        return [
            say("结构单元", "Zone"), say("判定", "Verdict"), measure, probability, say("中误差", "Accuracy"),
            say("依据", "Source"),
        ]
    }

    /// The zones, layout by layout; why a layout has none stands in the summary.
    var placements: [AssessmentSheet.LayoutRows] {
        assessment.layouts.compactMap { layout in
            // Should there be no room for all: the zone that is read first and what it is part of, then the others
            // that hold some of the site, slivers, and what holds none of it.
            let path = Set(layout.path.map(\.id))
            let worthy = (0..<4).flatMap { rank in
                layout.zones.filter { zone in
                    let own = !zone.holds ? 3 : path.contains(zone.zone.id) ? 0 : zone.isSliver ? 2 : 1
                    return zone.isWorthTelling && own == rank
                }
            }
            guard !worthy.isEmpty else { return nil }
            let zones = worthy.map { standing in
                let depth = layout.edition.path(to: standing.zone).count
                return AssessmentSheet.Placement(
                    zoneName: String(repeating: "　", count: depth) + standing.zone.name[language],
                    verdict: verdict(standing),
                    measure: (standing.placedBy == nil ? "" : say("图面 ", "drawn: ")) + measure(standing),
                    probability: probability(standing),
                    accuracy: Figures.distance(standing.accuracy),
                    place: (standing.placedBy ?? standing.zone.sources.first).map(place) ?? "")
            }
            return AssessmentSheet.LayoutRows(name: layout.layout.name[language], zones: zones)
        }
    }

    private func verdict(_ standing: ZoneStanding) -> String {
        if standing.placedBy != nil { return Vocabulary.byTheText[language] }
        return switch standing.measure {
        case .position: Vocabulary.word(for: standing.grade)[language]
        case .share(let share): Vocabulary.word(for: share)[language]
        }
    }

    private func measure(_ standing: ZoneStanding) -> String {
        switch standing.measure {
        case .position(let answer):
            return Vocabulary.distance(answer.boundaryDistance)[language]
        case .share(let share):
            // Where no share is to be read its extent says no more.
            let words = (share.isShareMeaningless ? Vocabulary.part(share) : Vocabulary.share(share))?[
                language]
            return [words ?? "", words != nil && standing.isSliver ? Vocabulary.sliver[language] : ""]
                .filter { !$0.isEmpty }.joined(separator: say("，", ", "))
        }
    }

    /// Of a position the one; of a shape that all of it lies in the zone, and that any does.
    private func probability(_ standing: ZoneStanding) -> String {
        switch standing.measure {
        case .position(let answer): return Figures.percentage(answer.probability)
        case .share(let share):
            let any = Figures.percentage(share.probabilityAny)
            return assessment.extent == nil
                ? any : Figures.percentage(share.probabilityWhole) + say("／", " / ") + any
        }
    }

    var placementNotes: [String] {
        // What is said of an imported layout's boundaries names the edition and its years by itself.
        let imported = assessment.layouts.compactMap { layout in
            layout.notes.first(.importedBoundaries).map {
                layout.layout.name[language] + say("：", ": ") + $0.text[language]
            }
        }
        let drawn = assessment.layouts.filter { !$0.edition.isImportedWhole }
        let periods = drawn.map { Vocabulary.period($0.planPeriod, $0.planStatus, of: $0.edition)[language] }
        let editions = unique(drawn.map { $0.edition.name[language] })
        let head =
            imported + (drawn.isEmpty ? [] : [(editions + unique(periods)).joined(separator: say("；", "; "))])
        let open = assessment.layouts.flatMap { layout in
            layout.unlocated.isEmpty
                ? []
                : [
                    layout.layout.name[language] + say("，其下未上图：", ", parts not drawn: ")
                        + layout.unlocated.prefix(4).map { $0.name[language] }.joined(
                            separator: say("、", ", "))
                        + (layout.unlocated.count > 4
                            ? say(
                                "等 \(layout.unlocated.count) 个",
                                " and others, \(layout.unlocated.count) in all")
                            : "")
                ]
        }
        return head + open + (Vocabulary.gradeBeside(assessment).map { [$0[language]] } ?? [])
    }
}
