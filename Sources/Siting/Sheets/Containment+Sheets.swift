internal import PlanarGeometry
internal import Planning

extension Containment {
    /// Measures a position against a layout whose edition holds imported outlines beside kept sketches.
    ///
    /// Each sheet has the standard deviation of its own nearest drawn edge, of surveyed zones that share it the larger;
    /// an edge that a sketch shares with a surveyed zone is the surveyed one's. All zones are measured to the end.
    init(
        of position: MeasuredPosition, in layout: DrawnLayout, _ sheets: Sheets, siteAccuracy: Double
    ) throws(LocatorError) {
        var measures: [Measure] = []
        for drawn in layout.holding { measures.append(try Measure(of: position, to: drawn)) }
        let rules = sheets.rules
        let known = Self.nearest(
            rules.surveyed.map { (abs(measures[$0].boundaryDistance), measures[$0].drawn.accuracy.metres) })
        let nearestSketch = Self.nearest(
            rules.sketched.map { (abs(measures[$0].boundaryDistance), measures[$0].drawn.accuracy.metres) })
        let own =
            position.metres.map { metres in
                Self.nearest(sheets.ownEdges.map { ($0.distance(to: metres), $0.accuracy) })
            } ?? nearestSketch
        func total(_ accuracy: Double) -> Double {
            (accuracy * accuracy + siteAccuracy * siteAccuracy).squareRoot()
        }
        let surveyedAccuracy = total(known.accuracy)
        // Sketches without a line of their own are divided by surveyed ones alone.
        let sketchAccuracy = total(own.distance < .infinity ? own.accuracy : known.accuracy)
        for place in rules.surveyed {
            measures[place].accuracy = surveyedAccuracy
            measures[place].probability = position.probability(
                of: measures[place], accuracy: surveyedAccuracy)
        }
        let measure = position.metres.map { metres in
            SheetMeasure(
                of: metres, in: sheets, covering: rules.surveyed.map { measures[$0].covers },
                distance: known.distance, surveyedAccuracy: surveyedAccuracy, sketchAccuracy: sketchAccuracy)
        }
        for (sketch, place) in rules.sketched.enumerated() {
            measures[place].accuracy = sketchAccuracy
            // Beyond the plane, 100 km from everything drawn, no line divides what another leaves.
            measures[place].probability =
                measure?.probability(ofSketch: sketch, covers: measures[place].covers)
                ?? position.probability(of: measures[place], accuracy: sketchAccuracy)
        }
        let isKnownNearest = known.distance <= nearestSketch.distance + Self.sameEdge
        self.init(
            measures, edgeAccuracy: isKnownNearest ? known.accuracy : nearestSketch.accuracy, in: layout)
    }

    /// The nearest of some edges, with the largest accuracy of those equally near.
    private static func nearest(
        _ edges: [(distance: Double, accuracy: Double)]
    ) -> (distance: Double, accuracy: Double) {
        let least = edges.map(\.distance).min() ?? .infinity
        let accuracy = edges.filter { $0.distance <= least + sameEdge }.map(\.accuracy).max() ?? 0
        return (least, accuracy)
    }
}
