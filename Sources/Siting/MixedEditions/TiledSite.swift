internal import PlanarGeometry
internal import Topology

/// A line or an area among the tiles of the surveyed sheet: in which of them it may lie, and what of it in each.
struct TiledSite {
    /// What of the site may lie in a tile.
    private struct Share {
        /// The tile's place; past the last, what lies in none.
        let tile: Int
        /// The probability that all of the site lies in it.
        let whole: Double
        /// The probability that some of it does, where surveyed lines run through the site.
        let part: Double
        /// What of the site is near enough to lie in it.
        let site: SectionedSite
    }

    private let site: SectionedSite
    private let sheets: OverlaidSheets
    private let accuracies: SheetAccuracies
    private let shares: [Share]
    /// The probability that surveyed lines run through the site.
    private let divided: Double

    /// Of a tile that holds so little of the sketches' mass the quotient would be rounding.
    private static let leastGround = 1e-6

    /// Weighs the tiles by how the site lies to each surveyed zone as drawn, and by how well those are known.
    init(
        _ site: SectionedSite, _ sheets: OverlaidSheets, _ known: [IntersectionMatrix],
        _ accuracies: SheetAccuracies
    ) throws(TopologyError) {
        self.site = site
        self.sheets = sheets
        self.accuracies = accuracies
        let outside = sheets.tiles.count
        let isDeep =
            accuracies.surveyed == 0
            || accuracies.surveyedDistance > DisplacedDrawing.reach * accuracies.surveyed
        let isHeld = known.map(\.isCoveredBy)
        // Most sites are far from surveyed lines, by what those are known to: all of them lies in one tile.
        if isDeep, zip(known, isHeld).allSatisfy({ $1 || !$0.sharesInterior }),
            let tile = isHeld.contains(true)
                ? sheets.sheets.tiles.firstIndex(where: { $0.isHeld == isHeld }) : outside
        {
            shares = [Share(tile: tile, whole: 1, part: 0, site: site)]
            divided = 0
            return
        }
        var met: [(tile: Int, whole: Double, any: Double, site: SectionedSite)] = []
        for tile in 0...outside {
            guard
                let near = try sheets.part(
                    of: site.geometry, inTile: tile, within: DisplacedDrawing.reach * accuracies.surveyed),
                let part = SectionedSite(near)
            else { continue }
            let masses = Self.masses(site, sheets, tile, accuracies.surveyed)
            met.append((tile, masses.whole, masses.any, part))
        }
        // Each is good to 0.01.
        let sum = met.reduce(0) { $0 + $1.whole }
        let scale = sum > 1 ? 1 / sum : 1
        let divided = max(0, 1 - sum)
        shares = met.map { one in
            let part = divided > 0 ? min(1, max(0, one.any - one.whole) / divided) : 0
            return Share(tile: one.tile, whole: one.whole * scale, part: part, site: one.site)
        }
        self.divided = divided
    }

    /// The mass of the displacements that leave all, and any, of a site in a tile.
    private static func masses(
        _ site: SectionedSite, _ sheets: OverlaidSheets, _ tile: Int, _ deviation: Double
    ) -> SheetedParcel.Probability {
        guard deviation > 0 else { return (0, 1) }
        guard tile == sheets.tiles.count else {
            return DisplacedDrawing.masses(site, sheets.tiles[tile], deviation)
        }
        let ground = DisplacedDrawing.masses(site, sheets.ground, deviation)
        return (1 - ground.any, 1 - ground.whole)
    }

    /// The probabilities that all and that any of the site lies in a sketch.
    func probability(ofSketch sketch: Int) throws(TopologyError) -> SheetedParcel.Probability {
        var sum = (whole: 0.0, any: 0.0)
        var parts = (whole: 1.0, any: 0.0)
        for share in shares {
            if share.whole > 0 {
                let all = try standing(of: site, to: sketch, inTile: share.tile)
                sum.whole += share.whole * all.whole
                sum.any += share.whole * all.any
            }
            if share.part > 0 {
                let part = try standing(of: share.site, to: sketch, inTile: share.tile)
                parts.whole = min(parts.whole, 1 - share.part * (1 - part.whole))
                parts.any = max(parts.any, share.part * part.any)
            }
        }
        return (sum.whole + divided * min(parts.whole, parts.any), sum.any + divided * parts.any)
    }

    /// How a site, known to lie in a tile, stands to a sketch.
    private func standing(
        of site: SectionedSite, to sketch: Int, inTile tile: Int
    ) throws(TopologyError) -> SheetedParcel.Probability {
        let isOutside = tile == sheets.tiles.count
        let piece = isOutside ? sheets.sheets.outside[sketch] : sheets.sheets.tiles[tile].pieces[sketch]
        guard case .part(let polygons) = piece else { return piece.isAll ? (1, 1) : (0, 0) }
        let pieces = try sheets.pieces(polygons, of: sketch, inTile: tile)
        func standing(_ deviation: Double) -> SheetedParcel.Probability? {
            let ground = Self.masses(site, sheets, tile, deviation).any
            guard ground > Self.leastGround else { return nil }
            let taken = DisplacedDrawing.masses(site, pieces.taken, deviation).any
            let left = DisplacedDrawing.masses(site, pieces.left, deviation)
            let any = min(1, taken / ground)
            return (min(any, max(0, 1 - (isOutside ? 1 - left.whole : left.any) / ground)), any)
        }
        // Land far off is divided by the surveyed sheet's own mass, as for positions.
        return standing(accuracies.sketched) ?? standing(max(accuracies.surveyed, 0.01)) ?? (0, 0)
    }
}
