internal import PlanarGeometry
public import Planning
public import Wording

/// What a name means where a site is asked for: a control point, or a zone as it is drawn.
///
/// One reading for every question, so that a name that means a zone to one means it to all of them. A name written in full
/// goes before a part of one: 大学城 is the zone, though a metro station and three campuses carry the word too.
public struct SiteNames: Sendable {
    /// What a name means.
    public enum Meaning: Hashable, Sendable {
        /// A control point, or nothing that is known: the gazetteer says which.
        case place
        /// A zone.
        case zone(Zone)
    }

    /// Which goes first where a zone and a control point bear the same name.
    public enum Preference: Sendable {
        /// An area of the plans, as in `assess 科学谷`.
        case zones
        /// The control point, as in `--place 科学谷`.
        case places
    }

    private let gazetteer: Gazetteer
    private let zones: ZoneNames

    /// Knows the places of a gazetteer and the zones of the editions valid on a day.
    public init(_ gazetteer: Gazetteer, _ zones: ZoneNames) {
        self.gazetteer = gazetteer
        self.zones = zones
    }

    /// What a name means.
    ///
    /// - Throws: ``SiteError`` where several zones bear the name and no control point does.
    public func meaning(of name: String, preferring preference: Preference) throws(SiteError) -> Meaning {
        let isPlace = gazetteer.hasPlace(named: name)
        let zone: Zone
        do throws(ZoneNameError) {
            zone = try zones.zone(named: name)
        } catch {
            switch error {
            case .ambiguous where !isPlace, .layout where !isPlace: throw SiteError(.place, error)
            case .ambiguous, .layout, .unknown: return .place
            }
        }
        guard isPlace else { return .zone(zone) }
        // Of an axis or a place the control point says where it is, and a sentence may be tied to it.
        return preference == .zones && zone.isDrawnArea ? .zone(zone) : .place
    }

    /// What else the name may have meant; nil where it is plain.
    public func note(on name: String, taken meaning: Meaning) -> Note? {
        switch meaning {
        case .zone(let zone):
            guard gazetteer.hasPlace(named: name) else { return nil }
            return Note(
                code: "also_a_place",
                text: Bilingual(
                    zh: "“\(zone.name.zh)”取结构单元；另有同名控制点（点位），要按点位看请用 --place",
                    en:
                        "\(zone.name.en) is taken for the zone; a control point has the same name: --place takes that one"
                ))
        case .place:
            let near = zones.zones(holding: name).filter(\.isDrawnArea)
            guard gazetteer.hasPlace(named: name), !near.isEmpty else { return nil }
            return Note(
                code: "also_a_zone",
                text: Bilingual(
                    zh: "“\(name)”取控制点（点位）；名称相同或相近的结构单元：\(near.map(\.name.zh).joined(separator: "、"))",
                    en:
                        "\(name) is taken for the control point; zones of the same or a longer name: \(near.map(\.name.en).joined(separator: ", "))"
                ))
        }
    }

    /// The error for a name nobody knows, with zones that are spelt nearly so: a better guess than a place that shares some
    /// letters.
    public func guessed(_ error: SiteError, at name: String) -> SiteError {
        guard case .unknown(_, let places)? = error.reason as? PlaceError else { return error }
        do throws(ZoneNameError) {
            _ = try zones.zone(named: name)
        } catch {
            if case .unknown(_, let near) = error, !near.isEmpty { return SiteError(.place, error) }
        }
        return SiteError(.place, UnknownSiteName(name: name, places: places))
    }
}

extension Zone {
    /// Whether sites lie in it and its outline is known.
    fileprivate var isDrawnArea: Bool { role.holdsSites && geometry?.polygons.isEmpty == false }
}

/// A name that is neither a zone's nor a place's.
private struct UnknownSiteName: ExplainedError {
    let name: String
    let places: [NamedPlace]

    let code = "unknown_place"
    var message: Bilingual {
        Bilingual(
            zh: "没有名为“\(name.quotable)”的结构单元或地点。", en: "No zone and no place is named \(name.quoted).")
    }
    var remedy: Bilingual {
        guard !places.isEmpty else {
            return Bilingual(
                zh: "请改用坐标；全部结构单元见 jinfeng zones。", en: "Give coordinates instead; all zones: jinfeng zones.")
        }
        return Bilingual(
            zh: "是否指：\(places.map(\.name.zh).joined(separator: "、"))？也可给坐标。",
            en:
                "Perhaps \(places.map { "\($0.name.en) (\($0.name.zh))" }.joined(separator: ", "))? Or give coordinates."
        )
    }
}
