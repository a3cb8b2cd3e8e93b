import Wording

extension ExchangeError {
    static let badConnection = ExchangeError(
        .usage, "bad_connection",
        Bilingual(
            zh: "PG: 之后应为“键=值”的列表（不支持 postgresql:// 写法）。",
            en: "What follows PG: is a list of key=value; addresses like postgresql:// are not taken."),
        remedy: Bilingual(
            zh: "例如：\"PG:host=localhost dbname=gis user=planner tables=public.sites\"；含空格的值加单引号。",
            en:
                "For example \"PG:host=localhost dbname=gis user=planner tables=public.sites\"; put values with blanks "
                + "in single quotes."))

    static func severalTables(_ names: String) -> ExchangeError {
        ExchangeError(
            .usage, "several_tables",
            Bilingual(
                zh: "tables=\(names.quotable) 不是一个表。", en: "tables=\(names.quotable) is not one table."),
            remedy: Bilingual(
                zh: "请写明一个表：tables=模式.表 或 tables=模式.表(几何列)。",
                en: "Name one: tables=schema.table, or tables=schema.table(geometry)."))
    }

    /// A server that is not there, or lets nobody in.
    static func unreachable(_ address: DatabaseAddress, _ words: String, _ kind: Kind) -> ExchangeError {
        ExchangeError(
            kind, "database_unreachable",
            Bilingual(
                zh: "无法连接 \(address.shown)：\(words.decisiveLine.onOneLine(300))。",
                en: "Cannot connect to \(address.shown): \(words.decisiveLine.onOneLine(300))."),
            remedy: Bilingual(
                zh: "请检查 host、port、dbname、user；口令用 PGPASSWORD 或 ~/.pgpass 给出；可先用 psql 试连。",
                en:
                    "Check host, port, dbname and user; give the password by PGPASSWORD or ~/.pgpass; try psql first."
            ))
    }

    static func noPostGIS(_ address: DatabaseAddress, _ kind: Kind) -> ExchangeError {
        ExchangeError(
            kind, "postgis_missing",
            Bilingual(
                zh: "\(address.shown) 尚未启用 PostGIS。", en: "\(address.shown) has no PostGIS."),
            remedy: Bilingual(
                zh: "请安装 postgresql-15-postgis-3，并由管理员在该库执行：CREATE EXTENSION postgis;",
                en:
                    "Install postgresql-15-postgis-3 and let its owner run, in that database: CREATE EXTENSION postgis;"
            ))
    }

    /// What the server said no to.
    static func refused(_ address: DatabaseAddress, _ words: String) -> ExchangeError {
        ExchangeError(
            .inputOutput, "database_refused",
            Bilingual(
                zh: "\(address.shown) 拒绝执行：\(words.decisiveLine.onOneLine(300))。",
                en: "\(address.shown) refused: \(words.decisiveLine.onOneLine(300))."),
            remedy: Bilingual(
                zh: "请检查该用户的权限（读表 SELECT；写表 CREATE）与磁盘空间；未提交任何改动。",
                en:
                    "Check what the user may do (SELECT to read, CREATE to write) and the disk; nothing was changed."
            ))
    }

    static func tablesExist(_ address: DatabaseAddress, _ names: [String]) -> ExchangeError {
        ExchangeError(
            .usage, "target_exists",
            Bilingual(
                zh: "\(address.shown) 中已有：\(list(names, "、"))。",
                en: "\(address.shown) has already: \(list(names, ", "))."),
            remedy: Bilingual(
                zh: "请用 active_schema= 或 tables= 换一处，或加 --force 覆盖（在同一事务中替换）。",
                en:
                    "Go elsewhere by active_schema= or tables=, or replace them, in one transaction, with --force."
            ))
    }

    static func noTable(_ address: DatabaseAddress, _ wanted: String, _ names: [String]) -> ExchangeError {
        ExchangeError(
            .usage, "no_such_layer",
            Bilingual(
                zh: "\(address.shown) 中没有可读的表“\(wanted.quotable)”。",
                en: "\(address.shown) has no table \(wanted.quoted) that may be read."),
            remedy: names.isEmpty
                ? Bilingual(
                    zh: "请用 tables=模式.表 指明，名称区分大小写。",
                    en: "Name it with tables=schema.table; upper and lower case differ.")
                : Bilingual(
                    zh: "带几何的表有：\(list(names, ", "))；名称区分大小写。",
                    en: "The tables with geometry: \(list(names, ", ")); upper and lower case differ."))
    }

    static func tableUnnamed(_ address: DatabaseAddress, _ names: [String]) -> ExchangeError {
        ExchangeError(
            .usage, "several_layers",
            Bilingual(
                zh: "\(address.shown) 中有 \(names.count) 个带几何的表，未指明读哪个。",
                en: "\(address.shown) has \(names.count) tables with geometry, and none is named."),
            remedy: Bilingual(
                zh: "请用 tables=模式.表 或 --sheet 指明" + (names.isEmpty ? "。" : "：\(list(names, ", "))。"),
                en: "Name one with tables=schema.table or --sheet"
                    + (names.isEmpty ? "." : ": \(list(names, ", ")).")))
    }

    static func noGeometryColumn(
        _ address: DatabaseAddress, _ wanted: String, _ columns: [String]
    ) -> ExchangeError {
        ExchangeError(
            .usage, "no_such_column",
            Bilingual(
                zh: "\(address.shown) 没有几何列“\(wanted.quotable)”。",
                en: "\(address.shown) has no geometry column \(wanted.quoted)."),
            remedy: Bilingual(
                zh: "几何列有：\(columns.joined(separator: ", "))；写作 tables=表(列)。",
                en: "Its geometry columns: \(columns.joined(separator: ", ")); write tables=table(column)."))
    }

    static func severalGeometries(_ address: DatabaseAddress, _ columns: [String]) -> ExchangeError {
        ExchangeError(
            .usage, "several_columns",
            Bilingual(
                zh: "\(address.shown) 有多个几何列：\(columns.joined(separator: ", "))。",
                en: "\(address.shown) has several geometry columns: \(columns.joined(separator: ", "))."),
            remedy: Bilingual(
                zh: "请用 tables=模式.表(几何列) 指明其一。", en: "Name one: tables=schema.table(geometry)."))
    }

    static func severalSRIDs(_ address: DatabaseAddress, _ srids: [String]) -> ExchangeError {
        ExchangeError(
            .badData, "mixed_frames",
            Bilingual(
                zh: "\(address.shown) 的几何有多个 SRID：\(srids.joined(separator: ", "))。",
                en: "The geometries of \(address.shown) have several SRIDs: \(srids.joined(separator: ", "))."
            ),
            remedy: Bilingual(
                zh: "请先用 ST_Transform 统一为 4326 或 4490。",
                en: "Bring them into one with ST_Transform first, such as 4326 or 4490."))
    }

    static func schemaInAnotherFrame(
        _ address: DatabaseAddress, _ schema: String, _ frame: String
    ) -> ExchangeError {
        ExchangeError(
            .usage, "schema_in_another_frame",
            Bilingual(
                zh: "\(address.shown) 的模式“\(schema.quotable)”中已有 \(frame) 的空间格局。",
                en: "The schema \(schema.quoted) of \(address.shown) holds layouts in \(frame)."),
            remedy: Bilingual(
                zh: "同一模式只用一种坐标系：请用 --frame \(frame)，或用 active_schema= 换一个模式。",
                en: "A schema has one frame: use --frame \(frame), or name another schema by active_schema=.")
        )
    }

    static func tablesNotChosen(_ address: DatabaseAddress) -> ExchangeError {
        ExchangeError(
            .usage, "table_not_chosen",
            Bilingual(
                zh: "导出空间格局时，表名由空间格局而定，不能用 tables=。",
                en: "The tables of layouts are named after them: tables= does not go with export."),
            remedy: Bilingual(
                zh: "请去掉 tables=；要换一个模式，用 active_schema=。",
                en: "Leave it out; another schema is named by active_schema=."))
    }
}

extension DatabaseAddress {
    /// The name in messages; a password is not in it.
    fileprivate var shown: String { description.onOneLine(160) }
}

extension String {
    /// What the server said, behind GDAL's own line: the error, and its detail, which may name whose view is in the way.
    fileprivate var decisiveLine: String {
        let lines = split(whereSeparator: \.isNewline).map(String.init)
        guard let error = lines.first(where: { $0.contains("ERROR:") || $0.contains("FATAL:") }) else {
            return lines.first { $0.contains("failed:") } ?? lines.last ?? self
        }
        return ([error] + lines.filter { $0.hasPrefix("DETAIL:") }).joined(separator: ". ")
    }

    /// Its first characters, with nothing that cannot be seen: longer than what ``quotable`` lets through, for the
    /// servers' sentences are.
    fileprivate func onOneLine(_ limit: Int) -> String {
        let scalars = unicodeScalars.map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: Unicode.Scalar(0x20 as UInt8)
            default: scalar
            }
        }
        let shown = String(String.UnicodeScalarView(scalars.prefix(limit))).trimmed
        return scalars.count > limit ? shown + "…" : shown
    }
}
