internal import Tables
public import Wording

/// The named places of a GeoData folder (`control-points.csv`), found by name, alias or part of a name.
public struct Gazetteer: Hashable, Sendable {
    /// The places, in the file's order.
    public internal(set) var places: [NamedPlace]

    /// Finds the one place a name means.
    ///
    /// A name or alias written in full goes before a part of one, so that 白市驿 is the town although its school
    /// carries the word too. Width and case of letters and spaces do not count.
    ///
    /// - Throws: ``PlaceError`` where no place, several, or one without a known position is meant.
    public func place(named name: String) throws(PlaceError) -> NamedPlace {
        let wanted = Self.folded(name)
        guard !wanted.isEmpty else { throw PlaceError.unknown(name, suggestions: []) }
        var found = places.filter { place in place.names.contains { Self.folded($0) == wanted } }
        if found.isEmpty {
            found = places.filter { place in place.names.contains { Self.folded($0).contains(wanted) } }
        }
        guard let place = found.first else {
            throw PlaceError.unknown(name, suggestions: suggestions(for: wanted))
        }
        guard found.count == 1 else { throw PlaceError.ambiguous(name, candidates: found) }
        guard place.position != nil else { throw PlaceError.unlocated(place) }
        return place
    }

    /// Whether a place bears a name in full, in either language or as another name of it.
    public func hasPlace(named name: String) -> Bool {
        let wanted = Self.folded(name)
        return !wanted.isEmpty && places.contains { $0.names.contains { Self.folded($0) == wanted } }
    }

    /// Places that share most characters with a name nobody knows.
    private func suggestions(for wanted: String) -> [NamedPlace] {
        let characters = Set(wanted)
        let scored = places.map { place in
            (place, place.names.map { characters.intersection(Self.folded($0)).count }.max() ?? 0)
        }
        // Half of the characters: one shared 重 is no likeness.
        return scored.filter { $0.1 * 2 >= characters.count && $0.1 > 0 }.sorted { $0.1 > $1.1 }.prefix(5)
            .map(\.0)
    }

    private static func folded(_ text: String) -> String {
        text.foldedWidth.lowercased().filter { !" -_·".contains($0) }
    }
}

extension NamedPlace {
    /// Every name it goes by.
    var names: [String] { [name.zh, name.en] + aliases }
}

/// Why a name means no place.
public enum PlaceError: ExplainedError, Hashable {
    /// Nothing here has that name.
    case unknown(String, suggestions: [NamedPlace])
    /// Several places have it.
    case ambiguous(String, candidates: [NamedPlace])
    /// The place is known by name only.
    case unlocated(NamedPlace)

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .unknown: "unknown_place"
        case .ambiguous: "ambiguous_place"
        case .unlocated: "unlocated_place"
        }
    }

    /// What is wrong.
    public var message: Bilingual {
        switch self {
        case .unknown(let name, _):
            return Bilingual(
                zh: "没有名为“\(name.quotable)”的控制点。", en: "No control point is named \"\(name.quotable)\".")
        case .ambiguous(let name, let candidates):
            let zh = candidates.map(\.name.zh).joined(separator: "、")
            let en = candidates.map { "\($0.name.zh) (\($0.name.en))" }.joined(separator: ", ")
            return Bilingual(zh: "“\(name.quotable)”可指：\(zh)。", en: "\"\(name.quotable)\" may mean: \(en).")
        case .unlocated(let place):
            return Bilingual(
                zh: "“\(place.name.zh)”没有已知坐标：\(place.note?.zh ?? place.origin.zh)。",
                en:
                    "\(place.name.zh) (\(place.name.en)) has no known position: \(place.note?.en ?? place.origin.en)."
            )
        }
    }

    /// What to do about it.
    public var remedy: Bilingual {
        switch self {
        case .unknown(_, let suggestions) where !suggestions.isEmpty:
            let names = suggestions.map(\.name.zh).joined(separator: "、")
            return Bilingual(zh: "是否指：\(names)？", en: "Perhaps: \(names)?")
        case .unlocated(let place) where place.zone != nil:
            let zone = place.zone?.zone ?? ""
            return Bilingual(
                zh: "文本对它的说法见 jinfeng zone \(zone)；如有坐标，请直接给出。",
                en:
                    "What the documents say of it: jinfeng zone \(zone). If you know the coordinates, give them."
            )
        case .unknown, .unlocated:
            return Bilingual(zh: "请改用坐标。", en: "Give coordinates instead.")
        case .ambiguous:
            return Bilingual(zh: "请写出其中一个的全名。", en: "Write the full name of one of them.")
        }
    }
}
