internal import PlanarGeometry
internal import Planning
internal import Topology

/// A located zone made ready for questions: its degrees in GEOS, its metres as plain values.
///
/// A class only so that an array can hold it: the GEOS area inside is noncopyable. Not `Sendable`, hence bound to
/// the task that made it.
final class DrawnZone {
    /// The zone as answers refer to it.
    let answered: AnsweredZone
    var zone: Zone { answered.zone }
    let accuracy: Accuracy
    let geometry: Geometry
    let box: Box
    /// Boundary of an area, or the line itself, in metres.
    let edges: [Segment]
    /// The same in runs, so that those too far away need not be looked at one by one.
    let runs: [EdgeRun]
    /// All of them as one.
    let extent: EdgeRun
    /// The area in metres; empty for lines and points.
    let polygons: [Polygon]
    /// Whether a site can lie in the zone.
    let holdsSites: Bool
    private let prepared: PreparedArea?

    /// Prepares a located zone; nil for one without geometry.
    ///
    /// - Throws: ``LocatorError`` naming the zone where its drawing is no valid area.
    init?(_ answered: AnsweredZone, plane: borrowing MetricPlane) throws(LocatorError) {
        let zone = answered.zone
        guard case .located(let geometry, let accuracy) = zone.location, let box = geometry.box else {
            return nil
        }
        self.answered = answered
        self.accuracy = accuracy
        self.geometry = geometry
        self.box = box
        // GEOS first: what it calls invalid is named before anything is measured on it.
        if geometry.polygons.isEmpty {
            prepared = nil
        } else {
            prepared = try Self.prepare(geometry.polygons, of: zone)
        }
        (edges, polygons) = try plane.outline(of: geometry)
        runs = EdgeRun.runs(of: edges)
        extent = EdgeRun(edges.indices, of: edges)
        holdsSites = zone.role.holdsSites && !polygons.isEmpty
    }

    private static func prepare(_ polygons: [Polygon], of zone: Zone) throws(LocatorError) -> PreparedArea {
        let reference = ZoneReference(layout: zone.layout, zone: zone.id)
        let found: Invalidity
        do throws(TopologyError) {
            let area = try PreparedArea(polygons)
            guard let invalidity = try area.invalidity() else { return area }
            found = invalidity
        } catch {
            throw LocatorError.topology(reference, error)
        }
        throw LocatorError.invalidArea(reference, found)
    }

    /// Whether the position, in degrees, lies inside the drawing or on its boundary, as GEOS `covers` decides.
    func covers(_ position: Point) throws(LocatorError) -> Bool {
        guard box.covers(position), prepared != nil else { return false }
        do throws(TopologyError) {
            return try prepared?.covers(position) ?? false
        } catch {
            throw LocatorError.topology(ZoneReference(layout: zone.layout, zone: zone.id), error)
        }
    }
}
