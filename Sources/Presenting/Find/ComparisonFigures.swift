internal import Planning
internal import Siting
internal import Tables
internal import Wording

/// The columns of a 比选表 that each criterion has: its outcome, the probability and what was measured, as numbers.
enum ComparisonFigures {
    /// The heads, a group for each criterion; before them the land measured, where no criterion measures it.
    static func groups(of screening: Screening, _ language: Language) -> [(name: String, columns: [String])] {
        let area =
            measuresLand(screening.criteria)
            ? [] : [(name: language.say("量算面积（亩）", "Measured (mu)"), columns: [String]())]
        return area
            + screening.criteria.map { criterion in
                let words = [language.say("判定", "Outcome"), language.say("概率", "Probability")]
                return (name: criterion.label[language], columns: words + measures(of: criterion, language))
            }
    }

    private static func measures(of criterion: Criterion, _ language: Language) -> [String] {
        switch criterion {
        case .inside, .outside: [language.say("距边界（m）", "To the boundary (m)")]
        case .near, .away: [language.say("距离（m）", "Distance (m)")]
        case .landArea(let wanted):
            [language.say("面积（\(wanted.unit.word.zh)）", "Area (\(wanted.unit.word.en))")]
        case .activity:
            [language.say("结构单元", "Zone"), language.say("距边界（m）", "To the boundary (m)")]
        }
    }

    /// What a candidate has in them.
    static func cells(of screened: ScreenedCandidate, _ language: Language) -> [PrintedSheet.Cell] {
        let area = screened.extent?.mu.map { figure($0, decimals: 1) } ?? PrintedSheet.Cell(.empty, .text)
        return (measuresLand(screened.findings.map(\.criterion)) ? [] : [area])
            + screened.findings.flatMap { cells(of: $0, language) }
    }

    private static func cells(of finding: CriterionFinding, _ language: Language) -> [PrintedSheet.Cell] {
        let look: PrintedSheet.Look =
            switch finding.outcome {
            case .met: .good
            case .notMet: .bad
            case .undecided, .notAnswerable: .open
            }
        let isAnswered = finding.outcome != .notAnswerable
        var cells: [PrintedSheet.Cell] = [
            .text(Vocabulary.word(for: finding.outcome)[language], look),
            // Four decimals, as candidates are ranked by.
            PrintedSheet.Cell(
                finding.probability.map { .number(($0 * 10_000).rounded() / 10_000) } ?? .empty, .percentage),
        ]
        if case .activity = finding.criterion {
            cells.append(.text(isAnswered ? finding.zone?.name[language] ?? "" : ""))
        }
        // A drawing known to hundreds of metres says nothing below one.
        let decimals = (finding.accuracy ?? 0) < 10 ? 1 : 0
        switch finding.measure {
        case .boundary(let metres): cells.append(figure(metres, decimals: decimals))
        case .distance(let metres, _): cells.append(figure(metres, decimals: decimals))
        case .area(let squareMetres):
            guard case .landArea(let wanted) = finding.criterion else { break }
            cells.append(
                figure(squareMetres / wanted.unit.factor, decimals: wanted.unit.factor > 100 ? 1 : 0))
        case nil: cells.append(PrintedSheet.Cell(.empty, .text))
        }
        return cells
    }

    private static func figure(_ value: Double, decimals: Int) -> PrintedSheet.Cell {
        let text = Figures.fixed(value, decimals: decimals)
        return PrintedSheet.Cell(Double(text).map { .number($0) } ?? .empty, .figure(decimals: decimals))
    }

    private static func measuresLand(_ criteria: [Criterion]) -> Bool {
        criteria.contains { criterion in
            guard case .landArea(let wanted) = criterion else { return false }
            return wanted.unit == .mu
        }
    }

    /// What a criterion rests on: a sentence each, or what the texts say of an activity.
    static func statements(on criterion: Criterion, _ language: Language) -> [String] {
        func cited(_ source: Source) -> String { "\(source.document):\(source.line)「\(source.quote)」" }
        switch criterion {
        case .activity(let wanted):
            guard let answer = wanted.answer else { return [wanted.silence[language]] }
            return [Vocabulary.sentence(for: answer.outcome, at: answer.stages)[language]]
                + (wanted.reading?.notUnderstood.map { $0[language] } ?? [])
                + wanted.assignments.map {
                    $0.target.name[language] + language.say("：", ": ") + cited($0.source)
                }
        case .landArea:
            return [
                language.say(
                    "有图形的按图形在椭球面上量算，没有图形的取表中申报值。",
                    "Measured on the ellipsoid from the shape; taken from the table where there is none.")
            ]
        case .inside, .outside, .near, .away:
            if let origin = Vocabulary.origin(of: criterion) { return [origin[language]] }
            return criterion.zone?.sources.first.map { [cited($0)] } ?? [""]
        }
    }
}
