internal import Wording

/// Finds zones by what people call them: an id (pinyin), a name in either language, another name of theirs.
///
/// Width, case, spaces, hyphens and quotation marks do not count; `layout/zone` names one zone for certain.
public struct ZoneNames: Sendable {
    private let zones: [Zone]
    private let layouts: LayoutNames

    /// Knows the zones of the editions valid on a day, and tells the layouts' own names from theirs.
    public init(_ catalogue: Catalogue, asOf: CalendarDate) {
        zones = catalogue.layouts.compactMap { $0.edition(validOn: asOf) }.flatMap(\.zones)
        layouts = LayoutNames(catalogue.layouts)
    }

    /// The one zone a name means.
    ///
    /// An id goes before a name, a name before another name of a zone.
    ///
    /// - Throws: ``ZoneNameError`` where it means none, with the nearest spellings, or several.
    public func zone(named name: String) throws(ZoneNameError) -> Zone {
        let wanted = Self.folded(name)
        let tests: [(Zone) -> [String]] = [
            { ["\($0.layout)/\($0.id)"] }, { [$0.id] }, { [$0.name.zh, $0.name.en] }, \.aliases,
        ]
        guard !wanted.isEmpty else { throw ZoneNameError.unknown(name, near: []) }
        for names in tests {
            let found = zones.filter { names($0).contains { Self.folded($0) == wanted } }
            if found.count == 1 { return found[0] }
            if found.count > 1 { throw ZoneNameError.ambiguous(name, candidates: found) }
        }
        // The name of a layout is no misspelt zone, unless zones bear a part of it too.
        if zones(holding: name).isEmpty, let layout = try? layouts.layout(named: name) {
            throw ZoneNameError.layout(
                name, layout, zones: zones.filter { $0.layout == layout.id && $0.geometry != nil })
        }
        throw ZoneNameError.unknown(name, near: near(wanted))
    }

    /// The zones of which a name holds another, in the order of the catalogue: 金凤 is held by 金凤组团 and 金凤片区.
    public func zones(holding name: String) -> [Zone] {
        let wanted = Self.folded(name)
        guard wanted.count >= 2 else { return [] }
        return zones.filter { zone in
            [zone.name.zh, zone.name.en].contains { Self.folded($0).contains(wanted) }
        }
    }

    /// Zones whose spelling comes near, the nearest first: few letters differ, or one holds the other.
    private func near(_ wanted: String) -> [Zone] {
        var scored: [(zone: Zone, score: Double)] = []
        for zone in zones {
            let scores = ([zone.id, zone.name.zh, zone.name.en] + zone.aliases).map(Self.folded).compactMap {
                Self.score($0, wanted)
            }
            if let best = scores.min() { scored.append((zone, best)) }
        }
        return scored.enumerated().sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
            .prefix(5).map(\.element.zone)
    }

    /// How far two spellings are apart, 0 to 0.5 of their length; nil where that is no likeness any more.
    private static func score(_ name: String, _ wanted: String) -> Double? {
        let longer = Double(max(name.count, wanted.count))
        let shorter = min(name.count, wanted.count)
        guard shorter > 0 else { return nil }
        if shorter >= 2, name.contains(wanted) || wanted.contains(name) {
            return (longer - Double(shorter)) / longer / 2
        }
        // Where lengths differ by half, letters do: a name of 64 KB need not be compared.
        guard (longer - Double(shorter)) * 2 <= longer else { return nil }
        let distance = Double(EditDistance.between(name, wanted))
        return distance * 2 <= longer ? distance / longer : nil
    }

    static func folded(_ text: String) -> String {
        text.foldedWidth.lowercased().filter { !" -_·—“”\"'’".contains($0) }
    }
}
