internal import PlanarGeometry
internal import Planning
internal import Topology

/// The probabilities that all and that any of a line or an area lies in each zone of an edition of two sheets.
///
/// As for a position (``Sheets``), the surveyed sheet decides first. Surveyed zones are reckoned by their standard
/// deviation. A sketch is reckoned tile by tile, by the sketches', over the displacements that leave any of the site in the
/// tile: with V the mass of those that leave any of it in an area, any of it lies in sketch Z with `V(Z ∩ A) / V(A)` and not
/// all of it with `V(A \ Z) / V(A)`, which for a position is the measure of positions. Of a site that surveyed lines may
/// run through each part is held against its own tile: all of the site lies in a sketch no likelier than its least likely
/// part, any no less likely than its likeliest. What of the one sheet follows for the other is then put in force: no zone
/// is less likely than a part of it, and of zones that lie apart one holds any of the site no likelier than the other does
/// not hold all.
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
            let known = rules.surveyed.map { positions[$0].matrix }
            let division = try TiledSite(site, sheets, known, accuracies)
            for (sketch, place) in rules.sketched.enumerated() {
                let sum = try division.probability(ofSketch: sketch)
                probabilities[place] = (isWholeOnPlane ? sum.whole : 0, sum.any)
            }
        }
        bound(by: sheets.sheets)
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
                case .notStated: break
                }
            }
            probabilities[place] = (min(own.whole, own.any), own.any)
        }
    }
}
