import ArgumentParser
import GeoJSON
import Planning
import Presenting
import Siting
import Tables
import Wording

/// `jinfeng neighbors ZONE`: what lies beside a zone.
struct Neighbors: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "一个结构单元与哪些单元共边、共点、邻近、重叠",
            en: "Lists what a zone shares a border with, meets, overlaps or is near."),
        discussion: Jinfeng.say(
            zh: """
                同一图面内答共边长度；不同空间格局之间只答重叠与间距，不言共边。

                示例：
                  jinfeng neighbors shengmingdao
                  jinfeng neighbors 科学谷 --within 1.5km
                  jinfeng neighbors xiyong-zutuan --format csv
                """,
            en: """
                Within one drawing the length of a shared border is answered; between layouts only overlap and gap.

                Examples:
                  jinfeng neighbors shengmingdao
                  jinfeng neighbors 科学谷 --within 1.5km
                  jinfeng neighbors xiyong-zutuan --format csv
                """))

    /// The formats neighbours can be shown in.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case csv
    }

    @Argument(help: .both(zh: "结构单元的 id 或名称", en: "The zone's id or name."))
    var zone: String

    @Option(
        parsing: .unconditional,
        help: .both(
            zh: "间距不超过多少算邻近，须带单位（默认 500m）",
            en: "How small a gap counts as near, with its unit (default: 500m)."))
    var within: String = "500m"

    @Option(help: .both(zh: "输出格式（默认 text）", en: "Format (default: text)."))
    var format: Format = .text

    @OptionGroup var data: CatalogueOptions

    func run() throws {
        let language = data.speech.language
        let distance = try DistanceOption.metres(within, field: "--within", language)
        let catalogue = try data.catalogue()
        let found = try ZoneSearch(catalogue, asOf: data.asOf).zones(named: zone, language)
        let overlay = try data.overlay(over: catalogue)
        var answers: [NeighbourAnswer] = []
        for zone in found {
            let reference = ZoneReference(layout: zone.layout, zone: zone.id)
            do throws(LocatorError) {
                if let answer = try overlay.neighbours(of: reference, within: distance) {
                    answers.append(answer)
                }
            } catch {
                throw Failure(error, language, status: .badData)
            }
        }
        guard !answers.isEmpty else {
            throw Failure(UnlocatedZone(found[0]), language, status: .badData)
        }
        let output = try Output(path: nil, language)
        switch format {
        case .text:
            let text = AdjacencyText(language: language)
            try output.write(answers.map { text.full($0) }.joined(separator: "\n"))
        case .json:
            let values = answers.map { $0.json(in: language) }
            try output.write(
                JSONWriter(.pretty).string(values.count == 1 ? values[0] : .array(values)) + "\n")
        case .csv:
            var bytes: [UInt8]
            do throws(TableError) { bytes = try AdjacencyTable.csv(answers) } catch {
                throw Failure(error, language, status: .badData)
            }
            try output.write(&bytes)
        }
    }
}
