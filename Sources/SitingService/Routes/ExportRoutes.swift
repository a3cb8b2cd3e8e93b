internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Wording

/// Layouts as files for GIS, CAD and office programs: what `jinfeng export` writes, byte for byte.
struct ExportRoutes: Sendable {
    let desk: QuestionDesk

    var endpoints: [Endpoint] { [several, one] }

    private static let formats = ExchangeFormat.allCases.compactMap { Format(rawValue: $0.rawValue) }

    private static let parameters: [Parameter] = [
        Parameter(
            "frame", zh: "坐标系（默认 wgs84；DXF 为 epsg:4544，报盘坐标为 epsg:4523）",
            en: "The reference frame (default: wgs84; epsg:4544 for DXF, epsg:4523 for 报盘坐标)."),
        Parameter.choice(
            "encoding", ExchangeOptions.Encoding.allCases.map(\.rawValue),
            zh: "Shapefile、报盘坐标的文字编码（默认 utf-8）", en: "Encoding of a Shapefile or 报盘坐标 (default: utf-8)."),
        .asOf,
    ]

    private var one: Endpoint {
        Endpoint(
            .get, "/collections/{collectionId}/export", id: "exportCollection", .features,
            zh: "下载一个空间格局：GeoPackage、Shapefile、KML、DXF、CSV 等",
            en: "A layout as a file: GeoPackage, Shapefile, KML, DXF, CSV and others.",
            parameters: [
                Parameter("collectionId", zh: "空间格局的 id", en: "The layout's id.").inPath()
            ] + Self.parameters, formats: Self.formats
        ) { asked in
            let layout = try desk.collection(asked.part("collectionId")).layout
            return try await answer(asked, [layout], named: layout.id)
        }
    }

    private var several: Endpoint {
        Endpoint(
            .get, "/export", id: "export", .features, zh: "下载多个空间格局为一个文件（Shapefile 为 ZIP）",
            en: "Several layouts as one file; a Shapefile comes as a ZIP archive.",
            parameters: [
                Parameter(
                    "layout", zh: "空间格局的 id 或名称，多个以逗号分隔（默认全部）",
                    en: "Layouts by id or name, parted by commas (default: all).")
            ] + Self.parameters, formats: Self.formats
        ) { asked in
            let all = desk.data.catalogue.layouts
            let ids = try asked.query.layouts(among: all)
            let chosen = ids.isEmpty ? all : all.filter { ids.contains($0.id) }
            return try await answer(asked, chosen, named: chosen.count == 1 ? chosen[0].id : "jinfeng")
        }
    }

    private func answer(_ asked: Asked, _ layouts: [Layout], named name: String) async throws -> Response {
        guard let format = ExchangeFormat(rawValue: asked.format.rawValue) else {
            throw Problem.unknownFormat(asked.format.rawValue, Self.formats)
        }
        let day = try asked.query.day()
        let editions = layouts.compactMap { layout in
            layout.edition(validOn: day).map { (layout: layout, edition: $0) }
        }
        guard !editions.isEmpty else {
            let earliest = layouts.flatMap(\.editions).map(\.validFrom).min()
            throw Problem(LocatorError.noEdition(on: day, earliest: earliest), field: "as-of")
        }
        let encoding = try asked.query.choice("encoding", ExchangeOptions.Encoding.self) ?? .utf8
        let options = ExchangeOptions(
            frame: try frame(asked.query, format), language: asked.language, encoding: encoding)
        let tables = ZoneTables(
            desk.data.catalogue, language: asked.language, statement: Vocabulary.disclaimer,
            roleName: Vocabulary.word(for:))
        let written = try await desk.assessing.ask(on: day, for: asked) { _, demand throws(Problem) in
            Result { () throws(ExchangeError) in
                var writer = try DatasetWriter(format, options)
                writer.isWanted = { demand.isThere }
                return try writer.bytes(of: tables.dataset(of: editions, asOf: day), named: name)
            }
        }
        let (bytes, outcome) = try Self.made(written)
        var response = asked.resource(bytes)
        if format == .boundaryText, encoding == .gb18030 {
            response.headers[.contentType] = "text/plain; charset=gb18030"
        }
        let ending = format == .shapefile ? "zip" : format.rawValue
        response.headers[.contentDisposition] = "attachment; filename=\"\(name).\(ending)\""
        // What the command says on its error stream.
        response.headers[.zonesLeftOut] = "\(outcome.omitted)"
        return response
    }

    /// What was made; a frame that will not do is the client's mistake, a missing library the operator's, and all else goes
    /// into the log, since it names folders of this machine.
    private static func made<Made>(_ written: Result<Made, ExchangeError>) throws -> Made {
        do throws(ExchangeError) {
            return try written.get()
        } catch {
            if error.kind == .usage || error.kind == .badData { throw Problem(error, field: "frame") }
            if error.code == "gdal_missing" { throw Problem(error, .serviceUnavailable) }
            throw error
        }
    }

    private func frame(_ query: Query, _ format: ExchangeFormat) throws(Problem) -> ReferenceFrame {
        if let frame = try query.frame() { return frame }
        do throws(FrameError) { return try format.usualFrame } catch { throw Problem(error, field: "frame") }
    }
}

extension ExportRoutes {
    /// Links to a collection's files.
    static func links(_ address: String, _ asked: Asked) -> [Link] {
        ExchangeFormat.allCases.compactMap { exchange in
            guard let format = Format(rawValue: exchange.rawValue) else { return nil }
            return Link(
                "\(address)/export?f=\(format.rawValue)", rel: "enclosure", type: format.linkType,
                title: asked.words("下载：\(exchange.name.zh)", "Download: \(exchange.name.en)"))
        }
    }

    /// What a file is good for, said to people who choose one.
    static func use(of format: ExchangeFormat) -> Bilingual {
        switch format {
        case .geoPackage:
            Bilingual(
                zh: "QGIS、ArcGIS：全部单元、属性、原文与样式（推荐）",
                en: "QGIS, ArcGIS: every zone with attributes, quotes and styles (the one to take)")
        case .shapefile:
            Bilingual(
                zh: "旧版 GIS；ZIP 压缩包，长文字分列", en: "Older GIS; a ZIP archive, long texts in several columns")
        case .kml, .kmz: Bilingual(zh: "奥维、Google Earth；只含已上图单元", en: "Google Earth; zones that are drawn")
        case .flatGeobuf: Bilingual(zh: "网页与大数据工具；只含已上图单元", en: "Web and bulk tools; zones that are drawn")
        case .dxf:
            Bilingual(
                zh: "AutoCAD：CGCS2000 三度带（epsg:4544），只有图形与注记",
                en: "AutoCAD: CGCS2000, 3° strip (epsg:4544), outlines and names")
        case .geoJSON, .geoJSONSequence: Bilingual(zh: "程序与网页地图", en: "Programs and web maps")
        case .csv: Bilingual(zh: "表格与数据库，图形为 WKT", en: "Tables and databases, geometry as WKT")
        case .workbook: Bilingual(zh: "Excel、WPS：属性与原文，无图形", en: "Excel: attributes and quotes, no geometry")
        case .boundaryText:
            Bilingual(zh: "勘测定界报盘坐标（epsg:4523），只含面状单元", en: "Boundary coordinates (epsg:4523), areas only")
        case .postGIS: Bilingual(zh: "PostGIS 数据库；只能由命令写入", en: "A PostGIS database; by the command only")
        }
    }
}
