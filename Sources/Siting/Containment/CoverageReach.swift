internal import Planning
internal import Wording

/// Whether a layout's documents speak about the land under a site.
struct CoverageReach {
    private(set) var applicability: LayoutAnswer.Applicability
    private(set) var probability: Double
    private(set) var notes: [Note] = []

    /// - Parameters:
    ///   - layout: the layout asked.
    ///   - holds: whether one of its zones holds the site: where a layout draws, it speaks.
    ///   - surroundings: how the site stands to the context layout, in which coverage is told.
    ///   - confidence: how sure a verdict must be.
    init(of layout: Layout, holds: Bool, surroundings: Containment?, confidence: Confidence) {
        guard let coverage = layout.coverage, let surroundings else {
            applicability = .covered
            probability = 1
            return
        }
        let inside = coverage.zones.compactMap { surroundings.measure(of: $0) }
        let unstated = coverage.notStated.filter { surroundings.measure(of: $0.zone)?.covers ?? false }
        let speaks = inside.contains(where: \.covers)
        applicability = holds || (speaks && unstated.isEmpty) ? .covered : .notCovered
        let within = inside.map(\.probability).max() ?? 0
        let without =
            coverage.notStated.compactMap { surroundings.measure(of: $0.zone)?.probability }.max() ?? 0
        probability = max(0, min(within, 1 - without))
        if applicability == .notCovered, speaks {
            notes += unstated.map { Note(.applicabilityNotStated, $0.note) }
        }
        let verdict = Verdict(probability: probability, confidence: confidence)
        if verdict == .uncertain {
            notes.append(
                Note(
                    .nearCoverageEdge,
                    Bilingual(
                        zh: "点位靠近适用范围的示意边界，是否适用需核边界。",
                        en: "The site lies near the drawn edge of the coverage; check the boundary itself.")))
        }
    }

    /// Whether a layout's documents speak about the land under a site, whatever the layout draws there.
    static func speaks(_ layout: Layout, of surroundings: Containment?) -> Bool {
        guard let coverage = layout.coverage, let surroundings else { return true }
        func covers(_ zone: String) -> Bool { surroundings.measure(of: zone)?.covers ?? false }
        return coverage.zones.contains(where: covers)
            && !coverage.notStated.contains { covers($0.zone) }
    }
}
