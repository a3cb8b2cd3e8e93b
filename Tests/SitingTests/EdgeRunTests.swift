import PlanarGeometry
import TestSupport
import Testing

@testable import Siting

@Suite struct EdgeRunTests {
    @Test func noEdgeOfARunIsNearerThanTheRun() {
        var random = SeededGenerator(seed: 3)
        func point() -> Point {
            Point(x: .random(in: -9000...9000, using: &random), y: .random(in: -9000...9000, using: &random))
        }
        let corners = (0..<203).map { _ in point() }
        let edges = zip(corners, corners.dropFirst()).map { Segment($0, $1) }
        let runs = EdgeRun.runs(of: edges)
        #expect(runs.flatMap(\.edges) == Array(edges.indices))
        for place in (0..<500).map({ _ in point() }) + corners {
            for run in runs {
                let nearest = edges[run.edges].map { $0.distance(to: place) }.min() ?? 0
                #expect(run.squaredDistance(to: place) <= nearest * nearest)
            }
        }
    }
}
