internal import PlanarGeometry
internal import Topology

/// The probabilities that all and that any of a line or an area lies in each zone of an edition of two sheets.
///
/// As for a position (``Sheets``), the surveyed sheet decides first. Surveyed zones are reckoned by their standard
/// deviation. For a site that lies in one tile, a sketch is reckoned by the sketches' over the displacements that keep all
/// of the site in that tile: with W the mass of those that keep it in an area, all of it lies in sketch Z with
/// `W(Z ∩ A) / W(A)` and none of it with `W(A \ Z) / W(A)`. A site that surveyed lines run through is held against each
/// sketch as drawn. What of the one sheet follows for the other is then put in force: no zone is less likely than a part
/// of it, and of zones that lie apart one holds any of the site no likelier than the other does not hold all.
struct SheetedParcel {
    /// How the parcel lies to a zone as drawn.
    struct Position {
        let matrix: IntersectionMatrix
        /// Metres to its boundary.
        let distance: Double
    }

    typealias Probability = (whole: Double, any: Double)

    /// In the order of the zones.
    private(set) var probabilities: [Probability]

    /// Below, a quotient of masses that are good to 0.01 says little: the sketch is then taken as drawn.
    private static let leastGround = 0.2

    init(
        _ site: SectionedSite, isWholeOnPlane: Bool, _ sheets: OverlaidSheets, _ zones: [ZoneOutline],
        _ positions: [Position], _ accuracies: SheetAccuracies
    ) throws(TopologyError) {
        let rules = sheets.rules
        probabilities = zones.indices.map { place in
            DisplacedDrawing(
                site: site, isWholeOnPlane: isWholeOnPlane, zone: zones[place],
                deviation: rules.surveyed.contains(place) ? accuracies.surveyed : accuracies.sketched,
                matrix: positions[place].matrix, boundaryDistance: positions[place].distance
            ).probability
        }
        if accuracies.sketched > 0 {
            let weights = Self.weights(site, sheets, positions, accuracies)
            let rest = max(0, 1 - weights.reduce(0, +))
            for (sketch, place) in rules.sketched.enumerated() {
                let drawn = probabilities[place]
                var sum = (whole: rest * drawn.whole, any: rest * drawn.any)
                for (tile, weight) in weights.enumerated() where weight > 0 {
                    let part =
                        try Self.divided(site, sheets, sketch, tile, deviation: accuracies.sketched) ?? drawn
                    sum.whole += weight * part.whole
                    sum.any += weight * part.any
                }
                probabilities[place] = (isWholeOnPlane ? sum.whole : 0, sum.any)
            }
        }
        bound(by: sheets.sheets)
    }

    /// The probability that all of the site lies in each tile, and in none of them.
    private static func weights(
        _ site: SectionedSite, _ sheets: OverlaidSheets, _ positions: [Position],
        _ accuracies: SheetAccuracies
    ) -> [Double] {
        let tiles = sheets.sheets.tiles
        let known = sheets.rules.surveyed.map { positions[$0].matrix }
        var weights = [Double](repeating: 0, count: tiles.count + 1)
        let isDeep =
            accuracies.surveyed == 0
            || accuracies.surveyedDistance > DisplacedDrawing.reach * accuracies.surveyed
        if isDeep {
            let isHeld = known.map(\.isCoveredBy)
            // A line through the site leaves it in no tile.
            guard zip(known, isHeld).allSatisfy({ $1 || !$0.sharesInterior }) else { return weights }
            let tile = isHeld.contains(true) ? tiles.firstIndex { $0.isHeld == isHeld } : tiles.count
            if let tile { weights[tile] = 1 }
            return weights
        }
        for (tile, outline) in sheets.tiles.enumerated() {
            weights[tile] = DisplacedDrawing.masses(site, outline, accuracies.surveyed).whole
        }
        weights[tiles.count] = 1 - DisplacedDrawing.masses(site, sheets.ground, accuracies.surveyed).any
        // Each is good to 0.01.
        let sum = weights.reduce(0, +)
        return sum > 1 ? weights.map { $0 / sum } : weights
    }

    /// How a site that lies in a tile stands to a sketch; nil where that cannot be reckoned.
    private static func divided(
        _ site: SectionedSite, _ sheets: OverlaidSheets, _ sketch: Int, _ tile: Int, deviation: Double
    ) throws(TopologyError) -> Probability? {
        let isOutside = tile == sheets.tiles.count
        let piece = isOutside ? sheets.sheets.outside[sketch] : sheets.sheets.tiles[tile].pieces[sketch]
        guard case .part(let polygons) = piece else { return piece.isAll ? (1, 1) : (0, 0) }
        let parts = try sheets.pieces(polygons, of: sketch, inTile: tile)
        func mass(_ outline: ZoneOutline) -> Probability { DisplacedDrawing.masses(site, outline, deviation) }
        let ground = isOutside ? 1 - mass(sheets.ground).any : mass(sheets.tiles[tile]).whole
        guard ground >= leastGround else { return nil }
        let none = isOutside ? 1 - mass(parts.left).any : mass(parts.left).whole
        let whole = min(1, mass(parts.taken).whole / ground)
        return (whole, max(whole, 1 - none / ground))
    }

    private mutating func bound(by sheets: Sheets) {
        let rules = sheets.rules
        for (sketch, place) in rules.sketched.enumerated() {
            var own = probabilities[place]
            for (known, other) in rules.surveyed.enumerated() {
                let surveyed = probabilities[other]
                switch sheets.standing(of: sketch, to: known) {
                case .holding: own = (max(own.whole, surveyed.whole), max(own.any, surveyed.any))
                case .within: own = (min(own.whole, surveyed.whole), min(own.any, surveyed.any))
                case .apart: own = (min(own.whole, 1 - surveyed.any), min(own.any, 1 - surveyed.whole))
                case .drawn: break
                }
            }
            probabilities[place] = (min(own.whole, own.any), own.any)
        }
    }
}
