internal import Planning
public import Siting
public import Wording

/// The columns a comparison appends to the user's own.
public struct ComparisonColumns: Sendable {
    private let screening: Screening
    private let headers: Language

    /// - Parameters:
    ///   - screening: what was asked.
    ///   - headers: the language of headers and words; `en` keeps what programs read.
    public init(_ screening: Screening, headers: Language) {
        self.screening = screening
        self.headers = headers
    }

    /// The header fields.
    public var header: [String] {
        let first = say(
            ["判定", "名次", "决定条件", "最低概率", "余量_m", "面积倍数"],
            ["decision", "rank", "decided_by", "least_probability", "least_spare_m", "area_ratio"])
        let last = say(["说明", "依据"], ["reasons", "sources"])
        return first.map { "\(prefix):\($0)" } + screening.criteria.flatMap(names)
            + last.map { "\(prefix):\($0)" } + [headers == .zh ? "错误" : "error"]
    }

    private var prefix: String { headers == .zh ? "比选" : "find" }

    private func names(of criterion: Criterion) -> [String] {
        let name = headers == .zh ? criterion.label.zh : criterion.key
        return (say(["判定", "概率"], ["outcome", "probability"]) + measures(of: criterion)).map {
            "\(name):\($0)"
        }
    }

    private func measures(of criterion: Criterion) -> [String] {
        switch criterion {
        case .inside, .outside: say(["距边界_m", "中误差_m"], ["boundary_distance_m", "accuracy_m"])
        case .near, .away: say(["距离_m", "中误差_m"], ["distance_m", "accuracy_m"])
        case .landArea(let wanted):
            say(
                ["面积_\(wanted.unit.word.zh)", "面积中误差_\(wanted.unit.word.zh)"],
                ["area_\(wanted.unit.rawValue)", "accuracy_\(wanted.unit.rawValue)"])
        case .activity: say(["结构单元", "距边界_m", "中误差_m"], ["zone", "boundary_distance_m", "accuracy_m"])
        }
    }

    /// The cells of a row: the answer's, or those of the error in its place.
    public func cells(_ row: CandidateComparison.Row, rank: Int?) -> [AnswerCell] {
        guard let screened = row.screened else {
            let text = row.error.map { AnswerCell.text($0.line(in: headers)) } ?? .empty
            return Array(repeating: .empty, count: header.count - 1) + [text]
        }
        let sources = unique(screened.findings.flatMap(\.sources).map { "\($0.document):\($0.line)" })
        let reasons = unique(
            screened.warnings.map { $0.text[headers] }
                + screened.findings.flatMap { FindingFigures(finding: $0, language: headers).reasons }
                + screened.occupiedControls.map { $0.statement[headers] })
        return [
            .text(headers == .zh ? Vocabulary.word(for: screened.decision).zh : screened.decision.rawValue),
            rank.map { .number(Double($0), decimals: 0) } ?? .empty,
            text(screened.deciding.map { headers == .zh ? $0.criterion.label.zh : $0.criterion.key }),
            screened.score.leastProbability.map { .number($0, decimals: 4) } ?? .empty,
            screened.score.leastSpare.map { .number($0, decimals: 0) } ?? .empty,
            screened.score.areaRatio.map { .number($0, decimals: 2) } ?? .empty,
        ] + screened.findings.flatMap(cells) + [text(reasons), text(sources), .empty]
    }

    private func cells(_ finding: CriterionFinding) -> [AnswerCell] {
        func number(_ value: Double?, _ decimals: Int = 3) -> AnswerCell {
            value.map { .number($0, decimals: decimals) } ?? .empty
        }
        let outcome = AnswerCell.text(
            headers == .zh ? Vocabulary.word(for: finding.outcome).zh : finding.outcome.rawValue)
        var cells = [outcome, number(finding.probability, 4)]
        let factor: Double
        if case .landArea(let wanted) = finding.criterion { factor = wanted.unit.factor } else { factor = 1 }
        if case .activity = finding.criterion {
            cells.append(finding.zone.map { .text(headers == .zh ? $0.name.zh : $0.id) } ?? .empty)
        }
        let measured: Double? =
            switch finding.measure {
            case .boundary(let metres): metres
            case .distance(let metres, _): metres
            case .area(let area): area
            case nil: nil
            }
        cells.append(number(measured.map { $0 / factor }))
        cells.append(number(measured == nil ? nil : finding.accuracy.map { $0 / factor }))
        return cells
    }

    private func text(_ words: [String]) -> AnswerCell {
        // One of several in a cell ends without a stop.
        let clauses = words.count == 1 ? words : words.map(\.clause)
        return clauses.isEmpty ? .empty : .text(clauses.joined(separator: headers == .zh ? "；" : "; "))
    }

    private func unique(_ words: [String]) -> [String] {
        var found: [String] = []
        for word in words where !found.contains(word) { found.append(word) }
        return found
    }

    private func say(_ zh: [String], _ en: [String]) -> [String] { headers == .zh ? zh : en }
}
