import PlanarGeometry
import TestSupport
import Testing

@testable import MapDrawing

@Suite struct LabelBoxTests {
    private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, turned angle: Double = 0)
        -> LabelBox
    {
        let rect = PaperRect(x: x, y: y, width: width, height: height)
        return LabelBox(rect, turned: angle, about: rect.centre)
    }

    @Test func boxesThatShareAnEdgeDoNotOverlap() {
        #expect(!box(0, 0, 2, 1).overlaps(box(2, 0, 2, 1)))
        #expect(box(0, 0, 2, 1).overlaps(box(1.999, 0, 2, 1)))
    }

    @Test func aTurnedBoxBesideACornerDoesNotOverlap() {
        // Upright boxes around the two do overlap.
        let turned = box(0, 0, 4, 0.2, turned: .pi / 4)
        #expect(!turned.overlaps(box(2.6, -1.4, 0.8, 0.8)))
        #expect(turned.overlaps(box(2, 0, 0.3, 0.3)))
    }

    @Test func overlapAgreesWithSamplingOfBothBoxes() {
        var generator = SeededGenerator(seed: 11)
        func random(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &generator) }
        for _ in 0..<400 {
            let one = box(
                random(0...5), random(0...5), random(0.5...4), random(0.5...4), turned: random(0...6))
            let two = box(
                random(0...5), random(0...5), random(0.5...4), random(0.5...4), turned: random(0...6))
            let common =
                samples(of: one).contains { holds(two, $0) } || samples(of: two).contains { holds(one, $0) }
            if common { #expect(one.overlaps(two)) }
            // Boxes with some of their area in common are found by a fine enough grid.
            if one.grown(by: -0.15).overlaps(two.grown(by: -0.15)) { #expect(common) }
        }
    }

    private func samples(of box: LabelBox) -> [Point] {
        let (a, b, d) = (box.corners[0], box.corners[1], box.corners[3])
        return (0...40).flatMap { row in
            (0...40).map { column in
                let (u, v) = (Double(column) / 40, Double(row) / 40)
                return Point(
                    x: a.x + (b.x - a.x) * u + (d.x - a.x) * v, y: a.y + (b.y - a.y) * u + (d.y - a.y) * v)
            }
        }
    }

    private func holds(_ box: LabelBox, _ point: Point) -> Bool { RingQuestions.hold([box.corners], point) }
}
