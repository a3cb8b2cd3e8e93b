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
        for unstated in layout.layout.coverage?.notStated ?? [] where coverage < 1 {
            guard let zone = context?.zone(unstated.zone), zone.box.gap(to: parcel.box) == 0 else { continue }
            let matrix = try matrix(of: parcel, to: zone)
            if matrix.sharesInterior || matrix.isCoveredBy {
                notes.append(Note(code: "applicability_not_stated", text: unstated.note))
            }
        }
        if coverage > 0, coverage < 1 { notes.append(Self.partlyCovered(coverage)) }
        if let unassigned = layout.layout.unassigned,
            try isUnassigned(parcel, in: layout, zones, partitions)
        {
            notes.append(Note(code: "unassigned", text: unassigned))
        }
        return notes
    }

    private static func partlyCovered(_ share: Double) -> Note {
        let percent = FixedDecimals(share * 100, decimals: 1)?.description ?? ""
        return Note(
            code: "partly_covered",
            text: Bilingual(
                zh: "地块有 \(percent)% 位于该规划的适用范围内，其余部分不作判定。",
                en:
                    "\(percent) % of the site lies on land the plan speaks about; of the rest nothing is said."
            ))
    }

    /// Whether some of the parcel, worth naming, lies in the whole of a partition and in none of its members.
    private func isUnassigned(
        _ parcel: MeasuredParcel, in layout: OverlaidLayout, _ zones: [ZoneShare],
        _ partitions: [PartitionShares]
    ) throws(LocatorError) -> Bool {
        if let extent = parcel.extent {
            // Less than a two-hundredth is no land one would ask about.
            return partitions.contains {
                $0.partition.of != nil && $0.rest.value > 0.005 * extent.value
            }
        }
        let met = Set(zones.filter(\.isMet).map(\.zone.id))
        for partition in layout.layout.partitions where met.isDisjoint(with: partition.members) {
            guard let reference = partition.of, let whole = zone(reference) else { continue }
            if try matrix(of: parcel, to: whole).isCoveredBy { return true }
        }
        return false
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
