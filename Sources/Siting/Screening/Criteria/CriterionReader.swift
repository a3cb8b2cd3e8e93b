internal import PlanarGeometry
public import Planning
internal import Wording

/// Reads criteria as people write them, each in a strict small grammar.
///
/// - `in`, `not_in`: a zone: an id, a name, or `layout/zone`;
/// - `near`: a zone, `<=` (or ≤), a length with its unit: `kexue-dadao<=1km`, `科学大道≤800米`;
/// - `away`: the same with `>=` (or ≥);
/// - `min_area`: a land area with its unit: `50亩`, `3.3公顷`, `3.3万平方米`;
/// - `activity`: free text, as ``FunctionalFit`` takes it.
///
/// Units are never guessed; full-width letters and signs count as ordinary ones.
public struct CriterionReader: Sendable {
    private let names: ZoneNames
    private let fit: FunctionalFit?

    /// Reads by the editions of a catalogue valid on a day; without a vocabulary no activity can be asked for.
    public init(_ catalogue: Catalogue, asOf: CalendarDate, fit: FunctionalFit? = nil) {
        names = ZoneNames(catalogue, asOf: asOf)
        self.fit = fit
    }

    /// The criteria a text states; several where it speaks of several activities.
    ///
    /// - Throws: ``CriterionError``.
    public func criteria(_ kind: Criterion.Kind, _ text: String) throws(CriterionError) -> [Criterion] {
        switch kind {
        case .inside, .outside:
            let zone = try self.zone(text, kind)
            guard zone.role.holdsSites, zone.geometry?.polygons.isEmpty == false else {
                throw CriterionError(kind, .holdsNoSites(zone))
            }
            return [kind == .inside ? .inside(zone) : .outside(zone)]
        case .near:
            let (zone, metres) = try distance(text, kind, sign: "<", other: ">")
            return [.near(zone, metres: metres)]
        case .away:
            let (zone, metres) = try distance(text, kind, sign: ">", other: "<")
            return [.away(zone, metres: metres)]
        case .landArea: return [.landArea(try area(text))]
        case .activity: return try activities(text)
        }
    }

    /// The zone or place that a text for `near` or `away` names, as it is written; nil where it compares with nothing.
    public static func subject(of text: String) -> String? {
        let plain = String(text.foldedWidth.flatMap { comparisons[$0] ?? [$0] })
        return plain.firstIndex { $0 == "<" || $0 == ">" }.map { String(plain[..<$0]).trimmed }
    }

    private func zone(_ name: String, _ kind: Criterion.Kind) throws(CriterionError) -> Zone {
        let zone: Zone
        do throws(ZoneNameError) { zone = try names.zone(named: name) } catch {
            throw CriterionError(kind, .name(error))
        }
        guard zone.geometry != nil else {
            let parent = zone.parent.flatMap { try? names.zone(named: "\(zone.layout)/\($0)") }
            throw CriterionError(kind, .unlocated(zone, parent: parent))
        }
        return zone
    }

    private func distance(
        _ text: String, _ kind: Criterion.Kind, sign: Character, other: Character
    ) throws(CriterionError) -> (Zone, metres: Double) {
        let plain = String(text.foldedWidth.flatMap { Self.comparisons[$0] ?? [$0] })
        guard let place = plain.firstIndex(where: { $0 == "<" || $0 == ">" }) else {
            throw CriterionError(kind, .missingComparison(text))
        }
        guard plain[place] == sign, !plain[place...].contains(other) else {
            throw CriterionError(kind, .wrongComparison(text))
        }
        var written = plain[plain.index(after: place)...]
        if written.first == "=" { written.removeFirst() }
        let metres = try Self.length(String(written), kind)
        return (try zone(String(plain[..<place]), kind), metres)
    }

    private static let comparisons: [Character: [Character]] = [
        "≤": ["<", "="], "≦": ["<", "="], "⩽": ["<", "="], "≥": [">", "="], "≧": [">", "="], "⩾": [">", "="],
    ]

    private static func length(_ text: String, _ kind: Criterion.Kind) throws(CriterionError) -> Double {
        let figure = text.trimmed
        guard let stated = StatedDistance(figure) else {
            throw CriterionError(kind, .length(figure, CriterionError.Measure(unreadable: figure)))
        }
        guard stated.metres > 0 else { throw CriterionError(kind, .length(figure, .zero)) }
        // No two places on the Earth are further apart than half its girth.
        guard stated.metres <= 20_004_000 else { throw CriterionError(kind, .length(figure, .tooLarge)) }
        return stated.metres
    }

    private func area(_ text: String) throws(CriterionError) -> StatedArea {
        let figure = text.foldedWidth.trimmed
        if LandAreaText.speaksOfFloors(figure) { throw CriterionError(.landArea, .floorArea(figure)) }
        guard let area = StatedArea(figure) else {
            throw CriterionError(.landArea, .area(figure, CriterionError.Measure(unreadable: figure)))
        }
        let earth = 510_072_000_000_000.0  // m², the surface of the Earth
        guard area.squareMetres <= earth else { throw CriterionError(.landArea, .area(figure, .tooLarge)) }
        return area
    }

    private func activities(_ text: String) throws(CriterionError) -> [Criterion] {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw CriterionError(.activity, .emptyActivity)
        }
        let found = fit?.answer(text)
        guard let found, !found.activities.isEmpty else {
            return [.activity(WantedActivity(question: text, reading: found?.reading, answer: nil))]
        }
        return found.activities.map {
            .activity(WantedActivity(question: text, reading: found.reading, answer: $0))
        }
    }
}

extension CriterionError.Measure {
    /// Why a text is no figure with a unit.
    fileprivate init(unreadable text: String) {
        let isNegative = text.hasPrefix("-")
        guard let (value, unit) = NumberWithUnit.split(isNegative ? String(text.dropFirst()) : text) else {
            self = .unreadable
            return
        }
        if isNegative {
            self = .negative
        } else if unit.isEmpty {
            self = .noUnit
        } else {
            self = value == 0 ? .zero : .unreadable
        }
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
