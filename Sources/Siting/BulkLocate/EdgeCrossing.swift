internal import PlanarGeometry
internal import Topology

/// How an edge meets the ray from a point to the right, decided as GEOS decides it.
///
/// The rules are those of ray crossing counting as GEOS's `RayCrossingCounter` has them: an edge holds its lower end
/// and not its upper one; a level edge crosses nothing but may hold the point; the side is the sign of a turn.
enum EdgeCrossing {
    case none
    case crosses
    case holds
    /// The turn is too close to zero for doubles, or so small that a product may have vanished: GEOS is asked, and as
    /// such a sign may be wrong, the envelope of the zone with it, as GEOS does first of all.
    case undecided

    /// Relative bound on the error of the turn in doubles: what GEOS's own filter uses, three times Shewchuk's
    /// 3ε + 16ε² ("Adaptive precision floating-point arithmetic and fast robust geometric predicates", 1997).
    fileprivate static let bound = 1e-15

    /// Below it a product may have vanished.
    fileprivate static let least = 1e-290

    @inline(__always)
    init(_ x: Double, _ y: Double, fromX ax: Double, _ ay: Double, toX bx: Double, _ by: Double) {
        if ax < x && bx < x {
            self = .none
        } else if (x == bx && y == by) || (x == ax && y == ay) {
            self = .holds
        } else if ay == y && by == y {
            self = (ax <= x) == (x <= bx) ? .holds : .none
        } else if (ay > y) == (by > y) {
            self = .none
        } else {
            // Each difference and product is rounded once, in this order, as in GEOS.
            let left = (ax - x) * (by - y)
            let right = (ay - y) * (bx - x)
            let turn = left - right
            // Terms of unlike sign cannot cancel.
            let alike = (left > 0 && right > 0) || (left < 0 && right < 0)
            if turn == 0, !alike, min(ax, bx) <= x, x <= max(ax, bx) {
                self = .holds
            } else if abs(turn) < Self.least || (alike && abs(turn) < Self.bound * abs(left + right)) {
                self = .undecided
            } else {
                self = (turn > 0) == (by > ay) ? .crosses : .none
            }
        }
    }

    /// The same by GEOS's own test, for an edge in the direction of its ring.
    init(byGEOS test: borrowing OrientationTest, _ point: Point, from start: Point, to end: Point) {
        // It refuses only numbers that are not finite, and those never come here.
        let sign = (try? test.sign(from: start, to: end, point: point)) ?? 0
        self = sign == 0 ? .holds : (sign > 0) == (end.y > start.y) ? .crosses : .none
    }
}

/// The same where the turn leaves no doubt, without a branch.
///
/// A turn beyond its error has the sign of the true one, and then the rules of ``EdgeCrossing`` come down to this: the
/// edge crosses where its ends lie on two sides of the point's height and the point left of it. On an end or
/// on a level edge the turn is zero, which is in doubt.
struct SureSide {
    /// 1 where the edge crosses the ray, else 0; meaningless in doubt.
    let crosses: UInt32
    let isDoubtful: Bool

    @inline(__always)
    init(_ x: Double, _ y: Double, fromX ax: Double, _ ay: Double, toX bx: Double, _ by: Double) {
        let left = (ax - x) * (by - y)
        let right = (ay - y) * (bx - x)
        let turn = left - right
        let size = abs(turn)
        let isSure =
            (size > EdgeCrossing.bound * (abs(left) + abs(right)) ? 1 : 0)
            & (size >= EdgeCrossing.least ? 1 : 0)
        isDoubtful = isSure == 0
        let straddles: UInt32 = (ay > y ? 1 : 0) ^ (by > y ? 1 : 0)
        let side: UInt32 = (turn > 0 ? 1 : 0) ^ (by > ay ? 1 : 0) ^ 1
        crosses = straddles & side
    }
}
