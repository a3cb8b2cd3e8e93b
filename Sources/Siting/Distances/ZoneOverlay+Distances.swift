internal import Glibc
internal import PlanarGeometry
public import Planning
internal import Projection
internal import Topology

extension ZoneOverlay {
    /// How far a site lies from a zone of any layout.
    ///
    /// Measured in the metric plane; beyond its reach along the ellipsoid between the nearest vertices. Whether they
    /// meet is decided on the edges in degrees, a boundary belonging to its zone. Where the zone's layout does not
    /// speak of the site's land the answer says so (``ZoneDistance/coverage``) and the distance is not to be shown; the
    /// context speaks everywhere, save where a plan's own zone speaks of the same thing and its document does not.
    ///
    /// - Parameters:
    ///   - parcel: the site; a point too.
    ///   - reference: the zone.
    /// - Returns: nil where the catalogue draws no such zone on the day: it is not located, or there is none.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func distance(
        from parcel: Parcel, to reference: ZoneReference
    ) throws(LocatorError) -> ZoneDistance? {
        try distances(from: parcel, to: [reference])[reference]
    }

    /// How far a site lies from each of several zones, the site made ready once; what is not drawn is left out.
    ///
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func distances(
        from parcel: Parcel, to references: [ZoneReference]
    ) throws(LocatorError) -> [ZoneReference: ZoneDistance] {
        let measured = try measured(parcel)
        var answers: [ZoneReference: ZoneDistance] = [:]
        for reference in references {
            guard let layout = layouts.first(where: { $0.layout.id == reference.layout }),
                let zone = layout.zone(reference.zone)
            else { continue }
            answers[reference] = try distance(from: measured, to: zone, in: layout)
        }
        return answers
    }

    func distance(
        from parcel: MeasuredParcel, to zone: OverlaidZone, in layout: OverlaidLayout
    ) throws(LocatorError) -> ZoneDistance {
        let standing = parcel.standing(to: zone)
        if let made = standing.distance { return made }
        let made = try newDistance(from: parcel, to: zone, in: layout)
        standing.distance = made
        return made
    }

    private func newDistance(
        from parcel: MeasuredParcel, to zone: OverlaidZone, in layout: OverlaidLayout
    ) throws(LocatorError) -> ZoneDistance {
        let gap = try gap(from: parcel, to: zone)
        let share = try coveredShare(of: parcel, by: layout)
        let counterparts = try counterparts(of: zone, for: parcel)
        var speaks = layout.layout.kind == .context ? counterparts.isEmpty : share > 0
        if !speaks, layout.layout.kind == .context {
            speaks = try self.speaks(ofLandOf: parcel, documentOf: zone)
        } else if !speaks {
            speaks = try isHeld(parcel, in: layout)
        }
        let own = parcel.parcel.totalAccuracy
        return ZoneDistance(
            zone: zone.zone, layout: layout.layout, edition: layout.edition, metres: gap.metres,
            boundaryMetres: gap.boundary, bearing: gap.bearing,
            accuracy: (zone.accuracy * zone.accuracy + own * own).squareRoot(),
            coverage: speaks ? .covered : .notCovered(counterparts: counterparts),
            coveredShare: share,
            shapes: parcel.metres.map { ZoneDistance.Shapes(site: $0, zone: zone.metres) })
    }

    /// A gap, how deep an area lies in another, and where to.
    private struct Gap {
        var metres: Double
        var boundary: Double?
        var bearing: Double?
    }

    private func gap(from parcel: MeasuredParcel, to zone: OverlaidZone) throws(LocatorError) -> Gap {
        guard parcel.metres != nil else {
            let (start, end) = farPair(parcel, zone)
            let distance = geodesic.distance(start, end)
            return Gap(
                metres: distance, boundary: zone.dimension == 2 ? -distance : nil,
                bearing: geodesic.bearing(from: start, to: end))
        }
        let matrix = try matrix(of: parcel, to: zone)
        if matrix.isIntersecting {
            guard zone.dimension == 2 else { return Gap(metres: 0) }
            let depth = matrix.isCoveredBy ? try boundaryDistance(of: parcel, to: zone) : 0
            return Gap(metres: 0, boundary: depth)
        }
        guard let nearest = try nearestPoints(of: parcel, to: zone) else { return Gap(metres: .infinity) }
        let (dx, dy) = (nearest.to.x - nearest.from.x, nearest.to.y - nearest.from.y)
        let gap = (dx * dx + dy * dy).squareRoot()
        return Gap(
            metres: gap, boundary: zone.dimension == 2 ? -gap : nil,
            bearing: geodesic.bearing(
                from: try plane.position(nearest.from), to: try plane.position(nearest.to)))
    }

    /// The vertices of a site beyond the plane and of a zone that are nearest to each other, longitude and latitude.
    private func farPair(_ parcel: MeasuredParcel, _ zone: OverlaidZone) -> (Point, Point) {
        let middle = zone.box.centre
        let origin = local.origin
        let centre = Point(x: middle.x + origin.x, y: middle.y + origin.y)
        let vertices = parcel.parcel.geometry.vertices
        // At tens of kilometres and more, a zone is near enough a point to pick the vertex by.
        let start =
            vertices.min { Self.chord($0, centre) < Self.chord($1, centre) } ?? centre
        let ends = zone.degrees.vertices.map { Point(x: $0.x + origin.x, y: $0.y + origin.y) }
        return (start, ends.min { Self.chord($0, start) < Self.chord($1, start) } ?? centre)
    }

    /// A measure that grows with the distance of two positions on a sphere: half the squared chord, radius 1.
    private static func chord(_ one: Point, _ other: Point) -> Double {
        let radians = Double.pi / 180
        let (a, b) = (one.y * radians, other.y * radians)
        return 1 - cos(a) * cos(b) * cos((one.x - other.x) * radians) - sin(a) * sin(b)
    }

    /// Whether a zone of the layout that can hold sites has a part of the parcel: where a layout draws, it speaks.
    private func isHeld(_ parcel: MeasuredParcel, in layout: OverlaidLayout) throws(LocatorError) -> Bool {
        for zone in layout.zones where zone.holdsSites && zone.box.gap(to: parcel.box) == 0 {
            let matrix = try matrix(of: parcel, to: zone)
            if matrix.sharesInterior || matrix.isCoveredBy { return true }
        }
        return false
    }

    /// The zone of which the catalogue says that it speaks of the same thing, where its document does speak here.
    func counterparts(of zone: OverlaidZone, for parcel: MeasuredParcel) throws(LocatorError)
        -> [Zone]
    {
        guard let reference = zone.zone.counterpart, let other = self.zone(reference),
            try speaks(ofLandOf: parcel, documentOf: other)
        else { return [] }
        return [other.zone]
    }

    /// Whether a plan by the document that draws a zone speaks of any of the parcel's land.
    ///
    /// The context has no coverage of its own: what it holds was taken from the plans' documents.
    private func speaks(
        ofLandOf parcel: MeasuredParcel, documentOf zone: OverlaidZone
    ) throws(LocatorError) -> Bool {
        guard let document = zone.zone.sources.first?.document else { return false }
        for layout in layouts
        where layout.layout.kind == .plan && layout.layout.documents.contains(document) {
            if try coveredShare(of: parcel, by: layout) > 0 { return true }
        }
        return false
    }
}
