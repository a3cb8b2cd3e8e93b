import Wording

/// Errors of the header, and of what the user says about it.
extension TableError {
    static func noPosition(lacking partner: ColumnRole?, columns: [TableColumn]) -> TableError {
        let found = listed(columns)
        let lack = partner.map { partner in
            Bilingual(
                zh: "缺少\(partner.label.zh)列，无法确定位置。", en: "There is no \(partner.label.en) column.")
        }
        let general = Bilingual(zh: "没有找到坐标列。", en: "No column says where the sites are.")
        return TableError(
            .missingColumn,
            Bilingual(
                zh: "\((lack ?? general).zh)已查找：经度与纬度、X坐标与Y坐标、x与y、坐标（一列）、地点。表头为：\(found.zh)。",
                en:
                    "\((lack ?? general).en) Looked for: longitude and latitude, northing and easting, x and y, "
                    + "position (one column), place. The header has: \(found.en)."),
            remedy: Bilingual(
                zh: "请修改表头名称，或指明各列，如 lon=东经,lat=北纬（也可用列号，如 lon=#3）。",
                en: "Rename the headers, or name the columns, such as lon=East,lat=North "
                    + "(a number works too: lon=#3)."))
    }

    static func noShapeOrPosition(_ columns: [TableColumn]) -> TableError {
        let found = listed(columns)
        return TableError(
            .missingColumn,
            Bilingual(
                zh: "没有找到地块的图形列或坐标列。已查找：图形（WKT）、经度与纬度、X坐标与Y坐标、坐标、地点。表头为：\(found.zh)。",
                en:
                    "No column holds a shape or says where the sites are. Looked for: WKT, longitude and latitude, "
                    + "northing and easting, position, place. The header has: \(found.en)."),
            remedy: Bilingual(
                zh: "请修改表头名称，或指明各列，如 wkt=边界 或 lon=东经,lat=北纬（也可用列号，如 wkt=#3）。",
                en: "Rename the headers, or name the columns, such as wkt=Boundary or lon=East,lat=North "
                    + "(a number works too: wkt=#3)."))
    }

    static func noSuchColumn(_ wanted: String, for role: ColumnRole, columns: [TableColumn]) -> TableError {
        let found = listed(columns)
        return TableError(
            .missingColumn,
            Bilingual(
                zh: "表头中没有“\(wanted.quotable)”列（指定为\(role.label.zh)）。表头为：\(found.zh)。",
                en:
                    "There is no column \(wanted.quoted) (named as \(role.label.en)). The header has: \(found.en)."
            ),
            remedy: Bilingual(
                zh: "请按表头原样填写，或用列号，如 \(role.rawValue)=#1（共\(columns.count)列）。",
                en: "Write the header as it stands, or use its number, such as \(role.rawValue)=#1 "
                    + "(of \(columns.count))."),
            field: wanted)
    }

    static func ambiguousColumn(_ role: ColumnRole, _ first: TableColumn, _ second: TableColumn) -> TableError
    {
        TableError(
            .ambiguousColumn,
            Bilingual(
                zh:
                    "“\(first.name.quotable)”（第\(first.index + 1)列）与“\(second.name.quotable)”（第\(second.index + 1)列）都可作为\(role.label.zh)列。",
                en: "\(first.name.quoted) (column \(first.index + 1)) and \(second.name.quoted) "
                    + "(column \(second.index + 1)) may both be the \(role.label.en) column."),
            remedy: Bilingual(
                zh: "请指明用哪一列，如 \(role.rawValue)=#\(first.index + 1)。",
                en: "Say which one, such as \(role.rawValue)=#\(first.index + 1)."),
            field: first.name)
    }

    static func conflictingFrames(_ first: TableColumn, _ second: TableColumn) -> TableError {
        TableError(
            .conflictingFrames,
            Bilingual(
                zh: "“\(first.name.quotable)”与“\(second.name.quotable)”两列标明的坐标系不同。",
                en: "The columns \(first.name.quoted) and \(second.name.quoted) name different frames."),
            remedy: Bilingual(
                zh: "请指明同一坐标系下的两列，如 lon=#1,lat=#2。",
                en: "Name two columns of one frame, such as lon=#1,lat=#2."),
            field: first.name)
    }

    static func invalidMapping(_ part: String) -> TableError {
        let roles = ColumnRole.allCases.map(\.rawValue).joined(separator: ", ")
        return TableError(
            .invalidColumnMapping,
            Bilingual(
                zh: "各列的指定中“\(part.quotable)”无法识别，或同一角色写了两次。",
                en: "\(part.quoted) names no column, or gives one role twice."),
            remedy: Bilingual(
                zh: "写法：角色=表头，用英文逗号分隔，如 lon=东经,lat=北纬,id=#1。角色有：\(roles)。",
                en:
                    "Write role=header with commas between, such as lon=East,lat=North,id=#1. Roles: \(roles)."
            ))
    }

    /// The headers there are, the first twenty of many.
    private static func listed(_ columns: [TableColumn]) -> Bilingual {
        let shown = columns.prefix(20).map(\.name.quotable)
        let more = columns.count - shown.count
        return Bilingual(
            zh: shown.joined(separator: "、") + (more > 0 ? "……（另有\(more)列）" : ""),
            en: shown.joined(separator: ", ") + (more > 0 ? ", … (\(more) more)" : ""))
    }
}

extension ColumnRole {
    /// What the role is called in messages.
    var label: Bilingual {
        switch self {
        case .longitude: Bilingual(zh: "经度", en: "longitude")
        case .latitude: Bilingual(zh: "纬度", en: "latitude")
        case .northing: Bilingual(zh: "北坐标（X坐标）", en: "northing")
        case .easting: Bilingual(zh: "东坐标（Y坐标）", en: "easting")
        case .x: Bilingual(zh: "x", en: "x")
        case .y: Bilingual(zh: "y", en: "y")
        case .position: Bilingual(zh: "坐标", en: "position")
        case .place: Bilingual(zh: "地点", en: "place")
        case .id: Bilingual(zh: "编号", en: "id")
        case .name: Bilingual(zh: "名称", en: "name")
        case .frame: Bilingual(zh: "坐标系", en: "frame")
        case .accuracy: Bilingual(zh: "精度", en: "accuracy")
        case .shape: Bilingual(zh: "图形（WKT）", en: "shape (WKT)")
        case .landArea: Bilingual(zh: "用地面积", en: "land area")
        }
    }
}
