internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let overlap = Rule(
        "partition.overlap", Bilingual(zh: "分区不重叠", en: "members do not overlap"),
        asks: Bilingual(zh: "同一分区的成员互不重叠。", en: "Members of a partition have no land in common."))
    static let gap = Rule(
        "partition.gap", Bilingual(zh: "分区无缝隙", en: "no gaps"),
        asks: Bilingual(
            zh: "成员铺满整体的分区没有空隙；其余分区的成员之间没有窄于位置中误差的空隙。",
            en:
                "Members that fill a whole leave nothing of it; others enclose no gap narrower than their accuracy."
        ))
    static let partitionNearMiss = Rule(
        "partition.near-miss", Bilingual(zh: "分区共用边顶点一致", en: "members share vertices"),
        asks: Bilingual(
            zh: "分区成员之间、成员与整体之间，共用边上的顶点完全一致。",
            en: "Where members meet each other or their whole, both have the same vertices on the border."))
    static let insideWhole = Rule(
        "partition.inside-whole", Bilingual(zh: "分区成员在整体之内", en: "members lie in the whole"),
        asks: Bilingual(zh: "分区成员不超出所属整体。", en: "No member reaches out of the zone the partition divides."))
}

/// Declared sets of zones that may not overlap, with a tolerance in metres.
///
/// Overlaps and gaps narrower than the tolerance are two borders meant as one: the near-miss rule points at their vertices.
enum PartitionRules: RuleFamily {
    static let rules: [Rule] = [.overlap, .gap, .partitionNearMiss, .insideWhole]

    static func check(_ subject: Subject, _ report: inout ValidationReport) throws(TopologyError) {
        for drawn in subject.editions {
            for partition in drawn.layout.partitions {
                let members = partition.members.compactMap { drawn.drawing($0) }.filter(\.isArea)
                let whole = partition.of.flatMap { subject.drawing($0, for: drawn) }
                try checkOverlaps(members, drawn, subject, &report)
                if let whole, whole.isArea {
                    try checkInside(whole, members, drawn, subject, &report)
                }
                try checkGaps(partition, whole, members, drawn, subject, &report)
            }
        }
    }

    private static func checkOverlaps(
        _ members: [Drawing], _ drawn: DrawnEdition, _ subject: Subject, _ report: inout ValidationReport
    ) throws(TopologyError) {
        for (index, one) in members.enumerated() {
            for other in members[(index + 1)...] where one.box.isWithin(0, of: other.box) {
                guard let common = try subject.operators.intersection(one.shape.metres, other.shape.metres)
                else { continue }
                let parts = common.polygons.filter { $0.meanWidth > Tolerance.between(one, other) }
                guard let largest = parts.max(by: { $0.flatArea < $1.flatArea }) else { continue }
                let area = Figures.area(parts.reduce(0) { $0 + $1.flatArea })
                report.note(
                    .overlap, in: drawn, zone: one.zone.id, at: try subject.place(in: largest),
                    Bilingual(
                        zh: "\(one.zone.called.zh)与\(other.zone.called.zh)重叠 \(area.zh)。",
                        en: "\(one.zone.called.en) and \(other.zone.called.en) overlap by \(area.en)."),
                    remedy: Bilingual(
                        zh: "请让两者共用一条边线，顶点一致；若文本本就重叠，请从 partitions 中去掉。",
                        en:
                            "Let the two share one border with the same vertices; if the text makes them overlap, take them out of partitions."
                    ))
            }
        }
    }

    private static func checkInside(
        _ whole: Drawing, _ members: [Drawing], _ drawn: DrawnEdition, _ subject: Subject,
        _ report: inout ValidationReport
    ) throws(TopologyError) {
        // A parent's parts are checked as such.
        for member in members
        where member.zone.parent != whole.zone.id || whole.zone.layout != drawn.layout.id {
            guard let stretch = try subject.stretch(of: member, beyond: whole.shape),
                stretch.depth
                    > Tolerance.containment(
                        member, drawn.isPartlyImported(member.zone.id), in: whole,
                        subject.companion(whole.zone.layout, of: drawn)?.isImported(whole.zone.id) ?? false)
            else { continue }
            let area = Figures.area(stretch.area)
            report.note(
                .insideWhole, in: drawn,
                between: subject.editions(
                    importing: [ZoneReference(layout: whole.zone.layout, zone: whole.zone.id)], beside: drawn),
                zone: member.zone.id, at: stretch.position,
                Bilingual(
                    zh:
                        "\(member.zone.called.zh)超出\(whole.zone.called.zh) \(Figures.length(stretch.depth))，面积 \(area.zh)。",
                    en:
                        "\(member.zone.called.en) reaches \(Figures.length(stretch.depth)) out of \(whole.zone.called.en), over \(area.en)."
                ),
                remedy: Bilingual(
                    zh: "请把图形移入，或改正 partitions 的 of。", en: "Move it inside, or mend the partition's of."))
        }
    }

    private static func checkGaps(
        _ partition: Partition, _ whole: Drawing?, _ members: [Drawing], _ drawn: DrawnEdition,
        _ subject: Subject, _ report: inout ValidationReport
    ) throws(TopologyError) {
        guard members.count > 1, let union = try subject.operators.union(members.map(\.shape.metres)) else {
            return
        }
        let tolerance = members.dropFirst().reduce(20) { min($0, Tolerance.between(members[0], $1)) }
        var gaps: [Polygon]
        if partition.fills, let whole, whole.isArea {
            gaps = try subject.operators.difference(whole.shape.metres, union)?.polygons ?? []
        } else {
            // Where the members need not fill anything, only a strip they enclose can be told from land left out.
            let accuracy = members.map(\.accuracy).max() ?? 0
            gaps = union.polygons.flatMap(\.holes).map { Polygon(exterior: $0) }.filter {
                $0.meanWidth < accuracy
            }
        }
        gaps.removeAll { $0.meanWidth <= tolerance }
        for gap in gaps {
            let beside = members.filter { gap.isBeside($0) }
            let names = beside.isEmpty ? members : beside
            let area = Figures.area(gap.flatArea)
            let isHole = names.count == 1
            report.note(
                .gap, in: drawn, zone: names.first?.zone.id, at: try subject.place(in: gap),
                Bilingual(
                    zh:
                        "\(names.map(\.zone.called.zh).joined(separator: "、"))\(isHole ? "内" : "之间")有空隙，面积 \(area.zh)。",
                    en:
                        "There is a gap of \(area.en) \(isHole ? "in" : "between") \(names.map(\.zone.called.en).joined(separator: ", "))."
                ),
                remedy: Bilingual(
                    zh: "请让相邻成员共用边线；若本不铺满，请把 fills 改为 false。",
                    en:
                        "Let the neighbours share their border; if they need not fill the whole, set fills to false."
                ))
        }
    }
}

extension Subject {
    /// A place in an area of the plane to point at.
    func place(in polygon: Polygon) throws(TopologyError) -> LonLat? {
        try operators.representativePoint(of: .polygon(polygon)).flatMap { lonLat($0) }
    }
}

extension Polygon {
    /// Whether the area shares a vertex with a drawing, to a centimetre.
    fileprivate func isBeside(_ drawing: Drawing) -> Bool {
        drawing.shape.metres.vertices.contains { vertex in
            exterior.points.contains { $0.distance(to: vertex) < 0.01 }
        }
    }
}
