internal import GeoJSON
internal import Hummingbird
internal import Intake
internal import Planning
internal import Presenting
internal import Siting
internal import Wording

/// The graph of a layout.
struct AdjacencyRoute: Sendable {
    let desk: QuestionDesk

    var endpoint: Endpoint {
        Endpoint(
            .get, "/adjacency", id: "adjacency", .questions, zh: "一个空间格局内各结构单元的相邻关系图",
            en: "How all zones of a layout lie to each other.",
            parameters: [
                Parameter("layout", zh: "空间格局的 id 或名称", en: "The layout's id or name.").required(),
                Parameter(
                    "across", zh: "与另一空间格局比较（id 或名称）：只比较重叠与间距，不言共边",
                    en: "Another layout to set beside it: overlap and gap, never a shared border."),
                .within, .asOf,
            ], formats: [.json, .text, .csv, .dot, .html]
        ) { asked in
            let query = asked.query
            let day = try query.day()
            let distance = try query.metres("within", default: ZoneOverlay.standardReach)
            guard let layout = try layout("layout", asked) else {
                throw Problem.missingParameter("layout", example: "/adjacency?layout=jinfeng-five-zones")
            }
            let other = try self.layout("across", asked)
            let (language, format) = (asked.language, asked.format)
            let bytes = try await desk.assessing.ask(on: day, for: asked) { instruments, _ throws(Problem) in
                try Problem.told {
                    let graph =
                        if let other {
                            try instruments.overlay.adjacency(in: layout, across: other, within: distance)
                        } else { try instruments.overlay.adjacency(in: layout, within: distance) }
                    guard let graph else { throw LocatorError.noEdition(on: day, earliest: nil) }
                    switch format {
                    case .csv: return try AdjacencyTable.csv(graph)
                    case .text, .html: return Array(AdjacencyText(language: language).full(graph).utf8)
                    case .dot: return Array(AdjacencyDOT(language: language).text(graph).utf8)
                    default: return JSONWriter(.pretty).bytes(graph.json(in: language)) + [UInt8(ascii: "\n")]
                    }
                }
            }
            return asked.answer(
                bytes, titled: asked.words("相邻关系", "How zones lie to each other"), desk.settings)
        }
    }

    private func layout(_ parameter: String, _ asked: Asked) throws(Problem) -> String? {
        guard let name = asked.query[parameter] else { return nil }
        return try asked.query.layout(named: name, among: desk.data.catalogue.layouts, field: parameter).id
    }
}
