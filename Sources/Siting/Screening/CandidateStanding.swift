internal import Planning
internal import Topology
internal import Wording

/// How a candidate stands to one zone and its layout's coverage: the same for a position and for a shape.
struct CandidateStanding {
    /// Whether the zone's layout speaks about the candidate's land.
    enum Reach: Hashable {
        /// All of it.
        case covered
        /// About none of it, and that is sure: the candidate lies elsewhere.
        case elsewhere
        /// About none of it as drawn, but the edge of the coverage is too near to be sure.
        case nearEdge
        /// About a part of it, 0 to 1, and the text does not say whether about the rest.
        case notStated(Bilingual, covered: Double)
        /// About a part of it, 0 to 1, and not about the rest.
        case part(Double)
        /// Of a control line, of which it is not said that it is complete on all of the land: what is drawn is drawn,
        /// but that nothing was found proves nothing.
        case incomplete(ControlAnswer)
    }

    let zone: Zone
    let reach: Reach
    /// The probability that all of the candidate lies in the zone, and that any of it does.
    let whole: Double
    let any: Double
    /// One standard deviation, metres; nil where the zone is too far to matter.
    let accuracy: Double?
    /// The part that lies in the zone, of an area or a line.
    let share: Double?
    /// The sentence that places the named place in the zone, where the text decides.
    let placedBy: Source?

    private init(_ zone: Zone, _ reach: Reach, _ answer: ZoneAnswer?) {
        self.zone = zone
        self.reach = reach
        placedBy = answer?.placedBy
        whole = placedBy == nil ? answer?.probability ?? 0 : 1
        any = whole
        accuracy = answer?.accuracy
        share = nil
    }

    private init(_ zone: Zone, _ reach: Reach, _ share: ZoneShare?, placedBy: Source? = nil) {
        self.zone = zone
        self.reach = reach
        whole = placedBy == nil ? share?.probabilityWhole ?? 0 : 1
        any = placedBy == nil ? share?.probabilityAny ?? 0 : 1
        accuracy = share?.accuracy
        // Where the zone covers all of it, an overlay's last digit is nothing.
        self.share = share.flatMap { $0.relation.isCoveredBy ? 1 : $0.share }
        self.placedBy = placedBy
    }

    /// To a zone of a control line, of a candidate of any shape.
    ///
    /// - Parameters:
    ///   - zone: the zone.
    ///   - line: what of the candidate lies in the control line.
    ///   - share: how it stands to the zone; nil where they surely do not meet.
    init(to zone: Zone, of line: ControlAnswer, _ share: ZoneShare?) {
        self.init(zone, line.isSettled ? .covered : .incomplete(line), share)
    }

    /// Of a position.
    ///
    /// - Parameters:
    ///   - zone: the zone, of a plan that was answered or of the context.
    ///   - answer: an answer that names every zone with a probability worth naming.
    ///   - confidence: how sure it must be that the candidate lies outside the coverage.
    init(to zone: Zone, in answer: LocateAnswer, _ confidence: Confidence) {
        guard let layout = answer.layouts.first(where: { $0.layout.id == zone.layout }) else {
            self.init(zone, .covered, answer.context.first { $0.zone == zone })
            return
        }
        let reach: Reach
        if layout.applicability == .covered {
            reach = .covered
        } else if let note = layout.notes.first(.applicabilityNotStated) {
            reach = .notStated(note.text, covered: 0)
        } else {
            reach = confidence.excludes(layout.coverageProbability) ? .elsewhere : .nearEdge
        }
        self.init(zone, reach, layout.zones.first { $0.zone == zone })
    }

    /// Of a shape, which a sentence may place in the zone.
    init(to zone: Zone, in answer: ShareAnswer, _ confidence: Confidence, placedBy: Source? = nil) {
        guard let shares = answer.layouts.first(where: { $0.layout.id == zone.layout }) else {
            self.init(zone, .covered, answer.context.first { $0.zone == zone }, placedBy: placedBy)
            return
        }
        self.init(
            zone, Self.reach(of: shares, around: answer.context, confidence),
            shares.zones.first { $0.zone == zone }, placedBy: placedBy)
    }

    private static func reach(
        of shares: LayoutShares, around context: [ZoneShare], _ confidence: Confidence
    ) -> Reach {
        guard let coverage = shares.layout.coverage else { return .covered }
        // What is cut off by the last digit of an overlay is nothing.
        if shares.coveredShare > 1 - 1e-9 { return .covered }
        func share(_ id: String) -> ZoneShare? { context.first { $0.zone.id == id } }
        func isMet(_ id: String) -> Bool {
            share(id).map { $0.relation.sharesInterior || $0.relation.isCoveredBy } ?? false
        }
        // Left open is land inside the coverage only; beyond it the documents do not speak at all.
        let unstated = coverage.notStated.first { isMet($0.zone) }
        if let unstated, coverage.zones.contains(where: isMet) {
            return .notStated(unstated.note, covered: shares.coveredShare)
        }
        if shares.applicability == .covered { return .part(shares.coveredShare) }
        let near = coverage.zones.compactMap { share($0)?.probabilityAny }.max() ?? 0
        return confidence.excludes(near) ? .elsewhere : .nearEdge
    }
}
