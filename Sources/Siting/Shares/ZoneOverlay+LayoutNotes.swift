internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

extension ZoneOverlay {
    /// What else a reader should know of a parcel and a layout.
    func notes(
        on parcel: MeasuredParcel, in layout: OverlaidLayout, _ coverage: Double, _ zones: [ZoneShare],
        _ partitions: [PartitionShares]
    ) throws(LocatorError) -> [Note] {
        var notes: [Note] = []
        // Left open is land inside the coverage only; beyond it the documents do not speak at all.
        if coverage < 1, let ground = layout.layout.coverage, try isMet(anyOf: ground.zones, by: parcel) {
            for unstated in ground.notStated where try isMet(anyOf: [unstated.zone], by: parcel) {
                notes.append(Note(.applicabilityNotStated, unstated.note))
            }
        }
        if coverage > 0, coverage < 1 { notes.append(Self.partlyCovered(coverage)) }
        if let unassigned = layout.layout.unassigned,
            let share = try unassignedShare(of: parcel, in: layout, zones, partitions)
        {
            notes.append(Self.unassigned(unassigned, share))
        }
        if coverage > 0 { notes += layout.edition.boundaryNotes(on: layout.layout, in: catalogue) }
        return notes
    }

    /// Whether some of a parcel lies in one of some zones of the context.
    private func isMet(anyOf zones: [String], by parcel: MeasuredParcel) throws(LocatorError) -> Bool {
        for id in zones {
            guard let zone = context?.zone(id), zone.box.gap(to: parcel.box) == 0 else { continue }
            let matrix = try matrix(of: parcel, to: zone)
            if matrix.sharesInterior || matrix.isCoveredBy { return true }
        }
        return false
    }

    /// What the layout says of land in none of its zones, told of the whole parcel only where it holds of the whole.
    private static func unassigned(_ text: Bilingual, _ share: Double) -> Note {
        // Less than a two-hundredth elsewhere is no land one would ask about.
        guard share < 0.995 else { return Note(.unassigned, text) }
        let percent = FixedDecimals(share * 100, decimals: 1)?.description ?? ""
        return Note(
            .partlyUnassigned,
            Bilingual(
                zh: "地块约 \(percent)%：\(text.zh)", en: "Of some \(percent) % of the site: \(text.en)"))
    }

    private static func partlyCovered(_ share: Double) -> Note {
        let percent = FixedDecimals(share * 100, decimals: 1)?.description ?? ""
        return Note(
            .partlyCovered,
            Bilingual(
                zh: "地块有 \(percent)% 位于该规划的适用范围内，其余部分不作判定。",
                en:
                    "\(percent) % of the site lies on land the plan speaks about; of the rest nothing is said."
            ))
    }

    /// How much of the parcel lies in the whole of a partition and in none of its members, 0 to 1; nil where that is
    /// not worth naming.
    private func unassignedShare(
        of parcel: MeasuredParcel, in layout: OverlaidLayout, _ zones: [ZoneShare],
        _ partitions: [PartitionShares]
    ) throws(LocatorError) -> Double? {
        if let extent = parcel.extent {
            let shares = partitions.compactMap { $0.partition.of == nil ? nil : $0.rest.value / extent.value }
            // Less than a two-hundredth is no land one would ask about.
            return shares.max().flatMap { $0 > 0.005 ? $0 : nil }
        }
        let met = Set(zones.filter(\.isMet).map(\.zone.id))
        for partition in layout.layout.partitions where met.isDisjoint(with: partition.members) {
            guard let reference = partition.of, let whole = zone(reference) else { continue }
            if try matrix(of: parcel, to: whole).isCoveredBy { return 1 }
        }
        return nil
    }

    /// The zones of a layout that does not apply for which the catalogue knows one that does.
    func counterparts(
        in layout: OverlaidLayout, for parcel: MeasuredParcel
    ) throws(LocatorError) -> [CounterpartDistance] {
        var found: [CounterpartDistance] = []
        for zone in layout.zones where zone.zone.counterpart != nil {
            for other in try counterparts(of: zone, for: parcel) {
                guard let layout = layouts.first(where: { $0.layout.id == other.layout }),
                    let drawn = layout.zone(other.id)
                else { continue }
                found.append(
                    CounterpartDistance(
                        zone: zone.zone, instead: try distance(from: parcel, to: drawn, in: layout)))
            }
        }
        return found.sorted { ($0.instead.boundaryMetres ?? 0) > ($1.instead.boundaryMetres ?? 0) }
    }
}
