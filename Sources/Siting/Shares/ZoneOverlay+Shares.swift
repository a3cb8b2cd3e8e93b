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
        let measured = try MeasuredParcel(parcel, on: self)
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
        let coverage = try coveredShare(of: parcel, by: layout.layout)
        let applies = coverage > 0 || zones.contains { $0.relation.sharesInterior || $0.relation.isCoveredBy }
        let parts = applies ? try partitions(of: parcel, in: layout) : []
        let period = layout.layout.documents.compactMap { catalogue.document($0)?.planPeriod }
            .max { ($0.to, $0.outlook ?? $0.to) < ($1.to, $1.outlook ?? $1.to) }
        return LayoutShares(
            layout: layout.layout, edition: layout.edition, applicability: applies ? .covered : .notCovered,
            coveredShare: coverage, planPeriod: period, planStatus: period?.status(on: asOf) ?? .ended,
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
        if let repair = parcel.repair { notes.append(repair.note) }
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
        let accuracy = try self.accuracy(for: parcel, among: zones)
        var shares: [ZoneShare] = []
        for zone in zones {
            if let share = try share(of: parcel, in: zone, accuracy: accuracy, confidence) {
                shares.append(share)
            }
        }
        return shares
    }

    /// The one standard deviation for this layout and this parcel, as for a point: that of the nearest drawn edge,
    /// of edges equally near the largest, with the parcel's own in squares.
    private func accuracy(for parcel: MeasuredParcel, among zones: [OverlaidZone]) throws(LocatorError)
        -> Double
    {
        guard let metres = parcel.metres else { return 0 }
        var nearest = Double.infinity
        var distances: [(distance: Double, accuracy: Double)] = []
        for zone in zones {
            let distance = try Self.explained(zone) { () throws(TopologyError) in
                try operators.boundaryDistance(metres, zone.metres)
            }
            nearest = min(nearest, distance)
            distances.append((distance, zone.accuracy))
        }
        let sameEdge = 0.001  // m
        let drawing = distances.filter { $0.distance <= nearest + sameEdge }.map(\.accuracy).max() ?? 0
        let own = parcel.parcel.totalAccuracy
        return (drawing * drawing + own * own).squareRoot()
    }

    /// How a parcel stands to a zone; nil where they do not meet and surely not.
    private func share(
        of parcel: MeasuredParcel, in zone: OverlaidZone, accuracy: Double, _ confidence: Confidence
    ) throws(LocatorError) -> ZoneShare? {
        guard let metres = parcel.metres else { return nil }
        let matrix = try Self.explained(zone) { () throws(TopologyError) in
            try operators.relation(parcel.degrees, zone.degrees)
        }
        let probability = try Self.explained(zone) { () throws(TopologyError) in
            try DisplacedDrawing(
                site: metres, isWholeOnPlane: parcel.partOnPlane > 1 - 1e-9, zone: zone.metres,
                deviation: accuracy, matrix: matrix, operators
            ).probability
        }
        guard matrix.isIntersecting || probability.any > 1 - confidence.value else { return nil }
        let part = try Self.explained(zone) { () throws(TopologyError) -> Part in
            try self.part(of: parcel, in: zone, matrix)
        }
        let interval = try Self.explained(zone) { () throws(TopologyError) -> (Double, Double)? in
            try self.interval(of: parcel, in: zone)
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
            grade: Self.grade(matrix, probability),
            isDivided: probability.any >= confidence.value && probability.whole <= 1 - confidence.value)
    }

    private static func grade(_ matrix: IntersectionMatrix, _ probability: (whole: Double, any: Double))
        -> Grade
    {
        if matrix.isCoveredBy { return Grade(probability: probability.whole) }
        if matrix.isDisjoint { return Grade(probability: probability.any) }
        return .undecided
    }

    private struct Part {
        var extent: Extent?
        var share: Double?
        var onBoundary: Double?
        var isSliver = false
    }

    private func part(
        of parcel: MeasuredParcel, in zone: OverlaidZone, _ matrix: IntersectionMatrix
    ) throws(TopologyError) -> Part {
        guard let whole = parcel.extent else { return Part() }
        let shape =
            matrix.isIntersecting
            ? try common(parcel.degrees, zone.degrees, dimension: parcel.dimension) : nil
        let zero: Extent = parcel.dimension == 2 ? .area(0) : .length(0)
        var part = Part(extent: extent(of: shape, dimension: parcel.dimension) ?? zero)
        part.share = min(1, (part.extent?.value ?? 0) / whole.value)
        if parcel.dimension == 1 {
            let boundary = try operators.boundary(of: zone.degrees)
            let along = try boundary.flatMap { boundary throws(TopologyError) in
                try common(parcel.degrees, boundary, dimension: 1)
            }
            part.onBoundary = length(of: along?.lines ?? [])
        }
        if let shape, !matrix.isCoveredBy { part.isSliver = try isSliver(shape, in: zone, parcel) }
        return part
    }

    /// Whether a shape in local degrees is narrower than the accuracy everywhere; of a line, shorter.
    private func isSliver(
        _ shape: Geometry, in zone: OverlaidZone, _ parcel: MeasuredParcel
    ) throws(TopologyError) -> Bool {
        let own = parcel.parcel.totalAccuracy
        let accuracy = (zone.accuracy * zone.accuracy + own * own).squareRoot()
        guard parcel.dimension == 2 else { return length(of: shape.lines) < accuracy }
        // Narrow enough to need no wider look: no circle of the accuracy's diameter has so little area.
        let area = geodesic.area(of: shape.polygons, from: local.origin)
        guard area >= accuracy * accuracy * .pi / 4 else { return true }
        let scale = cosine(ofLatitude: local.origin.y)
        let flat = shape.mapped { points in
            points.map { Point(x: $0.x * scale * Self.degree, y: $0.y * Self.degree) }
        }
        return try operators.buffer(flat, by: -accuracy / 2) == nil
    }

    /// Metres of a degree of latitude, near enough to tell wide from narrow.
    private static var degree: Double { 111_000 }

    /// The shares in the zone shrunk and grown.
    private func interval(
        of parcel: MeasuredParcel, in zone: OverlaidZone
    ) throws(TopologyError) -> (Double, Double)? {
        guard parcel.dimension > 0, let metres = parcel.metres else { return nil }
        let own = parcel.parcel.totalAccuracy
        let rim = 1.645 * (zone.accuracy * zone.accuracy + own * own).squareRoot()  // Φ(1.645) = 0.95
        let whole = try planeExtent(metres, parcel.dimension)
        var shares: [Double] = []
        for distance in [-rim, rim] {
            guard let zone = try zone.widened(by: distance, operators),
                let shape = try common(metres, zone, dimension: parcel.dimension)
            else {
                shares.append(0)
                continue
            }
            shares.append(min(1, try planeExtent(shape, parcel.dimension) / whole) * parcel.partOnPlane)
        }
        return (shares[0], shares[1])
    }

    private func planeExtent(_ shape: Geometry, _ dimension: Int) throws(TopologyError) -> Double {
        dimension == 2 ? try operators.area(of: shape) : try operators.length(of: shape)
    }
}
