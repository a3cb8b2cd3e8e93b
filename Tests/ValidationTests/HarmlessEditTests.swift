import GeoJSON
import PlanarGeometry
import Planning
import TestSupport
import Testing
import Validation

@Suite struct HarmlessEditTests {
    /// Twenty batches of ten: findings do not cancel each other, so one false finding shows in its batch.
    @Test(arguments: 0..<20) func whatChangesNoMeaningIsNoFinding(batch: Int) throws {
        var random = SeededGenerator(seed: UInt64(batch) + 2026)
        var data = try EditableGeoData.shipped.get()
        var edits: [String] = []
        for _ in 0..<10 { edits.append(data.editHarmlessly(using: &random)) }
        let findings = data.report(strict: true).findings
        #expect(findings.isEmpty, "after \(edits): \(SeededDefectTests.summary(findings))")
    }

    @Test(arguments: [true, false]) func layoutOfTheTextDoesNotMatter(pretty: Bool) throws {
        var data = try EditableGeoData.shipped.get()
        for (file, value) in data.json {
            var text = JSONWriter(pretty ? .pretty : .compact).string(value)
            if pretty { text = "\u{FEFF}" + text.replacing("\n", with: "\r\n") + "\r\n\r\n" }
            data.texts[file] = text
        }
        let findings = data.report(strict: true).findings
        #expect(findings.isEmpty, "\(SeededDefectTests.summary(findings))")
    }
}

extension EditableGeoData {
    /// One edit that changes no meaning; says which.
    mutating func editHarmlessly(using random: inout SeededGenerator) -> String {
        let layout = Self.layouts.randomElement(using: &random) ?? Self.five
        let zones = json[Self.zones(layout)]?["features"]?.elements ?? []
        let drawn = zones.filter { $0["geometry"] != .null }
        let id = drawn.randomElement(using: &random)?["id"]?.stringValue ?? ""
        switch Int.random(in: 0..<13, using: &random) {
        case 0, 1:
            let ring = points(id, layout)
            guard ring.count > 3, ring.first == ring.last else { return editHarmlessly(using: &random) }
            let turn = Int.random(in: 1..<ring.count - 1, using: &random)
            let open = ring.dropLast()
            let turned = Array(open.dropFirst(turn) + open.prefix(turn))
            setPoints(turned + [turned[0]], of: id, layout)
            return "ring start of \(id)"
        case 2:
            editZone(id, layout) { $0["properties"] = ($0["properties"] ?? .null).shuffled(using: &random) }
            return "order of properties of \(id)"
        case 3:
            editZone(id, layout) { $0 = JSONValue.object($0).shuffled(using: &random).members ?? [:] }
            return "order of members of \(id)"
        case 4:
            editFeatures(layout) { Self.reorder(&$0, using: &random) }
            return "order of features in \(layout)"
        case 5:
            editZone(id, layout) { $0["geometry"] = ($0["geometry"] ?? .null).respelled }
            return "digits of \(id)"
        case 6:
            editList("relations", of: Self.relations(layout)) { $0.shuffle(using: &random) }
            return "order of relations in \(layout)"
        case 7:
            edit("cited-lines.json") { $0 = JSONValue.object($0).shuffled(using: &random).members ?? [:] }
            return "order of cited lines"
        case 8: return editVocabularyHarmlessly(using: &random)
        case 9, 10:
            let list = ["concepts", "sentences", "places", "contradictions", "silences", "shared_words"]
                .randomElement(using: &random)
            editList(list ?? "", of: Self.activities) { $0.shuffle(using: &random) }
            return "order of \(list ?? "")"
        case 11:
            let line = points(id, layout)
            guard line.count > 1, line.first != line.last else { return editHarmlessly(using: &random) }
            setPoints(line.reversed(), of: id, layout)
            return "direction of the line \(id)"
        default:
            editZone(id, layout) { feature in
                guard var geometry = feature["geometry"]?.members, let kind = geometry["type"]?.stringValue,
                    kind == "Polygon" || kind == "LineString"
                else { return }
                geometry["type"] = .string("Multi" + kind)
                geometry["coordinates"] = .array([geometry["coordinates"] ?? .null])
                feature["geometry"] = .object(geometry)
            }
            return "\(id) as one of several"
        }
    }

    /// Another order of words, or a word more, within one activity.
    private mutating func editVocabularyHarmlessly(using random: inout SeededGenerator) -> String {
        let entries = json[Self.activities]?["concepts"]?.elements ?? []
        let id = entries.randomElement(using: &random)?["id"]?.stringValue ?? ""
        let number = Int.random(in: 0..<1_000_000, using: &random)
        editActivity(id) { activity in
            activity = JSONValue.object(activity).shuffled(using: &random).members ?? [:]
            for list in ["synonyms", "words", "related"] {
                activity[list] = (activity[list]?.elements?.shuffled(using: &random)).map { .array($0) }
            }
            activity["words"] = .array(
                (activity["words"]?.elements ?? []).map { word in
                    let links = (word["links"]?.elements ?? []).shuffled(using: &random)
                    return [
                        "links": .array(links.map { $0.shuffled(using: &random) }),
                        "word": word["word"] ?? .null,
                    ]
                })
            activity.append(.string("word\(number)"), to: "synonyms")
        }
        return "order within \(id), and a word more"
    }

    /// Any order in which parents stand before their parts.
    private static func reorder(_ features: inout [JSONValue], using random: inout SeededGenerator) {
        var open = features.shuffled(using: &random)
        var done: [JSONValue] = []
        var ids: Set<String> = []
        while !open.isEmpty {
            let next = open.firstIndex { feature in
                feature["properties"]?["parent"]?.stringValue.map(ids.contains) ?? true
            }
            let feature = open.remove(at: next ?? 0)
            ids.insert(feature["id"]?.stringValue ?? "")
            done.append(feature)
        }
        features = done
    }
}

extension JSONValue {
    fileprivate func shuffled(using random: inout SeededGenerator) -> JSONValue {
        guard let members else { return self }
        return .object(JSONObject(members.members.shuffled(using: &random).map { ($0.key, $0.value) }))
    }

    /// The same numbers in other digits: 106.3 as 106.30000 and 1.063e2.
    fileprivate var respelled: JSONValue {
        switch self {
        case .array(let elements):
            if elements.count == 2, let x = elements[0].doubleValue, let y = elements[1].doubleValue {
                return .array([.fixed(x, decimals: 7), .numeral("\(y)e0")])
            }
            return .array(elements.map(\.respelled))
        case .object(let members):
            return .object(JSONObject(members.members.map { ($0.key, $0.value.respelled) }))
        default: return self
        }
    }
}
