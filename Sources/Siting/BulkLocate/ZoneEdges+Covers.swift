internal import PlanarGeometry
internal import Topology

extension ZoneEdges {
    /// Whether a zone covers a position, every edge looked at.
    func covers(_ position: Point, zone: Int, _ test: borrowing OrientationTest) -> Bool {
        guard zoneStarts[zone] < zoneStarts[zone + 1], envelopes[zone].covers(position) else { return false }
        var inside = false
        for ring in zoneStarts[zone]..<zoneStarts[zone + 1] {
            for vertex in ringStarts[ring]..<ringStarts[ring + 1] - 1 {
                let a = Point(x: x(vertex), y: y(vertex))
                let b = Point(x: x(vertex + 1), y: y(vertex + 1))
                var crossing = EdgeCrossing(position.x, position.y, fromX: a.x, a.y, toX: b.x, b.y)
                if case .undecided = crossing {
                    crossing = EdgeCrossing(byGEOS: test, position, from: a, to: b)
                }
                switch crossing {
                case .crosses: inside.toggle()
                case .holds: return true
                case .none, .undecided: break
                }
            }
        }
        return inside
    }
}
