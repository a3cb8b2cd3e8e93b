public import Planning

/// Answers which zones the documents assign an activity to (功能导向比对).
///
/// Only from the documents' own words: every document's sentence is listed with its quote, none wins over
/// another, and silence is an answer. The texts say where an activity is wanted, never that a site may have it.
///
/// ```swift
/// let folder = GeoDataFolder(path: "GeoData")
/// let catalogue = try folder.catalogue()
/// let fit = FunctionalFit(try folder.activities(in: catalogue), catalogue, asOf: .today())
/// let answer = fit.answer("集成电路设计")
/// answer.activities[0].assignments[0].target.id  // "kechuangjie", by 002:388
/// ```
public struct FunctionalFit: Sendable {
    /// Which answers are wanted.
    public struct Filter: Hashable, Sendable {
        /// Only these stages, whatever the text says; empty: as the text says.
        public var stages: [ActivityStage]
        /// Only sentences of these documents, by id; nil for all.
        public var documents: Set<String>?
        /// Only zones of these layouts, by id; nil for all.
        public var layouts: Set<String>?

        /// Wants everything unless told otherwise.
        public init(
            stages: [ActivityStage] = [], documents: Set<String>? = nil, layouts: Set<String>? = nil
        ) {
            self.stages = stages
            self.documents = documents
            self.layouts = layouts
        }
    }

    private let vocabulary: ActivityVocabulary
    private let catalogue: Catalogue
    private let asOf: CalendarDate
    private let reader: ActivityReader

    /// Makes a vocabulary ready for questions, with the editions valid on a day.
    public init(_ vocabulary: ActivityVocabulary, _ catalogue: Catalogue, asOf: CalendarDate) {
        self.vocabulary = vocabulary
        self.catalogue = catalogue
        self.asOf = asOf
        let zones = catalogue.layouts.compactMap { $0.edition(validOn: asOf) }.flatMap(\.zones)
        reader = ActivityReader(vocabulary, zones: zones)
    }

    /// Answers a question in free text, such as `集成电路设计`, `12英寸晶圆制造项目` or `IVD lab`.
    public func answer(_ question: String, filter: Filter = Filter()) -> FitAnswer {
        let reading = reader.reading(of: question)
        let asked = filter.stages.isEmpty ? reading.stages : filter.stages
        let answers = reading.found.map { found in
            let activity = found.activity
            var stages = Set(asked)
            if filter.stages.isEmpty, let own = activity.stage { stages.insert(own) }
            return answer(for: activity, at: ActivityStage.allCases.filter(stages.contains), filter)
        }
        let ids = Set(reading.found.map(\.activity.id))
        return FitAnswer(
            question: question, asOf: asOf, reading: reading, activities: answers,
            named: reading.named.compactMap { named($0, filter) },
            contradictions: vocabulary.contradictions.filter { !ids.isDisjoint(with: $0.activities) })
    }

    private func answer(
        for activity: Activity, at stages: [ActivityStage], _ filter: Filter
    ) -> ActivityAnswer {
        let own = assignments(of: activity, filter) { assignment in
            if stages.isEmpty || !Set(stages).isDisjoint(with: assignment.stages) { return .direct }
            return assignment.stages.isEmpty ? .stageNotStated : .otherStage
        }
        let outcome = Self.outcome(of: own)
        var instead: [FitAssignment] = []
        if outcome != .assigned {
            for (ids, standing) in [
                (activity.broader, FitAssignment.Standing.broader), (activity.related, .related),
            ] {
                for other in ids.compactMap(vocabulary.activity) {
                    let found = assignments(of: other, filter) { assignment in
                        let isAsked = stages.isEmpty || !Set(stages).isDisjoint(with: assignment.stages)
                        return isAsked && !assignment.isAtLarge ? standing : nil
                    }
                    instead += found.filter { new in
                        !(own + instead).contains { $0.target.id == new.target.id && $0.source == new.source }
                    }
                }
            }
        }
        let gaps = activity.gaps.filter { gap in
            guard let stage = gap.stage else { return true }
            return stages.isEmpty || stages.contains(stage)
        }
        return ActivityAnswer(
            activity: activity, stages: stages, outcome: outcome, assignments: own,
            instead: instead, gaps: gaps)
    }

    private static func outcome(of own: [FitAssignment]) -> ActivityAnswer.Outcome {
        let placed = own.filter { !$0.isAtLarge }
        if placed.contains(where: { $0.standing == .direct }) { return .assigned }
        if placed.contains(where: { $0.standing == .stageNotStated }) { return .stageNotStated }
        if !placed.isEmpty { return .otherStage }
        return own.isEmpty ? .notStated : .atLarge
    }

    /// An activity's sentences: on places before those at large, the direct ones first, then by document and line.
    private func assignments(
        of activity: Activity, _ filter: Filter,
        standing: (WordAssignment) -> FitAssignment.Standing?
    ) -> [FitAssignment] {
        var found: [FitAssignment] = []
        for word in activity.words {
            for assignment in word.assignments
            where filter.documents?.contains(assignment.source.document) ?? true {
                guard let document = catalogue.document(assignment.source.document),
                    let target = target(assignment.place, filter), let standing = standing(assignment)
                else { continue }
                // One sentence may hold two of an activity's words for one place; it is listed once.
                let isKnown = found.contains { $0.target.id == target.id && $0.source == assignment.source }
                if isKnown { continue }
                found.append(
                    FitAssignment(
                        standing: standing, activity: activity, word: word.text, target: target,
                        stages: assignment.stages, isAtLarge: assignment.isAtLarge, document: document,
                        planStatus: document.planPeriod.status(on: asOf), source: assignment.source))
            }
        }
        let order = FitAssignment.Standing.allCases
        func key(_ item: (offset: Int, element: FitAssignment)) -> (Int, Int, String, Int, Int) {
            let assignment = item.element
            return (
                assignment.isAtLarge ? 1 : 0, order.firstIndex(of: assignment.standing) ?? 0,
                assignment.source.document, assignment.source.line, item.offset
            )
        }
        return found.enumerated().sorted { key($0) < key($1) }.map(\.element)
    }

    private func target(_ place: WordAssignment.Place, _ filter: Filter) -> FitTarget? {
        switch place {
        case .named(let structure): return filter.layouts == nil ? .named(structure) : nil
        case .zone(let reference):
            guard filter.layouts?.contains(reference.layout) ?? true,
                let layout = catalogue.layout(reference.layout),
                let edition = layout.edition(validOn: asOf), let zone = edition.zone(reference.zone)
            else { return nil }
            return .zone(zone, path: edition.path(to: zone))
        }
    }

    private func named(_ reference: ZoneReference, _ filter: Filter) -> NamedZone? {
        guard case .zone(let zone, let path) = target(.zone(reference), filter) else { return nil }
        // 「临山地区与中心地区各布局什么」 asks of the parts of the group it names.
        let all = [reference] + parts(of: reference)
        let found = all.flatMap { place in
            vocabulary.activities.flatMap { activity in
                assignments(of: activity, filter) { assignment in
                    assignment.place == .zone(place) ? .direct : nil
                }
            }
        }
        return NamedZone(zone: zone, path: path, assignments: found)
    }

    /// The zones of a plan whose parent a zone is.
    private func parts(of reference: ZoneReference) -> [ZoneReference] {
        guard let layout = catalogue.layout(reference.layout), layout.kind == .plan else { return [] }
        let zones = layout.edition(validOn: asOf)?.zones ?? []
        return zones.filter { $0.parent == reference.zone }.map {
            ZoneReference(layout: layout.id, zone: $0.id)
        }
    }
}
