package import Planning
package import Wording

/// Finds zones by what a user calls them.
package struct ZoneSearch {
    private let names: ZoneNames
    private let editions: [Edition]

    /// Searches the editions valid on a day.
    package init(_ catalogue: Catalogue, asOf: CalendarDate) {
        names = ZoneNames(catalogue, asOf: asOf)
        editions = catalogue.layouts.compactMap { $0.edition(validOn: asOf) }
    }

    /// Whether a word is a zone's id or one of its names, so that it is not read as anything else.
    package func knows(_ word: String) -> Bool {
        do throws(ZoneNameError) {
            _ = try names.zone(named: word)
            return true
        } catch {
            if case .ambiguous = error { return true }
            return false
        }
    }

    /// The zones with an id; else all with that name, which may belong to zones of several documents.
    ///
    /// - Throws: where there is none, with the nearest ids and names.
    package func zones(named name: String) throws(ZoneNameError) -> [Zone] {
        let byID = editions.flatMap(\.zones).filter { $0.id == name }
        if !byID.isEmpty { return byID }
        do throws(ZoneNameError) {
            return [try names.zone(named: name)]
        } catch {
            if case .ambiguous(_, let candidates) = error { return candidates }
            throw error
        }
    }
}

/// A zone that is not drawn and so has no place beside others.
package struct UnlocatedZone: ExplainedError {
    private let zone: Zone

    /// Says that a zone has no place.
    package init(_ zone: Zone) { self.zone = zone }

    package let code = "unlocated_zone"
    package var message: Bilingual {
        let reason = zone.unlocatedReason ?? Bilingual(zh: "无", en: "none given")
        return Bilingual(
            zh: "结构单元“\(zone.name.zh)”（\(zone.id)）未上图，无法判断相邻：\(reason.zh)。",
            en: "\(zone.name.en) (\(zone.id)) is not drawn, so it has no neighbours: \(reason.en).")
    }
    package var remedy: Bilingual {
        let parent = zone.parent.map { Bilingual(zh: "可改查其上级 \($0)。", en: "Ask for its parent \($0).") }
        return parent ?? Bilingual(zh: "可用 jinfeng zone \(zone.id) 查看依据。", en: "See jinfeng zone \(zone.id).")
    }
}
