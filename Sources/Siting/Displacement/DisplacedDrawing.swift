internal import PlanarGeometry
internal import Topology

/// The probabilities that all or any of a site lies in a zone whose drawing may be displaced.
///
/// The drawing is moved as a whole by an isotropic normal. Moved by −t against the zone, the site lies wholly in it for
/// the t of an erosion of the zone by the site, and meets it for the t of a Minkowski sum; the probabilities are
/// the normal's mass over these sets (``DisplacementRows``).
struct DisplacedDrawing {
    let probability: (whole: Double, any: Double)

    /// Beyond so many standard deviations from the edge there is nothing worth reckoning: Φ(−4.5) = 3e-6.
    static let reach = 4.5

    /// Reckons both, in metres.
    ///
    /// - Parameters:
    ///   - site: the site.
    ///   - isWholeOnPlane: false where some of it, far from any zone, has been cut off.
    ///   - zone: an area.
    ///   - deviation: one standard deviation per axis.
    ///   - matrix: how the site lies to the zone as drawn.
    ///   - boundaryDistance: how far the site is from the zone's boundary; 0 where that is not known.
    init(
        site: SectionedSite, isWholeOnPlane: Bool, zone: ZoneOutline, deviation: Double,
        matrix: IntersectionMatrix, boundaryDistance: Double = 0
    ) {
        if deviation <= 0
            || (matrix.isDisjoint || matrix.isCoveredBy) && boundaryDistance > Self.reach * deviation
        {
            probability = (matrix.isCoveredBy ? 1 : 0, matrix.isIntersecting ? 1 : 0)
            return
        }
        let masses = Self.masses(site, zone, deviation)
        probability = (isWholeOnPlane ? masses.whole : 0, masses.any)
    }

    /// The mass of the displacements after which all, and any, of a site lies in an area.
    static func masses(
        _ site: SectionedSite, _ zone: ZoneOutline, _ deviation: Double
    ) -> (whole: Double, any: Double) {
        if case .point(let centre) = site.geometry {
            let normal = IsotropicNormal(centre: centre, standardDeviation: deviation)
            let mass = normal.mass(in: zone.polygons)
            return (mass, mass)
        }
        let sections = site.sections(deviation: deviation, beside: zone)
        return DisplacementRows(site: sections, zone: zone.edges, deviation: deviation).masses
    }
}
