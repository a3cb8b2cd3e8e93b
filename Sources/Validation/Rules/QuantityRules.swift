internal import PlanarGeometry
internal import Planning
internal import Projection
internal import Topology
internal import Wording

extension Rule {
    static let area = Rule(
        "quantity.area", Bilingual(zh: "面积与文本一致", en: "areas are as stated"),
        asks: Bilingual(
            zh: "图面面积（椭球面）与文本所载相差不超过1%，或在边线中误差之内；按面积绘制的须在1%以内。",
            en:
                "Drawn areas (on the ellipsoid) are as stated to 1 %, or within the accuracy of the edges; those drawn to size, to 1 %."
        ))
    static let length = Rule(
        "quantity.length", Bilingual(zh: "长度与文本一致", en: "lengths are as stated"),
        asks: Bilingual(
            zh: "图面长度与文本所载相差不超过1%，或在两端中误差之内；按长度绘制的须在1%以内。",
            en:
                "Drawn lengths are as stated to 1 %, or within the accuracy of their ends; those drawn to size, to 1 %."
        ))
}

/// What the documents state of the size of zones.
enum QuantityRules: RuleFamily {
    static let rules: [Rule] = [.area, .length]

    static func check(_ subject: Subject, _ report: inout ValidationReport) throws(TopologyError) {
        for drawn in subject.editions {
            let counts = drawn.layout.edition(validOn: subject.asOf)?.id == drawn.edition.id
            for quantity in drawn.edition.quantities {
                let (outcome, drawnSize) = try result(quantity, drawn, subject)
                if counts { report.counts.quantities[outcome, default: 0] += 1 }
                guard outcome == .violated, let drawing = subject.drawing(quantity.zone, for: drawn) else {
                    continue
                }
                let (stated, found) =
                    quantity.kind == .area
                    ? (Figures.area(quantity.metric), Figures.area(drawnSize))
                    : (both(Figures.length(quantity.metric)), both(Figures.length(drawnSize)))
                let source = "\(quantity.source.document):\(quantity.source.line)"
                let percent = Figures.fixed((drawnSize / quantity.metric - 1) * 100, 1)
                report.note(
                    quantity.kind == .area ? .area : .length, in: drawn, zone: quantity.zone.zone,
                    at: try subject.place(in: drawing),
                    Bilingual(
                        zh:
                            "\(drawing.zone.called.zh)文本（\(source)）为 \(stated.zh)，图面为 \(found.zh)，相差 \(percent)%。",
                        en:
                            "\(drawing.zone.called.en) is \(stated.en) by \(source), but \(found.en) as drawn (\(percent) %)."
                    ),
                    remedy: quantity.isDrawnToSize
                        ? Bilingual(
                            zh: "本单元按文本大小绘制，请重新调整边线。",
                            en: "The zone is said to be drawn to size: redraw its border.")
                        : Bilingual(
                            zh: "请核对文本所指的是否为同一范围，再核对边线。",
                            en: "Check that the sentence means this very extent, then the border."))
            }
        }
    }

    private static func both(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }

    /// What comes of a stated size, and the drawn one in m² or m.
    private static func result(
        _ quantity: Quantity, _ drawn: DrawnEdition, _ subject: Subject
    ) throws(TopologyError) -> (Outcome, Double) {
        guard quantity.kind != .floorArea, let drawing = subject.drawing(quantity.zone, for: drawn) else {
            return (.notCheckable, 0)
        }
        let size: Double
        let isWithinAccuracy: Bool
        if quantity.kind == .area {
            guard drawing.isArea else { return (.notCheckable, 0) }
            size = subject.geodesic.area(of: drawing.shape.degrees.polygons)
            let shrunk =
                try subject.operators.buffer(drawing.shape.metres, by: -drawing.accuracy)?.flatArea ?? 0
            let grown =
                try subject.operators.buffer(drawing.shape.metres, by: drawing.accuracy)?.flatArea ?? 0
            isWithinAccuracy = (shrunk...grown).contains(quantity.metric)
        } else {
            guard drawing.isLine else { return (.notCheckable, 0) }
            size = drawing.shape.degrees.lines.reduce(0) { $0 + subject.geodesic.length(of: $1) }
            isWithinAccuracy = abs(size - quantity.metric) <= 2 * drawing.accuracy
        }
        let isExact = abs(size / quantity.metric - 1) <= 0.01
        if quantity.isDrawnToSize { return (isExact ? .drawnToSize : .violated, size) }
        return (isExact ? .proven : isWithinAccuracy ? .holdsWithinAccuracy : .violated, size)
    }
}
