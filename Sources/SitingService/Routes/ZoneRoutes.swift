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
            let found = try zones(asked, on: day).compactMap { zone in
                desk.data.catalogue.layout(zone.layout).flatMap { layout in
                    layout.edition(validOn: day).map { (zone: zone, layout: layout, edition: $0) }
                }
            }
            let language = asked.language
            switch asked.format {
            case .text, .html:
                let text = ZoneText(catalogue: desk.data.catalogue, language: language)
                let texts = found.map { text.full($0.zone, in: $0.layout, $0.edition) }
                return asked.answer(
                    Array(texts.joined(separator: "\n").utf8), titled: found[0].zone.name[language],
                    desk.settings)
            case .geojson:
                let features = found.map { $0.zone.feature(in: language, of: $0.edition) }
                let decimals = found.map(\.edition.decimals).max() ?? 5
                let value =
                    features.count == 1
                    ? features[0].encoded(decimals: decimals)
                    : FeatureCollection(features: features).encoded(decimals: decimals)
                return asked.response(JSONWriter().bytes(value) + [UInt8(ascii: "\n")])
            default:
                let zones = found.map { $0.zone.json(in: language, of: $0.edition) }
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
            let zones = try zones(asked, on: day)
            let (language, format) = (asked.language, asked.format)
            let bytes = try await desk.assessing.ask(on: day, for: asked) { instruments, _ throws(Problem) in
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

    /// The zones the path names; a name may belong to zones of several documents.
    private func zones(_ asked: Asked, on day: CalendarDate) throws(Problem) -> [Zone] {
        let name = asked.part("id")
        do throws(ZoneNameError) {
            guard name.utf8.count <= Self.longestName else { throw .unknown(name, near: []) }
            return try ZoneSearch(desk.data.catalogue, asOf: day).zones(named: name)
        } catch {
            throw Problem(error, .notFound, field: "id")
        }
    }
}
