internal import PlanarGeometry
internal import Planning

/// How a position stands to every zone of one layout that can hold a site.
struct Containment {
    /// One zone's measures.
    struct Measure {
        let drawn: DrawnZone
        let covers: Bool
        /// Metres, positive inside.
        let boundaryDistance: Double
        /// Where on the boundary, in the metric plane; nil beyond its reach.
        let foot: Point?
        var probability: Double
    }

    /// In catalogue order.
    private(set) var measures: [Measure]
    /// The standard deviation of the nearest drawn edge, the larger where zones share it, metres.
    let edgeAccuracy: Double
    /// The one standard deviation per axis for this layout and this site, metres.
    let accuracy: Double

    /// Measures a position against a layout.
    ///
    /// The standard deviation is that of the nearest drawn edge of the layout; zones that share it count with the
    /// larger of theirs. The site's own is added in squares. With one number for all, the parts of a partition
    /// and the rest sum to one, and a parent is never less likely than its child.
    init(
        of position: MeasuredPosition, in zones: [DrawnZone], siteAccuracy: Double
    ) throws(LocatorError) {
        var measures: [Measure] = []
        for drawn in zones where drawn.holdsSites {
            let covers = try drawn.covers(position.degrees)
            let (distance, foot) = position.distance(to: drawn)
            measures.append(
                Measure(
                    drawn: drawn, covers: covers, boundaryDistance: covers ? distance : -distance, foot: foot,
                    probability: covers ? 1 : 0))
        }
        let nearest = measures.map { abs($0.boundaryDistance) }.min() ?? .infinity
        let edgeAccuracy =
            measures.filter { abs($0.boundaryDistance) <= nearest + Self.sameEdge }
            .map(\.drawn.accuracy.metres).max() ?? 0
        let accuracy = (edgeAccuracy * edgeAccuracy + siteAccuracy * siteAccuracy).squareRoot()
        for index in measures.indices {
            measures[index].probability = position.probability(of: measures[index], accuracy: accuracy)
        }
        self.measures = measures
        self.edgeAccuracy = edgeAccuracy
        self.accuracy = accuracy
    }

    /// Two zones share an edge where their distances to it differ by no more than rounding does.
    private static let sameEdge = 0.001  // m

    /// The measure of a zone.
    func measure(of id: String) -> Measure? { measures.first { $0.drawn.zone.id == id } }
}
