internal import PlanarGeometry
internal import Planning
internal import Topology

/// A located zone in metres of the sheet's plane, with its soft edge laid.
struct DraftedZone {
    let zone: Zone
    let shape: DraftedShape
    /// Metres, one standard deviation per axis.
    let accuracy: Double
    /// Whether its drawing was imported, in an edition that may hold sketches beside it.
    let isImported: Bool
    /// How many located zones of its layout hold it.
    let depth: Int
    /// Whether located zones of its layout lie in it.
    let hasParts: Bool
    /// Which of the shades of its role it has, so that neighbours differ.
    var shade = 0
    /// The area grown and shrunk, from the outermost to the innermost.
    let softEdge: [SoftEdge]
    /// For a long area, the line along its middle; else empty.
    let spine: [Point]

    /// An area between one growth of a zone and the next, drawn so that the fill fades over the accuracy.
    struct SoftEdge {
        let polygons: [Polygon]
        /// The part of the full colour that has built up here, 0 to 1.
        let strength: Double
    }

    /// Into how many steps a fade is cut: enough that none is seen at a fade of a centimetre.
    static let fadeSteps = 20

    init(
        _ zone: Zone, _ shape: DraftedShape, isImported: Bool, depth: Int, hasParts: Bool,
        fadeSteps steps: Int, with operators: borrowing SpatialOperators
    ) throws(MapError) {
        self.zone = zone
        self.shape = shape
        self.isImported = isImported
        self.depth = depth
        self.hasParts = hasParts
        accuracy = zone.accuracy?.metres ?? 0
        softEdge = try Self.fade(of: shape.polygons, over: accuracy, steps, with: operators)
        spine = Spine.along(shape.polygons) ?? []
    }

    /// The fill fades from one standard deviation outside the drawn edge to one inside, as the probability of lying
    /// in the zone does: 16 % to 84 % by the normal law, here stretched to run from nothing to all.
    private static func fade(
        of polygons: [Polygon], over accuracy: Double, _ steps: Int,
        with operators: borrowing SpatialOperators
    ) throws(MapError) -> [SoftEdge] {
        guard !polygons.isEmpty else { return [] }
        guard accuracy > 0 else { return [SoftEdge(polygons: polygons, strength: 1)] }
        var edges: [SoftEdge] = []
        for step in 0..<steps {
            let place = (Double(step) + 0.5) / Double(steps)  // 0 at the outermost, 1 at the innermost
            let grown: Geometry?
            do throws(TopologyError) {
                grown = try operators.buffer(.multiPolygon(polygons), by: accuracy * (1 - 2 * place))
            } catch {
                throw MapError.topology(error)
            }
            guard let grown, !grown.polygons.isEmpty else { break }
            // A smooth step: level at both ends, so that neither end of the fade shows as a line.
            let end = Double(step + 1) / Double(steps)
            edges.append(SoftEdge(polygons: grown.polygons, strength: end * end * (3 - 2 * end)))
        }
        return edges
    }
}
