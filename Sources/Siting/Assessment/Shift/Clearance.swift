internal import PlanarGeometry

/// Finds the shortest way to move a site so that it no longer overlaps more of some obstacles than it may.
///
/// A site P moved by t overlaps an obstacle M just where t lies inside the Minkowski sum of M and −P. The boundary of
/// that sum is part of the *reduced convolution* of the two outlines: each edge of the one with those corners of the
/// other that it can slide along (Guibas, Ramshaw and Stolfi 1983; the reduced form is Behar and Lien 2011). So the
/// nearest way out is the foot of the origin on one of these pieces, or a crossing of two of them where the free land
/// is a wedge pointing at the origin. Both are tried from the nearest outwards, each proven by laying the moved site
/// over the obstacles.
struct Clearance {
    /// What is moved, and what it must be clear of.
    struct Pair {
        let mover: Outline
        let obstacle: Outline
    }

    let pairs: [Pair]
    /// How many of the obstacles may still be overlapped.
    let allowed: Int
    /// Other obstacles, in groups of which the moved site may overlap one each: a way out of one partition must not lead
    /// across the members of another.
    var guarded: [[Pair]] = []

    /// By how much farther than just far enough a site is shifted, metres: a shift must hold when carried out on the
    /// ellipsoid, where each corner of the site has a north of its own.
    ///
    /// - Parameters:
    ///   - distance: the length of the shift, metres.
    ///   - box: what the site spans, metres.
    /// - Returns: half a metre and what the corners turn away from each other.
    static func margin(at distance: Double, across box: Box) -> Double {
        let turning = 1e-7  // radians north turns over a metre to the east: tan 32° over the Earth's radius
        return 0.5 + distance * (box.upper - box.lower).length * turning
    }

    private func margin(at distance: Double) -> Double {
        pairs.map { Self.margin(at: distance, across: $0.mover.box) }.max() ?? 0
    }

    /// Beyond this nothing is looked for: the city is 40 km long.
    static let farthest = 40_000.0  // m
    /// Movers with more corners are not moved: a search over all pairs would take seconds.
    static let cornerLimit = 3000

    /// The shortest shift, east and north in metres.
    ///
    /// - Parameters:
    ///   - reach: how far to look first; then farther.
    ///   - limit: how far at most.
    ///   - enough: a shift no longer than this will do, be it the shortest or not.
    /// - Returns: nil where the site overlaps no more than it may, or no way out is found for its hull.
    func shortest(from reach: Double, upTo limit: Double = farthest, enough: Double = 0) -> Point? {
        guard pairs.allSatisfy({ $0.mover.cornerCount <= Self.cornerLimit }) else { return nil }
        guard isOverlapping(Point(x: 0, y: 0), Nearby(pairs: pairs.map { NearPair($0, reach: 1) })) else {
            return nil
        }
        guard let hulls else { return widening(from: reach, upTo: limit, enough: enough) }
        // The way out of the site's hull is found soon, and bounds where to look for a shorter one.
        guard let bound = hulls.widening(from: reach, upTo: limit, enough: enough) else { return nil }
        if bound.length <= enough { return bound }
        return shortest(within: bound.length, enough: enough) ?? bound
    }

    /// The same with each mover's hull for it; nil where they are convex.
    private var hulls: Clearance? {
        var hulls: [Pair] = []
        for pair in pairs {
            guard let hull = Outline(convex: pair.mover.hull) else { return nil }
            hulls.append(Pair(mover: hull, obstacle: pair.obstacle))
        }
        guard !pairs.allSatisfy(\.mover.isConvex), let hull = hulls.first?.mover else { return nil }
        let guarded = guarded.map { group in group.map { Pair(mover: hull, obstacle: $0.obstacle) } }
        return Clearance(pairs: hulls, allowed: allowed, guarded: guarded)
    }

    /// Whether a shift brings the site across two obstacles of a group that it is not to be brought across.
    func isAmiss(_ shift: Point) -> Bool {
        isOverlapping(shift, Nearby(guarded: guarded.map { $0.map { NearPair($0, reach: shift.length) } }))
    }

    /// The obstacles within reach.
    private struct Nearby {
        var pairs: [NearPair] = []
        var guarded: [[NearPair]] = []
    }

    private func widening(from reach: Double, upTo limit: Double, enough: Double) -> Point? {
        var reach = min(max(reach, 100), limit)
        while true {
            if let found = shortest(within: reach, enough: enough) { return found }
            guard reach < limit else { return nil }
            reach = min(reach * 4, limit)
        }
    }

    /// A piece of the sums' boundary, or of what lies within them.
    private struct Piece {
        let segment: Segment
        /// Towards the outside, of length 1: to the right.
        let normal: Point
        let distance: Double
        /// The foot of the origin where it is no end of the piece and seen from within.
        let foot: Point?
        /// The box around it and a hair more, for pieces that meet at their ends.
        let lower: Point
        let upper: Point
    }

    private func shortest(within reach: Double, enough: Double) -> Point? {
        let near = Nearby(
            pairs: pairs.map { NearPair($0, reach: reach) },
            guarded: guarded.map { $0.map { NearPair($0, reach: reach) } })
        var pieces: [Piece] = []
        for pair in near.pairs + near.guarded.flatMap(\.self) {
            pair.forEachContact { segment in
                if let piece = Self.piece(segment), piece.distance <= reach { pieces.append(piece) }
            }
        }
        pieces.sort { $0.distance < $1.distance }
        var best: (shift: Point, distance: Double)?
        for piece in pieces {
            guard let foot = piece.foot else { continue }
            let shift = foot + piece.normal * margin(at: piece.distance)
            if !isOverlapping(shift, near) {
                best = (shift, piece.distance)
                break
            }
        }
        if let best, best.shift.length <= enough { return best.shift }
        let limit = best?.distance ?? reach
        for wedge in wedges(between: Array(pieces.prefix { $0.distance < limit }), nearerThan: limit)
        where !isOverlapping(wedge, near) {
            return wedge
        }
        return best?.shift
    }

    private static func piece(_ segment: Segment) -> Piece? {
        let (start, end) = (segment.start, segment.end)
        let along = end - start
        let length = along.length
        guard length > 0 else { return nil }
        let normal = Point(x: along.y / length, y: -along.x / length)
        let origin = Point(x: 0, y: 0)
        let nearest = segment.nearest(to: origin)
        let isEnd = nearest == start || nearest == end
        let hair = 1e-4  // m
        // Reached from the right, a piece leads in and not out.
        let leadsOut = Point.dot(nearest, normal) >= 0
        return Piece(
            segment: segment, normal: normal, distance: nearest.length,
            foot: !isEnd && leadsOut ? nearest : nil,
            lower: Point(x: min(start.x, end.x) - hair, y: min(start.y, end.y) - hair),
            upper: Point(x: max(start.x, end.x) + hair, y: max(start.y, end.y) + hair))
    }

    /// Shifts into the wedges between two pieces that point at the origin, the nearest first.
    private func wedges(between pieces: [Piece], nearerThan limit: Double) -> [Point] {
        var found: [(shift: Point, distance: Double)] = []
        // From west to east, so that each meets only those that begin before it ends.
        let pieces = pieces.sorted { $0.lower.x < $1.lower.x }
        for (index, one) in pieces.enumerated() {
            for other in pieces[(index + 1)...] {
                if other.lower.x > one.upper.x { break }
                guard other.lower.y <= one.upper.y, other.upper.y >= one.lower.y else { continue }
                guard let place = one.segment.crossing(other.segment) else { continue }
                let distance = place.length
                guard distance < limit else { continue }
                // place = a·n + b·m with a, b ≥ 0: then no other place of the wedge is nearer to the origin.
                let turn = Point.cross(one.normal, other.normal)
                guard turn.magnitude > 1e-9 else { continue }
                let a = Point.cross(place, other.normal) / turn
                let b = Point.cross(one.normal, place) / turn
                guard a >= 0, b >= 0 else { continue }
                // As far from either piece as the margin says: (n + m)/(1 + n·m).
                let cosine = Point.dot(one.normal, other.normal)
                let outward = (one.normal + other.normal) * (margin(at: distance) / max(0.02, 1 + cosine))
                found.append((place + outward, distance))
            }
        }
        return found.sorted { $0.distance < $1.distance }.map(\.shift)
    }

    private func isOverlapping(_ shift: Point, _ near: Nearby) -> Bool {
        Self.isAcrossMore(than: allowed, of: near.pairs, after: shift)
            || near.guarded.contains { Self.isAcrossMore(than: 1, of: $0, after: shift) }
    }

    private static func isAcrossMore(than allowed: Int, of near: [NearPair], after shift: Point) -> Bool {
        var count = 0
        for pair in near where pair.overlaps(shift) {
            count += 1
            if count > allowed { return true }
        }
        return false
    }
}

extension Segment {
    /// The one point two segments have in common; nil for none and for parallel ones.
    fileprivate func crossing(_ other: Segment) -> Point? {
        let (d, e) = (end - start, other.end - other.start)
        let span = Point.cross(d, e)
        guard span != 0 else { return nil }
        let between = other.start - start
        let along = Point.cross(between, e) / span
        let across = Point.cross(between, d) / span
        // Pieces that follow upon each other meet at their ends, whatever the rounding.
        let ends = -1e-9...1 + 1e-9
        return ends.contains(along) && ends.contains(across) ? start + d * along : nil
    }
}
