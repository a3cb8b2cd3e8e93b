internal import Glibc
internal import PlanarGeometry
public import Planning
internal import Topology

/// How far a site lies from a zone, how well that is known, and whether the zone's documents speak of the place.
public struct ZoneDistance: Hashable, Sendable {
    /// Whether the zone's layout speaks of the land the site lies on.
    public enum Coverage: Hashable, Sendable {
        /// It does; the distance may be answered.
        case covered
        /// It does not, so no distance is to be answered; these zones of other documents speak of the same things here.
        case notCovered(counterparts: [Zone])
    }

    /// The zone.
    public let zone: Zone
    /// The layout it belongs to.
    public let layout: Layout
    /// The edition its drawing was taken from.
    public let edition: Edition
    /// The gap on the drawing, metres; 0 where the site meets the zone or touches it.
    public let metres: Double
    /// Of an area: how deep the whole site lies inside the zone's boundary (positive) or how far outside (negative),
    /// metres; 0 where the boundary runs through the site or along it.
    ///
    /// Nil for lines and places.
    public let boundaryMetres: Double?
    /// From the nearest point of the site to the nearest of the zone, degrees clockwise from true north; nil where they
    /// meet.
    public let bearing: Double?
    /// One standard deviation per axis, metres: the drawing's, the site's and the frame's in squares.
    public let accuracy: Double
    /// Whether a distance may be answered at all.
    public let coverage: Coverage
    /// The part of the site, 0 to 1, that lies on land the layout's documents speak about.
    public let coveredShare: Double
    /// Both shapes in metres; nil beyond the reach of the plane.
    let shapes: Shapes?

    /// A site and a zone, metres of one plane.
    struct Shapes: Hashable, Sendable {
        let site: Geometry
        let zone: Geometry
    }

    /// Whether a distance may be answered.
    public var isCovered: Bool { coverage == .covered }

    /// The probability that the site lies within a distance of the zone.
    ///
    /// The model is that of ``ZoneShare/probabilityAny``: the drawing as a whole is displaced by an isotropic normal of
    /// the ``accuracy``, and asked is whether any of the site then lies within the distance. For a straight edge and a
    /// point that is Φ((metres − gap)/σ), for a line both of whose sides count, or a place, exactly what the
    /// normal holds within reach of it. The error is below 0.01.
    ///
    /// - Parameter metres: the distance; 0 asks whether they meet.
    /// - Returns: 0 to 1; 0 for a distance that is negative or no number.
    public func probability(within metres: Double) -> Double {
        guard metres >= 0 else { return 0 }
        guard accuracy > 0 else { return self.metres <= metres ? 1 : 0 }
        // A displacement changes the gap by no more than its own length.
        let reach = DisplacedDrawing.reach * accuracy
        if metres >= self.metres + reach { return 1 }
        if metres <= self.metres - reach { return 0 }
        let straight = standardNormal((metres - self.metres) / accuracy)
        guard let shapes else { return straight }
        do throws(TopologyError) {
            return try Self.probability(shapes, within: metres, deviation: accuracy) ?? straight
        } catch {
            return straight
        }
    }

    private static func probability(
        _ shapes: Shapes, within metres: Double, deviation: Double
    ) throws(TopologyError) -> Double? {
        // A displacement of the one is the opposite displacement of the other, and as likely: what has an inside is
        // widened, for a point or a line is too thin to be met by sections.
        let isThinZone = shapes.zone.polygons.isEmpty
        let (moved, met) =
            isThinZone && !shapes.site.polygons.isEmpty
            ? (shapes.zone, shapes.site) : (shapes.site, shapes.zone)
        let distance = met.polygons.isEmpty ? max(metres, deviation * 1e-3) : metres
        let near =
            distance == 0
            ? met
            : try SpatialOperators().buffer(
                met, by: distance, quadrantSegments: Self.quadrantSegments(distance, deviation))
        guard let near, let sections = SectionedSite(moved) else { return nil }
        return DisplacedDrawing.masses(sections, ZoneOutline(near), deviation).any
    }

    /// Edges a quarter circle needs so that none lies farther inside the arc than a fiftieth of the deviation.
    private static func quadrantSegments(_ radius: Double, _ deviation: Double) -> Int {
        // An edge over the angle a lies r(1 − cos(a/2)) ≈ r a²/8 inside.
        let angle = (8 * 0.02 * deviation / radius).squareRoot()
        return Int(min(128, max(4, (.pi / 2 / angle).rounded(.up))))
    }
}
