internal import GeoJSON
internal import Hummingbird
internal import MapDrawing
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Wording

/// Pictures of layouts: the sheets of `jinfeng map`.
struct MapRoutes: Sendable {
    let desk: QuestionDesk

    var endpoints: [Endpoint] { MapFormat.allCases.map(endpoint) }

    /// A picture of more pixels than this is for the command: each takes four bytes of memory, for seconds.
    private static let pixelLimit = 30_000_000

    private func endpoint(_ format: MapFormat) -> Endpoint {
        Endpoint(
            .get, "/map.\(format.rawValue)", id: "map\(format.rawValue.uppercased())", .maps,
            zh: "规划空间结构图（\(format.rawValue.uppercased())），可标出拟选位置",
            en: "A map sheet of layouts as \(format.rawValue.uppercased()), with a site if one is given.",
            parameters: [
                Parameter(
                    "layout", zh: "空间格局的 id 或名称，多个以逗号分隔（默认全部规划格局）",
                    en: "Layouts by id or name, parted by commas (default: all plans)."),
                .position, .place, .frame, .accuracy,
                Parameter(
                    "size", zh: "图幅：a4、a3（默认）、a2、a1、a0、16:9，可加 -portrait，或 宽x高mm",
                    en: "Paper: a4, a3 (default), a2, a1, a0, 16:9, with -portrait if upright, or WxHmm."),
                Parameter(
                    "scale", zh: "比例尺分母（默认取能容下的整数比例）",
                    en: "The scale's denominator (default: the roundest that fits).",
                    schema: ["type": "integer", "minimum": 1]),
                Parameter.choice(
                    "labels", LabelLanguage.allCases.map(\.rawValue), zh: "图上注记语言（默认随 lang）",
                    en: "Names on the map (default: by lang)."),
                Parameter("title", zh: "图名", en: "Title of the sheet."), .asOf,
            ]
                + (format == .png
                    ? [
                        Parameter(
                            "dpi", zh: "分辨率（默认 96）", en: "Dots per inch (default: 96).",
                            schema: ["type": "number", "minimum": 0, "exclusiveMinimum": true])
                    ] : []),
            formats: [format.served]
        ) { asked in
            let sheet = try sheet(asked)
            let resolution = try Self.resolution(asked.query, sheet.size)
            let day = try asked.query.day()
            let spot = try asked.query.optionalPositionOrPlace()
            let (frame, accuracy) = (try asked.query.frame(), try asked.query.accuracy())
            let data = desk.data
            let bytes = try await desk.assessing.ask(on: day, for: asked) { _, demand throws(Problem) in
                try Problem.told {
                    var sheet = sheet
                    if let spot {
                        let reader = SiteReader(
                            frame: frame, accuracy: accuracy, gazetteer: data.gazetteer,
                            zones: ZoneNames(data.catalogue, asOf: day))
                        sheet.site = .position(try reader.site(SiteText(position: spot.text)))
                    }
                    return try MapDrafter(data.catalogue, gazetteer: data.gazetteer, asOf: day)
                        .draw(sheet, as: format, dotsPerInch: resolution, while: { demand.isThere }).bytes
                }
            }
            return asked.response(bytes)
        }
    }

    private func sheet(_ asked: Asked) throws(Problem) -> MapSheet {
        let query = asked.query
        let catalogue = desk.data.catalogue
        let ids = try query.layouts(among: catalogue.layouts)
        var sheet = MapSheet(layouts: ids.isEmpty ? catalogue.plans.map(\.id) : ids)
        if let text = query["size"] {
            do throws(MapError) {
                sheet.size = try PaperSize(parsing: text)
            } catch {
                throw Problem(error, field: "size")
            }
        }
        if let text = query["scale"] {
            guard let denominator = Int(text) else {
                throw Problem.invalidParameter(
                    "scale", text,
                    Bilingual(zh: "请写整数，如 100000。", en: "Write a whole number, such as 100000."))
            }
            sheet.denominator = denominator
        }
        sheet.language = asked.language
        sheet.labels = try query.choice("labels", LabelLanguage.self) ?? LabelLanguage(asked.language)
        if let title = query["title"] {
            guard title.count <= 80 else {
                throw Problem.invalidParameter(
                    "title", title, Bilingual(zh: "请不超过 80 字。", en: "Keep it within 80 characters."))
            }
            sheet.title = title
        }
        return sheet
    }

    private static func resolution(_ query: Query, _ size: PaperSize) throws(Problem) -> Double {
        var resolution = 96.0
        if let text = query["dpi"] {
            guard let number = Double(text), number.isFinite, number > 0 else {
                throw Problem.invalidParameter(
                    "dpi", text, Bilingual(zh: "请写正数，如 150。", en: "Write a positive number, such as 150."))
            }
            resolution = number
        }
        let inches = size.width / 25.4 * size.height / 25.4
        guard inches * resolution * resolution <= Double(pixelLimit) else {
            throw Problem.invalidParameter(
                "dpi", query["dpi"] ?? "96",
                Bilingual(
                    zh: "图幅与分辨率合计超过 3000 万像素；请减小，或用 jinfeng map。",
                    en:
                        "Paper and resolution make more than 30 million pixels: take less of either, or the command."
                ))
        }
        return resolution
    }
}

extension MapFormat {
    fileprivate var served: Format {
        switch self {
        case .png: .png
        case .svg: .svg
        case .pdf: .pdf
        }
    }
}
