internal import PlanarGeometry
internal import Planning
internal import Topology

/// Imported outlines beside kept sketches, made ready for positions: the surveyed sheet cut into tiles, and what of each
/// tile every sketch takes.
///
/// *The better-known sheet decides first, the sketch divides what it leaves.* With m₁ the mass of an isotropic normal
/// around the site of the standard deviation of the surveyed sheet, and m₂ of that of the sketches, the probability of a
/// region is `μ(R) = Σ m₁(A) · m₂(R ∩ A) / m₂(A)` over the tiles A. A surveyed zone is a union of tiles, so that its
/// probability is m₁ alone. μ is one measure of the plane with a whole of 1: members of a partition and the rest add up,
/// a parent is never less likely than its child whichever of the two was surveyed, and with one standard deviation for
/// both sheets it is the mass that an edition of one kind is reckoned with.
struct Sheets {
    let rules: SheetRules
    /// The tiles of the surveyed sheet, apart from each other.
    let tiles: [Tile]
    /// What lies in no surveyed zone: all but ``tiles``.
    let outside: [Piece]
    /// For each sketch the edges that are its own: those it shares with a surveyed zone are that zone's.
    let ownEdges: [OwnEdges]

    /// A part of the surveyed sheet that lies in the same surveyed zones everywhere.
    struct Tile {
        /// Whether each surveyed zone holds it.
        let isHeld: [Bool]
        /// In metres, exterior rings counter-clockwise.
        let polygons: [Polygon]
        /// What each sketch takes of it.
        var pieces: [Piece] = []
    }

    /// What a sketch takes of a tile.
    enum Piece {
        case all
        case nothing
        case part([Polygon])
    }

    /// The edges of a sketch that no surveyed zone shares.
    struct OwnEdges {
        let edges: [Segment]
        private let runs: [EdgeRun]
        /// How well they are known, metres.
        let accuracy: Double

        init(_ edges: [Segment], accuracy: Double) {
            self.edges = edges
            self.accuracy = accuracy
            runs = EdgeRun.runs(of: edges)
        }

        /// Metres to the nearest; infinite where there is none.
        func distance(to point: Point) -> Double {
            var least = Double.infinity
            for run in runs where run.squaredDistance(to: point) < least {
                for place in run.edges {
                    let nearest = edges[place].nearest(to: point)
                    let (dx, dy) = (nearest.x - point.x, nearest.y - point.y)
                    least = min(least, dx * dx + dy * dy)
                }
            }
            return least.squareRoot()
        }
    }

    /// - Parameters:
    ///   - rules: which zone is on which sheet.
    ///   - zones: of each zone of the edition that can hold a site, as the rules count them, the area in metres and how well
    ///     it is known.
    /// - Throws: ``TopologyError`` where GEOS cannot lay one over the other.
    init(
        _ rules: SheetRules, _ zones: [(polygons: [Polygon], accuracy: Double)]
    ) throws(TopologyError) {
        let overlay = SheetOverlay()
        self.rules = rules
        let known = rules.surveyed.map { zones[$0].polygons }
        var tiles = try overlay.tiles(of: known)
        var outside: [Piece] = []
        var ownEdges: [OwnEdges] = []
        for (sketch, place) in rules.sketched.enumerated() {
            let standings = rules.surveyed.indices.map { rules.standing(of: sketch, to: $0) }
            let isWithin = standings.contains(.within)
            let polygons = zones[place].polygons
            for tile in tiles.indices {
                tiles[tile].pieces.append(
                    try overlay.piece(of: tiles[tile], standings, polygons))
            }
            outside.append(
                isWithin ? .nothing : try overlay.remainder(of: polygons, without: known))
            // A line that is overruled is none.
            let overruled = rules.surveyed.indices.filter { [.holding, .apart].contains(standings[$0]) }
            ownEdges.append(
                OwnEdges(
                    try overlay.edges(of: polygons, without: overruled.map { known[$0] }, besides: known),
                    accuracy: zones[place].accuracy))
        }
        self.tiles = tiles
        self.outside = outside
        self.ownEdges = ownEdges
    }
}

extension Sheets {
    /// How a sketch stands to a surveyed zone by all that is known: what is said of the two, else as drawn.
    ///
    /// - Returns: ``DocumentedStanding/notStated`` where they overlap.
    func standing(of sketch: Int, to known: Int) -> DocumentedStanding {
        let said = rules.standing(of: sketch, to: known)
        guard said == .notStated else { return said }
        func takes(_ isWanted: (Piece) -> Bool, _ isHeld: Bool) -> Bool {
            tiles.allSatisfy { $0.isHeld[known] != isHeld || isWanted($0.pieces[sketch]) }
        }
        if takes(\.isAll, true) { return .holding }
        if takes(\.isNothing, true) { return .apart }
        return takes(\.isNothing, false) && outside[sketch].isNothing ? .within : .notStated
    }
}

extension Sheets.Piece {
    var isAll: Bool { if case .all = self { true } else { false } }
    var isNothing: Bool { if case .nothing = self { true } else { false } }
}
