internal import GeoJSON
internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let file = Rule(
        "schema.file", Bilingual(zh: "文件齐全", en: "files are there"),
        asks: Bilingual(zh: "目录应有的文件都在且可读。", en: "Every file the folder needs is there and can be read."))
    static let text = Rule(
        "schema.text", Bilingual(zh: "文件格式", en: "files are well formed"),
        asks: Bilingual(
            zh: "各文件是合法的 JSON、GeoJSON 或 CSV，必填项齐全、类型正确。",
            en: "Each file is sound JSON, GeoJSON or CSV, with every member the schema asks for."))
    static let location = Rule(
        "schema.location", Bilingual(zh: "上图或写明原因", en: "drawn, or saying why not"),
        asks: Bilingual(
            zh: "每个结构单元或有图形，或写明未上图原因，二者居其一。",
            en: "Every zone has a geometry or a reason for having none, and not both."))
    static let unknownMember = Rule(
        "schema.unknown-member", Bilingual(zh: "多余的属性", en: "no unknown members"),
        asks: Bilingual(
            zh: "没有本格式不认识的属性，多半是写错了名称。",
            en: "No zone has a property the schema does not know, most often a misspelt one."),
        severity: .warning)
    static let uniqueIDs = Rule(
        "ids.unique", Bilingual(zh: "id 不重复", en: "ids are unique"),
        asks: Bilingual(zh: "同一版次内 id 不重复。", en: "No id occurs twice in an edition."))
    static let knownIDs = Rule(
        "ids.known", Bilingual(zh: "引用存在", en: "references exist"),
        asks: Bilingual(
            zh: "上级、适用范围、关系、数量、依据文件等引用的 id 都存在。",
            en: "Every id that a parent, coverage, relation, quantity or source refers to exists."))
    static let acyclic = Rule(
        "ids.acyclic", Bilingual(zh: "上级不成环", en: "parents run in no circle"),
        asks: Bilingual(zh: "逐级向上不会回到自身。", en: "Going from parent to parent never comes back."))
    static let parentsFirst = Rule(
        "ids.order", Bilingual(zh: "上级在前", en: "parents come first"),
        asks: Bilingual(zh: "文件中上级排在下级之前。", en: "In the file a parent stands before its parts."),
        severity: .warning)
    static let refused = Rule(
        "schema.refused", Bilingual(zh: "无法运算", en: "the geometry library refused"),
        asks: Bilingual(zh: "几何运算能够完成。", en: "Every geometric question has an answer."))
}

/// What could not be read, and what the schema asks beyond reading.
enum SchemaRules: RuleFamily {
    static let rules: [Rule] = [
        .file, .text, .location, .unknownMember, .uniqueIDs, .knownIDs, .acyclic, .parentsFirst, .refused,
    ]

    static func check(_ subject: Subject, _ report: inout ValidationReport) {
        for fault in subject.inspection.errors {
            report.note(
                rule(for: fault), layout: layout(of: fault, subject), zone: zone(of: fault), fault.message,
                remedy: fault.remedy)
        }
        for drawn in subject.editions {
            checkOrder(drawn, &report)
            checkMembers(drawn, &report)
        }
    }

    private static func rule(for fault: GeoDataError) -> Rule {
        switch fault {
        case .unreadable: .file
        case .malformed(_, let error), .malformedZone(_, _, let error):
            switch error.code {
            case "unclosed_ring": .closedRing
            case "position_out_of_range": .range
            case "area_without_polygon": .role
            case "duplicate_id": .uniqueIDs
            case "unknown_reference": .knownIDs
            default: .text
            }
        case .malformedTable, .malformedRow: .text
        case .duplicateID: .uniqueIDs
        case .unknownReference: .knownIDs
        case .parentCycle: .acyclic
        case .locationUnclear: .location
        case .accuracyMissing: .accuracyPresent
        }
    }

    private static func zone(of fault: GeoDataError) -> String? {
        switch fault {
        case .malformedZone(_, let id, _), .duplicateID(_, let id), .unknownReference(_, let id, _, _),
            .parentCycle(_, let id), .locationUnclear(_, let id), .accuracyMissing(_, let id):
            id
        case .unreadable, .malformed, .malformedTable, .malformedRow: nil
        }
    }

    /// The layout in whose folder the file lies.
    private static func layout(of fault: GeoDataError, _ subject: Subject) -> String? {
        let below = fault.file.dropFirst(subject.inspection.folder.path.count).split(separator: "/")
        return below.count > 1 ? below.first.map(String.init) : nil
    }

    private static func checkOrder(_ drawn: DrawnEdition, _ report: inout ValidationReport) {
        var seen: Set<String> = []
        for zone in drawn.edition.zones {
            if let parent = zone.parent, !seen.contains(parent) {
                report.note(
                    .parentsFirst, in: drawn, zone: zone.id,
                    Bilingual(
                        zh: "\(zone.called.zh)排在其上级 \(parent) 之前。",
                        en: "\(zone.called.en) stands before its parent \(parent)."),
                    remedy: Bilingual(zh: "请把上级移到前面。", en: "Move the parent up."))
            }
            seen.insert(zone.id)
        }
    }

    private static let knownMembers: Set<String> = [
        "name_zh", "name_en", "aliases", "layout", "parent", "parent_stated", "role", "functions",
        "industries",
        "accuracy_m", "accuracy_basis_zh", "accuracy_basis_en", "sources", "plan_period", "note_zh",
        "note_en",
        "unlocated_reason_zh", "unlocated_reason_en", "counterpart",
    ]

    private static func checkMembers(
        _ drawn: DrawnEdition, _ report: inout ValidationReport
    ) {
        for feature in drawn.writtenFeatures {
            let unknown = (feature["properties"]?.members?.keys ?? []).filter { !knownMembers.contains($0) }
            guard !unknown.isEmpty else { continue }
            let list = unknown.joined(separator: ", ")
            report.note(
                .unknownMember, in: drawn, zone: feature["id"]?.stringValue,
                Bilingual(zh: "不认识的属性：\(list)。", en: "Unknown members: \(list)."),
                remedy: Bilingual(zh: "请改正名称或删去。", en: "Correct the name, or take it out."))
        }
    }
}
