import ArgumentParser
import Intake
import Planning
import Presenting
import Projection
import Siting
import Wording

/// `jinfeng assess SITE`: all that is known of one site.
struct Assess: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "一个地块的全面评估：落位、功能、邻近、距离、注意事项",
            en: "Assesses a site: zones, what the texts want there, what is near, what to mind."),
        discussion: Jinfeng.say(
            zh: """
                地块可以是坐标（经度在前）、地名或结构单元名、WKT、GeoJSON 文本，或文件：GeoJSON、WKT、SHP、GPKG、
                KML/KMZ、DXF、FGB、GDB、报盘 TXT（- 为标准输入）。文件含多个要素时逐个评估；只看其中一个用 --feature。
                名称先认结构单元，再认控制点；--place 反之。图形至多 10 万个顶点，超过的须先化简。

                示例：
                  jinfeng assess 106.33,29.52 --activity 集成电路设计
                  jinfeng assess 科学会堂
                  jinfeng assess 地块.geojson --area 50亩 --output 初判.pdf
                  jinfeng assess "POLYGON((106.3 29.5,106.4 29.5,106.4 29.6,106.3 29.5))"
                """,
            en: """
                SITE is a position (longitude first), the name of a place or zone, WKT, GeoJSON text,
                or a file: GeoJSON, WKT, SHP, GPKG, KML/KMZ, DXF, FGB, GDB or 报盘 TXT (- is standard
                input). Of a file with several features each is assessed; --feature picks one.
                A name means a zone before a control point, with --place the other way round. A shape
                has at most 100 000 vertices.

                Examples:
                  jinfeng assess 106.33,29.52 --activity "chip design"
                  jinfeng assess 科学会堂
                  jinfeng assess site.geojson --area 50亩 --output assessment.pdf
                  jinfeng assess "POLYGON((106.3 29.5,106.4 29.5,106.4 29.6,106.3 29.5))"
                """))

    /// The formats an assessment leaves in.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case geojson
        case html
        case pdf

        /// The format a file's name promises; nil where it promises none.
        init?(fileName: String) {
            switch fileName.split(separator: ".").last?.lowercased() {
            case "json": self = .json
            case "geojson": self = .geojson
            case "html", "htm": self = .html
            case "pdf": self = .pdf
            case "txt": self = .text
            default: return nil
            }
        }
    }

    @Argument(
        help: .both(
            zh: "坐标、地名、WKT、GeoJSON 文本或文件；可给多个",
            en: "A position, a name, WKT, GeoJSON text or a file; one or more."),
        completion: .file(extensions: SiteFileInput.endings + ["wkt"]))
    var site: [String] = []

    @Option(help: .both(zh: "地名，如 科学会堂（可重复）", en: "A place by name, such as 科学会堂; may be repeated."))
    var place: [String] = []

    @Option(
        help: .both(
            zh: "只评估文件中的这个要素（id、名称或从 1 起的序号，可重复）",
            en: "Only this feature of a file, by id, name or number from 1; may be repeated."))
    var feature: [String] = []

    @Option(
        help: .both(
            zh: "拟安排的活动，如 集成电路设计、IVD、总部（用自己的话写）",
            en: "What is to be there, in your own words: chip design, IVD, 总部 …"))
    var activity: String?

    @Option(
        help: .both(
            zh: "申报的用地面积，带单位，如 50亩；与图形相差超过 0.1% 时指出",
            en:
                "The land area stated for it, with its unit, such as 50亩; told where the shape differs by 0.1 %."
        ))
    var area: String?

    @Option(
        help: .both(
            zh: "坐标系：wgs84（默认）、cgcs2000、gcj02（高德）、bd09（百度）、epsg:4544 等",
            en:
                "The reference frame: wgs84 (default), cgcs2000, gcj02 (Amap), bd09 (Baidu), epsg:4544 and others."
        ),
        completion: .list(ReferenceFrame.all.map(\.identifier)))
    var frame: String?

    @Flag(
        name: .customLong("make-valid"),
        help: .both(zh: "修复自相交等无效图形，并报告改动", en: "Repair invalid shapes and report what changed."))
    var makeValid = false

    @OptionGroup var layers: SiteFileInput
    @OptionGroup var judgement: JudgementOptions

    @Option(
        help: .both(
            zh: "输出格式（默认随输出文件名，否则 text）", en: "Format (default: by the output's name, else text)."))
    var format: Format?

    @OptionGroup var destination: OutputOptions
    @OptionGroup var replacing: ReplacingOption

    /// The file to write; nil for standard output.
    var output: String? { destination.output }

    @OptionGroup var classified: ClassifiedOption
    @OptionGroup var data: CatalogueOptions

    func validate() throws {
        guard !(site + place).isEmpty else {
            throw ValidationError(
                Jinfeng.say(
                    zh: "请给出地块，例如：jinfeng assess 106.33,29.52",
                    en: "Name a site, for example: jinfeng assess 106.33,29.52"))
        }
        if site.count == 2, site.allSatisfy({ Double($0) != nil }) {
            let pair = site.joined(separator: ",")
            throw ValidationError(
                Jinfeng.say(
                    zh: "两个数之间请用逗号，不留空格：\(pair)", en: "Put a comma between the two numbers, no space: \(pair)"
                ))
        }
    }

    func run() throws {
        let language = data.speech.language
        if format == nil {
            try destination.refuseUnknownEnding(
                among: ["txt", "json", "geojson", "html", "htm", "pdf"], exchanges: true, language)
        }
        if isWrittenWhole, let output { _ = try replacing.file(at: output, language) }
        let terms = try self.terms(language)
        var catalogue = try data.catalogue()
        var layouts = try judgement.layouts(in: catalogue, language)
        let kinds: Set<Layout.Kind> = layouts == nil ? [.plan, .context, .control] : [.context, .control]
        let passable = try showsZones ? self.passable(catalogue, &layouts, language) : nil
        catalogue = passable?.catalogue ?? catalogue
        passable?.tell(of: kinds, language)
        if passable == nil { ClassifiedOption.remind(catalogue, of: kinds, on: data.asOf, language) }
        let vocabulary = try data.vocabulary(for: catalogue)
        let unchecked = try data.uncheckedItems(for: catalogue)
        let reader = ShapedSites(terms, catalogue, asOf: data.asOf, language) { try data.source.gazetteer() }
        let sites = try chosen(
            try site.flatMap(reader.sites) + place.map(reader.place), language)
        if terms.statedArea != nil { try checkArea(of: sites, language) }
        if let passable { try refuse(sites, outside: passable, language) }
        let withheld = passable?.notes(of: kinds) ?? []
        let assessor = try assessor(catalogue, vocabulary, unchecked)
        let answers = sites.map { one in
            AssessedRow(
                label: one.label, id: one.id, name: one.name,
                outcome: one.site.flatMap { assess($0, with: assessor, layouts, withheld) })
        }
        try write(answers, catalogue, language)
    }

    private func terms(_ language: Language) throws -> ShapedSites.Terms {
        let frame = try SiteOptions.referenceFrame(frame, language)
        return ShapedSites.Terms(
            frame: frame, accuracy: try judgement.accuracyMetres(language), makingValid: makeValid,
            statedArea: try area.map { try AreaOption.stated($0, field: "--area", language) },
            files: try layers.options(frame: frame, language))
    }

    private func assessor(
        _ catalogue: Catalogue, _ vocabulary: ActivityVocabulary, _ unchecked: [UncheckedItem]
    ) throws -> Assessor {
        do throws(LocatorError) {
            return try Assessor(catalogue, vocabulary, unchecked: unchecked, asOf: data.asOf)
        } catch {
            throw Failure(error, data.speech.language, status: .badData)
        }
    }

    private func assess(
        _ site: AssessedSite, with assessor: borrowing Assessor, _ layouts: Set<String>?, _ notes: [Note]
    ) -> Result<Assessment, RowError> {
        do throws(LocatorError) {
            return .success(
                try assessor.assess(
                    site, activity: activity, confidence: judgement.confidence ?? .standard, layouts: layouts,
                    notes: notes))
        } catch {
            return .failure(RowError(error))
        }
    }
}
