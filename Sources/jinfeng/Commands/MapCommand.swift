import ArgumentParser
import MapDrawing
import Planning
import Presenting
import Siting
import Wording

/// `jinfeng map [LAYOUT…] -o map.pdf`: a sheet to print, to show or to hang up.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: Jinfeng.say(
            zh: "绘制规划空间结构图（PNG、SVG、PDF），可标出拟选位置",
            en: "Draws layouts as a map sheet (PNG, SVG, PDF), with a site if one is given."),
        discussion: Jinfeng.say(
            zh: """
                一个空间格局一幅图；多个并列于一张图纸，比例尺相同；不写则绘全部。

                示例：
                  jinfeng map jinfeng-five-zones -o 金凤.pdf
                  jinfeng map -o 全部.png --size 16:9
                  jinfeng map north-middle-south --site 106.33,29.52 -o 选址.pdf --unit 某某规划院
                  jinfeng map jinfeng-five-zones --site 地块.shp --feature 001 -o 地块.pdf
                """,
            en: """
                Each layout has a map of its own; several stand side by side on one sheet at one scale; without any, all.

                Examples:
                  jinfeng map jinfeng-five-zones -o jinfeng.pdf
                  jinfeng map -o all.png --size 16:9
                  jinfeng map north-middle-south --site 106.33,29.52 -o site.pdf --unit "Planning Institute"
                  jinfeng map jinfeng-five-zones --site parcels.shp --feature 001 -o parcel.pdf
                """))

    @Argument(
        help: .both(zh: "空间格局的 id 或名称，可多个（默认全部）", en: "Layouts by id or name (default: all)."),
        completion: .custom { _, _, _ in
            let catalogue = try? GeoDataSearch.folder(option: nil).catalogue()
            return catalogue?.layouts.map(\.id) ?? []
        })
    var layouts: [String] = []

    @Option(
        name: [.short, .long],
        help: .both(zh: "输出文件，以 .png、.svg 或 .pdf 结尾", en: "The file to write, ending in .png, .svg or .pdf."),
        completion: .file(extensions: ["png", "svg", "pdf"]))
    var output: String

    @OptionGroup var paper: MapPaperOptions
    @OptionGroup var site: MapSiteOptions
    @OptionGroup var replacing: ReplacingOption
    @OptionGroup var classified: ClassifiedOption
    @OptionGroup var data: CatalogueOptions

    func run() throws {
        let language = data.speech.language
        guard let format = MapFormat(fileName: output) else {
            throw Failure(
                RowError(MapError.unknownFormat(output), field: "--output"), language, status: .usage)
        }
        let file = try replacing.file(at: output, language)
        let whole = try data.catalogue()
        let (chosen, passable) = try classified.layouts(
            named: layouts.isEmpty ? nil : try whole.layouts.named(layouts, language),
            among: whole.plans, of: whole, on: data.asOf, language)
        let catalogue = passable.catalogue
        var sheet = MapSheet(layouts: chosen.map(\.id))
        try paper.apply(to: &sheet, language)
        sheet.site = try site.site(in: catalogue, data, language) { site in
            try classified.refuse(site, in: passable, on: data.asOf, language)
        }
        let gazetteer = try data.source.gazetteer()
        let map: DrawnMap
        do throws(MapError) {
            map = try MapDrafter(catalogue, gazetteer: gazetteer, asOf: data.asOf).draw(
                sheet, as: format, dotsPerInch: paper.resolution)
        } catch {
            throw Failure(error, language, status: error.status)
        }
        try file.write(map.bytes, language)
        for note in map.notes { Messages.write(note.text[language]) }
        passable.tell(of: layouts.isEmpty ? [.plan, .context] : [.context], language)
    }
}

extension MapError {
    /// Bad usage where an option is at fault, else bad data or our own failure.
    var status: Status {
        switch self {
        case .unknownFormat, .unknownSize, .sizeOutOfRange, .resolutionOutOfRange, .tooManyPixels,
            .scaleOutOfRange, .noEdition:
            .usage
        case .nothingDrawn, .locator, .projection, .topology: .badData
        case .missingGlyphs: .noInput
        case .cairo, .libraryMissing, .abandoned: .internal
        }
    }
}
