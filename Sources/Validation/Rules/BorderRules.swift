internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let nearMiss = Rule(
        "border.near-miss", Bilingual(zh: "共用边顶点一致", en: "shared borders share vertices"),
        asks: Bilingual(
            zh: "同一空间格局中相接的片区，以及格局与其适用范围，共用边上的顶点完全一致。",
            en:
                "Where areas of a layout meet, or meet its coverage, both have the same vertices on the border."
        ))
}

/// Borders that nearly meet but do not, in the manner of XPlanung's Flächenschluss.
enum BorderRules: RuleFamily {
    static let rules: [Rule] = [.nearMiss]

    static func check(_ subject: Subject, _ report: inout ValidationReport) {
        for drawn in subject.editions {
            let areas = drawn.drawings.filter(\.isArea)
            let partitions = drawn.layout.partitions.map { partition in
                Set(
                    partition.members.map { ZoneReference(layout: drawn.layout.id, zone: $0) }
                        + (partition.of.map { [$0] } ?? []))
            }
            var pairs: [(Drawing, Drawing)] = []
            for (index, one) in areas.enumerated() {
                for other in areas[(index + 1)...] { pairs.append((one, other)) }
            }
            for other in surroundings(of: drawn, subject) {
                for one in areas { pairs.append((one, other)) }
            }
            let surveyed = Set(
                drawn.drawings.filter { drawn.isImported($0.zone.id) }.flatMap { $0.shape.degrees.vertices })
            for (one, other) in pairs {
                let isPartition = partitions.contains {
                    $0.contains(one.reference) && $0.contains(other.reference)
                }
                let rule = isPartition ? Rule.partitionNearMiss : .nearMiss
                note(rule, one, other, surveyed, in: drawn, subject, &report)
            }
        }
    }

    /// The areas of other layouts that this one is drawn against: its coverage and the wholes of its partitions.
    private static func surroundings(of drawn: DrawnEdition, _ subject: Subject) -> [Drawing] {
        let context = subject.catalogue.context?.id ?? "context"
        let coverage = drawn.layout.coverage
        let covered = ((coverage?.zones ?? []) + (coverage?.notStated.map(\.zone) ?? [])).map {
            ZoneReference(layout: context, zone: $0)
        }
        let wholes = drawn.layout.partitions.compactMap(\.of).filter { $0.layout != drawn.layout.id }
        var seen: Set<ZoneReference> = []
        return (covered + wholes).filter { seen.insert($0).inserted }
            .compactMap { subject.drawing($0, for: drawn) }.filter(\.isArea)
    }

    private static func note(
        _ rule: Rule, _ one: Drawing, _ other: Drawing, _ surveyed: Set<Point>, in drawn: DrawnEdition,
        _ subject: Subject, _ report: inout ValidationReport
    ) {
        let tolerance = Tolerance.between(one, other)
        guard one.box.isWithin(tolerance, of: other.box) else { return }
        let importers = subject.editions(importing: [one.reference, other.reference], beside: drawn)
        let isAgainstSketch = importers.count == 1
        // A surveyed line along a sketch cannot have its vertices, nor be changed to: in one layout that is for whoever
        // imported it to accept; across layouts the two were never one border.
        if one.zone.layout != other.zone.layout {
            let bearers = [one, other].filter {
                subject.companion($0.zone.layout, of: drawn)?.isPartlyImported($0.zone.id) ?? false
            }
            if bearers.count == 1 { return }
        }
        // Where an imported line cuts kept sketches, those have vertices on it and on each other.
        let isFitted = drawn.edition.origin != nil && importers.count < 2
        for (vertex, border) in [(one, other), (other, one)] {
            for miss in Self.misses(of: vertex, on: border, tolerance, beyond: isFitted ? lastDigits : nil)
            // Of two sketches what one has from an imported line is told beside that line.
            where !(importers.isEmpty && surveyed.contains(miss.vertex)) {
                report.note(
                    rule, in: drawn, between: importers, acceptable: isAgainstSketch,
                    zone: one.zone.id, at: LonLat(miss.vertex),
                    Bilingual(
                        zh:
                            "\(vertex.zone.called.zh)的顶点 \(Figures.degrees(miss.vertex)) 距\(border.zone.called.zh)边线 \(Figures.length(miss.distance))，但不是其顶点。",
                        en:
                            "The vertex \(Figures.degrees(miss.vertex)) of \(vertex.zone.called.en) lies \(Figures.length(miss.distance)) off the border of \(border.zone.called.en), which has no such vertex."
                    ),
                    remedy: Bilingual(
                        zh: "请在两者中使用同一顶点，或把两条边线拉开到 \(Figures.length(tolerance)) 以上。",
                        en:
                            "Give both the same vertex, or draw the two borders more than \(Figures.length(tolerance)) apart."
                    ))
            }
        }
    }

    /// What two crossings of the same lines may differ by as they are written, degrees: a tenth of a millimetre.
    private static let lastDigits = 2e-9

    /// A vertex near a border it is not on.
    struct Miss {
        let vertex: Point
        let distance: Double
    }

    /// The vertices of a drawing near another's border that are not on it.
    ///
    /// One that lies as near to it as given, in degrees, is on it; without that only a vertex of both is.
    static func misses(
        of one: Drawing, on other: Drawing, _ tolerance: Double, beyond least: Double? = nil
    ) -> [Miss] {
        let shared = Set(other.shape.degrees.vertices)
        let segments = other.shape.metres.segments
        var seen: Set<Point> = []
        var misses: [Miss] = []
        for (degrees, metres) in zip(one.shape.degrees.vertices, one.shape.metres.vertices) {
            guard !shared.contains(degrees), seen.insert(degrees).inserted,
                Box(around: [metres])?.isWithin(tolerance, of: other.box) ?? false
            else { continue }
            let distance = segments.reduce(Double.infinity) { min($0, $1.distance(to: metres)) }
            guard distance <= tolerance else { continue }
            let border = least == nil ? [] : other.shape.degrees.segments
            if let least, border.contains(where: { $0.distance(to: degrees) <= least }) { continue }
            misses.append(Miss(vertex: degrees, distance: distance))
        }
        return misses
    }
}
