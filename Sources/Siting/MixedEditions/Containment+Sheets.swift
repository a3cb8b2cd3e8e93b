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
        let drawn = zip(layout.holding, measures).map { (abs($1.boundaryDistance), $0.accuracy.metres) }
        let sketched = rules.sketched.map { drawn[$0] }
        let own = position.metres.map { metres in
            sheets.ownEdges.map { ($0.distance(to: metres), $0.accuracy) }
        }
        let accuracies = SheetAccuracies(
            surveyed: rules.surveyed.map { drawn[$0] }, sketched: own ?? sketched, siteAccuracy: siteAccuracy)
        for place in rules.surveyed {
            measures[place].accuracy = accuracies.surveyed
            measures[place].probability = position.probability(
                of: layout.holding[place], measures[place], accuracy: accuracies.surveyed)
        }
        let measure = position.metres.map { metres in
            SheetMeasure(
                of: metres, in: sheets, covering: rules.surveyed.map { measures[$0].covers },
                accuracies)
        }
        for (sketch, place) in rules.sketched.enumerated() {
            measures[place].accuracy = accuracies.sketched
            // Beyond the plane, 100 km from everything drawn, no line divides what another leaves.
            measures[place].probability =
                measure?.probability(ofSketch: sketch, covers: measures[place].covers)
                ?? position.probability(
                    of: layout.holding[place], measures[place], accuracy: accuracies.sketched)
        }
        let sketch = SheetAccuracies.nearest(sketched)
        let isSurveyed = accuracies.surveyedDistance <= sketch.distance + Self.sameEdge
        self.init(
            measures, edgeAccuracy: isSurveyed ? accuracies.surveyedEdge : sketch.accuracy, in: layout)
    }
}
