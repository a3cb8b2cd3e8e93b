internal import Planning
internal import Siting
internal import Wording

/// The rows of an assessment on paper.
///
/// What surely does not concern the site is left to the other formats: zones that may hold it with at most one chance
/// in five, distances beyond the five nearest. What has no room on the sheet is counted there.
struct AssessmentTables {
    let assessment: Assessment
    let catalogue: Catalogue
    let language: Language

    init(_ assessment: Assessment, catalogue: Catalogue, language: Language) {
        self.assessment = assessment
        self.catalogue = catalogue
        self.language = language
    }

    var site: String {
        let summary = AssessmentSummary(assessment, catalogue: catalogue, language: language)
        let notes = (assessment.site.notes + assessment.notes).map { $0.clause(in: language) }
        return ([summary.heading] + notes).joined(separator: say("；", "; "))
    }

    /// What the tables below do not say as shortly.
    var summary: [AssessmentSheet.SummaryLine] {
        AssessmentSummary(assessment, catalogue: catalogue, language: language).answers.filter {
            $0.severity != .hint
        }.map { line in
            AssessmentSheet.SummaryLine(
                severity: line.severity?.rawValue ?? "", label: line.label, text: line.text)
        }
    }

    // MARK: - What is wanted

    /// The zones that are read first, then the others: what is said of the whole is known to whoever reads of its parts;
    /// slivers last.
    var functions: [AssessmentSheet.Functions] {
        let inner = Set(assessment.layouts.flatMap(\.told).map(\.zone))
        func rank(_ one: StatedFunctions) -> Int {
            one.standing.isSliver ? 2 : inner.contains(one.zone) ? 0 : 1
        }
        return (0...2).flatMap { place in stated.filter { rank($0) == place } }.map { one in
            var words: [String] = []
            func add(_ zh: String, _ en: String, _ some: [String]) {
                if !some.isEmpty { words.append(say(zh, en) + some.joined(separator: say("、", ", "))) }
            }
            add("功能：", "functions: ", one.zone.functions)
            add("产业：", "industries: ", one.zone.industries)
            return AssessmentSheet.Functions(
                zoneName: one.zone.name[language],
                holding: say("（", " (") + Vocabulary.word(forHolding: one.standing)[language]
                    + say("）", ")"),
                words: words.joined(separator: say("；", "; ")),
                place: unique(one.sources.map(place)).prefix(2).joined(separator: say("、", ", ")))
        }
    }

    /// Of the plans alone: the context names, it does not plan.
    private var stated: [StatedFunctions] {
        assessment.functions.filter {
            $0.layout.kind == .plan && $0.standing.isWorthTelling
        }
    }

    var comparisons: [AssessmentSheet.Comparison] {
        guard let comparison = assessment.comparison else { return [] }
        let silences = comparison.fit.reading.silences.map {
            AssessmentSheet.Comparison(
                activity: comparison.fit.question, outcome: say("：", ": ") + $0.text[language],
                assignments: [])
        }
        let answers = comparison.activities.map { activity in
            let all = activity.assignments + activity.instead
            return AssessmentSheet.Comparison(
                activity: activity.answer.activity.name[language],
                outcome: say("：", ": ") + Vocabulary.sentence(for: activity.outcome)[language],
                assignments: all.map { one in
                    AssessmentSheet.Assignment(
                        target: one.assignment.target.name[language],
                        word: say("用词“\(one.assignment.word)”", one.assignment.word),
                        where: Vocabulary.word(for: one.place)[language], place: place(one.assignment.source))
                })
        }
        let disagreements = comparison.fit.contradictions.map {
            AssessmentSheet.Comparison(
                activity: DisagreementText.heading[language], outcome: say("：", ": ") + $0.text[language],
                assignments: [])
        }
        guard (silences + answers).isEmpty else { return silences + answers + disagreements }
        return [
            AssessmentSheet.Comparison(
                activity: comparison.fit.question,
                outcome: say("：", ": ") + comparison.fit.reading.silence[language], assignments: [])
        ]
    }

    // MARK: - What to mind, what is near

    /// Those first that no table of the sheet says already.
    var flags: [AssessmentSheet.Flag] {
        let told: Set<AssessmentFlag.Rule> = [.planPeriodEnded, .shareMeaningless]
        let flags =
            assessment.flags.filter { !told.contains($0.rule) }
            + assessment.flags.filter { told.contains($0.rule) }
        return flags.map { flag in
            let lift = flag.liftSentence.map { " " + sentence($0[language]) } ?? ""
            let source = flag.source.map { say("（", " (") + place($0) + say("）", ")") } ?? ""
            return AssessmentSheet.Flag(
                severity: flag.severity.rawValue, word: Vocabulary.word(for: flag.severity)[language],
                reason: flag.reason[language], rest: lift + source,
                title: Vocabulary.title(of: flag.rule)[language])
        }
    }

    private func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + say("。", ".")
    }

    /// Says how many were left out, and where they stand; nil where none was.
    func cut(_ count: Int, naming titles: [String] = []) -> String? {
        guard count > 0 else { return nil }
        let names = unique(titles)
        return say("另有 \(count) 项", "\(count) more")
            + (names.isEmpty
                ? "" : say("（", " (") + names.joined(separator: say("、", ", ")) + say("）", ")"))
            + say("，见文字版或 JSON。", ": see the text or JSON format.")
    }

    var distances: [AssessmentSheet.Near] {
        assessment.distances.filter(\.distance.isCovered).prefix(5).map {
            AssessmentSheet.Near(
                zoneName: $0.distance.zone.name[language],
                distance: Vocabulary.distance($0.distance)[language])
        }
    }

    /// Which zones count as neighbours.
    var neighboursTitle: String {
        let reach = Figures.distance(assessment.neighboursWithin)
        return say("邻近的结构单元（\(reach) 内）", "Neighbouring zones (within \(reach))")
    }

    /// Said where nothing is near.
    var none: String { say("无", "none") }

    var neighbours: [AssessmentSheet.Near] {
        assessment.nearNeighbours.map { one in
            AssessmentSheet.Near(
                zoneName: one.zone.name[language], distance: Vocabulary.gap(one)[language])
        }
    }

    // MARK: - What it rests on

    /// Every sentence the page refers to, once: those that give the activity to where the site is, then to other places, then
    /// those on the innermost zones, in which order they are printed.
    var quotes: [AssessmentSheet.Quote] {
        let first = assessment.layouts.flatMap(\.told)
        let worthy = assessment.layouts.flatMap { $0.zones.filter(\.isWorthTelling) }
        let placed = first + worthy.filter { !first.contains($0) }
        let activities = assessment.comparison?.activities ?? []
        let assigned = activities.flatMap(\.assignments)
        let compared = assigned.filter(\.place.isHere) + assigned.filter { !$0.place.isHere }
        let instead = activities.flatMap(\.instead).map(\.assignment.source)
        let disagreeing = assessment.comparison?.fit.contradictions.flatMap(\.sources) ?? []
        let all =
            compared.map(\.assignment.source) + placed.compactMap { $0.placedBy ?? $0.zone.sources.first }
            + instead + stated.flatMap(\.sources) + disagreeing + assessment.flags.compactMap(\.source)
        var seen: Set<Source> = []
        let distinct = all.filter { seen.insert($0).inserted }
        // A quote that stands within another of the same line says nothing more.
        let whole = distinct.filter { one in
            !distinct.contains {
                $0 != one && $0.document == one.document && $0.line == one.line
                    && $0.quote.contains(one.quote)
            }
        }
        return whole.map { AssessmentSheet.Quote(place: place($0), text: $0.quote) }
    }

    var documents: String {
        AnswerDocuments(catalogue, language).line(of: assessment.layouts.map(\.layout))
    }

    func place(_ source: Source) -> String { "\(source.document):\(source.line)" }

    func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}

extension ZoneStanding {
    /// Whether the zone holds some of the site, or may with more than one chance in five.
    var isWorthTelling: Bool { holds || probability > 0.2 }
}
