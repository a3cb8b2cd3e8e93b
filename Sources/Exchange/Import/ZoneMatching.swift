import GeoJSON
import PlanarGeometry
import Planning
import Wording

/// A feature on its way to becoming a zone: its geometry in WGS 84, its values as texts.
struct ImportCandidate {
    /// Where it stands, for people: the file's name and the feature's number.
    let place: String
    let id: String?
    let name: String?
    let geometry: Geometry
    /// Its other values by field.
    let texts: [ImportField: String]
    /// The columns of the database that name no zone, `BSM=…`.
    let kept: [String]

    /// What it is called, for people.
    var label: String { name ?? id ?? place }
}

/// Finds the zone that each feature draws: by the user's word, by id, by name.
///
/// A name that is only nearly a zone's is a question, never an answer.
struct ZoneMatching {
    private let zones: [Zone]
    private let layout: Layout
    private let catalogue: Catalogue
    /// What the user says a name or id means, folded; `new` for none of the zones there are.
    private let said: [String: String]
    private(set) var matched: [String: [ImportCandidate]] = [:]
    private(set) var order: [String] = []
    private(set) var unmatched: [ImportCandidate] = []
    private var questions: [(candidate: ImportCandidate, near: [Zone])] = []

    /// The word in place of a zone's id that makes a feature a zone of its own.
    static let newZone = "new"

    init(_ zones: [Zone], of layout: Layout, in catalogue: Catalogue, said: [String: String])
        throws(ExchangeError)
    {
        self.zones = zones
        self.layout = layout
        self.catalogue = catalogue
        var folded: [String: String] = [:]
        for (name, zone) in said {
            folded[ImportColumns.folded(name)] =
                zone == Self.newZone ? zone : try Self.id(zone, in: layout, zones)
        }
        self.said = folded
    }

    /// The zone a user means by its id or by a name that is its alone.
    private static func id(_ text: String, in layout: Layout, _ zones: [Zone]) throws(ExchangeError) -> String
    {
        if let zone = zones.first(where: { $0.id == text }) { return zone.id }
        let named = zones.filter { isNamed($0, text) }
        guard let zone = named.first else { throw .noSuchZone(text, in: layout, zones) }
        guard named.count == 1 else { throw .ambiguousName(text, named) }
        return zone.id
    }

    /// Takes features and says which zones they draw.
    ///
    /// - Throws: questions for names that are nearly one, an ambiguity, or features that match nothing unless they
    ///   may become new zones.
    mutating func take(
        _ candidates: [ImportCandidate], newZones: Bool, columns: String
    ) throws(ExchangeError) {
        for candidate in candidates {
            if let zone = try zone(of: candidate) {
                if matched[zone] == nil { order.append(zone) }
                matched[zone, default: []].append(candidate)
            }
        }
        let open = unmatched + questions.map(\.candidate)
        let elsewhere = layoutsNaming(open)
        // Not one zone of this layout, and zones of another by their full names: it is the layout that is wrong.
        guard questions.isEmpty || matched.isEmpty && !elsewhere.isEmpty else {
            throw .nearNames(questions.map { ($0.candidate.label, $0.near) })
        }
        guard open.isEmpty || questions.isEmpty && newZones else {
            let labels = open.map(\.label)
            throw matched.isEmpty
                ? .nothingMatches(labels, in: layout, zones, columns: columns, elsewhere)
                : .unmatched(labels, in: layout, elsewhere)
        }
    }

    private mutating func zone(of candidate: ImportCandidate) throws(ExchangeError) -> String? {
        let keys = [candidate.id, candidate.name].compactMap { $0.map(ImportColumns.folded) }
        if let word = keys.compactMap({ said[$0] }).first {
            guard word == Self.newZone else { return word }
            unmatched.append(candidate)
            return nil
        }
        let byID = candidate.id.flatMap { id in zones.first { $0.id == id } }
        let byName = candidate.name.map { name in zones.filter { Self.isNamed($0, name) } } ?? []
        if let byID {
            // An id and a name that mean two zones: which of the two is a slip, only its owner knows.
            if let other = byName.first, !byName.contains(where: { $0.id == byID.id }) {
                throw .contradictory(candidate.place, byID, other)
            }
            return byID.id
        }
        guard byName.count < 2 else { throw .ambiguousName(candidate.label, byName) }
        if let zone = byName.first { return zone.id }
        let near = candidate.name.map { name in zones.filter { Self.isNear($0, name) } } ?? []
        if near.isEmpty { unmatched.append(candidate) } else { questions.append((candidate, near)) }
        return nil
    }

    private static func names(of zone: Zone) -> [String] {
        ([zone.name.zh, zone.name.en] + zone.aliases).map(ImportColumns.folded)
    }

    private static func isNamed(_ zone: Zone, _ name: String) -> Bool {
        names(of: zone).contains(ImportColumns.folded(name))
    }

    /// Whether a name holds a zone's whole name or is part of one, or differs by one character in three.
    private static func isNear(_ zone: Zone, _ name: String) -> Bool {
        let name = Array(ImportColumns.folded(name))
        return names(of: zone).map(Array.init).contains { other in
            guard min(name.count, other.count) >= 2 else { return false }
            return contains(name, other) || contains(other, name)
                || changes(name, other) * 3 <= max(name.count, other.count)
        }
    }

    private static func contains(_ text: [Character], _ part: [Character]) -> Bool {
        guard part.count <= text.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
    }

    /// How many characters must be put in, taken out or changed (Levenshtein).
    private static func changes(_ one: [Character], _ other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (line, character) in one.enumerated() {
            var corner = row[0]
            row[0] = line + 1
            for column in other.indices {
                let above = row[column + 1]
                row[column + 1] = other[column] == character ? corner : 1 + min(corner, above, row[column])
                corner = above
            }
        }
        return row[other.count]
    }

    /// Layouts that have zones of these names: the wrong one may have been named.
    private func layoutsNaming(_ candidates: [ImportCandidate]) -> [String] {
        catalogue.layouts.filter { other in
            guard other.id != layout.id, let zones = other.editions.last?.zones else { return false }
            return candidates.contains { candidate in
                zones.contains { zone in
                    zone.id == candidate.id || candidate.name.map { Self.isNamed(zone, $0) } ?? false
                }
            }
        }.map(\.id)
    }
}
