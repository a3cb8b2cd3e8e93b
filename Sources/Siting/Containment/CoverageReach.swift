internal import Planning
internal import Wording

/// Whether a layout's documents speak about the land under a site.
struct CoverageReach {
    private(set) var applicability: LayoutAnswer.Applicability
    private(set) var probability: Double
    private(set) var notes: [Note] = []

    /// - Parameters:
    ///   - drawn: the layout asked.
    ///   - holds: whether one of its zones holds the site: where a layout draws, it speaks.
    ///   - surroundings: how the site stands to the context layout, in which coverage is told.
    ///   - confidence: how sure a verdict must be.
    init(of drawn: DrawnLayout, holds: Bool, surroundings: Containment?, confidence: Confidence) {
        guard let coverage = drawn.coverage, let surroundings else {
            applicability = .covered
            probability = 1
            return
        }
        let measures = surroundings.measures
        let speaks = coverage.inside.contains { measures[$0].covers }
        let unstated = coverage.unstated.filter { measures[$0.place].covers }
        applicability = holds || (speaks && unstated.isEmpty) ? .covered : .notCovered
        let within = coverage.inside.lazy.map { measures[$0].probability }.max() ?? 0
        let without = coverage.unstated.lazy.map { measures[$0.place].probability }.max() ?? 0
        probability = max(0, min(within, 1 - without))
        if applicability == .notCovered, speaks {
            notes += unstated.map(\.note)
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
    static func speaks(_ drawn: DrawnLayout, of surroundings: Containment?) -> Bool {
        guard let coverage = drawn.coverage, let surroundings else { return true }
        return coverage.inside.contains { surroundings.measures[$0].covers }
            && !coverage.unstated.contains { surroundings.measures[$0.place].covers }
    }
}

/// A layout's coverage by the places of the context's zones among those that can hold a site.
struct CoveragePlaces {
    /// Zones whose union is covered.
    let inside: [Int]
    /// Zones taken out of it, with what is said of a site there.
    let unstated: [(place: Int, note: Note)]

    init(_ coverage: Coverage, in context: DrawnLayout) {
        inside = coverage.zones.compactMap { context.places[$0] }
        unstated = coverage.notStated.compactMap { unstated in
            context.places[unstated.zone].map {
                ($0, Note(.applicabilityNotStated, unstated.note))
            }
        }
    }
}
