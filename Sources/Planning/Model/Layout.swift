public import Wording

/// One planned spatial structure (空间格局), as one document or two describe it.
public struct Layout: Hashable, Sendable {
    /// What questions a layout answers.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Answers which zone a site falls in.
        case plan
        /// Things other layouts own and the plans refer to: answers naming and distance.
        case context
        /// A statutory control line, imported: answers what of a site lies in it, apart from everything else.
        case control
    }

    /// The id, which is also the folder's name.
    public let id: String
    /// The name.
    public let name: Bilingual
    /// What it answers.
    public let kind: Kind
    /// The documents that state it, by id.
    public internal(set) var documents: [String]
    /// The land its documents speak about; nil for context.
    public internal(set) var coverage: Coverage?
    /// Sets of zones that may not overlap.
    public internal(set) var partitions: [Partition]
    /// What is said of a site inside the coverage that no zone holds.
    public let unassigned: Bilingual?
    /// Its editions, in the catalogue's order.
    public internal(set) var editions: [Edition]

    /// The edition valid on a day: of several, the one recorded last; of those of one day, the last in the catalogue.
    public func edition(validOn date: CalendarDate) -> Edition? {
        editions.reversed().filter { $0.isValid(on: date) }.max { $0.recordedOn < $1.recordedOn }
    }
}

/// The land a layout's documents speak about (适用范围).
public struct Coverage: Hashable, Sendable {
    /// Land inside ``zones`` for which the text does not say whether it applies.
    public struct Unstated: Hashable, Sendable {
        /// A zone of the context layout.
        public let zone: String
        /// What an answer there says.
        public let note: Bilingual
    }

    /// Zones of the context layout whose union is covered.
    public internal(set) var zones: [String]
    /// Zones of the context layout taken out of it.
    public internal(set) var notStated: [Unstated]
    /// Why the land was read so.
    public let basis: Bilingual
}

/// A declared set of zones whose interiors may not overlap.
public struct Partition: Hashable, Sendable {
    /// The zone they are parts of; nil where there is none.
    public internal(set) var of: ZoneReference?
    /// The parts, zones of the layout.
    public internal(set) var members: [String]
    /// Whether the parts fill the whole.
    public let fills: Bool
    /// Whether text or drawing says so.
    public let basis: Bilingual
}

/// One state of a layout's drawing, with the days for which it is to be used.
public struct Edition: Hashable, Sendable {
    /// The id, which is also the folder's name.
    public let id: String
    /// The name.
    public let name: Bilingual
    /// The first day it is valid.
    public let validFrom: CalendarDate
    /// The first day it is no longer valid; nil until superseded.
    public internal(set) var validTo: CalendarDate?
    /// The day it was recorded here.
    public let recordedOn: CalendarDate
    /// How its drawings are classified (密级), such as 内部 or 秘密; nil where they may be passed on.
    public internal(set) var classification: String?
    /// The files its drawings came from; nil where we drew them.
    public internal(set) var origin: EditionOrigin?
    /// Its zones, in catalogue order.
    public internal(set) var zones: [Zone]
    /// What the documents state between zones.
    public internal(set) var relations: [Relation]
    /// What the documents state of the size of its zones.
    public internal(set) var quantities: [Quantity]

    /// Whether the edition is to be used on a day.
    public func isValid(on date: CalendarDate) -> Bool {
        guard validFrom <= date else { return false }
        guard let validTo else { return true }
        return date < validTo
    }

    /// The decimals of a degree its drawings are written with: five in a sketch of ours, nine in what was imported.
    public var decimals: Int { origin == nil ? 5 : 9 }

    /// The zone with an id.
    public func zone(_ id: String) -> Zone? { zones.first { $0.id == id } }

    /// A zone and its ancestors, the outermost first.
    public func path(to zone: Zone) -> [Zone] {
        var path = [zone]
        while let parent = path[0].parent.flatMap(self.zone) { path.insert(parent, at: 0) }
        return path
    }
}

extension Layout {
    /// A control line before its first edition: no documents of ours state it, and it divides nothing.
    public init(control id: String, name: Bilingual) {
        self.init(
            id: id, name: name, kind: .control, documents: [], coverage: nil, partitions: [], unassigned: nil,
            editions: [])
    }
}
