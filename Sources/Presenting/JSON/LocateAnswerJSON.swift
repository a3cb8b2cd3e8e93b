internal import GeoJSON
internal import Planning
internal import Siting
internal import Wording

/// Writes answers byte for byte as their `json(in:)` reads, but keeps what is the same for every site.
///
/// Nine tenths of an answer are names, sentences and notes of its zones. Each is written when it is first met; after
/// that only the figures are written anew. For answers from one catalogue.
final class LocateAnswerJSON {
    /// What is kept of a zone depends on where in the answer it stands.
    private struct Place: Hashable {
        let level: Int
        let layout: String
        let zone: String

        init(_ level: Int, _ zone: Zone) {
            self.level = level
            layout = zone.layout
            self.zone = zone.id
        }
    }

    private let writer: JSONWriter
    private let language: Language
    /// The day what is kept was written for: another may have other editions.
    private var day: CalendarDate?
    private var answer: JSONTemplate?
    private var layouts: [String: JSONTemplate] = [:]
    private var zones: [Place: JSONTemplate] = [:]
    private var unlocated: [Place: JSONTemplate] = [:]
    private var counterparts: [Place: JSONTemplate] = [:]

    init(_ writer: JSONWriter, language: Language) {
        self.writer = writer
        self.language = language
    }

    /// Adds an answer.
    func write(_ answer: LocateAnswer, to output: inout [UInt8]) {
        if day != answer.asOf { forget(for: answer.asOf) }
        let kept = self.answer ?? template(answer.json(in: language), Self.ofAnswer, 0)
        self.answer = kept
        kept.write(to: &output) { gap, output in
            switch gap {
            case 0: writer.write(.number(answer.confidence.value), to: &output)
            case 1: writer.write(answer.site.json(in: language), level: 1, to: &output)
            case 2: writer.writeArray(answer.layouts, level: 1, to: &output, each: write)
            case 3: writer.writeArray(answer.context, level: 1, to: &output, each: write)
            default: writer.write(answer.notes.json(in: language), level: 1, to: &output)
            }
        }
    }

    private func forget(for day: CalendarDate) {
        self.day = day
        answer = nil
        layouts = [:]
        zones = [:]
        unlocated = [:]
        counterparts = [:]
    }

    private func template(_ value: JSONValue, _ gaps: [String], _ level: Int) -> JSONTemplate {
        JSONTemplate(value.leavingOut(gaps), writer, level: level)
    }

    // The members that differ from site to site, in the order in which they are written.
    private static let ofAnswer = ["confidence", "site", "layouts", "context", "notes"]
    private static let ofLayout = [
        "coverage", "coverage_probability", "zone", "path", "zones", "nearest", "unlocated", "counterparts",
        "notes",
    ]
    private static let ofZone = [
        "covers", "basis", "verdict", "grade", "probability", "boundary_distance_m", "accuracy_m",
    ]
    private static let ofCounterpart = ["covers", "probability", "boundary_distance_m", "accuracy_m"]

    private func write(_ layout: LayoutAnswer, level: Int, to output: inout [UInt8]) {
        let kept =
            layouts[layout.layout.id] ?? template(layout.json(in: language), Self.ofLayout, level)
        layouts[layout.layout.id] = kept
        let inner = level + 1
        kept.write(to: &output) { gap, output in
            switch gap {
            case 0: write(layout.applicability.rawValue, &output)
            case 1: write(layout.coverageProbability, decimals: 4, &output)
            case 2: writer.write(.optional(layout.deepest?.zone.id), to: &output)
            case 3: writer.write(.array(layout.path.map { .string($0) }), level: inner, to: &output)
            case 4: writer.writeArray(layout.zones, level: inner, to: &output, each: write)
            case 5: writer.write(layout.nearest?.json ?? .null, level: inner, to: &output)
            case 6: writer.writeArray(layout.unlocated, level: inner, to: &output, each: write)
            case 7: writer.writeArray(layout.counterparts, level: inner, to: &output, each: write)
            default: writer.write(layout.notes.json(in: language), level: inner, to: &output)
            }
        }
    }

    private func write(_ zone: ZoneAnswer, level: Int, to output: inout [UInt8]) {
        // A sentence that places the site goes before the zone's own.
        guard zone.placedBy == nil else {
            return writer.write(zone.json(in: language), level: level, to: &output)
        }
        let place = Place(level, zone.zone)
        let kept = zones[place] ?? template(zone.json(in: language), Self.ofZone, level)
        zones[place] = kept
        kept.write(to: &output) { gap, output in
            switch gap {
            case 0: writer.write(.bool(zone.covers), to: &output)
            case 1: write(zone.basis.rawValue, &output)
            case 2: write(zone.verdict.rawValue, &output)
            case 3: write(zone.grade.rawValue, &output)
            case 4: write(zone.probability, decimals: 4, &output)
            case 5: write(zone.boundaryDistance, decimals: 3, &output)
            default: write(zone.accuracy, decimals: 3, &output)
            }
        }
    }

    private func write(_ zone: Zone, level: Int, to output: inout [UInt8]) {
        let place = Place(level, zone)
        let kept = unlocated[place] ?? template(zone.unlocatedJSON(in: language), [], level)
        unlocated[place] = kept
        kept.write(to: &output)
    }

    private func write(_ counterpart: Counterpart, level: Int, to output: inout [UInt8]) {
        let place = Place(level, counterpart.zone)
        let kept = counterparts[place] ?? template(counterpart, level)
        counterparts[place] = kept
        kept.write(to: &output) { gap, output in
            switch gap {
            case 0: writer.write(.bool(counterpart.covers), to: &output)
            case 1: writer.write(.probability(counterpart.probability), to: &output)
            case 2: writer.write(.metres(counterpart.boundaryDistance), to: &output)
            default: writer.write(.metres(counterpart.accuracy), to: &output)
            }
        }
    }

    private func template(_ counterpart: Counterpart, _ level: Int) -> JSONTemplate {
        let whole = counterpart.json
        guard var members = whole.members, let instead = members["instead"] else {
            return template(whole, [], level)
        }
        members["instead"] = instead.leavingOut(Self.ofCounterpart)
        return template(.object(members), [], level)
    }

    /// As ``GeoJSON/JSONValue/fixed(_:decimals:)`` writes it, straight into the answer.
    private func write(_ number: Double, decimals: Int, _ output: inout [UInt8]) {
        if let digits = FixedDecimals(number, decimals: decimals) {
            digits.append(to: &output)
        } else {
            writer.write(.fixed(number, decimals: decimals), to: &output)
        }
    }

    private func write(_ text: String, _ output: inout [UInt8]) { writer.write(.string(text), to: &output) }
}
