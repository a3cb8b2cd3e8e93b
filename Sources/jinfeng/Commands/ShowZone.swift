import ArgumentParser
import GeoJSON
import Intake
import Planning
import Presenting
import Wording

/// `jinfeng zone ID`: one zone with every sentence it rests on.
struct ShowZone: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zone",
        abstract: Jinfeng.say(zh: "查看一个结构单元及其全部依据", en: "Shows one zone and every sentence it rests on."),
        discussion: Jinfeng.say(
            zh: """
                示例：
                  jinfeng zone shengmingdao
                  jinfeng zone 生命岛 --format geojson
                """,
            en: """
                Examples:
                  jinfeng zone shengmingdao
                  jinfeng zone 生命岛 --format geojson
                """))

    /// The formats a zone can be shown in.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case geojson
    }

    @Argument(help: .both(zh: "结构单元的 id 或名称", en: "The zone's id or name."))
    var zone: String

    @Option(help: .both(zh: "输出格式", en: "Format."))
    var format: Format = .text

    @OptionGroup var classified: ClassifiedOption
    @OptionGroup var data: CatalogueOptions

    func run() throws {
        let language = data.speech.language
        let catalogue = try data.catalogue()
        let editions = try data.editions(of: catalogue.layouts)
        let meant = try zones(catalogue, language)
        var found = editions.flatMap { place in
            place.edition.zones.filter(meant.contains).map {
                (zone: $0, layout: place.layout, edition: place.edition)
            }
        }
        if format == .geojson {
            // A name may belong to zones of several documents.
            let passable = try classified.layouts(
                named: nil, among: found.map(\.layout), of: catalogue, on: data.asOf, language
            ).passable
            found = found.filter { !passable.withheld.contains($0.layout.id) }
        }
        let shown = found.map { (layout: $0.layout, edition: $0.edition) }
        let output = try Output(path: nil, language)
        switch format {
        case .text:
            let text = ZoneText(catalogue: catalogue, language: language)
            try output.write(
                found.map { text.full($0.zone, in: $0.layout, $0.edition) }.joined(separator: "\n"))
        case .json:
            let zones = found.map { $0.zone.json(in: language, of: $0.edition) }
            try output.write(JSONWriter(.pretty).string(zones.count == 1 ? zones[0] : .array(zones)) + "\n")
        case .geojson:
            let features = found.map { $0.zone.feature(in: language, of: $0.edition) }
            let value =
                features.count == 1
                ? features[0].encoded(decimals: shown.decimals)
                : FeatureCollection(features: features).encoded(decimals: shown.decimals)
            try output.write(JSONWriter().string(value) + "\n")
        }
    }

    /// By id, name or alias; a name may belong to zones of several documents, which are then all shown.
    private func zones(_ catalogue: Catalogue, _ language: Language) throws -> [Zone] {
        do throws(ZoneNameError) {
            return try ZoneSearch(catalogue, asOf: data.asOf).zones(named: zone)
        } catch {
            throw Failure(error, language, status: .usage)
        }
    }
}
