internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let insideParent = Rule(
        "hierarchy.inside-parent", Bilingual(zh: "下级在上级之内", en: "parts lie in their parent"),
        asks: Bilingual(
            zh: "片区、地点在上级范围之内；线只须与上级相接。",
            en: "Areas and places lie inside their parent; a line need only meet it."))
    static let beyondSketch = Rule(
        "hierarchy.beyond-sketch",
        Bilingual(zh: "导入与示意的上下级相合", en: "imported lines and sketches agree"),
        asks: Bilingual(
            zh: "下级与上级一为导入、一为示意时，下级也在上级之内；超出而未过两倍中误差的只作提醒。",
            en:
                "Where a part or its parent was imported and the other is a sketch, the part lies inside too; less than two standard deviations out is a warning."
        ), severity: .warning)
    static let partitionParent = Rule(
        "hierarchy.partition-parent", Bilingual(zh: "分区成员的上级", en: "members know their whole"),
        asks: Bilingual(
            zh: "整体为同一空间格局的结构单元时，分区成员的上级就是它。",
            en:
                "Where the whole of a partition is a zone of the same layout, it is the parent of every member."
        ))
}

/// A part lies in the zone it is part of.
enum HierarchyRules: RuleFamily {
    static let rules: [Rule] = [.insideParent, .beyondSketch, .partitionParent]

    static func check(_ subject: Subject, _ report: inout ValidationReport) throws(TopologyError) {
        for drawn in subject.editions {
            checkPartitions(drawn, &report)
            for part in drawn.drawings {
                guard let id = part.zone.parent else { continue }
                guard let parent = drawn.drawing(id), parent.isArea else {
                    report.counts.uncheckableParts += 1
                    continue
                }
                try check(part, in: parent, drawn, subject, &report)
            }
        }
    }

    private static func checkPartitions(_ drawn: DrawnEdition, _ report: inout ValidationReport) {
        for partition in drawn.layout.partitions {
            guard let whole = partition.of, whole.layout == drawn.layout.id,
                drawn.edition.zone(whole.zone) != nil
            else { continue }
            for member in partition.members.compactMap({ drawn.edition.zone($0) })
            where member.parent != whole.zone {
                report.note(
                    .partitionParent, in: drawn, zone: member.id,
                    Bilingual(
                        zh: "\(member.called.zh)是 \(whole.zone) 的分区成员，上级却是 \(member.parent ?? "空")。",
                        en:
                            "\(member.called.en) is a member of \(whole.zone), but its parent is \(member.parent ?? "null")."
                    ),
                    remedy: Bilingual(zh: "请改正 parent 或分区。", en: "Mend its parent or the partition."))
            }
        }
    }

    private static func check(
        _ part: Drawing, in parent: Drawing, _ drawn: DrawnEdition, _ subject: Subject,
        _ report: inout ValidationReport
    ) throws(TopologyError) {
        if part.isLine {
            let gap = try subject.operators.distance(part.shape.metres, parent.shape.metres)
            guard gap > 0 else { return }
            report.note(
                .insideParent, in: drawn, zone: part.zone.id, at: try subject.place(in: part),
                Bilingual(
                    zh: "\(part.zone.called.zh)与上级\(parent.zone.called.zh)相距 \(Figures.length(gap))，不相接。",
                    en:
                        "\(part.zone.called.en) misses its parent \(parent.zone.called.en) by \(Figures.length(gap))."
                ),
                remedy: remedy)
            return
        }
        guard let stretch = try subject.stretch(of: part, beyond: parent.shape) else { return }
        let (isImported, parentIsImported) = (
            drawn.isImported(part.zone.id), drawn.isImported(parent.zone.id)
        )
        let isError =
            stretch.depth > Tolerance.containment(part, isImported, in: parent, parentIsImported)
            || part.shape.degrees.polygons.isEmpty
        // Where an imported line meets a sketch, what is no error may still be hectares.
        guard isError || (isImported != parentIsImported && stretch.depth > Tolerance.between(part, parent))
        else { return }
        report.note(
            isError ? .insideParent : .beyondSketch, in: drawn, zone: part.zone.id, at: stretch.position,
            Bilingual(
                zh: "\(part.zone.called.zh)超出上级\(parent.zone.called.zh) \(Figures.length(stretch.depth))"
                    + (stretch.area > 0 ? "，面积 \(Figures.area(stretch.area).zh)" : "")
                    + (isError ? "。" : "；一为导入，一为示意，在两者位置中误差所及之内。"),
                en:
                    "\(part.zone.called.en) reaches \(Figures.length(stretch.depth)) out of its parent \(parent.zone.called.en)"
                    + (stretch.area > 0 ? ", over \(Figures.area(stretch.area).en)" : "")
                    + (isError
                        ? "."
                        : "; one was imported, the other is a sketch, and the accuracy of both explains it.")),
            remedy: isError ? remedy : isImported ? importParent : importPart)
    }

    private static let importParent = Bilingual(
        zh: "请把上级的法定边界一并导入；没有的，去掉 --missing keep，使上级不再上图。",
        en:
            "Import the parent's boundary too; where there is none, leave out --missing keep, so that the parent is not drawn."
    )
    private static let importPart = Bilingual(
        zh: "请把下级的法定边界一并导入；没有的，去掉 --missing keep，使下级不再上图。",
        en:
            "Import the part's boundary too; where there is none, leave out --missing keep, so that the part is not drawn."
    )
    private static let remedy = Bilingual(
        zh: "请把图形移入上级，或扩大上级，或改正 parent。",
        en: "Move it inside, widen the parent, or mend its parent member.")
}

/// How far a drawing reaches out of an area.
struct Stretch {
    /// Metres from the area, at the farthest vertex.
    let depth: Double
    /// What lies outside, m² of the plane.
    let area: Double
    /// The farthest vertex.
    let position: LonLat?
}

extension Subject {
    /// How far a drawing reaches out of an area; nil where it does not.
    ///
    /// Whether it does is decided on the edges in degrees, as answers are; how far, in metres.
    func stretch(of drawing: Drawing, beyond whole: Shape) throws(TopologyError) -> Stretch? {
        guard try !operators.covers(whole.degrees, drawing.shape.degrees),
            let outside = try operators.difference(drawing.shape.metres, whole.metres)
        else { return nil }
        var depth = 0.0
        var farthest = outside.vertices[0]
        for vertex in outside.vertices {
            let distance = try operators.distance(.point(vertex), whole.metres)
            if distance > depth { (depth, farthest) = (distance, vertex) }
        }
        return Stretch(depth: depth, area: outside.flatArea, position: lonLat(farthest))
    }
}
