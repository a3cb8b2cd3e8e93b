internal import Glibc
internal import PlanarGeometry
internal import Planning
internal import Projection
internal import Topology
internal import Wording

extension ZoneOverlay {
    /// How much of a parcel lies in which zone.
    ///
    /// Boundary rule: a zone's boundary belongs to it. Shares are taken on the edges in degrees and measured on the
    /// ellipsoid; the interval and the probabilities in the metric plane.
    ///
    /// - Parameters:
    ///   - parcel: the site.
    ///   - confidence: how sure a verdict must be.
    ///   - wanted: the plans to answer by id; all of them where nil.
    /// - Returns: an answer for each plan, in catalogue order.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func shares(
        of parcel: Parcel, confidence: Confidence = .standard, layouts wanted: Set<String>? = nil
    ) throws(LocatorError) -> ShareAnswer {
        let measured = try measured(parcel)
        var answers: [LayoutShares] = []
        for layout in layouts
        where layout.layout.kind == .plan && wanted?.contains(layout.layout.id) ?? true {
            answers.append(try shares(of: measured, in: layout, confidence))
        }
        let around = try context.map { layout throws(LocatorError) in
            try zoneShares(of: measured, in: layout, confidence)
        }
        return ShareAnswer(
            parcel: parcel, asOf: asOf, confidence: confidence, extent: measured.extent, layouts: answers,
            context: around ?? [], notes: Self.notes(on: parcel, measured.extent))
    }

    private func shares(
        of parcel: MeasuredParcel, in layout: OverlaidLayout, _ confidence: Confidence
    ) throws(LocatorError) -> LayoutShares {
        let zones = try zoneShares(of: parcel, in: layout, confidence)
        let coverage = try coveredShare(of: parcel, by: layout)
        let applies = coverage > 0 || zones.contains { $0.relation.sharesInterior || $0.relation.isCoveredBy }
        let parts = applies ? try partitions(of: parcel, in: layout) : []
        let period = catalogue.planPeriod(of: layout.layout, in: layout.edition)
        return LayoutShares(
            layout: layout.layout, edition: layout.edition, applicability: applies ? .covered : .notCovered,
            coveredShare: coverage, planPeriod: period, planStatus: period?.status(on: asOf) ?? .notStated,
            zones: applies ? zones : [], partitions: parts,
            unlocated: applies ? Self.unlocated(in: layout.edition, under: zones) : [],
            counterparts: applies ? [] : try counterparts(in: layout, for: parcel),
            notes: try notes(on: parcel, in: layout, coverage, zones, parts))
    }

    /// Zones without a drawing that belong under one of the zones the parcel meets.
    private static func unlocated(in edition: Edition, under zones: [ZoneShare]) -> [Zone] {
        let met = Set(zones.filter(\.isMet).map(\.zone.id))
        return edition.zones.filter { zone in
            zone.unlocatedReason != nil && zone.parent.map(met.contains) ?? false
        }
    }

    /// What a reader should know of a parcel before its shares.
    private static func notes(on parcel: Parcel, _ extent: Extent?) -> [Note] {
        var notes = parcel.notes
        if let note = parcel.repairNote { notes.append(note) }
        if let stated = parcel.statedArea, case .area(let measured) = extent {
            let deviation = stated.deviation(of: measured)
            if abs(deviation) > StatedArea.tolerance { notes.append(stated.note(on: measured)) }
        }
        return notes
    }

    // MARK: - Zones

    private func zoneShares(
        of parcel: MeasuredParcel, in layout: OverlaidLayout, _ confidence: Confidence
    ) throws(LocatorError) -> [ZoneShare] {
        let zones = layout.zones.filter(\.holdsSites)
        if let sheets = try sheets(of: layout, zones) {
            return Self.coherent(
                try shares(of: parcel, in: zones, sheets, confidence), in: layout.edition, zones, sheets)
        }
        let accuracy = try self.accuracy(for: parcel, among: zones)
        var shares: [ZoneShare] = []
        for zone in zones {
            if let share = try share(of: parcel, in: zone, accuracy: accuracy, confidence) {
                shares.append(share)
            }
        }
        return Self.coherent(shares, in: layout.edition)
    }

    /// The intervals tightened by each other: whatever the drawing, a zone holds no less than its parts do.
    ///
    /// Each is first taken by the accuracy of the zone's own edges, so that of a parent that is less well known than its
    /// child the lower end would lie below the child's.
    static func coherent(_ shares: [ZoneShare], in edition: Edition) -> [ZoneShare] {
        var shares = shares
        for (index, one) in shares.enumerated() {
            guard let inner = one.interval, let part = one.share else { continue }
            let ancestors = Set(edition.path(to: one.zone).dropLast().map(\.id))
            for other in shares.indices where ancestors.contains(shares[other].zone.id) {
                guard let outer = shares[other].interval, let whole = shares[other].share else { continue }
                let low = min(max(outer.lowerBound, inner.lowerBound), whole)
                shares[other].interval = low...outer.upperBound
                let high = max(min(shares[index].interval?.upperBound ?? 1, outer.upperBound), part)
                shares[index].interval = inner.lowerBound...high
            }
        }
        return shares
    }

    /// The one standard deviation for this layout and this parcel, as for a point: that of the nearest drawn edge,
    /// of edges equally near the largest, with the parcel's own in squares.
    private func accuracy(for parcel: MeasuredParcel, among zones: [OverlaidZone]) throws(LocatorError)
        -> Double
    {
        guard parcel.metres != nil else { return 0 }
        let sameEdge = 0.001  // m
        var nearest = Double.infinity
        var distances: [(distance: Double, accuracy: Double)] = []
        let byBox = zones.map { (zone: $0, least: leastDistance(of: parcel, to: $0)) }
            .sorted { $0.least < $1.least }
        for (zone, least) in byBox where least <= nearest + sameEdge {
            let distance = try boundaryDistance(of: parcel, to: zone)
            nearest = min(nearest, distance)
            distances.append((distance, zone.accuracy))
        }
        let drawing = distances.filter { $0.distance <= nearest + sameEdge }.map(\.accuracy).max() ?? 0
        let own = parcel.parcel.totalAccuracy
        return (drawing * drawing + own * own).squareRoot()
    }

    /// How a parcel stands to a zone; nil where they do not meet and surely not.
    func share(
        of parcel: MeasuredParcel, in zone: OverlaidZone, accuracy: Double, _ confidence: Confidence
    ) throws(LocatorError) -> ZoneShare? {
        guard let site = parcel.sections else { return nil }
        // Displaced by at least the gap with a probability of exp(−gap²/2σ²), it can be met with no greater one.
        let farthest = accuracy * (-2 * log(1 - confidence.value)).squareRoot()
        guard leastDistance(of: parcel, to: zone) <= farthest else { return nil }
        let matrix = try matrix(of: parcel, to: zone)
        let distance = try boundaryDistance(of: parcel, to: zone)
        if matrix.isDisjoint, distance > farthest { return nil }
        let probability = DisplacedDrawing(
            site: site, isWholeOnPlane: parcel.partOnPlane > 1 - 1e-9, zone: zone.outline,
            deviation: accuracy,
            matrix: matrix, boundaryDistance: distance
        ).probability
        return try share(of: parcel, in: zone, matrix, distance, probability, accuracy: accuracy, confidence)
    }

    /// The same, the probabilities known that all and that any of the parcel lies in the zone.
    func share(
        of parcel: MeasuredParcel, in zone: OverlaidZone, _ matrix: IntersectionMatrix, _ distance: Double,
        _ probability: (whole: Double, any: Double), accuracy: Double, _ confidence: Confidence
    ) throws(LocatorError) -> ZoneShare? {
        guard matrix.isIntersecting || probability.any > 1 - confidence.value else { return nil }
        let part = try part(of: parcel, in: zone, matrix)
        let interval = try Self.explained(zone) { () throws(TopologyError) -> (Double, Double)? in
            try self.interval(of: parcel, in: zone, matrix, distance)
        }
        let verdict: Verdict =
            if probability.whole >= confidence.value {
                .inside
            } else if probability.any <= 1 - confidence.value {
                .outside
            } else { .uncertain }
        let nominal = part.share
        return ZoneShare(
            zone: zone.zone, relation: matrix, extent: part.extent, share: nominal,
            onBoundary: part.onBoundary,
            interval: interval.map { low, high in
                // Plane and ellipsoid differ in the seventh digit: the nominal share stays between.
                let nominal = nominal ?? low
                return min(low, nominal)...max(high, nominal)
            },
            isSliver: part.isSliver, probabilityWhole: probability.whole, probabilityAny: probability.any,
            accuracy: accuracy, verdict: verdict,
            grade: Self.grade(probability),
            isDivided: probability.any >= confidence.value && probability.whole <= 1 - confidence.value)
    }

    /// Inside by the probability of all of it, outside by that of any of it: of a large parcel within a zone it may be
    /// unlikely that all of it lies there, which does not make it likely that it lies elsewhere.
    private static func grade(_ probability: (whole: Double, any: Double)) -> Grade {
        let (whole, any) = (Grade(probability: probability.whole), Grade(probability: probability.any))
        if whole == .clearlyInside || whole == .likelyInside { return whole }
        return any == .clearlyOutside || any == .likelyOutside ? any : .undecided
    }

    private struct Part {
        var extent: Extent?
        var share: Double?
        var onBoundary: Double?
        var isSliver = false
    }

    private func part(
        of parcel: MeasuredParcel, in zone: OverlaidZone, _ matrix: IntersectionMatrix
    ) throws(LocatorError) -> Part {
        guard let whole = parcel.extent else { return Part() }
        let value = try measure(of: parcel, in: zone)
        var part = Part(extent: parcel.extent(value), share: min(1, value / whole.value))
        guard matrix.isIntersecting else {
            if parcel.dimension == 1 { part.onBoundary = 0 }
            return part
        }
        if parcel.dimension == 1 {
            part.onBoundary = try Self.explained(zone) { () throws(TopologyError) in
                let along = try zone.boundaryInDegrees(operators).flatMap { boundary throws(TopologyError) in
                    try common(parcel.degrees, boundary, dimension: 1)
                }
                return length(of: along?.lines ?? [])
            }
        }
        if !matrix.isCoveredBy,
            let shape = try common(of: parcel, and: zone)?.part(ofDimension: parcel.dimension)
        {
            part.isSliver = try Self.explained(zone) { () throws(TopologyError) in
                try isSliver(shape, measuring: value, in: zone, parcel)
            }
        }
        return part
    }

    /// Whether a shape in local degrees is narrower than the accuracy everywhere; of a line, shorter.
    private func isSliver(
        _ shape: Geometry, measuring value: Double, in zone: OverlaidZone, _ parcel: MeasuredParcel
    ) throws(TopologyError) -> Bool {
        let own = parcel.parcel.totalAccuracy
        let accuracy = (zone.accuracy * zone.accuracy + own * own).squareRoot()
        guard parcel.dimension == 2 else { return value < accuracy }
        // Narrow enough to need no wider look: no circle of the accuracy's diameter has so little area.
        guard value >= accuracy * accuracy * .pi / 4 else { return true }
        let scale = cosine(ofLatitude: local.origin.y)
        let flat = shape.mapped { points in
            points.map { Point(x: $0.x * scale * Self.degree, y: $0.y * Self.degree) }
        }
        // Wide enough as well: no area exceeds its boundary times the radius of the greatest circle in it.
        let length = try operators.length(of: flat)
        if value * 0.99 > accuracy / 2 * length { return false }
        // A hundredth of the accuracy makes nothing wide or narrow.
        let plain = try operators.simplified(flat, within: accuracy / 100) ?? flat
        let rooms = plain.polygons.map { CircleRoom($0, radius: accuracy / 2)?.isEnough }
        if rooms.contains(true) { return false }
        if rooms.allSatisfy({ $0 == false }) { return true }
        // A rim is soon drawn around few vertices; around many, with all its crossings, it takes minutes.
        guard plain.vertices.count > 500 else {
            return try operators.buffer(plain, by: -accuracy / 2) == nil
        }
        return try operators.inscribedRadius(of: plain, tolerance: accuracy / 20) <= accuracy / 2
    }

    /// Metres of a degree of latitude, near enough to tell wide from narrow.
    private static var degree: Double { 111_000 }

    /// The shares in the zone shrunk and grown.
    private func interval(
        of parcel: MeasuredParcel, in zone: OverlaidZone, _ matrix: IntersectionMatrix, _ distance: Double
    ) throws(TopologyError) -> (Double, Double)? {
        guard parcel.dimension > 0, let metres = parcel.metres else { return nil }
        let own = parcel.parcel.totalAccuracy
        let rim = 1.645 * (zone.accuracy * zone.accuracy + own * own).squareRoot()  // Φ(1.645) = 0.95
        // Beyond the rim, and on the other side of the boundary, there is nothing to be cut.
        let isFar = distance >= rim
        var low: Double? = matrix.isDisjoint ? 0 : isFar && matrix.isCoveredBy ? parcel.partOnPlane : nil
        var high: Double? = matrix.isCoveredBy ? parcel.partOnPlane : isFar && matrix.isDisjoint ? 0 : nil
        if low == nil { low = try share(of: parcel, metres, in: zone, widenedBy: -rim) }
        if high == nil { high = try share(of: parcel, metres, in: zone, widenedBy: rim) }
        guard let low, let high else { return nil }
        return (low, high)
    }

    private func share(
        of parcel: MeasuredParcel, _ metres: Geometry, in zone: OverlaidZone, widenedBy distance: Double
    ) throws(TopologyError) -> Double {
        guard let kept = try zone.widened(by: distance, operators) else { return 0 }
        if parcel.dimension == 2, !parcel.isIntricate, let edges = parcel.edges,
            let common = CommonShare(of: edges, in: kept.edges)
        {
            return common.share * parcel.partOnPlane
        }
        guard try kept.prepared.intersects(metres) else { return 0 }
        if try kept.prepared.containsProperly(metres) { return parcel.partOnPlane }
        if parcel.isIntricate, parcel.dimension == 2 {
            return ScannedShare(of: metres, in: kept.geometry).share * parcel.partOnPlane
        }
        let part = try kept.prepared.measureInCommon(with: metres)
        let whole = try planeExtent(of: parcel, metres)
        return min(1, (parcel.dimension == 2 ? part.area : part.length) / whole) * parcel.partOnPlane
    }

    private func planeExtent(of parcel: MeasuredParcel, _ metres: Geometry) throws(TopologyError) -> Double {
        if let made = parcel.planeExtent { return made }
        let made =
            parcel.dimension == 2 ? try operators.area(of: metres) : try operators.length(of: metres)
        parcel.planeExtent = made
        return made
    }
}
