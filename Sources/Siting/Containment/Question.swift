internal import Planning
internal import Wording

/// One site asked about, with all that its answers are judged by.
struct Question {
    let site: Site
    let position: MeasuredPosition
    let placements: TextPlacements
    let confidence: Confidence
    let asOf: CalendarDate

    /// How the site stands to the zones of a layout.
    ///
    /// - Parameters:
    ///   - drawn: the layout.
    ///   - wanted: zones to be measured even where no answer names them, by their places.
    /// - Returns: all that an answer may need.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    func contained(in drawn: DrawnLayout, wanted: [Bool] = []) throws(LocatorError) -> Containment {
        let frame = site.frameAccuracy
        return try Containment(
            of: position, in: drawn,
            siteAccuracy: (site.accuracy * site.accuracy + frame * frame).squareRoot(),
            // A text may name any zone.
            site.place == nil ? .answerable(confidence, and: wanted) : .all)
    }

    /// The zones worth naming: those that hold the site by text or drawing, and those that may.
    func answers(from containment: Containment, in drawn: DrawnLayout) -> [ZoneAnswer] {
        var answers: [ZoneAnswer] = []
        answers.reserveCapacity(8)
        // By place: most zones are neither copied nor looked at twice.
        for place in containment.measures.indices
        where containment.measures[place].covers || !placements.isEmpty
            || !confidence.excludes(containment.measures[place].probability)
        {
            if let answer = answer(of: drawn.holding[place], containment.measures[place]) {
                answers.append(answer)
            }
        }
        return answers
    }

    /// The answer of one zone; nil where it neither holds the site nor may.
    private func answer(of zone: DrawnZone, _ measure: Containment.Measure) -> ZoneAnswer? {
        let sentence = placements.isEmpty ? nil : placements.sentence(for: zone.zone)
        guard sentence != nil || measure.covers || !confidence.excludes(measure.probability) else {
            return nil
        }
        let drawn = Verdict(probability: measure.probability, confidence: confidence)
        return ZoneAnswer(
            answered: zone.answered, covers: measure.covers,
            basis: sentence == nil ? .geometry : drawn == .inside ? .both : .text,
            placedBy: sentence, probability: measure.probability,
            boundaryDistance: measure.boundaryDistance, accuracy: measure.accuracy,
            verdict: sentence == nil ? drawn : .inside,
            grade: sentence == nil ? Grade(probability: measure.probability) : .clearlyInside)
    }

    /// The zone people read first: of those that hold the site, one without a part that does so too; between
    /// several the more probable, then the earlier in the catalogue.
    ///
    /// Where a text places the site, the drawing may only name a part of the zone the text names.
    func deepest(of zones: [ZoneAnswer]) -> ZoneAnswer? {
        let placed = innermost(of: zones.filter { $0.basis != .geometry }).compactMap(\.answered.place)
        let holding = zones.filter { answer in
            answer.holds
                && (placed.isEmpty
                    || placed.contains {
                        answer.answered.place == $0 || answer.answered.ancestors.contains($0)
                    })
        }
        let leaves = innermost(of: holding)
        guard let best = leaves.map(\.probability).max() else { return nil }
        return leaves.first { $0.probability == best }
    }

    /// Those that are no ancestor of another.
    private func innermost(of zones: [ZoneAnswer]) -> [ZoneAnswer] {
        zones.filter { outer in
            guard let place = outer.answered.place else { return true }
            return !zones.contains { $0.answered.ancestors.contains(place) }
        }
    }

    /// Zones without a drawing that belong under one of the zones answered.
    func unlocated(in drawn: DrawnLayout, under zones: [ZoneAnswer]) -> [AnsweredZone] {
        drawn.unlocated.compactMap { entry in
            zones.contains { $0.answered.place == entry.parent } ? entry.zone : nil
        }
    }

    /// The context zones that speak of the same things where the layout does not.
    func counterparts(
        of drawn: DrawnLayout, in context: DrawnLayout?, _ surroundings: Containment?,
        ifStatedBy isSpeaking: (String) -> Bool
    ) -> [Counterpart] {
        guard let context, let surroundings else { return [] }
        return drawn.counterparts.compactMap { counterpart in
            let measure = surroundings.measures[counterpart.place]
            let answered = context.holding[counterpart.place].answered
            guard let source = answered.zone.sources.first, isSpeaking(source.document)
            else { return nil }
            return Counterpart(
                unanswered: counterpart.zone, answered: answered, covers: measure.covers,
                probability: measure.probability, boundaryDistance: measure.boundaryDistance,
                accuracy: measure.accuracy)
        }.sorted { $0.boundaryDistance > $1.boundaryDistance }
    }

    /// What else is to be said of a site that a layout covers.
    func notes(on layout: Layout, _ zones: [ZoneAnswer], in surroundings: Containment?) -> [Note] {
        var notes: [Note] = []
        if let unassigned = layout.unassigned, isUnassigned(in: layout, zones, surroundings) {
            notes.append(Note(.unassigned, unassigned))
        }
        for zone in zones where zone.basis == .text && geometryDenies(zone) {
            notes.append(
                Note(
                    .textAgainstDrawing,
                    Bilingual(
                        zh: "文本写明在“\(zone.zone.name.zh)”内，而图面落在其外：以文本为准，图面待改。",
                        en:
                            "The text places it in \(zone.zone.name.en), the drawing outside: the text stands, the drawing is to be mended."
                    )))
        }
        return notes
    }

    /// Whether the site lies in the whole of a partition and in none of its parts.
    private func isUnassigned(in layout: Layout, _ zones: [ZoneAnswer], _ surroundings: Containment?) -> Bool
    {
        let holding = Set(zones.filter(\.holds).map(\.zone.id))
        return layout.partitions.contains { partition in
            guard let whole = partition.of, holding.isDisjoint(with: partition.members) else { return false }
            return whole.layout == layout.id
                ? holding.contains(whole.zone) : surroundings?.measure(of: whole.zone)?.covers ?? false
        }
    }

    private func geometryDenies(_ zone: ZoneAnswer) -> Bool {
        Verdict(probability: zone.probability, confidence: confidence) == .outside
    }
}
