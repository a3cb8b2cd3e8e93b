public import GeoJSON
public import Tables
public import Wording

/// What is wrong with a GeoData folder, naming the file and what in it to mend.
public enum GeoDataError: ExplainedError, Hashable {
    /// A file the folder needs is not there or cannot be read, with the system's reason where it gave one.
    case unreadable(file: String, reason: SystemReason? = nil)
    /// A file's text is no JSON, no GeoJSON, or lacks something the schema asks for.
    case malformed(file: String, JSONError)
    /// A zone's own text is not as the schema asks.
    case malformedZone(file: String, id: String, JSONError)
    /// A table cannot be read.
    case malformedTable(file: String, TableError)
    /// A line of a table is not as the table's head says.
    case malformedRow(file: String, row: Int, problem: Bilingual)
    /// Two things with one id.
    case duplicateID(file: String, id: String)
    /// A reference to an id that is not there.
    case unknownReference(file: String, id: String, what: Bilingual, missing: String)
    /// Zones that are each other's ancestors.
    case parentCycle(file: String, id: String)
    /// A zone that is neither drawn nor says why not, or claims both.
    case locationUnclear(file: String, id: String)
    /// A drawn zone without a believable accuracy.
    case accuracyMissing(file: String, id: String)

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .unreadable: "geodata_unreadable"
        case .malformed(_, let error), .malformedZone(_, _, let error): error.code
        case .malformedTable(_, let error): error.code
        case .malformedRow: "geodata_malformed_row"
        case .duplicateID: "duplicate_id"
        case .unknownReference: "unknown_reference"
        case .parentCycle: "parent_cycle"
        case .locationUnclear: "location_unclear"
        case .accuracyMissing: "accuracy_missing"
        }
    }

    /// The file at fault.
    public var file: String {
        switch self {
        case .unreadable(let file, _), .malformed(let file, _), .malformedZone(let file, _, _),
            .malformedTable(let file, _),
            .malformedRow(let file, _, _),
            .duplicateID(let file, _), .unknownReference(let file, _, _, _), .parentCycle(let file, _),
            .locationUnclear(let file, _), .accuracyMissing(let file, _):
            file
        }
    }

    /// What is wrong.
    public var message: Bilingual {
        let problem = problem
        return Bilingual(zh: "\(file)：\(problem.zh)", en: "\(file): \(problem.en)")
    }

    private var problem: Bilingual {
        switch self {
        case .unreadable(_, let reason?):
            Bilingual(zh: "无法读取：\(reason.text.zh)。", en: "cannot be read: \(reason.text.en).")
        case .unreadable: Bilingual(zh: "文件不存在或无法读取。", en: "the file is missing or cannot be read.")
        case .malformed(_, let error): error.message
        case .malformedZone(_, let id, let error):
            error.featureID == nil
                ? Bilingual(zh: "“\(id)”\(error.message.zh)", en: "\"\(id)\" \(error.message.en)")
                : error.message
        case .malformedTable(_, let error): error.message
        case .malformedRow(_, let row, let problem):
            Bilingual(zh: "第 \(row) 行：\(problem.zh)", en: "line \(row): \(problem.en)")
        case .duplicateID(_, let id): Bilingual(zh: "id“\(id)”重复。", en: "the id \"\(id)\" occurs twice.")
        case .unknownReference(_, let id, let what, let missing):
            Bilingual(
                zh: "“\(id)”的\(what.zh)“\(missing)”不存在。",
                en: "the \(what.en) \"\(missing)\" of \"\(id)\" does not exist.")
        case .parentCycle(_, let id):
            Bilingual(zh: "“\(id)”的上级关系成环。", en: "the parents of \"\(id)\" run in a circle.")
        case .locationUnclear(_, let id):
            Bilingual(
                zh: "“\(id)”既无图形也无未上图原因，或两者并存。",
                en: "\"\(id)\" has neither a geometry nor a reason for having none, or has both.")
        case .accuracyMissing(_, let id):
            Bilingual(
                zh: "“\(id)”已上图，但缺少大于 0 的 accuracy_m。",
                en: "\"\(id)\" is drawn but has no accuracy_m above 0.")
        }
    }

    /// What to do about it.
    public var remedy: Bilingual {
        switch self {
        case .unreadable:
            Bilingual(
                zh: "请用 --geodata 或 JINFENG_GEODATA 指定完整的 GeoData 目录。",
                en: "Name a complete GeoData folder with --geodata or JINFENG_GEODATA.")
        case .malformed(_, let error), .malformedZone(_, _, let error): error.remedy
        case .malformedTable(_, let error): error.remedy
        case .malformedRow: Bilingual(zh: "请按表头改正该行。", en: "Mend the line as the header asks.")
        case .duplicateID: Bilingual(zh: "请改掉其中一个 id。", en: "Give one of the two another id.")
        case .unknownReference:
            Bilingual(zh: "请改正引用，或补上被引用的条目。", en: "Mend the reference, or add what it refers to.")
        case .parentCycle: Bilingual(zh: "请改正 parent，使其指向真正的上级。", en: "Mend parent so that it leads upwards.")
        case .locationUnclear:
            Bilingual(
                zh: "已上图的填 geometry；未上图的 geometry 为 null 并填写 unlocated_reason_zh/_en。",
                en: "Give a geometry, or geometry null with unlocated_reason_zh and _en.")
        case .accuracyMissing:
            Bilingual(
                zh: "请填写位置中误差（米）及其依据 accuracy_basis_zh/_en。",
                en: "Give one standard deviation in metres, and accuracy_basis_zh and _en.")
        }
    }
}
