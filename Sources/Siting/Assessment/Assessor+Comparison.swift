internal import Planning

extension Assessor {
    /// Sets every sentence on an activity beside where the site lies.
    func compared(
        _ activity: String, from parcel: Parcel, _ placed: Placement, layouts wanted: Set<String>?
    ) throws(LocatorError) -> ActivityComparison {
        let known = wanted.map { $0.union(catalogue.layouts.filter { $0.kind == .context }.map(\.id)) }
        let answer = fit.answer(activity, filter: FunctionalFit.Filter(layouts: known))
        let named = answer.activities.flatMap { $0.assignments + $0.instead }
        let drawn = named.compactMap(\.target.zone).filter { $0.geometry != nil }.map(\.reference)
        let distances = try overlay.distances(from: parcel, to: Array(Set(drawn)))
        let activities = answer.activities.map { one in
            let assignments = one.assignments.map { beside($0, placed, distances) }
            return ComparedActivity(
                answer: one, outcome: Self.outcome(of: one, assignments), assignments: assignments,
                instead: one.instead.map { beside($0, placed, distances) })
        }
        return ActivityComparison(fit: answer, activities: activities)
    }

    private func beside(
        _ assignment: FitAssignment, _ placed: Placement, _ distances: [ZoneReference: ZoneDistance]
    ) -> ComparedAssignment {
        ComparedAssignment(assignment: assignment, place: place(of: assignment.target, placed, distances))
    }

    private func place(
        of target: FitTarget, _ placed: Placement, _ distances: [ZoneReference: ZoneDistance]
    ) -> ComparedAssignment.Place {
        guard case .zone(let zone, let path) = target else { return .notInCatalogue }
        guard zone.geometry != nil else {
            let drawn = path.dropLast().last { $0.geometry != nil }
            return .notDrawn(under: drawn, holdsSite: drawn.flatMap { holds($0, placed) })
        }
        let standing = placed.standing(zone)
        switch standing?.holding {
        case .whole: return standing?.verdict == .inside ? .here : .nominally
        case .part: return .partly
        case .possible: return .possibly
        case nil: break
        }
        guard let distance = distances[zone.reference], distance.isCovered else { return .notCovered }
        if !zone.role.holdsSites, distance.metres <= 2 * distance.accuracy {
            // Along a road: the texts give no width, and the drawing cannot tell the roadside from the road.
            return .along(distance)
        }
        return .elsewhere(distance)
    }

    /// Whether a drawn zone holds the site; nil where that is not told.
    private func holds(_ zone: Zone, _ placed: Placement) -> Bool? {
        switch placed.standing(zone)?.holding {
        case .whole, .part: return true
        case .possible: return nil
        case nil:
            let answer = placed.layouts.first { $0.layout.id == zone.layout }
            return answer.map(\.applicability) == .notCovered ? nil : false
        }
    }

    private static func outcome(
        of answer: ActivityAnswer, _ assignments: [ComparedAssignment]
    ) -> ComparedActivity.Outcome {
        let placed = assignments.filter { !$0.assignment.isAtLarge }
        let own = placed.filter { [.direct, .stageNotStated].contains($0.assignment.standing) }
        guard !own.isEmpty else {
            if !placed.isEmpty { return .otherStage }
            return assignments.isEmpty ? .notStated : .atLarge
        }
        func some(_ test: (ComparedAssignment.Place) -> Bool) -> Bool { own.contains { test($0.place) } }
        if some({ $0 == .here }) { return .here }
        if some({ $0 == .nominally }) { return .nominallyHere }
        if some({ $0 == .partly }) { return .partlyHere }
        if some({ $0 == .possibly }) { return .possiblyHere }
        if some({ if case .along = $0 { true } else { false } }) { return .possiblyHere }
        if some({ if case .notDrawn(_, holdsSite: true) = $0 { true } else { false } }) {
            return .undrawnHere
        }
        if some({ if case .elsewhere = $0 { true } else { false } }) { return .elsewhere }
        return .notComparable
    }
}

extension Placement {
    /// How the site stands to a zone; nil where it neither lies in it nor may.
    func standing(_ zone: Zone) -> ZoneStanding? {
        (layouts.flatMap(\.zones) + context).first { $0.zone.layout == zone.layout && $0.zone.id == zone.id }
    }
}
