internal import Glibc
internal import PlanarGeometry
internal import Planning

/// How a position stands to every zone of one layout that can hold a site.
struct Containment {
    /// One zone's measures: figures alone, since a reference to the zone in each would have to be counted at every turn.
    struct Measure {
        var covers = false
        /// Metres, positive inside; minus infinity where the zone lies too far off to be answered.
        var boundaryDistance = -Double.infinity
        /// Where on the boundary, in the metric plane; nil beyond its reach.
        var foot: Point?
        var probability = 0.0
        /// The standard deviation per axis it was reckoned with, metres.
        var accuracy = 0.0
    }

    /// Which zones are measured to the end.
    enum Measured {
        /// All.
        case all
        /// Those that an answer at a confidence may name, those nearest, and some whatever they are.
        case answerable(Confidence, and: [Bool])
    }

    /// Those of the layout's ``DrawnLayout/holding`` zones, in their order.
    let measures: [Measure]
    /// The standard deviation of the nearest drawn edge, the larger where zones share it, metres.
    let edgeAccuracy: Double
    private let layout: DrawnLayout

    /// Measures a position against a layout.
    ///
    /// The standard deviation is that of the nearest drawn edge of the layout; zones that share it count with the
    /// larger of theirs. The site's own is added in squares. With one number for all, the parts of a partition
    /// and the rest sum to one, and a parent is never less likely than its child. Where imported outlines stand beside
    /// kept sketches each of the two has its own (``Sheets``), and the same holds.
    init(
        of position: MeasuredPosition, in layout: DrawnLayout, siteAccuracy: Double,
        _ measured: Measured = .all
    ) throws(LocatorError) {
        if let sheets = layout.sheets {
            try self.init(of: position, in: layout, sheets, siteAccuracy: siteAccuracy)
            return
        }
        var measures: [Measure] = []
        measures.reserveCapacity(layout.holding.count)
        let reach: Reach
        if case .answerable(let confidence, let wanted) = measured, let metres = position.metres {
            reach = Reach(confidence, wanted)
            try Self.measure(metres, position.degrees, layout, siteAccuracy, reach, into: &measures)
        } else {
            reach = .everywhere
            for drawn in layout.holding { measures.append(try Measure(of: position, to: drawn)) }
        }
        var nearest = Double.infinity
        for measure in measures { nearest = min(nearest, abs(measure.boundaryDistance)) }
        var edgeAccuracy = 0.0
        for place in measures.indices
        where abs(measures[place].boundaryDistance) <= nearest + Self.sameEdge {
            edgeAccuracy = max(edgeAccuracy, layout.bounds[place].accuracy)
        }
        let accuracy = (edgeAccuracy * edgeAccuracy + siteAccuracy * siteAccuracy).squareRoot()
        for place in measures.indices {
            measures[place].accuracy = accuracy
            guard measures[place].boundaryDistance > -reach.deviations(place) * accuracy || accuracy == 0
            else { continue }
            measures[place].probability = position.probability(
                of: layout.holding[place], measures[place], accuracy: accuracy)
        }
        self.init(measures, edgeAccuracy: edgeAccuracy, in: layout)
    }

    /// What was measured by other rules.
    init(_ measures: [Measure], edgeAccuracy: Double, in layout: DrawnLayout) {
        self.measures = measures
        self.edgeAccuracy = edgeAccuracy
        self.layout = layout
    }

    /// How far outside a zone, in standard deviations, its probability is still of interest.
    private struct Reach {
        private let possible: Double
        private let wanted: [Bool]

        static let everywhere = Reach(possible: .infinity, wanted: [])

        private init(possible: Double, wanted: [Bool]) {
            self.possible = possible
            self.wanted = wanted
        }

        /// Outside a circle of k standard deviations around the site lies exp(−k²/2) of the mass, and in a zone beyond it
        /// no more.
        init(_ confidence: Confidence, _ wanted: [Bool]) {
            possible = min((-2 * log(1 - confidence.value)).squareRoot() + 0.001, IsotropicNormal.reach)
            self.wanted = wanted
        }

        func isWanted(_ place: Int) -> Bool { place < wanted.count && wanted[place] }
        func deviations(_ place: Int) -> Double { isWanted(place) ? .infinity : possible }
    }

    /// Measures the zones that can be nearest or answered; of the others only that they do not cover the position is known.
    private static func measure(
        _ metres: Point, _ degrees: Point, _ layout: DrawnLayout, _ siteAccuracy: Double, _ reach: Reach,
        into measures: inout [Measure]
    ) throws(LocatorError) {
        var least = Double.infinity
        for place in layout.bounds.indices {
            measures.append(Measure())
            guard layout.bounds[place].box.covers(degrees) else { continue }
            let drawn = layout.holding[place]
            guard try drawn.covers(degrees) else { continue }
            measures[place].covers = true
            measures[place].probability = 1
            if let found = drawn.nearest(to: metres, within: .infinity) {
                measures[place].boundaryDistance = found.distance
                measures[place].foot = found.foot
                least = min(least, found.distance)
            }
        }
        let widest = layout.widestAccuracy
        let deviation = (widest * widest + siteAccuracy * siteAccuracy).squareRoot()
        for place in measures.indices where !measures[place].covers {
            let limit = max(least + 2 * sameEdge, reach.deviations(place) * deviation)
            guard layout.bounds[place].extent.squaredDistance(to: metres) <= limit * limit,
                let found = layout.holding[place].nearest(to: metres, within: limit)
            else { continue }
            measures[place].boundaryDistance = -found.distance
            measures[place].foot = found.foot
            least = min(least, found.distance)
        }
    }

    /// Two zones share an edge where their distances to it differ by no more than rounding does.
    static let sameEdge = 0.001  // m

    /// The measure of a zone.
    func measure(of id: String) -> Measure? { layout.places[id].map { measures[$0] } }
}

extension Containment.Measure {
    /// Measures a position against a zone to the end, but for its probability.
    init(of position: MeasuredPosition, to drawn: DrawnZone) throws(LocatorError) {
        let covers = try drawn.covers(position.degrees)
        let (distance, foot) = position.distance(to: drawn)
        self.init(
            covers: covers, boundaryDistance: covers ? distance : -distance, foot: foot,
            probability: covers ? 1 : 0)
    }
}
