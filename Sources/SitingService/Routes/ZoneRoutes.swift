internal import GeoJSON
internal import Hummingbird
internal import Intake
internal import Planning
internal import Presenting
internal import Siting
internal import Tables
internal import Wording

/// The zones of the catalogue, and what lies beside them.
struct ZoneRoutes: Sendable {
    let desk: QuestionDesk

    var endpoints: [Endpoint] { [zone, neighbours] }

    private static let id = Parameter("id", zh: "结构单元的 id 或名称", en: "The zone's id or name.").inPath()

    private var zone: Endpoint {
        Endpoint(
            .get, "/zones/{id}", id: "zone", .questions, zh: "一个结构单元及其全部依据",
            en: "One zone and every sentence it rests on.", parameters: [Self.id, .asOf],
            formats: [.json, .text, .geojson, .html]
        ) { asked in
            let day = try asked.query.day()
            let editions = desk.data.catalogue.layouts.compactMap { layout in
                layout.edition(validOn: day).map { (layout: layout, edition: $0) }
            }
            let name = asked.part("id")
            let found = editions.flatMap { place in
                place.edition.zones.filter { $0.isNamed(name) }.map {
                    (zone: $0, layout: place.layout, edition: place.edition)
                }
            }
            guard !found.isEmpty else { throw Self.unknown(name, editions.map(\.edition)) }
            let language = asked.language
            switch asked.format {
            case .text, .html:
                let text = ZoneText(catalogue: desk.data.catalogue, language: language)
                let texts = found.map { text.full($0.zone, in: $0.layout, $0.edition) }
                return asked.answer(
                    Array(texts.joined(separator: "\n").utf8), titled: found[0].zone.name[language],
                    desk.settings)
            case .geojson:
                let features = found.map { $0.zone.feature(in: language) }
                let decimals = found.map(\.edition.decimals).max() ?? 5
                let value =
                    features.count == 1
                    ? features[0].encoded(decimals: decimals)
                    : FeatureCollection(features: features).encoded(decimals: decimals)
                return asked.response(JSONWriter().bytes(value) + [UInt8(ascii: "\n")])
            default:
                let zones = found.map { $0.zone.json(in: language) }
                let value: JSONValue = zones.count == 1 ? zones[0] : .array(zones)
                return asked.response(JSONWriter(.pretty).bytes(value) + [UInt8(ascii: "\n")])
            }
        }
    }

    private var neighbours: Endpoint {
        Endpoint(
            .get, "/zones/{id}/neighbors", id: "neighbors", .questions, zh: "一个结构单元与哪些单元共边、共点、邻近、重叠",
            en: "What a zone shares a border with, meets, overlaps or is near.",
            parameters: [Self.id, .within, .asOf], formats: [.json, .text, .csv, .html]
        ) { asked in
            let day = try asked.query.day()
            let distance = try asked.query.metres("within", default: ZoneOverlay.standardReach)
            let catalogue = desk.data.catalogue
            let name = asked.part("id")
            guard name.utf8.count <= Self.longestName else { throw Self.unknown(name, []) }
            let zones: [Zone]
            do throws(ZoneNameError) {
                zones = try ZoneSearch(catalogue, asOf: day).zones(named: name)
            } catch {
                throw Problem(error, .notFound, field: "id")
            }
            let (language, format) = (asked.language, asked.format)
            let bytes = try await desk.assessing.ask(on: day, for: asked) { instruments throws(Problem) in
                try Problem.told {
                    let answers = try zones.compactMap { zone in
                        try instruments.overlay.neighbours(
                            of: ZoneReference(layout: zone.layout, zone: zone.id), within: distance)
                    }
                    guard !answers.isEmpty else {
                        throw Problem(UnlocatedZone(zones[0]), .conflict, field: "id")
                    }
                    switch format {
                    case .csv: return try AdjacencyTable.csv(answers)
                    case .text, .html:
                        let text = AdjacencyText(language: language)
                        return Array(answers.map { text.full($0) }.joined(separator: "\n").utf8)
                    default:
                        let values = answers.map { $0.json(in: language) }
                        return JSONWriter(.pretty).bytes(values.count == 1 ? values[0] : .array(values))
                            + [UInt8(ascii: "\n")]
                    }
                }
            }
            return asked.answer(
                bytes, titled: asked.words("\(zones[0].name.zh) 的相邻单元", "Neighbours of \(zones[0].name.en)"),
                desk.settings)
        }
    }

    /// Longer than any name, and dear to compare with all of them.
    private static let longestName = 200

    private static func unknown(_ name: String, _ editions: [Edition]) -> Problem {
        let names =
            name.utf8.count > longestName ? [] : editions.flatMap(\.zones).flatMap { [$0.id, $0.name.zh] }
        return Problem(UnknownID(name, among: names), .notFound, field: "id")
    }
}

extension Zone {
    /// Whether a word is the zone's id, name or other name; names may belong to zones of several documents.
    func isNamed(_ word: String) -> Bool {
        id == word || name.zh == word || name.en.lowercased() == word.lowercased() || aliases.contains(word)
    }
}
