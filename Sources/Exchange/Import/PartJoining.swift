import PlanarGeometry
import Topology
import Wording

/// Joins the parts of a zone that a file has as several features.
final class PartJoining {
    private let operators = SpatialOperators()

    /// One geometry of all of them.
    ///
    /// - Throws: `mixed_geometry` where areas, lines and points come together.
    func joined(_ candidates: [ImportCandidate]) throws(ExchangeError) -> Geometry {
        guard candidates.count > 1 else { return candidates[0].geometry }
        let all = candidates.map(\.geometry)
        if all.allSatisfy({ !$0.polygons.isEmpty }) {
            do throws(TopologyError) {
                // Parts that share a border are one area without it.
                if let area = try operators.union(all) { return area }
            } catch {
                throw .inFile(candidates[0].place, error)
            }
        }
        if all.allSatisfy({ !$0.lines.isEmpty }) { return .multiLineString(all.flatMap(\.lines)) }
        let points = all.flatMap(\.vertices)
        guard all.allSatisfy({ $0.polygons.isEmpty && $0.lines.isEmpty }) else {
            throw .mixedGeometry(candidates.map(\.place).prefix(3).joined(separator: ", "))
        }
        return .multiPoint(points)
    }
}
