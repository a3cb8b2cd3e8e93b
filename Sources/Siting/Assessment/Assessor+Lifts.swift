internal import PlanarGeometry
internal import Planning
internal import Topology

/// A zone, with how well its boundary is known as seen from a site, metres.
struct BoundedZone {
    let zone: OverlaidZone
    let accuracy: Double
}

extension Assessor {
    /// What the shortest shift would do that brings a site out of areas, but for some of them.
    ///
    /// `allowed` says how many of them the site may still lie in, `accuracy` how well the edges in question are known
    /// (one standard deviation, metres), `sparing` the groups of areas of which it must not come to lie in two.
    /// Nil where no shift is found.
    func lift(
        _ site: MeasuredParcel, outOf zones: [OverlaidZone], butFor allowed: Int = 0,
        sparing groups: [[OverlaidZone]] = [], accuracy: Double
    ) throws(LocatorError) -> AssessmentFlag.Lift? {
        guard let metres = site.metres, site.partOnPlane > 1 - 1e-9 else { return nil }
        guard metres.vertices.count <= Clearance.cornerLimit else { return .notSought }
        let shift: Point?
        do throws(TopologyError) {
            guard let mover = try Outline(metres, overlay.operators) else { return nil }
            func pairs(_ zones: [OverlaidZone]) throws(TopologyError) -> [Clearance.Pair] {
                var pairs: [Clearance.Pair] = []
                for zone in zones {
                    guard let obstacle = try outlines.area(of: zone, overlay.operators) else { continue }
                    pairs.append(Clearance.Pair(mover: mover, obstacle: obstacle))
                }
                return pairs
            }
            var guarded: [[Clearance.Pair]] = []
            for group in groups { guarded.append(try pairs(group)) }
            let clearance = Clearance(pairs: try pairs(zones), allowed: allowed)
            let free = clearance.shortest(from: 2 * accuracy, enough: 2 * accuracy)
            // Seldom does the shortest way lead across something else; only then are the others weighed in.
            let all = Clearance(pairs: clearance.pairs, allowed: allowed, guarded: guarded)
            shift =
                if let free, free.length > 2 * accuracy, all.isAmiss(free) {
                    all.shortest(from: free.length)
                } else { free }
        } catch {
            throw LocatorError.site(error)
        }
        return try lift(by: shift, metres, accuracy)
    }

    /// What the shortest shift would do after which no boundary is nearer than it is known.
    func lift(
        _ site: MeasuredParcel, clearOfBoundaries zones: [BoundedZone]
    ) throws(LocatorError) -> AssessmentFlag.Lift? {
        guard let metres = site.metres, site.partOnPlane > 1 - 1e-9 else { return nil }
        guard metres.vertices.count <= Clearance.cornerLimit else { return .notSought }
        let largest = zones.map(\.accuracy).max() ?? 0
        let shift: Point?
        do throws(TopologyError) {
            let hull = ConvexHull(around: metres.vertices)
            let bound = try Clearance(
                pairs: pairs(zones) { accuracy in Outline(convex: hull.grown(by: accuracy)) }, allowed: 0
            ).shortest(from: 2 * largest, enough: 2 * largest)
            guard let bound else { return nil }
            if bound.length <= 2 * largest { return .withinAccuracy }
            let near = zones.filter { one in
                let reach = bound.length + one.accuracy * 1.01 + 1
                return metres.box.map { $0.distance(to: one.zone.metricBox) <= reach } ?? false
            }
            let nearer = try Clearance(
                pairs: pairs(near) { accuracy throws(TopologyError) in
                    // Round corners are drawn inside the true arc by up to 0.12 %.
                    let closed = RolledShape(radius: accuracy).closed(metres.polygons) ?? metres
                    let around = try overlay.operators.buffer(closed, by: accuracy * 1.0013)
                    return try around.flatMap { around throws(TopologyError) in
                        try Outline(around, overlay.operators)
                    }
                }, allowed: 0
            ).shortest(from: bound.length, enough: 2 * largest)
            shift = nearer.map { $0.length < bound.length ? $0 : bound } ?? bound
        } catch {
            throw LocatorError.site(error)
        }
        return try lift(by: shift, metres, largest)
    }

    /// The site as it is once widened by each zone's accuracy, against the zone's boundary.
    private func pairs(
        _ zones: [BoundedZone], _ widened: (Double) throws(TopologyError) -> Outline?
    ) throws(TopologyError) -> [Clearance.Pair] {
        var movers: [Double: Outline?] = [:]
        var pairs: [Clearance.Pair] = []
        for one in zones {
            if movers[one.accuracy] == nil { movers[one.accuracy] = .some(try widened(one.accuracy)) }
            guard case .some(.some(let mover)) = movers[one.accuracy],
                let obstacle = try outlines.boundary(of: one.zone, overlay.operators)
            else { continue }
            pairs.append(Clearance.Pair(mover: mover, obstacle: obstacle))
        }
        return pairs
    }

    /// What the shortest shift would do that brings some of a site into one of several areas.
    func lift(
        _ site: MeasuredParcel, into targets: [(land: CoveredLand, accuracy: Double)]
    ) throws(LocatorError) -> AssessmentFlag.Lift? {
        guard let metres = site.metres, let box = metres.box, site.partOnPlane > 1 - 1e-9 else { return nil }
        var best: (shift: Point, accuracy: Double)?
        do throws(TopologyError) {
            for target in targets {
                let gap: Point
                if !site.isIntricate, let found = site.edges?.nearest(to: target.land.edges) {
                    gap = found.there - found.here
                } else {
                    let (from, to) = try overlay.operators.nearestPoints(metres, target.land.area)
                    gap = to - from
                }
                // Where they touch the way in is not told by two equal points; it is shorter than the drawing is exact.
                guard gap.length > 0 else { return .withinAccuracy }
                let shift = gap * (1 + Clearance.margin(at: gap.length, across: box) / gap.length)
                if shift.length < best?.shift.length ?? .infinity { best = (shift, target.accuracy) }
            }
        } catch {
            throw LocatorError.site(error)
        }
        return try lift(by: best?.shift, metres, best?.accuracy ?? 0)
    }

    /// What the shortest shift would do after which all of a site lies in one of several zones.
    ///
    /// Nil where the convex hull of the site fits in none of them.
    func lift(
        _ site: MeasuredParcel, whollyInto targets: [BoundedZone]
    ) throws(LocatorError) -> AssessmentFlag.Lift? {
        guard let metres = site.metres, site.partOnPlane > 1 - 1e-9 else { return nil }
        guard metres.vertices.count <= Clearance.cornerLimit else { return .notSought }
        var best: (shift: Point, target: BoundedZone)?
        do throws(TopologyError) {
            guard let mover = try Outline(metres, overlay.operators) else { return nil }
            let size = mover.box.upper - mover.box.lower
            let byBox = targets.map { (target: $0, gap: mover.box.distance(to: $0.zone.metricBox)) }
                .sorted { $0.gap < $1.gap }
            for (target, gap) in byBox where gap < best?.shift.length ?? .infinity {
                let room = target.zone.metricBox.upper - target.zone.metricBox.lower
                guard size.x <= room.x, size.y <= room.y,
                    let obstacle = try outlines.outside(of: target.zone, overlay.operators)
                else { continue }
                let found = Clearance(pairs: [Clearance.Pair(mover: mover, obstacle: obstacle)], allowed: 0)
                    .shortest(
                        from: gap + size.length, upTo: gap + size.length + room.length,
                        enough: 2 * target.accuracy)
                guard let found, found.length < best?.shift.length ?? .infinity else { continue }
                best = (found, target)
            }
        } catch {
            throw LocatorError.site(error)
        }
        return try lift(by: best?.shift, metres, best?.target.accuracy ?? 0, into: best?.target.zone.zone)
    }

    private func lift(
        by shift: Point?, _ metres: Geometry, _ accuracy: Double, into zone: Zone? = nil
    ) throws(LocatorError) -> AssessmentFlag.Lift? {
        guard let shift, let start = metres.box?.centre else { return nil }
        guard shift.length > 2 * accuracy else { return .withinAccuracy }
        let from = LonLat(try overlay.plane.position(start))
        return .shift(
            SiteShift(
                metres: shift.length, bearing: try overlay.plane.bearing(from: from, to: start + shift),
                zone: zone))
    }
}
