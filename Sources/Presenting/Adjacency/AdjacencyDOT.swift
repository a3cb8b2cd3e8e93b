internal import Planning
public import Siting
public import Wording

/// A layout's graph in the DOT language of Graphviz: a node a zone, an edge a pair.
///
/// What contains another points to it; every other relation is the same from both sides. Zones that are not drawn stand
/// as dashed nodes without edges.
public struct AdjacencyDOT: Sendable {
    private let language: Language

    /// Writes names in one language.
    public init(language: Language) { self.language = language }

    /// The graph.
    public func text(_ graph: AdjacencyGraph) -> String {
        var lines = ["graph \(quoted(graph.layout.id)) {", "  label=\(quoted(graph.layout.name[language]))"]
        lines.append("  node [shape=box]")
        for zone in graph.edition.zones + (graph.other?.edition.zones ?? []) {
            let style = zone.geometry == nil ? ", style=dashed" : ""
            lines.append("  \(quoted(node(zone, in: graph))) [label=\(quoted(zone.name[language]))\(style)]")
        }
        for pair in graph.pairs {
            // The container stands first, whichever is the earlier in the catalogue.
            let isWithin = pair.neighbour.kind == .within
            let (tail, head) = isWithin ? (pair.neighbour.zone, pair.zone) : (pair.zone, pair.neighbour.zone)
            let kind = isWithin ? AdjacencyKind.contains : pair.neighbour.kind
            var attributes = ["label=\(quoted(label(kind, pair.neighbour)))"]
            if kind == .contains { attributes.append("dir=forward") }
            if kind == .near { attributes.append("style=dashed") }
            lines.append(
                "  \(quoted(node(tail, in: graph))) -- \(quoted(node(head, in: graph))) [\(attributes.joined(separator: ", "))]"
            )
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// Of two layouts each may have a zone of one id.
    private func node(_ zone: Zone, in graph: AdjacencyGraph) -> String {
        graph.other == nil ? zone.id : "\(zone.layout)/\(zone.id)"
    }

    private func label(_ kind: AdjacencyKind, _ neighbour: Neighbour) -> String {
        let word = Vocabulary.word(for: kind)[language]
        if let length = neighbour.sharedLength { return "\(word) \(Figures.distance(length))" }
        if kind == .near { return "\(word) \(Figures.distance(neighbour.gap))" }
        if kind == .overlaps, let overlap = neighbour.overlap {
            return "\(word) \(Figures.extent(overlap, language))"
        }
        return word
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
