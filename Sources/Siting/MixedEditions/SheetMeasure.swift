internal import PlanarGeometry

/// The probabilities of one position in an edition of two sheets, by the measure that ``Sheets`` states.
struct SheetMeasure {
    private let accuracies: SheetAccuracies
    /// Of each tile, then of what lies in none, the probability that the site lies in it.
    private let weights: [Double]
    /// The mass of each by the sketches' standard deviation, reckoned where the weight is not 0.
    private let grounds: [Double]
    private let centre: Point
    private let sheets: Sheets

    /// Less weight than this is not divided: all tiles together leave out far less than the 1e-4 a probability may be off.
    private static let leastWeight = 1e-9
    /// Of a tile that holds so little of the sketches' mass the quotient would be rounding.
    ///
    /// That is a few square metres between surveyed lines, or land far off. It is divided by the surveyed sheet's own
    /// mass instead, so that the whole stays 1.
    private static let leastGround = 1e-6

    /// - Parameters:
    ///   - centre: the site, metres.
    ///   - sheets: the edition's.
    ///   - covering: whether each surveyed zone covers the site, by its edges in degrees.
    ///   - accuracies: of the sheets here.
    init(of centre: Point, in sheets: Sheets, covering: [Bool], _ accuracies: SheetAccuracies) {
        self.centre = centre
        self.sheets = sheets
        self.accuracies = accuracies
        let tiles = sheets.tiles
        var weights = [Double](repeating: 0, count: tiles.count + 1)
        // Most sites are far from surveyed lines, by what those are known to: one tile has all the weight.
        let isDeep =
            accuracies.surveyed == 0
            || accuracies.surveyedDistance >= IsotropicNormal.reach * accuracies.surveyed
        if isDeep, let tile = Self.tile(covering, tiles, accuracies.surveyed == 0) {
            weights[tile] = 1
        } else {
            var rest = 1.0
            for (number, tile) in tiles.enumerated() {
                weights[number] = Self.mass(tile.polygons, centre, accuracies.surveyed)
                rest -= weights[number]
            }
            weights[tiles.count] = max(0, rest)
        }
        self.weights = weights
        guard accuracies.sketched > 0 else {
            grounds = []
            return
        }
        var grounds = [Double](repeating: 0, count: tiles.count + 1)
        let isAnyOutside = weights[tiles.count] > Self.leastWeight
        var outside = 1.0
        for (number, tile) in tiles.enumerated() where isAnyOutside || weights[number] > Self.leastWeight {
            grounds[number] = Self.mass(tile.polygons, centre, accuracies.sketched)
            outside -= grounds[number]
        }
        grounds[tiles.count] = max(0, outside)
        self.grounds = grounds
    }

    /// The place of the tile that some surveyed zones hold together, or the one after all tiles where none does.
    ///
    /// - Returns: nil on a border, where two zones cover a site that have no tile in common; with exact lines then one
    ///   that any of them holds.
    private static func tile(_ covering: [Bool], _ tiles: [Sheets.Tile], _ isExact: Bool) -> Int? {
        guard covering.contains(true) else { return tiles.count }
        if let found = tiles.firstIndex(where: { $0.isHeld == covering }) { return found }
        guard isExact else { return nil }
        return tiles.firstIndex { tile in
            tile.isHeld.contains(true) && zip(tile.isHeld, covering).allSatisfy { !$0 || $1 }
        }
    }

    private static func mass(_ polygons: [Polygon], _ centre: Point, _ deviation: Double) -> Double {
        guard deviation > 0 else { return 0 }
        return IsotropicNormal(centre: centre, standardDeviation: deviation).mass(in: polygons)
    }

    /// The probability that the site lies in a sketch.
    ///
    /// - Parameters:
    ///   - sketch: by its place among the sketches.
    ///   - covers: whether it covers the site as drawn, which decides where nothing is uncertain.
    /// - Returns: 0 to 1.
    func probability(ofSketch sketch: Int, covers: Bool) -> Double {
        guard accuracies.sketched > 0 else { return covers ? 1 : 0 }
        var sum = 0.0
        for (tile, weight) in weights.enumerated() where weight > Self.leastWeight {
            let isOutside = tile == sheets.tiles.count
            switch isOutside ? sheets.outside[sketch] : sheets.tiles[tile].pieces[sketch] {
            case .all: sum += weight
            case .nothing: break
            case .part(let polygons):
                if grounds[tile] > Self.leastGround {
                    let mass = Self.mass(polygons, centre, accuracies.sketched)
                    sum += weight * min(1, mass / grounds[tile])
                } else {
                    sum += accuracies.surveyed > 0 ? Self.mass(polygons, centre, accuracies.surveyed) : 0
                }
            }
        }
        return min(max(sum, 0), 1)
    }
}
