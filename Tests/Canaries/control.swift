// The control: rightly used, all of this compiles.
import PlanarGeometry
import Projection
import Topology

func ask(_ area: borrowing PreparedArea, _ projector: borrowing Projector) throws -> Bool {
    try area.covers(projector.toWGS84(Point(x: 0, y: 0)))
}
