internal import Planning
internal import Wording

/// Finds criteria that no site can meet together, by what they say and how zones are declared.
struct Contradictions {
    private let catalogue: Catalogue
    private let asOf: CalendarDate

    init(in catalogue: Catalogue, asOf: CalendarDate) {
        self.catalogue = catalogue
        self.asOf = asOf
    }

    /// The first pair that excludes each other, in the order given.
    func first(among criteria: [Criterion]) -> CriterionError? {
        for (index, later) in criteria.enumerated() {
            for earlier in criteria[..<index] {
                if let reason = reason(earlier, later) ?? reason(later, earlier) {
                    return CriterionError(later.kind, .contradiction(earlier, later, because: reason))
                }
            }
        }
        return nil
    }

    private func reason(_ one: Criterion, _ other: Criterion) -> Bilingual? {
        switch (one, other) {
        case (.inside(let zone), .outside(let excluded)):
            guard path(to: zone).contains(excluded) else { return nil }
            return zone == excluded
                ? Bilingual(zh: "同一结构单元既要在内又要在外", en: "the same zone is wanted and excluded")
                : Bilingual(
                    zh: "\(zone.name.zh)是\(excluded.name.zh)的一部分",
                    en: "\(zone.name.en) is a part of \(excluded.name.en)")
        case (.inside(let zone), .inside(let second)): return divided(zone, second)
        case (.inside(let zone), .away(let far, let metres)):
            guard path(to: zone).contains(far) else { return nil }
            return Bilingual(
                zh: "位于其内即距离为零，不可能再相距 \(Int(metres)) m", en: "in a zone is 0 m from it")
        case (.near(let zone, let most), .away(let same, let least)):
            guard zone == same, most < least else { return nil }
            return Bilingual(zh: "上限小于下限", en: "the most is less than the least")
        default: return nil
        }
    }

    /// Why two zones have no land in common: they lie in two members of one partition.
    private func divided(_ one: Zone, _ other: Zone) -> Bilingual? {
        guard one.layout == other.layout, let layout = catalogue.layout(one.layout) else { return nil }
        let (first, second) = (path(to: one).map(\.id), path(to: other).map(\.id))
        for partition in layout.partitions {
            guard let a = partition.members.first(where: first.contains),
                let b = partition.members.first(where: second.contains), a != b
            else { continue }
            let names = [a, b].map { id in path(to: one).first { $0.id == id } ?? zone(id, layout) }
            let zh = names.map { $0?.name.zh ?? "" }.joined(separator: "与")
            let en = names.map { $0?.name.en ?? "" }.joined(separator: " and ")
            return Bilingual(
                zh: "\(zh)互不重叠（\(partition.basis.zh)）", en: "\(en) do not overlap (\(partition.basis.en))")
        }
        return nil
    }

    private func zone(_ id: String, _ layout: Layout) -> Zone? { layout.edition(validOn: asOf)?.zone(id) }

    private func path(to zone: Zone) -> [Zone] {
        catalogue.layout(zone.layout)?.edition(validOn: asOf)?.path(to: zone) ?? [zone]
    }
}
