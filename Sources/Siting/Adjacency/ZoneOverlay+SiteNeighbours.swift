internal import PlanarGeometry
internal import Planning
internal import Topology

extension ZoneOverlay {
    /// The zones of every layout that a site overlaps or lies near, the closest tie first, layouts in catalogue order.
    ///
    /// A site is no part of any drawing, so it shares no border: where it touches a zone it is near with a gap of 0.
    ///
    /// - Parameters:
    ///   - parcel: the site; a point too.
    ///   - distance: gaps up to this many metres count as near.
    /// - Returns: nothing for a site far from all zones.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func neighbours(
        of parcel: Parcel, within distance: Double = standardReach
    ) throws(LocatorError) -> [Neighbour] {
        let measured = try MeasuredParcel(parcel, on: self)
        guard let shape = measured.shape else { return [] }
        var answers: [Neighbour] = []
        for layout in layouts {
            var found: [Neighbour] = []
            for zone in layout.zones {
                if let one = try neighbour(shape, zone, sameDrawing: false, within: distance) {
                    found.append(one)
                }
            }
            answers += found.inOrder
        }
        return answers
    }
}
