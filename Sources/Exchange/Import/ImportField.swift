import Wording

/// What an import looks for among the columns of a file.
public enum ImportField: String, CaseIterable, Hashable, Sendable {
    /// The zone's id here.
    case id
    /// Its Chinese name.
    case nameChinese = "name_zh"
    /// Its English name.
    case nameEnglish = "name_en"
    /// The zone it is part of, by id or name.
    case parent
    /// What kind of zone it is.
    case role
    /// One standard deviation per axis, metres.
    case accuracy = "accuracy_m"
    /// A remark.
    case note
    /// The area the file states.
    case area

    /// Column names that are taken for it, the surer ones first; case and width of letters do not matter.
    ///
    /// Those in capitals beside our own are of 《市级国土空间总体规划数据库规范（试行）》 (自然资源部, March 2021) and
    /// of the databases made by its pattern: 标识码 BSM and 要素代码 YSDM name no zone and are kept in the note.
    var columns: [String] {
        switch self {
        case .id: ["zone", "zone_id", "id", "结构单元编号"]
        case .nameChinese:
            [
                "name_zh", "名称", "单元名称", "结构单元", "MC", "GHFQMC", "规划分区名称", "DYMC", "QYMC", "CZMC",
                "Name", "XZQMC", "行政区名称", "layer",
            ]
        case .nameEnglish: ["name_en", "英文名称"]
        case .parent: ["parent", "上级", "上级单元", "上级单元编号"]
        case .role: ["role", "类型代码"]
        case .accuracy: ["accuracy_m", "位置中误差", "位置中误差（米）"]
        case .note: ["BZ", "备注", "note", "说明"]
        case .area: ["MJ", "面积", "QYMJ", "YJJBNTTBMJ"]
        }
    }

    /// Columns of the database that are kept in the note of a zone the texts do not name.
    static let kept = ["BSM", "YSDM", "XZQDM", "XZQMC", "GHFQDM", "GHFQMC", "LHLX", "DLBM", "DLMC"]
}

/// Which column of a file is which field.
struct ImportColumns {
    private let chosen: [ImportField: String]

    /// Takes the columns the user names, and of the others those that are known.
    ///
    /// - Throws: `no_such_column` where the user names one that is not there.
    init(
        _ columns: [String], mapping: [ImportField: String], isControl: Bool, path: String
    ) throws(ExchangeError) {
        var chosen: [ImportField: String] = [:]
        for field in ImportField.allCases {
            if let wanted = mapping[field] {
                guard let column = columns.first(where: { Self.same($0, wanted) }) else {
                    throw .noSuchColumn(wanted, for: field, path, columns)
                }
                chosen[field] = column
                continue
            }
            // The county a patch of farmland lies in is not what the patch is called.
            let known = field.columns.filter { !isControl || !["XZQMC", "行政区名称", "layer"].contains($0) }
            chosen[field] = known.lazy.compactMap { name in columns.first { Self.same($0, name) } }.first
        }
        self.chosen = chosen
    }

    subscript(field: ImportField) -> String? { chosen[field] }

    /// `name_zh = MC`, for people.
    var text: String {
        ImportField.allCases.compactMap { field in chosen[field].map { "\(field.rawValue)=\($0)" } }
            .joined(separator: ", ")
    }

    static func same(_ one: String, _ other: String) -> Bool { folded(one) == folded(other) }

    /// A name without spaces, in one width and case.
    static func folded(_ text: String) -> String {
        let scalars = text.unicodeScalars.compactMap(\.foldedWidth).filter { !$0.properties.isWhitespace }
        return String(String.UnicodeScalarView(scalars)).lowercased()
    }
}
