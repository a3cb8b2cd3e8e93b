internal import GeoJSON
internal import Planning
internal import Siting
internal import Wording

/// What ``LocateAnswerJSON`` has written before and may write again.
struct KeptJSON {
    /// The members of a site that is known by its position alone.
    struct Site {
        let frame: String
        /// What the frame adds to the site's accuracy, metres.
        let accuracy: Double
        let notes: [Note]
        let template: JSONTemplate
    }

    /// A layout with what of it does not change with every site: whether it speaks of the land, and its deepest zone.
    struct LayoutShape: Hashable {
        private let layout: ObjectIdentifier
        private let deepest: ObjectIdentifier?
        private let isCovered: Bool

        init(_ answer: LayoutAnswer) {
            layout = ObjectIdentifier(answer.drawn)
            deepest = answer.deepest.map { ObjectIdentifier($0.answered) }
            isCovered = answer.applicability == .covered
        }
    }

    /// Zones that stand in one kind of place, each with the shapes it was met in.
    struct Zones {
        private final class Entry {
            /// Held, so that no other zone takes its place in memory and in the table.
            let zone: AnsweredZone
            var shapes: [(shape: Int, template: JSONTemplate)] = []

            init(_ zone: AnsweredZone) { self.zone = zone }
        }

        private var entries: [ObjectIdentifier: Entry] = [:]

        var count: Int { entries.count }

        /// What is kept of a zone in a shape; made where it is met for the first time.
        mutating func template(
            of zone: AnsweredZone, _ shape: Int, make: () -> JSONTemplate
        ) -> JSONTemplate {
            let key = ObjectIdentifier(zone)
            let entry: Entry
            if let known = entries[key] {
                for kept in known.shapes where kept.shape == shape { return kept.template }
                entry = known
            } else {
                entry = Entry(zone)
                entries[key] = entry
            }
            let template = make()
            entry.shapes.append((shape, template))
            return template
        }
    }

    var answer: JSONTemplate?
    var confidence: (value: Double, bytes: [UInt8])?
    var site: Site?
    /// With layout and zone held, as in ``Zones``.
    var layouts: [LayoutShape: (layout: AnsweredLayout, deepest: AnsweredZone?, template: JSONTemplate)] = [:]
    var zones = Zones()
    /// Zones of the context.
    var surroundings = Zones()
    var nearest = Zones()
    var unlocated = Zones()
    var counterparts = Zones()
    var notes: [(note: Note, bytes: [UInt8])] = []

    static let mostNotes = 32

    /// Whether it is time to begin anew: who asks one locator after another would keep the zones of each.
    var isFull: Bool { layouts.count > 5000 || zones.count > 5000 || nearest.count > 5000 }

    /// What of a zone's answer is told in words.
    static func shape(of zone: ZoneAnswer) -> Int {
        let verdict =
            switch zone.verdict {
            case .inside: 0
            case .outside: 1
            case .uncertain: 2
            }
        let grade =
            switch zone.grade {
            case .clearlyInside: 0
            case .likelyInside: 1
            case .undecided: 2
            case .likelyOutside: 3
            case .clearlyOutside: 4
            }
        let basis =
            switch zone.basis {
            case .text: 0
            case .geometry: 1
            case .both: 2
            }
        return ((verdict * 5 + grade) * 3 + basis) * 2 + (zone.covers ? 1 : 0)
    }
}
