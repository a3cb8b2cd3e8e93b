import ArgumentParser
import GeoJSON
import Intake
import Planning
import Presenting
import Siting
import Tables
import Wording

/// `jinfeng adjacency LAYOUT`: the graph of a layout.
struct Adjacency: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "一个空间格局内各结构单元的相邻关系图", en: "Lists how all zones of a layout lie to each other."),
        discussion: Jinfeng.say(
            zh: """
                示例：
                  jinfeng adjacency jinfeng-five-zones
                  jinfeng adjacency north-middle-south --format dot
                  jinfeng adjacency jinfeng-five-zones --across north-middle-south
                """,
            en: """
                Examples:
                  jinfeng adjacency jinfeng-five-zones
                  jinfeng adjacency north-middle-south --format dot
                  jinfeng adjacency jinfeng-five-zones --across north-middle-south
                """))

    /// The formats a graph can be written in.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case csv
        case dot
    }

    @Argument(
        help: .both(zh: "空间格局的 id 或名称", en: "The layout's id or name."),
        completion: .custom { _, _, _ in
            let catalogue = try? GeoDataSearch.folder(option: nil).catalogue()
            return catalogue?.layouts.map(\.id) ?? []
        })
    var layout: String

    @Option(
        parsing: .unconditional,
        help: .both(
            zh: "与另一空间格局比较（id 或名称）：只比较重叠与间距，不言共边",
            en: "Another layout, by id or name, to set beside it: overlap and gap, never a shared border."))
    var across: String?

    @Option(
        help: .both(
            zh: "间距不超过多少算邻近，须带单位",
            en: "How small a gap counts as near, with its unit."))
    var within: String = "500m"

    @Option(help: .both(zh: "输出格式", en: "Format."))
    var format: Format = .text

    @OptionGroup var data: CatalogueOptions

    func run() throws {
        let language = data.speech.language
        let distance = try DistanceOption.metres(within, field: "--within", language)
        let catalogue = try data.catalogue()
        let own = try chosen(layout, "LAYOUT", catalogue, language)
        let other = try across.map { try chosen($0, "--across", catalogue, language) }
        // A day on which either has no edition is told as by the other commands.
        for layout in [own] + (other.map { [$0] } ?? []) { _ = try data.editions(of: [layout]) }
        let graph = try graph(of: own, across: other, catalogue, within: distance, language)
        let output = try Output(path: nil, language)
        switch format {
        case .text: try output.write(AdjacencyText(language: language).full(graph))
        case .json: try output.write(JSONWriter(.pretty).string(graph.json(in: language)) + "\n")
        case .dot: try output.write(AdjacencyDOT(language: language).text(graph))
        case .csv:
            var bytes: [UInt8]
            do throws(TableError) { bytes = try AdjacencyTable.csv(graph) } catch {
                throw Failure(error, language, status: .badData)
            }
            try output.write(&bytes)
        }
    }

    private func chosen(
        _ name: String, _ field: String, _ catalogue: Catalogue, _ language: Language
    ) throws -> Layout {
        let found = try catalogue.layouts.named([name], language, field: field)
        return found[0]
    }

    private func graph(
        of layout: Layout, across other: Layout?, _ catalogue: Catalogue, within distance: Double,
        _ language: Language
    ) throws -> AdjacencyGraph {
        let overlay = try data.overlay(over: catalogue)
        do throws(LocatorError) {
            let graph =
                if let other {
                    try overlay.adjacency(in: layout.id, across: other.id, within: distance)
                } else { try overlay.adjacency(in: layout.id, within: distance) }
            if let graph { return graph }
        } catch {
            throw Failure(error, language, status: .badData)
        }
        throw Failure(LocatorError.noEdition(on: data.asOf, earliest: nil), language, status: .badData)
    }
}
