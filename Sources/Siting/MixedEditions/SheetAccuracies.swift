/// The two standard deviations of an edition of two sheets for one site, metres.
struct SheetAccuracies {
    /// Of the surveyed zones: that of their nearest edge, the site's own in squares.
    let surveyed: Double
    /// Of the sketches: that of the nearest edge that is their own.
    ///
    /// Without any they are divided by surveyed lines alone.
    let sketched: Double
    /// How far the nearest surveyed edge is.
    let surveyedDistance: Double
    /// What the nearest surveyed edge is known to, metres.
    let surveyedEdge: Double

    /// Takes distances of edges with their accuracies.
    init(surveyed: [(Double, Double)], sketched: [(Double, Double)], siteAccuracy: Double) {
        func total(_ accuracy: Double) -> Double {
            (accuracy * accuracy + siteAccuracy * siteAccuracy).squareRoot()
        }
        let known = Self.nearest(surveyed)
        let own = Self.nearest(sketched)
        self.surveyed = total(known.accuracy)
        self.sketched = total(own.distance < .infinity ? own.accuracy : known.accuracy)
        surveyedDistance = known.distance
        surveyedEdge = known.accuracy
    }

    /// The nearest of some edges, with the largest accuracy of those equally near.
    static func nearest(_ edges: [(Double, Double)]) -> (distance: Double, accuracy: Double) {
        let least = edges.map(\.0).min() ?? .infinity
        return (least, edges.filter { $0.0 <= least + Containment.sameEdge }.map(\.1).max() ?? 0)
    }
}
