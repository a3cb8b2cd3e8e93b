public import Planning

/// A zone as answers refer to it: kept once, however many answers name it.
///
/// A zone is a value of some twenty texts; an answer that copied each zone it names would spend more on the copies
/// than on the question.
public final class AnsweredZone: Sendable {
    /// The zone.
    public let zone: Zone
    /// Its place among the zones of its edition; nil where it was not taken from a drawn layout.
    let place: Int?
    /// The places of the zones it is a part of.
    let ancestors: [Int]
    /// The ids of the zones from the outermost down to this one.
    let path: [String]

    /// Refers to a zone by itself.
    init(_ zone: Zone) {
        self.zone = zone
        place = nil
        ancestors = []
        path = [zone.id]
    }

    /// Refers to a zone of an edition by its place.
    init(_ place: Int, of edition: Edition) {
        zone = edition.zones[place]
        self.place = place
        let path = edition.path(to: edition.zones[place])
        ancestors = path.dropLast().compactMap { outer in edition.zones.firstIndex { $0.id == outer.id } }
        self.path = path.map(\.id)
    }
}

extension AnsweredZone: Hashable {
    /// Equal where the zones are.
    public static func == (one: AnsweredZone, other: AnsweredZone) -> Bool {
        one === other || one.zone == other.zone
    }

    /// Feeds what tells most zones apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(zone.layout)
        hasher.combine(zone.id)
    }
}

/// A layout in an edition as answers refer to it, kept once like ``AnsweredZone``.
public final class AnsweredLayout: Sendable {
    /// The layout.
    public let layout: Layout
    /// The edition valid on the day.
    public let edition: Edition

    init(_ layout: Layout, _ edition: Edition) {
        self.layout = layout
        self.edition = edition
    }
}

extension AnsweredLayout: Hashable {
    /// Equal where layout and edition are.
    public static func == (one: AnsweredLayout, other: AnsweredLayout) -> Bool {
        one === other || (one.layout == other.layout && one.edition == other.edition)
    }

    /// Feeds what tells most layouts apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(layout.id)
        hasher.combine(edition.id)
    }
}
