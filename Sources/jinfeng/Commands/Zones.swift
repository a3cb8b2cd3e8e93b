import ArgumentParser
import GeoJSON
import Planning
import Presenting
import Tables
import Wording

/// `jinfeng zones`: the catalogue.
struct Zones: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(zh: "列出全部结构单元", en: "Lists the zones of the catalogue."),
        discussion: Jinfeng.say(
            zh: """
                示例：
                  jinfeng zones
                  jinfeng zones --layout jinfeng-five-zones --output zones.geojson
                """,
            en: """
                Examples:
                  jinfeng zones
                  jinfeng zones --layout jinfeng-five-zones --output zones.geojson
                """))

    @Option(help: .both(zh: "只列这个空间格局（id 或名称，可重复）", en: "Only this layout, by id or name; may be repeated."))
    var layout: [String] = []

    @Option(
        help: .both(zh: "输出格式（默认随输出文件名，否则 text）", en: "Format (default: by the output's name, else text)."))
    var format: AnswerFormat?

    @OptionGroup var destination: OutputOptions

    /// The file to write; nil for standard output.
    var output: String? { destination.output }

    @OptionGroup var classified: ClassifiedOption
    @OptionGroup var data: CatalogueOptions

    func run() throws {
        let language = data.speech.language
        if format == nil { try destination.refuseUnknownEnding(among: AnswerFormat.endings, language) }
        let catalogue = try data.catalogue()
        let format = format ?? self.output.flatMap(AnswerFormat.init(fileName:)) ?? .text
        let wanted = try data.editions(of: try chosen(catalogue, format, language))
        let output = try Output(path: output, language)
        switch format {
        case .text:
            let text = ZoneText(catalogue: catalogue, language: language)
            try output.write(wanted.map { text.list($0.layout, $0.edition) }.joined(separator: "\n"))
        case .json:
            let zones = wanted.flatMap { place in
                place.edition.zones.map { $0.json(in: language, of: place.edition) }
            }
            try output.write(JSONWriter(.pretty).string(.array(zones)) + "\n")
        case .ndjson:
            for (_, edition) in wanted {
                for zone in edition.zones {
                    try output.write(JSONWriter().string(zone.json(in: language, of: edition)) + "\n")
                }
            }
        case .geojson:
            let features = wanted.flatMap { place in
                place.edition.zones.map { $0.feature(in: language, of: place.edition) }
            }
            try output.write(
                JSONWriter().string(
                    FeatureCollection(features: features).encoded(decimals: wanted.decimals)) + "\n")
        case .csv: try output.write(try table(wanted.flatMap(\.edition.zones), language))
        }
    }

    private func chosen(
        _ catalogue: Catalogue, _ format: AnswerFormat, _ language: Language
    ) throws -> [Layout] {
        let named = layout.isEmpty ? nil : try catalogue.layouts.named(layout, language)
        guard format == .geojson else { return named ?? catalogue.layouts }
        let (layouts, passable) = try classified.layouts(
            named: named, among: catalogue.layouts, of: catalogue, on: data.asOf, language)
        if named == nil { passable.tell(language) }
        return layouts
    }

    private func table(_ zones: [Zone], _ language: Language) throws -> String {
        var bytes: [UInt8] = []
        do throws(TableError) {
            var writer = try CSVWriter()
            try writer.append(
                row: [
                    "zone", "name_zh", "name_en", "layout", "parent", "role", "located", "accuracy_m",
                    "document", "line",
                ],
                to: &bytes)
            for zone in zones {
                let source = zone.sources.first
                try writer.append(
                    row: [
                        zone.id, zone.name.zh, zone.name.en, zone.layout, zone.parent ?? "",
                        zone.role.rawValue,
                        zone.geometry == nil ? "false" : "true", zone.accuracy.map { "\($0.metres)" } ?? "",
                        source?.document ?? "", source.map { "\($0.line)" } ?? "",
                    ], to: &bytes)
            }
        } catch {
            throw Failure(error, language, status: .badData)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
