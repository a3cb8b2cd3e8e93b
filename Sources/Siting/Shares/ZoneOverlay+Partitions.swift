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
            let answer = try Self.explained(first) { () throws(TopologyError) in
                try divided(parcel, partition, index, whole, members, layout)
            }
            answers.append(answer)
        }
        return answers
    }

    private func divided(
        _ parcel: MeasuredParcel, _ partition: Partition, _ index: Int, _ whole: OverlaidZone?,
        _ members: [OverlaidZone], _ layout: OverlaidLayout
    ) throws(TopologyError) -> PartitionShares {
        let dimension = parcel.dimension
        let zero: Extent = dimension == 2 ? .area(0) : .length(0)
        let inside =
            try whole.map { whole throws(TopologyError) in
                try common(parcel.degrees, whole.degrees, dimension: dimension)
            } ?? parcel.degrees
        guard let inside, let box = inside.box else {
            return PartitionShares(partition: partition, whole: zero, members: [], rest: zero, onBorder: 0)
        }
        let joined = try self.joined(members, partition: index, of: layout)
        var parts: [PartitionShares.Member] = []
        for member in members where member.box.gap(to: box) == 0 {
            guard var part = try common(inside, member.degrees, dimension: dimension) else { continue }
            if dimension == 1, let borders = joined.borders {
                guard let own = try operators.difference(part, borders)?.part(ofDimension: 1) else {
                    continue
                }
                part = own
            }
            if let extent = extent(of: part, dimension: dimension) {
                parts.append(PartitionShares.Member(zone: member.zone.id, extent: extent))
            }
        }
        var rest: Geometry? = inside
        if let area = joined.area {
            rest = try operators.difference(inside, area)?.part(ofDimension: dimension)
        }
        var along: Geometry?
        if dimension == 1, let borders = joined.borders { along = try common(inside, borders, dimension: 1) }
        return PartitionShares(
            partition: partition, whole: extent(of: inside, dimension: dimension) ?? zero, members: parts,
            rest: extent(of: rest, dimension: dimension) ?? zero, onBorder: length(of: along?.lines ?? []))
    }

    /// The members as one area, and the lines along which any two of them meet; kept once made.
    private func joined(
        _ members: [OverlaidZone], partition: Int, of layout: OverlaidLayout
    ) throws(TopologyError) -> (area: Geometry?, borders: Geometry?) {
        if let made = layout.joined[partition] { return made }
        var borders: [Geometry] = []
        for (index, one) in members.enumerated() {
            for other in members.dropFirst(index + 1) where one.box.gap(to: other.box) == 0 {
                guard let a = try operators.boundary(of: one.degrees),
                    let b = try operators.boundary(of: other.degrees),
                    let shared = try common(a, b, dimension: 1)
                else { continue }
                borders.append(shared)
            }
        }
        let made = (
            area: try operators.union(members.map(\.degrees)), borders: try operators.union(borders)
        )
        layout.joined[partition] = made
        return made
    }

    /// The part of a parcel that lies on land a layout's documents speak about, 0 to 1.
    func coveredShare(of parcel: MeasuredParcel, by layout: Layout) throws(LocatorError) -> Double {
        guard let coverage = layout.coverage, let context else { return 1 }
        let spoken = coverage.zones.compactMap { context.zone($0) }.filter { $0.dimension == 2 }
        let unstated = coverage.notStated.compactMap { context.zone($0.zone) }.filter { $0.dimension == 2 }
        guard let first = spoken.first else { return 1 }
        return try Self.explained(first) { () throws(TopologyError) in
            guard let area = try operators.union(spoken.map(\.degrees)) else { return 0 }
            guard var inside = try common(parcel.degrees, area, dimension: parcel.dimension) else { return 0 }
            for zone in unstated {
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

    func cosine(ofLatitude degrees: Double) -> Double { cos(degrees * .pi / 180) }
}

extension Parcel.Repair {
    var note: Note {
        let place = location.map { "\($0.x), \($0.y)" }
        return Note(
            code: "made_valid",
            text: Bilingual(
                zh: "图形原本无效（\(reason)\(place.map { "，位置 \($0)" } ?? "")），已按要求修复："
                    + "部分数 \(parts.before)→\(parts.after)，顶点数 \(vertices.before)→\(vertices.after)。请核对修复后的范围。",
                en:
                    "The shape was not valid (\(reason)\(place.map { " at \($0)" } ?? "")) and was repaired as asked: "
                    + "\(parts.before) to \(parts.after) parts, \(vertices.before) to \(vertices.after) vertices. "
                    + "Check what became of it."))
    }
}

extension StatedArea {
    func note(on measured: Double) -> Note {
        let hundredths = FixedDecimals(deviation(of: measured) * 100, decimals: 2)?.description ?? ""
        let inUnit = FixedDecimals(measured / unit.factor, decimals: 4)?.description ?? ""
        let word = Bilingual(zh: unit.word.zh, en: unit.word.en)
        return Note(
            code: "stated_area_differs",
            text: Bilingual(
                zh: "申报面积 \(value) \(word.zh)，按图形在椭球面上量得 \(inUnit) \(word.zh)，相差 \(hundredths)%，超过 0.1%，请核对。",
                en:
                    "The stated area is \(value) \(word.en); the shape measures \(inUnit) \(word.en) on the ellipsoid, "
                    + "a difference of \(hundredths) %, more than 0.1 %: check which is right."))
    }
}

extension Quantity.Unit {
    /// The unit as people write it.
    var word: Bilingual {
        switch self {
        case .squareKilometres: Bilingual(zh: "平方公里", en: "km²")
        case .hectares: Bilingual(zh: "公顷", en: "ha")
        case .mu: Bilingual(zh: "亩", en: "mu")
        case .squareMetres: Bilingual(zh: "平方米", en: "m²")
        case .kilometres: Bilingual(zh: "公里", en: "km")
        case .metres: Bilingual(zh: "米", en: "m")
        }
    }
}
