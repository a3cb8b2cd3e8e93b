import Wording

extension ExchangeError {
    static func empty(_ path: String) -> ExchangeError {
        ExchangeError(
            .badData, "empty_input",
            Bilingual(zh: "“\(path.quotable)”是空文件。", en: "\(path.quoted) is empty."),
            remedy: Bilingual(zh: "请确认文件已保存完整。", en: "Check that it was saved."))
    }

    static func damaged(_ path: String, _ format: SiteFileFormat, _ reason: Bilingual) -> ExchangeError {
        ExchangeError(
            .badData, "damaged_file",
            Bilingual(
                zh: "“\(path.quotable)”不是完整的\(format.name.zh)：\(reason.zh)。",
                en: "\(path.quoted) is no whole \(format.name.en): \(reason.en)."),
            remedy: Bilingual(
                zh: "请用生成它的软件打开检查并重新保存。", en: "Open it in the program it was made with and save it again."))
    }

    static func damagedArchive(_ path: String) -> ExchangeError {
        ExchangeError(
            .badData, "damaged_file",
            Bilingual(
                zh: "“\(path.quotable)”不完整：末尾没有压缩包目录。",
                en: "\(path.quoted) is not whole: it has no directory at its end."),
            remedy: Bilingual(zh: "请重新下载或重新保存。", en: "Download or save it again."))
    }

    static func encryptedArchive(_ path: String) -> ExchangeError {
        ExchangeError(
            .badData, "encrypted_file",
            Bilingual(zh: "“\(path.quotable)”设有密码。", en: "\(path.quoted) is under a password."),
            remedy: Bilingual(zh: "请去掉密码后另存。", en: "Save it without the password."))
    }

    static func lockedWorkbook(_ path: String) -> ExchangeError {
        ExchangeError(
            .badData, "encrypted_file",
            Bilingual(
                zh: "“\(path.quotable)”设有密码，或是旧版 .xls 改的名。",
                en: "\(path.quoted) is under a password, or an old .xls by another name."),
            remedy: Bilingual(
                zh: "请在 Excel 或 WPS 中去掉密码，另存为 .xlsx。",
                en: "Take the password off in Excel or WPS and save it as .xlsx."))
    }

    static func unsafeArchive(_ path: String, _ name: String) -> ExchangeError {
        ExchangeError(
            .badData, "unsafe_archive",
            Bilingual(
                zh: "“\(path.quotable)”中有越出自身目录的文件名“\(name.quotable)”。",
                en: "\(path.quoted) holds the name \(name.quoted), which leads out of it."),
            remedy: Bilingual(
                zh: "请勿使用来历不明的文件；可用原软件重新导出。", en: "Do not trust it; export it anew from its program."))
    }

    static func archiveBomb(_ path: String) -> ExchangeError {
        ExchangeError(
            .badData, "archive_too_large",
            Bilingual(
                zh: "“\(path.quotable)”解压后过大（上限 \(ZipDirectory.sizeLimit >> 30) GiB），或压缩比异常。",
                en:
                    "\(path.quoted) unpacks to more than \(ZipDirectory.sizeLimit >> 30) GiB, or to far more than it packs."
            ),
            remedy: Bilingual(zh: "请拆分文件，或改用 CSV。", en: "Split it, or use CSV."))
    }

    static func drawingIsDWG(_ path: String) -> ExchangeError {
        ExchangeError(
            .badData, "unsupported_format",
            Bilingual(zh: "“\(path.quotable)”其实是 DWG。", en: "\(path.quoted) is a DWG in truth."),
            remedy: Bilingual(
                zh: "请在 AutoCAD 或中望 CAD 中另存为 DXF（AutoCAD 2018 DXF）。",
                en: "Save it from your CAD program as DXF (AutoCAD 2018 DXF)."))
    }

    static func missingPart(_ path: String, _ part: String) -> ExchangeError {
        ExchangeError(
            .badData, "incomplete_shapefile",
            Bilingual(zh: "Shapefile 缺少“\(path.quotable)”。", en: "The shapefile lacks \(path.quoted)."),
            remedy: Bilingual(
                zh: "Shapefile 至少由 .shp、.shx、.dbf 三个同名文件组成，请一并复制（\(part) 可在 QGIS 或 ArcGIS 中重新导出得到）。",
                en:
                    "A shapefile is .shp, .shx and .dbf together: copy them all, or export it again to get the \(part)."
            ))
    }

    static func frameUnstated(_ path: String, _ format: SiteFileFormat) -> ExchangeError {
        ExchangeError(
            .badData, "frame_unstated",
            Bilingual(
                zh: "“\(path.quotable)”没有写明坐标系。", en: "\(path.quoted) does not say in which frame it is."),
            remedy: Bilingual(
                zh: "请用 --frame 指明，如 epsg:4544（CGCS2000 三度带，中央经线105°）、epsg:4523（同前，横坐标带带号35）或 cgcs2000。",
                en:
                    "Name it with --frame, such as epsg:4544 (CGCS2000, central meridian 105°), epsg:4523 (with zone 35 "
                    + "before the eastings) or cgcs2000."))
    }

    static func unknownFrame(_ path: String, _ name: String) -> ExchangeError {
        ExchangeError(
            .badData, "unknown_frame",
            Bilingual(
                zh: "“\(path.quotable)”的坐标系“\(name.quotable)”不在可转换之列。",
                en: "\(path.quoted) is in \(name.quoted), which is not among the frames converted here."),
            remedy: Bilingual(
                zh: "请先转为 CGCS2000 或 WGS 84；若文件所写有误，用 --frame 指明实际的坐标系。",
                en:
                    "Have it converted to CGCS2000 or WGS 84; where the file is wrong, name the real frame with --frame."
            ))
    }

    static func noLayer(_ path: String, _ wanted: String, _ names: [String]) -> ExchangeError {
        ExchangeError(
            .usage, "no_such_layer",
            Bilingual(
                zh: "“\(path.quotable)”中没有“\(wanted.quotable)”。",
                en: "\(path.quoted) has no \(wanted.quoted)."),
            remedy: Bilingual(
                zh: "可选：\(list(names, "、"))。", en: "Choose from: \(list(names, ", "))."))
    }

    static func severalLayers(_ path: String, _ names: [String]) -> ExchangeError {
        ExchangeError(
            .usage, "several_layers",
            Bilingual(
                zh: "“\(path.quotable)”中有 \(names.count) 个图层或工作表。",
                en: "\(path.quoted) holds \(names.count) layers or sheets."),
            remedy: Bilingual(
                zh: "请用 --sheet（map 命令用 --layer）指明其一：\(list(names, "、"))。",
                en: "Name one with --sheet (--layer for a map): \(list(names, ", "))."))
    }

    static func noFeatures(_ path: String) -> ExchangeError {
        ExchangeError(
            .badData, "empty_input",
            Bilingual(zh: "“\(path.quotable)”中没有任何要素。", en: "\(path.quoted) holds no feature."),
            remedy: Bilingual(zh: "请检查图层与文件是否正确。", en: "Check that it is the right file."))
    }

    /// The first of many names.
    static func list(_ names: [String], _ separator: String) -> String {
        let shown = names.prefix(12).map { $0.quotable }.joined(separator: separator)
        return names.count > 12 ? shown + separator + "…" : shown
    }
}
