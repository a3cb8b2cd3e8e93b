internal import GeoJSON
internal import PlanarGeometry
internal import Planning
internal import Siting
internal import Wording

/// Writes answers byte for byte as their `json(in:)` reads, but keeps what is the same for every site.
///
/// Nine tenths of an answer are names, sentences and notes of its zones. Each is written when it is first met, once for
/// each verdict it comes with; after that only the figures are written anew. What is kept is found by the zone
/// itself and not by its name.
struct LocateAnswerJSON {
    private let writer: JSONWriter
    private let language: Language
    /// What begins a line at each level.
    private let breaks: [[UInt8]]
    private var kept = KeptJSON()
    /// The day what is kept was written for: another may have other editions.
    private var day: CalendarDate?

    init(_ writer: JSONWriter, language: Language) {
        self.writer = writer
        self.language = language
        breaks = (0...5).map { level in
            guard writer.layout == .pretty else { return [] }
            return [UInt8(ascii: "\n")] + Array(repeating: UInt8(ascii: " "), count: level * 2)
        }
    }

    /// Adds an answer.
    mutating func write(_ answer: LocateAnswer, to output: inout [UInt8]) {
        if day != answer.asOf || kept.isFull {
            kept = KeptJSON()
            day = answer.asOf
        }
        let whole =
            kept.answer ?? JSONTemplate(answer.json(in: language).leavingOut(Self.ofAnswer), writer, level: 0)
        kept.answer = whole
        whole.write(to: &output) { gap, output in
            switch gap {
            case 0: write(confidence: answer.confidence, &output)
            case 1: write(answer.site, &output)
            case 2: Self.array(answer.layouts, breaks, level: 1, &output) { write($0, &$1) }
            case 3: Self.array(answer.context, breaks, level: 1, &output) { write($0, level: 2, &$1) }
            default: Self.array(answer.notes, breaks, level: 1, &output) { write($0, level: 2, &$1) }
            }
        }
    }

    // The members that differ from site to site, in the order in which they are written.
    private static let ofAnswer = ["confidence", "site", "layouts", "context", "notes"]
    private static let ofSite = ["position", "wgs84", "accuracy_m"]
    private static let ofLayout = [
        "coverage_probability", "zones", "nearest", "unlocated", "counterparts", "notes",
    ]
    private static let ofZone = ["probability", "boundary_distance_m", "accuracy_m"]
    private static let ofNearest = ["distance_m", "bearing_deg", "accuracy_m"]
    /// How many levels down the zones of a layout stand.
    private static let zoneLevel = 4
    private static let ofCounterpart = ["probability", "boundary_distance_m", "accuracy_m"]

    private static func array<Element>(
        _ elements: [Element], _ breaks: [[UInt8]], level: Int, _ output: inout [UInt8],
        _ write: (Element, inout [UInt8]) -> Void
    ) {
        output.append(UInt8(ascii: "["))
        for place in elements.indices {
            if place > 0 { output.append(UInt8(ascii: ",")) }
            output += breaks[level + 1]
            write(elements[place], &output)
        }
        if !elements.isEmpty { output += breaks[level] }
        output.append(UInt8(ascii: "]"))
    }

    private mutating func write(confidence: Confidence, _ output: inout [UInt8]) {
        if kept.confidence?.value != confidence.value {
            kept.confidence = (confidence.value, writer.bytes(.number(confidence.value)))
        }
        output += kept.confidence?.bytes ?? []
    }

    /// The site; of the most usual kind, known by nothing but its position in degrees, only the figures are written anew.
    private mutating func write(_ site: Site, _ output: inout [UInt8]) {
        guard site.id == nil, site.name == nil, site.place == nil, site.isGeographic else {
            return writer.write(site.json(in: language), level: 1, to: &output)
        }
        if kept.site?.frame != site.frameIdentifier || kept.site?.accuracy != site.frameAccuracy
            || kept.site?.notes != site.notes
        {
            let json = site.json(in: language)
            guard var members = json.members else { return }
            for key in Self.ofSite {
                members[key] = key == "accuracy_m" ? JSONTemplate.gap : [JSONTemplate.gap, JSONTemplate.gap]
            }
            kept.site = KeptJSON.Site(
                frame: site.frameIdentifier, accuracy: site.frameAccuracy, notes: site.notes,
                template: JSONTemplate(.object(members), writer, level: 1))
        }
        kept.site?.template.write(to: &output) { gap, output in
            switch gap {
            case 0: Self.write(site.given.x, decimals: 9, &output)
            case 1: Self.write(site.given.y, decimals: 9, &output)
            case 2: Self.write(site.position.longitude, decimals: 9, &output)
            case 3: Self.write(site.position.latitude, decimals: 9, &output)
            default: Self.write(site.accuracy, decimals: 3, &output)
            }
        }
    }

    private mutating func write(_ layout: LayoutAnswer, _ output: inout [UInt8]) {
        let shape = KeptJSON.LayoutShape(layout)
        let template: JSONTemplate
        if let known = kept.layouts[shape] {
            template = known.template
        } else {
            template = JSONTemplate(
                layout.json(in: language).leavingOut(Self.ofLayout), writer, level: 2)
            kept.layouts[shape] = (layout.drawn, layout.deepest?.answered, template)
        }
        template.write(to: &output) { gap, output in
            switch gap {
            case 0: Self.write(layout.coverageProbability, decimals: 4, &output)
            case 1:
                Self.array(layout.zones, breaks, level: 3, &output) { write($0, level: Self.zoneLevel, &$1) }
            case 2: write(layout.nearest, &output)
            case 3: Self.array(layout.unlocatedZones, breaks, level: 3, &output) { write(unlocated: $0, &$1) }
            case 4: Self.array(layout.counterparts, breaks, level: 3, &output) { write($0, &$1) }
            default: Self.array(layout.notes, breaks, level: 3, &output) { write(kept: $0, &$1) }
            }
        }
    }

    private mutating func write(
        _ zone: ZoneAnswer, level: Int, _ output: inout [UInt8]
    ) {
        // A sentence that places the site goes before the zone's own.
        guard zone.placedBy == nil else {
            return writer.write(zone.json(in: language), level: level, to: &output)
        }
        let shape = KeptJSON.shape(of: zone)
        let make = { [writer, language] in
            JSONTemplate(zone.json(in: language).leavingOut(Self.ofZone), writer, level: level)
        }
        let template =
            level == Self.zoneLevel
            ? kept.zones.template(of: zone.answered, shape, make: make)
            : kept.surroundings.template(of: zone.answered, shape, make: make)
        template.write(to: &output) { gap, output in
            switch gap {
            case 0: Self.write(zone.probability, decimals: 4, &output)
            case 1: Self.write(zone.boundaryDistance, decimals: 3, &output)
            default: Self.write(zone.accuracy, decimals: 3, &output)
            }
        }
    }

    private mutating func write(_ nearest: NearestZone?, _ output: inout [UInt8]) {
        guard let nearest else {
            output += "null".utf8
            return
        }
        let template = kept.nearest.template(of: nearest.answered, 0) { [writer] in
            JSONTemplate(nearest.json.leavingOut(Self.ofNearest), writer, level: 3)
        }
        template.write(to: &output) { gap, output in
            switch gap {
            case 0: Self.write(nearest.distance, decimals: 3, &output)
            case 1: Self.write(nearest.bearing, decimals: 1, &output)
            default: Self.write(nearest.accuracy, decimals: 3, &output)
            }
        }
    }

    private mutating func write(unlocated zone: AnsweredZone, _ output: inout [UInt8]) {
        kept.unlocated.template(of: zone, 0) { [writer, language] in
            JSONTemplate(zone.zone.unlocatedJSON(in: language), writer, level: 4)
        }.write(to: &output)
    }

    private mutating func write(_ counterpart: Counterpart, _ output: inout [UInt8]) {
        let template = kept.counterparts.template(of: counterpart.unanswered, counterpart.covers ? 1 : 0) {
            [writer] in
            let whole = counterpart.json
            guard var members = whole.members, let instead = members["instead"] else {
                return JSONTemplate(whole, writer, level: 4)
            }
            members["instead"] = instead.leavingOut(Self.ofCounterpart)
            return JSONTemplate(.object(members), writer, level: 4)
        }
        template.write(to: &output) { gap, output in
            switch gap {
            case 0: Self.write(counterpart.probability, decimals: 4, &output)
            case 1: Self.write(counterpart.boundaryDistance, decimals: 3, &output)
            default: Self.write(counterpart.accuracy, decimals: 3, &output)
            }
        }
    }

    /// A note of a layout, most of which are of a few.
    private mutating func write(kept note: Note, _ output: inout [UInt8]) {
        if let known = kept.notes.first(where: { $0.note == note }) {
            output += known.bytes
            return
        }
        var bytes: [UInt8] = []
        write(note, level: 4, &bytes)
        if kept.notes.count < KeptJSON.mostNotes { kept.notes.append((note, bytes)) }
        output += bytes
    }

    private func write(_ note: Note, level: Int, _ output: inout [UInt8]) {
        writer.write(note.json(in: language), level: level, to: &output)
    }

    /// As ``GeoJSON/JSONValue/fixed(_:decimals:)`` writes it, straight into the answer.
    private static func write(_ number: Double, decimals: Int, _ output: inout [UInt8]) {
        let count = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: FixedDecimals.mostBytes) {
            place in
            guard let start = place.baseAddress else { return 0 }
            let count = FixedDecimals.write(number, decimals: decimals, to: start)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: place[..<count]))
            return count
        }
        guard count == 0 else { return }
        JSONWriter().write(.fixed(number, decimals: decimals), to: &output)
    }
}
