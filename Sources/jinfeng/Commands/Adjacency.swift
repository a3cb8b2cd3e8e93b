import ArgumentParser
import GeoJSON
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
                  jinfeng adjacency north-middle-south --format dot | dot -Tsvg -o adjacency.svg
                """,
            en: """
                Examples:
                  jinfeng adjacency jinfeng-five-zones
                  jinfeng adjacency north-middle-south --format dot | dot -Tsvg -o adjacency.svg
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
        let graph = try graph(of: try chosen(catalogue, language), catalogue, within: distance, language)
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

    private func chosen(_ catalogue: Catalogue, _ language: Language) throws -> Layout {
        let found = catalogue.layouts.first {
            $0.id == layout || $0.name.zh == layout || $0.name.en.lowercased() == layout.lowercased()
        }
        if let found { return found }
        throw Failure(
            UnknownID(layout, among: catalogue.layouts.flatMap { [$0.id, $0.name.zh] }), language,
            status: .usage)
    }

    private func graph(
        of layout: Layout, _ catalogue: Catalogue, within distance: Double, _ language: Language
    ) throws -> AdjacencyGraph {
        let overlay = try data.overlay(over: catalogue)
        do throws(LocatorError) {
            if let graph = try overlay.adjacency(in: layout.id, within: distance) { return graph }
        } catch {
            throw Failure(error, language, status: .badData)
        }
        let error = UsageError(
            message: Bilingual(
                zh: "\(data.asOf) 没有“\(layout.id)”的有效版本。",
                en: "\(layout.id) has no edition valid on \(data.asOf)."),
            remedy: Bilingual(zh: "请换一个 --as-of 日期。", en: "Choose another day with --as-of."))
        throw Failure(RowError(error, field: "--as-of"), language, status: .usage)
    }
}
