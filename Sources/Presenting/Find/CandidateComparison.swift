public import Planning
public import Siting
internal import Wording

/// The candidates of one run with what became of each, in the order they came: what a 比选表 shows.
public struct CandidateComparison: Sendable {
    /// One row of the input.
    public struct Row: Sendable {
        /// What it was read from.
        public let origin: AnsweredRow.Origin
        /// The row as the user's own program counts it; nil for a position on the command line.
        public let row: Int?
        /// The user's own id, as far as it could be read.
        public let id: String?
        /// The user's own name, as far as it could be read.
        public let name: String?
        /// What became of it, or the error in its place; nil for a blank row, which is copied and asks nothing.
        public let outcome: Result<ScreenedCandidate, RowError>?

        /// Joins a row and what became of it.
        public init(
            origin: AnsweredRow.Origin, row: Int?, id: String?, name: String?,
            outcome: Result<ScreenedCandidate, RowError>?
        ) {
            self.origin = origin
            self.row = row
            self.id = id
            self.name = name
            self.outcome = outcome
        }

        /// What became of it; nil for a row that failed or is blank.
        public var screened: ScreenedCandidate? { try? outcome?.get() }

        /// What is wrong with it.
        public var error: RowError? {
            if case .failure(let error) = outcome { error } else { nil }
        }

        /// Id and name as people read them; the row's number where it has no id.
        func label(_ number: Int, in language: Language) -> (id: String, name: String) {
            let id = id.flatMap { $0.isEmpty ? nil : $0 }
            let name = name ?? screened?.candidate.name ?? ""
            guard id == nil, name.isEmpty else { return (id ?? "", name) }
            return (language.say("第 \(row ?? number) 行", "row \(row ?? number)"), "")
        }

        /// Id and name in one text.
        func title(_ number: Int, in language: Language) -> String {
            let (id, name) = label(number, in: language)
            return [id, name].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// What was asked.
    public let screening: Screening
    /// What the answers were taken from.
    public let catalogue: Catalogue
    /// What siting has to look up elsewhere (未核查事项): without the control lines that are complete on the land of every
    /// candidate.
    public let unchecked: [UncheckedItem]
    /// The rows, in the order of the input.
    public let rows: [Row]
    /// The place of each row among those of its decision, from 1; nil for the others.
    public let ranks: [Int?]

    /// Ranks the candidates of some rows.
    public init(
        _ screening: Screening, _ catalogue: Catalogue, unchecked: [UncheckedItem], rows: [Row]
    ) {
        self.screening = screening
        self.catalogue = catalogue
        let screened = rows.compactMap(\.screened)
        self.unchecked = unchecked.filter { item in
            screened.isEmpty
                || !screened.allSatisfy { candidate in
                    candidate.controls.contains { $0.layout.id == item.id && $0.isSettled }
                }
        }
        self.rows = rows
        let answered = rows.indices.compactMap { index in rows[index].screened.map { (index, $0) } }
        var ranks = [Int?](repeating: nil, count: rows.count)
        for ((index, _), rank) in zip(answered, answered.map(\.1).ranks) { ranks[index] = rank }
        self.ranks = ranks
    }

    /// The rows whose id other rows bear as well, each with the numbers of those others.
    var sharedIDs: [Int: [Int]] {
        var places: [String: [Int]] = [:]
        for (index, row) in rows.enumerated() where row.outcome != nil {
            guard let id = row.id, !id.isEmpty else { continue }
            places[id, default: []].append(index)
        }
        var shared: [Int: [Int]] = [:]
        for same in places.values where same.count > 1 {
            for index in same {
                shared[index] = same.filter { $0 != index }.map { rows[$0].row ?? $0 + 1 }
            }
        }
        return shared
    }

    /// The rows of one decision: ranked ones by rank, others as they came.
    func indices(of decision: ScreenedCandidate.Decision) -> [Int] {
        rows.indices.filter { rows[$0].screened?.decision == decision }
            .sorted { (ranks[$0] ?? $0, $0) < (ranks[$1] ?? $1, $1) }
    }

    /// How many there are of each kind, in one line.
    func summary(in language: Language) -> String {
        let (kept, open, dropped) = (count(of: .kept), count(of: .undecided), count(of: .dropped))
        let broken =
            failed.isEmpty
            ? "" : language.say("，未能比选 \(failed.count) 个", ", \(failed.count) could not be screened")
        return language.say(
            "备选地块 \(total) 个：入选 \(kept) 个，待核实 \(open) 个，不入选 \(dropped) 个",
            "\(total) candidates: \(kept) kept, \(open) to be looked into, \(dropped) dropped") + broken
    }

    /// The criteria a candidate's decision rests on, with what they came to; nothing where all are met.
    static func decided(_ screened: ScreenedCandidate, in language: Language) -> String {
        let names = screened.deciding.map(\.criterion.label[language]).joined(
            separator: language.say("；", "; "))
        guard !names.isEmpty else { return "" }
        return
            (screened.decision == .dropped
            ? language.say("未满足：", "not met: ") : language.say("未定：", "open: "))
            + names
    }

    /// The titles of the documents that are cited, with what the number behind the colon stands for.
    func documents(in language: Language) -> String {
        let cited = Set(
            (rows.compactMap(\.screened).flatMap(\.findings).flatMap(\.sources)
                + screening.criteria.flatMap { $0.zone?.sources ?? [] }).map(\.document))
        return cited.isEmpty ? "" : AnswerDocuments(catalogue, language).line(of: cited)
    }

    /// What was taken for granted of the frame of candidates that state none: whoever is handed the table has not seen the
    /// command say it.
    func assumedFrames(in language: Language) -> [String] {
        var sentences: [String] = []
        for screened in rows.compactMap(\.screened) {
            for note in screened.candidate.notes where note.code == "frame_assumed" {
                let sentence = note.clause(in: language)
                if !sentences.contains(sentence) { sentences.append(sentence) }
            }
        }
        return sentences
    }

    /// Where the plan periods of what the criteria rest on stand, each once.
    func periods(in language: Language) -> [String] {
        var periods: [PlanPeriod?] = []
        for criterion in screening.criteria {
            // A control point rests on no document.
            if let zone = criterion.zone, !zone.sources.isEmpty {
                let edition = edition(of: zone)
                let isImported = edition?.isImportedWhole ?? false
                periods.append(isImported ? edition?.origin?.planPeriod : zone.planPeriod)
            }
            if case .activity(let wanted) = criterion {
                periods += wanted.assignments.map { $0.document.planPeriod }
            }
        }
        var sentences: [String] = []
        for period in periods {
            let status = period?.status(on: screening.asOf) ?? .notStated
            let sentence = Vocabulary.sentence(for: status, of: period)[language]
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
        return sentences
    }

    /// Whose imported boundaries the criteria are held against, each once.
    func boundaries(in language: Language) -> [String] {
        var sentences: [String] = []
        for zone in screening.criteria.compactMap(\.zone) {
            guard let edition = edition(of: zone), edition.origin?.zones.contains(zone.id) ?? false,
                let words = edition.boundaries(withPeriod: true)?[language]
            else { continue }
            let name = catalogue.layout(zone.layout)?.name[language] ?? zone.layout
            let sentence = name + language.say("：", ": ") + words
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
        return sentences
    }

    private func edition(of zone: Zone) -> Edition? {
        catalogue.layout(zone.layout)?.edition(validOn: screening.asOf)
    }

    /// The rows that could not be screened.
    var failed: [Int] { rows.indices.filter { rows[$0].error != nil } }

    /// How many rows asked anything.
    public var total: Int { rows.filter { $0.outcome != nil }.count }

    /// How many candidates there are of one decision.
    public func count(of decision: ScreenedCandidate.Decision) -> Int {
        rows.filter { $0.screened?.decision == decision }.count
    }
}
