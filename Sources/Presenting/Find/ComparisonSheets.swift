internal import Planning
internal import Siting
public import Tables
public import Wording

/// A comparison as sheets to be handed in (比选表): the candidates by rank, and what they were compared by.
public struct ComparisonSheets {
    private let comparison: CandidateComparison
    private let language: Language

    /// Writes in one language.
    public init(_ comparison: CandidateComparison, in language: Language) {
        self.comparison = comparison
        self.language = language
    }

    /// The candidates: those kept by rank, those to be looked into, those dropped, and rows that could not be read.
    ///
    /// - Parameters:
    ///   - own: the user's own columns shown beside the answers.
    ///   - cells: what a row has in them, by its place in the input.
    /// - Returns: the sheet.
    public func table(own: [String], cells: (Int) -> [PrintedSheet.Cell]) -> PrintedSheet {
        let groups = ComparisonFigures.groups(of: comparison.screening, language)
        let lead = [say("名次", "Rank"), say("判定", "Decision"), say("编号", "Id"), say("名称", "Name")] + own
        let last = [say("决定条件与排序依据", "Decided by"), say("说明", "Remarks"), say("依据", "Sources")]
        let heads: [(name: String, columns: [String])] =
            lead.map { (name: $0, columns: []) } + groups + last.map { (name: $0, columns: []) }
        var sheet = PrintedSheet(
            say("比选表", "Comparison"),
            columns: lead.count + groups.reduce(0) { $0 + max(1, $1.columns.count) } + last.count)
        sheet.add(whole: say("备选地块比选表", "Comparison of candidate sites"), .title)
        sheet.add(whole: comparison.summary(in: language) + blanks, .remark)
        sheet.add(
            whole: ([
                say(
                    "按 \(comparison.screening.asOf) 有效的版本作答",
                    "Answered by the editions valid on \(comparison.screening.asOf)")
            ]
                + comparison.periods(in: language) + comparison.boundaries(in: language)
                + comparison.assumedFrames(in: language)).joined(
                    separator: say("；", "; ")) + say("。", "."), .remark
        )
        sheet.add(head: heads)
        let (shared, hasNumbers) = (comparison.sharedIDs, idsAreNumbers)
        for decision in ScreenedCandidate.Decision.allCases {
            for index in comparison.indices(of: decision) {
                var cells = row(index, decision, cells(index), repeated: shared[index])
                if hasNumbers, let number = Self.number(comparison.rows[index].id) {
                    cells[2] = PrintedSheet.Cell(.number(number), .figure(decimals: 0))
                }
                sheet.add(cells)
            }
        }
        for index in comparison.failed {
            let (id, name) = comparison.rows[index].label(index + 1, in: language)
            let error = comparison.rows[index].error?.located(in: language) ?? ""
            let between = Array(
                repeating: PrintedSheet.Cell(.empty, .text),
                count: sheet.columnCount - lead.count - last.count + 1)
            sheet.add(
                [.text("", .mark), .text(say("未能比选", "not read"), .bad), .text(id), .text(name)]
                    + cells(index) + between + [.text(error), .text("")])
        }
        sheet.endTable()
        if !comparison.unchecked.isEmpty {
            sheet.add(
                whole: say("未核查事项（请另行核对）：", "Not checked here (look these up): ")
                    + comparison.unchecked.map { $0.name[language] }.joined(separator: say("、", ", ")),
                .remark)
        }
        sheet.add(whole: Vocabulary.disclaimer[language], .remark)
        return sheet
    }

    /// Whether all ids are plain numbers, so that a sheet can sort by them; one with leading zeros or of ten digits makes texts
    /// of all.
    private var idsAreNumbers: Bool {
        comparison.rows.allSatisfy { row in
            row.outcome == nil || row.id.map { $0.isEmpty || Self.number($0) != nil } ?? true
        }
    }

    private static func number(_ id: String?) -> Double? {
        guard let id, let whole = Int(id), "\(whole)" == id, id.utf8.count < 10 else { return nil }
        return Double(whole)
    }

    private func row(
        _ index: Int, _ decision: ScreenedCandidate.Decision, _ own: [PrintedSheet.Cell],
        repeated: [Int]?
    ) -> [PrintedSheet.Cell] {
        guard let screened = comparison.rows[index].screened else { return [] }
        let (id, name) = comparison.rows[index].label(index + 1, in: language)
        let rank = comparison.ranks[index]
        let look: PrintedSheet.Look = decision == .kept ? .good : decision == .undecided ? .open : .bad
        let decided =
            [CandidateComparison.decided(screened, in: language)]
            + (rank == nil ? [] : [screened.score.line(in: language)])
        let doubled = repeated.map { rows in
            let list = rows.prefix(5).map { "\($0)" }.joined(separator: say("、", ", "))
            let more = rows.count > 5
            return say(
                "编号与第 \(list) \(more ? "等行" : "行")重复",
                "the same id as row \(list)\(more ? " and others" : "")")
        }
        let remarks =
            [doubled].compactMap(\.self)
            + screened.findings.flatMap { FindingFigures(finding: $0, language: language).reasons }
            + screened.occupiedControls.map { $0.statement[language] }
        let sources = screened.findings.flatMap(\.sources).map { "\($0.document):\($0.line)" }
        return [
            PrintedSheet.Cell(rank.map { .number(Double($0)) } ?? .empty, .mark),
            .text(Vocabulary.word(for: decision)[language], look), .text(id), .text(name),
        ] + own
            + ComparisonFigures.cells(of: screened, language)
            + [
                .text(decided.filter { !$0.isEmpty }.joined(separator: say("；", "; "))),
                .text(unique(remarks).joined(separator: say("；", "; "))),
                .text(unique(sources).joined(separator: say("、", ", "))),
            ]
    }

    /// How well the boundaries that candidates are held against are drawn.
    private var accuracies: String {
        let named = comparison.screening.criteria.compactMap { criterion -> String? in
            guard let zone = criterion.zone, let accuracy = zone.accuracy else { return nil }
            return zone.name[language] + " " + Figures.distance(accuracy.metres)
        }
        return named.isEmpty
            ? say("见“原表与全部结果”各列。", "see the last sheet.")
            : unique(named).joined(separator: say("、", ", ")) + say("。", ".")
    }

    /// Rows that ask nothing are not in the table; that there were some is said.
    private var blanks: String {
        let count = comparison.rows.count - comparison.total
        guard count > 0 else { return "" }
        return say("；另有空行或合计行 \(count) 行，未列入", "; \(count) blank rows or rows of totals are left out")
    }

    /// What the candidates were compared by, and what nobody has checked.
    public var terms: PrintedSheet {
        var sheet = PrintedSheet(say("条件与依据", "Criteria and sources"), columns: 2)
        sheet.add(whole: say("条件与依据", "Criteria and sources"), .title)
        sheet.add(whole: say("筛选条件", "Criteria"), .section)
        for criterion in comparison.screening.criteria {
            for (index, line) in ComparisonFigures.statements(on: criterion, language).enumerated() {
                sheet.add([.text(index == 0 ? criterion.label[language] : ""), .text(line)])
            }
        }
        sheet.add(whole: say("判定与排序", "Decisions and ranks"), .section)
        sheet.add([.text(say("判定", "Decision")), .text(Vocabulary.rule(of: comparison.screening)[language])])
        sheet.add([.text(say("排序", "Rank")), .text(Vocabulary.ranking[language])])
        sheet.add(
            [
                .text(say("距边界", "To the boundary")),
                .text(
                    say(
                        "单位米，正数在内、负数在外；图面边界的位置中误差：",
                        "Metres, above zero inside and below zero outside; the boundaries are known to: ")
                        + accuracies),
            ])
        sheet.add(
            whole: say("数据版本（按 \(comparison.screening.asOf)）", "Editions (on \(comparison.screening.asOf))"),
            .section)
        for layout in comparison.catalogue.layouts {
            guard let edition = layout.edition(validOn: comparison.screening.asOf) else { continue }
            let boundaries = edition.boundaries(withPeriod: true).map { say("；", "; ") + $0[language] } ?? ""
            sheet.add(
                [
                    .text(layout.name[language]),
                    .text(
                        edition.name[language]
                            + say("，自 \(edition.validFrom) 起", ", from \(edition.validFrom)") + boundaries),
                ])
        }
        let documents = comparison.documents(in: language)
        if !documents.isEmpty { sheet.add(whole: documents, .remark) }
        if !comparison.unchecked.isEmpty {
            sheet.add(whole: say("未核查事项（请另行核对）", "Not checked here (look these up)"), .section)
            for item in comparison.unchecked {
                sheet.add([.text(item.name[language]), .text(item.check[language])])
            }
        }
        sheet.add(whole: Vocabulary.disclaimer[language], .remark)
        return sheet
    }

    private func unique(_ words: [String]) -> [String] {
        var found: [String] = []
        for word in words where !found.contains(word) { found.append(word) }
        return found
    }

    private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}
