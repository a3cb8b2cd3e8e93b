import GeoJSON
import PlanarGeometry
import Planning
import Projection
import Topology
import Wording

/// Fits sketches that are kept to the imported outlines beside them.
///
/// A surveyed line never fits a sketch drawn before it. What documents and layout say of the two decides, so that the
/// edition is one drawing: a whole takes in all of its part, a part gives up what lies out of its whole, and a member of a
/// partition gives way to another. How well its other lines are known stays as it was.
struct SketchFitting: ~Copyable {
    private let layout: Layout
    private let operators = SpatialOperators()
    private let geodesic = Geodesic()

    /// What was done to a sketch.
    struct Fitted {
        /// Its place among the features.
        let index: Int
        let id: String
        /// What it took in and what it gave up, m².
        let gained: Double
        let lost: Double
    }

    /// What is less is the step from one frame to another, not a line that does not fit.
    private static let leastArea = 1.0  // m²
    /// A piece or hole a cut leaves that is smaller than a hectare says nothing in a sketch known to hundreds of metres.
    private static let leastPiece = 10_000.0  // m²

    init(_ layout: Layout) { self.layout = layout }

    /// Fits every other area to those that were surveyed.
    func fit(
        _ features: inout [Feature], to surveyed: Set<String>
    ) throws(TopologyError) -> [Fitted] {
        let parents = Dictionary(
            features.compactMap { feature in
                feature.id.map { ($0.text, feature.properties["parent"]?.stringValue) }
            }, uniquingKeysWith: { first, _ in first })
        func path(to id: String) -> [String] {
            var path = [id]
            while let parent = parents[path[0]] ?? nil, !path.contains(parent) { path.insert(parent, at: 0) }
            return path
        }
        let known = features.compactMap { feature -> (path: [String], area: Geometry)? in
            guard let id = feature.id?.text, surveyed.contains(id), let area = feature.geometry,
                !area.polygons.isEmpty
            else { return nil }
            return (path(to: id), area)
        }
        let before = Set(features.flatMap { $0.geometry?.vertices ?? [] })
        var all: [Fitted] = []
        for index in features.indices {
            guard let id = features[index].id?.text, !surveyed.contains(id),
                let drawn = features[index].geometry, !drawn.polygons.isEmpty
            else { continue }
            let mine = path(to: id)
            let standing = known.map { ($0.area, layout.documentedStanding(of: mine, to: $0.path)) }
            guard let fitted = try fitted(drawn, standing) else { continue }
            features[index].geometry = fitted.area
            all.append(Fitted(index: index, id: id, gained: fitted.gained, lost: fitted.lost))
        }
        let noding = SketchNoding(features, at: all.map(\.index), before: before)
        for index in features.indices {
            if let area = features[index].geometry, let noded = noding.noded(area, before: before) {
                features[index].geometry = noded
            }
        }
        return all
    }

    /// A sketch fitted; nil where it fits as it is, or nothing of it would be left: that is for the rules to tell.
    private func fitted(
        _ drawn: Geometry, _ known: [(area: Geometry, standing: DocumentedStanding)]
    ) throws(TopologyError) -> (area: Geometry, gained: Double, lost: Double)? {
        var area = drawn
        // The parts last: what is surveyed of them is the whole's, whatever else is said.
        for (other, standing) in known where standing == .within || standing == .apart {
            let lost =
                standing == .within
                ? try operators.difference(area, other) : try operators.intersection(area, other)
            guard size(lost) > Self.leastArea else { continue }
            let left =
                standing == .within
                ? try operators.intersection(area, other) : try operators.difference(area, other)
            guard let left, !left.polygons.isEmpty else { return nil }
            area = left
        }
        for (other, standing) in known where standing == .holding {
            guard size(try operators.difference(other, area)) > Self.leastArea,
                let joined = try operators.union([area, other])
            else { continue }
            area = joined
        }
        guard area != drawn else { return nil }
        area = whole(area)
        return (
            area, size(try operators.difference(area, drawn)), size(try operators.difference(drawn, area))
        )
    }

    private func size(_ shape: Geometry?) -> Double { geodesic.area(of: shape?.polygons ?? []) }

    /// Without the crumbs a cut leaves; the largest piece stays whatever its size.
    private func whole(_ area: Geometry) -> Geometry {
        let pieces = area.polygons.map { polygon in
            Polygon(
                exterior: polygon.exterior,
                holes: polygon.holes.filter { size(.polygon(Polygon(exterior: $0))) >= Self.leastPiece })
        }.sorted { size(.polygon($0)) > size(.polygon($1)) }
        let kept = pieces.prefix(1) + pieces.dropFirst().filter { size(.polygon($0)) >= Self.leastPiece }
        return kept.count == 1 ? .polygon(kept[0]) : .multiPolygon(Array(kept))
    }
}

extension SketchFitting.Fitted {
    /// What was done, to stand with the zone.
    var change: Bilingual {
        let (more, less) = (Self.hectares(gained), Self.hectares(lost))
        let zh = [gained > 1 ? "并入 \(more) 公顷" : nil, lost > 1 ? "让出 \(less) 公顷" : nil]
        let en = [gained > 1 ? "took in \(more) ha" : nil, lost > 1 ? "gave up \(less) ha" : nil]
        return Bilingual(
            zh: zh.compactMap(\.self).joined(separator: "，"),
            en: en.compactMap(\.self).joined(separator: " and "))
    }

    private static func hectares(_ squareMetres: Double) -> String {
        FixedDecimals(squareMetres / 10_000, decimals: squareMetres < 100_000 ? 2 : 1)?.description ?? ""
    }
}
