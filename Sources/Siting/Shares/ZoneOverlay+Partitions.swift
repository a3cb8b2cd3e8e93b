internal import Glibc
internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

extension ZoneOverlay {
    /// How each partition of a layout divides a parcel; none for points.
    func partitions(of parcel: MeasuredParcel, in layout: OverlaidLayout) throws(LocatorError)
        -> [PartitionShares]
    {
        guard parcel.extent != nil else { return [] }
        var answers: [PartitionShares] = []
        for (index, partition) in layout.layout.partitions.enumerated() {
            let members = partition.members.compactMap { layout.zone($0) }.filter(\.holdsSites)
            guard let first = members.first else { continue }
            let whole = partition.of.flatMap { zone($0) }
            if partition.of != nil, whole == nil { continue }
            let ground = try Self.explained(first) { () throws(TopologyError) in
                try self.ground(members, of: whole, partition: index, in: layout)
            }
            if let ground { answers.append(try divided(parcel, partition, ground, naming: first)) }
        }
        return answers
    }

    private func divided(
        _ parcel: MeasuredParcel, _ partition: Partition, _ ground: DividedGround,
        naming first: OverlaidZone
    ) throws(LocatorError) -> PartitionShares {
        // Every figure is one overlay of the parcel as given: a cut made before would move the next one's vertices.
        let whole = try ground.whole.map { whole throws(LocatorError) in
            try measure(of: parcel, in: whole)
        }
        var members: [PartitionShares.Member] = []
        for member in ground.members where member.box.gap(to: parcel.box) == 0 {
            var value =
                if let zone = member.zone { try measure(of: parcel, in: zone) } else {
                    try Self.explained(first) { () throws(TopologyError) in
                        try measure(parcel, in: member.area)
                    }
                }
            if let borders = member.borders {
                value -= try Self.explained(first) { () throws(TopologyError) in
                    try measure(parcel, along: borders)
                }
            }
            // A figure of an exact 0 is none; a line on a border alone leaves a rounding of one.
            if value > 0 {
                members.append(PartitionShares.Member(zone: member.id, extent: parcel.extent(value)))
            }
        }
        let (rest, along) = try Self.explained(first) { () throws(TopologyError) in
            (
                try self.rest(of: parcel, on: ground),
                try ground.borders.map { borders throws(TopologyError) in
                    try measure(parcel, along: borders)
                }
            )
        }
        return PartitionShares(
            partition: partition, whole: parcel.extent(whole ?? parcel.extent?.value ?? 0), members: members,
            rest: parcel.extent(max(0, rest)), onBorder: along ?? 0)
    }

    /// What lies in no member, worked out on its own.
    private func rest(of parcel: MeasuredParcel, on ground: DividedGround) throws(TopologyError) -> Double {
        guard ground.whole != nil else {
            let left = try operators.difference(parcel.degrees, ground.joined)
            return extent(of: left, dimension: parcel.dimension)?.value ?? 0
        }
        guard let rest = ground.rest, try rest.prepared.intersects(parcel.degrees) else { return 0 }
        if try rest.prepared.containsProperly(parcel.degrees) { return parcel.extent?.value ?? 0 }
        var value = try measure(parcel, in: rest.geometry)
        if let borders = ground.restBorders { value -= try measure(parcel, along: borders) }
        return value
    }

    private func measure(_ parcel: MeasuredParcel, in area: Geometry) throws(TopologyError) -> Double {
        let part = try common(parcel.degrees, area, dimension: parcel.dimension)
        return extent(of: part, dimension: parcel.dimension)?.value ?? 0
    }

    /// Only lines can run along a border.
    private func measure(_ parcel: MeasuredParcel, along borders: Geometry) throws(TopologyError) -> Double {
        guard parcel.dimension == 1 else { return 0 }
        return length(of: try common(parcel.degrees, borders, dimension: 1)?.lines ?? [])
    }

    /// The ground of a partition, kept once made.
    private func ground(
        _ members: [OverlaidZone], of whole: OverlaidZone?, partition: Int, in layout: OverlaidLayout
    ) throws(TopologyError) -> DividedGround? {
        if let made = layout.grounds[partition] { return made }
        let made = try DividedGround(members, of: whole, operators)
        layout.grounds[partition] = made
        return made
    }

    /// The part of a parcel that lies on land a layout's documents speak about, 0 to 1.
    func coveredShare(of parcel: MeasuredParcel, by layout: OverlaidLayout) throws(LocatorError) -> Double {
        if let made = parcel.coveredShares[layout.layout.id] { return made }
        let made = try coverage(of: parcel, by: layout)
        parcel.coveredShares[layout.layout.id] = made
        return made
    }

    private func coverage(of parcel: MeasuredParcel, by layout: OverlaidLayout) throws(LocatorError) -> Double
    {
        guard let coverage = layout.layout.coverage, let context else { return 1 }
        let spoken = coverage.zones.compactMap { context.zone($0) }.filter { $0.dimension == 2 }
        let unstated = coverage.notStated.compactMap { context.zone($0.zone) }.filter { $0.dimension == 2 }
        guard let first = spoken.first else { return 1 }
        var (isWhole, isMet, isDisturbed) = (false, false, false)
        for zone in spoken {
            let matrix = try matrix(of: parcel, to: zone)
            isWhole = isWhole || matrix.isCoveredBy
            isMet = isMet || matrix.isIntersecting
        }
        for zone in unstated {
            let matrix = try matrix(of: parcel, to: zone)
            if matrix.isCoveredBy { return 0 }
            isDisturbed = isDisturbed || matrix.isIntersecting
        }
        if isWhole, !isDisturbed { return 1 }
        guard isMet else { return 0 }
        return try Self.explained(first) { () throws(TopologyError) in
            guard let area = try land(spoken, of: layout) else { return 0 }
            guard var inside = try common(parcel.degrees, area, dimension: parcel.dimension) else { return 0 }
            for zone in unstated where zone.box.gap(to: parcel.box) == 0 {
                guard
                    let left = try operators.difference(inside, zone.degrees)?
                        .part(ofDimension: parcel.dimension)
                else { return 0 }
                inside = left
            }
            guard let whole = parcel.extent else { return 1 }
            return min(1, (extent(of: inside, dimension: parcel.dimension)?.value ?? 0) / whole.value)
        }
    }

    /// Zones of the context as one area, kept with the layout whose documents speak of them.
    private func land(_ zones: [OverlaidZone], of layout: OverlaidLayout) throws(TopologyError) -> Geometry? {
        if zones.count == 1 { return zones[0].degrees }
        if let made = layout.spoken { return made }
        let made = try operators.union(zones.map(\.degrees))
        layout.spoken = .some(made)
        return made
    }

    func cosine(ofLatitude degrees: Double) -> Double { cos(degrees * .pi / 180) }
}

extension StatedArea {
    func note(on measured: Double) -> Note {
        let percent = deviation(of: measured) * 100
        // Next to the limit two decimals would read as the limit itself.
        let hundredths = FixedDecimals(percent, decimals: abs(percent) < 0.105 ? 4 : 2)?.description ?? ""
        // As planners write areas; more where what differs would not show.
        let amount = measured / unit.factor
        let isShown = abs(amount - value) >= 0.01
        let inUnit = FixedDecimals(amount, decimals: isShown ? 2 : 6)?.description ?? ""
        let written = value == value.rounded() ? FixedDecimals(value, decimals: 0)?.description : nil
        let word = Bilingual(zh: unit.word.zh, en: unit.word.en)
        return Note(
            .statedAreaDiffers,
            Bilingual(
                zh:
                    "申报面积 \(written ?? "\(value)") \(word.zh)，按图形在椭球面上量得 \(inUnit) \(word.zh)，相差 \(hundredths)%，超过 0.1%，请核对。",
                en:
                    "The stated area is \(written ?? "\(value)") \(word.en); the shape measures \(inUnit) \(word.en) on the ellipsoid, "
                    + "a difference of \(hundredths) %, more than 0.1 %: check which is right."))
    }
}
