internal import PlanarGeometry

/// A site in metres whose sections are kept, by the deviation and the turn they were made for.
final class SectionedSite {
    let geometry: Geometry
    private let box: Box
    private let directions: DirectionCounts
    /// Of so many edges that its own directions decide, and one turn serves all zones.
    private let isIntricate: Bool
    private var made: [Key: SiteSections] = [:]

    private struct Key: Hashable {
        let deviation: Double
        let turn: Int
    }

    /// Makes a site ready; nil where it has no vertex.
    init?(_ geometry: Geometry) {
        guard let box = geometry.box else { return nil }
        var directions = DirectionCounts()
        let edges = geometry.edges
        for edge in edges { directions.add(edge) }
        self.geometry = geometry
        self.box = box
        self.directions = directions
        isIntricate = edges.count > 2000
    }

    /// The sections for a deviation, along lines askew to the site's edges and to those of a zone near it.
    func sections(deviation: Double, beside zone: ZoneOutline) -> SiteSections {
        var directions = directions
        if !isIntricate { zone.add(to: &directions, within: DisplacedDrawing.reach * deviation, of: box) }
        let turn = ScanTurn(askewTo: directions)
        let key = Key(deviation: deviation, turn: turn.index)
        if let found = made[key] { return found }
        let sections = SiteSections(of: geometry, deviation: deviation, turn: turn)
        made[key] = sections
        return sections
    }

    /// The bound of what the steps of its sections can do to a probability, over all that were made.
    var tolerance: Double {
        made.map { $0.value.tolerance(deviation: $0.key.deviation) }.max() ?? 0
    }
}

/// The boundary of an area in metres, with the directions of its edges.
struct ZoneOutline {
    let polygons: [Polygon]
    let edges: [Segment]
    private let directions: [Int]
    private let lengths: [Double]

    init(_ geometry: Geometry) {
        polygons = geometry.polygons
        edges = polygons.flatMap { $0.rings.flatMap { Array($0.segments) } }
        directions = edges.map(DirectionCounts.direction)
        lengths = edges.map(DirectionCounts.length)
    }

    /// Counts the edges whose boxes come within a distance of a box.
    func add(to counts: inout DirectionCounts, within distance: Double, of box: Box) {
        let (west, east) = (box.lower.x - distance, box.upper.x + distance)
        let (south, north) = (box.lower.y - distance, box.upper.y + distance)
        for (index, edge) in edges.enumerated()
        where max(edge.start.x, edge.end.x) >= west && min(edge.start.x, edge.end.x) <= east
            && max(edge.start.y, edge.end.y) >= south && min(edge.start.y, edge.end.y) <= north
        {
            counts.add(directions[index], lengths[index])
        }
    }
}
