internal import GeoJSON
internal import MapDrawing
internal import PlanarGeometry
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Wording

/// What the page's map shows and says: layouts with their styles, frames, documents, and the words of answers, each from
/// where the printed sheet and the command have them.
struct MapData {
    let data: ServedData
    let day: CalendarDate
    let baseMap: BaseMap?

    func json() throws(MapError) -> JSONValue {
        let map = try ScreenMap(data.catalogue, asOf: day)
        let frames = ReferenceFrame.all.map { frame -> JSONValue in
            ["id": .string(frame.identifier), "name": frame.name.json]
        }
        return [
            "as_of": .string("\(day)"), "layouts": .array(map.layouts.map(layout)),
            "bounds": .array(bounds(map)), "documents": .array(data.catalogue.documents.map(document)),
            "frames": .array(frames),
            "words": words,
            "palette": ["site": .string(map.siteColour), "paper": .string(map.paperColour)],
            "base_map": baseMap?.json ?? .null,
        ]
    }

    private func bounds(_ map: ScreenMap) -> [JSONValue] {
        let all = map.layouts.map(\.bounds)
        return (0..<4).map { side in
            let values = all.map { $0[side] }
            return .degrees((side < 2 ? values.min() : values.max()) ?? 0)
        }
    }

    private func layout(_ drawn: ScreenLayout) -> JSONValue {
        let period = data.catalogue.planPeriod(of: drawn.layout, in: drawn.edition)
        let sentence = Vocabulary.sentence(for: period?.status(on: day) ?? .notStated, of: period)
        let unlocated = drawn.unlocated.map { zone -> JSONValue in
            [
                "id": .string(zone.id), "name_zh": .string(zone.name.zh), "name_en": .string(zone.name.en),
                "reason": zone.unlocatedReason?.json ?? .null,
            ]
        }
        return [
            "id": .string(drawn.layout.id), "kind": .string(drawn.layout.kind.rawValue),
            "name_zh": .string(drawn.layout.name.zh), "name_en": .string(drawn.layout.name.en),
            "edition": .string(drawn.edition.id), "edition_name": drawn.edition.name.json,
            "plan_sentence": sentence.json, "bounds": .array(drawn.bounds.map { .degrees($0) }),
            "zones": .array(drawn.zones.map(zone)), "ground": .array(drawn.ground.map(zone)),
            "unlocated": .array(unlocated),
        ]
    }

    private func zone(_ drawn: ScreenZone) -> JSONValue {
        let zone = drawn.zone
        let accuracy: JSONValue = zone.accuracy.map { .number($0.metres) } ?? .null
        let fade = drawn.fade.map { step -> JSONValue in
            ["opacity": .fixed(step.opacity, decimals: 4), "polygons": Self.polygons(step.polygons)]
        }
        let parent: JSONValue = zone.parent.map { .string($0) } ?? .null
        let label: JSONValue = drawn.label.map { Self.position($0) } ?? .null
        return [
            "id": .string(zone.id), "name_zh": .string(zone.name.zh), "name_en": .string(zone.name.en),
            "parent": parent, "role": .string(zone.role.rawValue), "depth": .integer(drawn.depth),
            "rank": .integer(drawn.rank), "accuracy_m": accuracy, "label": label,
            "polygons": Self.polygons(drawn.polygons),
            "lines": .array(drawn.lines.map { Self.positions($0) }),
            "points": Self.positions(drawn.points), "fade": .array(fade), "style": Self.style(drawn.style),
        ]
    }

    private static func style(_ style: ScreenStyle) -> JSONValue {
        let fill: JSONValue = style.fill.map { .string($0) } ?? .null
        let texture: JSONValue = style.texture.map { Self.texture($0) } ?? .null
        return [
            "fill": fill, "opacity": .fixed(style.opacity, decimals: 2), "ink": .string(style.ink),
            "pens": .array(style.pens.map { Self.pen($0) }), "texture": texture,
        ]
    }

    private static func pen(_ pen: ScreenPen) -> JSONValue {
        let dashes: [JSONValue] = pen.dashes.map { .fixed($0, decimals: 2) }
        return [
            "colour": .string(pen.colour), "width": .fixed(pen.width, decimals: 2),
            "opacity": .fixed(pen.opacity, decimals: 2), "dashes": .array(dashes),
        ]
    }

    private static func texture(_ texture: ScreenTexture) -> JSONValue {
        [
            "kind": .string(texture.kind), "gap": .fixed(texture.gap, decimals: 2),
            "rising": .bool(texture.rising), "colour": .string(texture.pen.colour),
            "width": .fixed(texture.pen.width, decimals: 2),
            "opacity": .fixed(texture.pen.opacity, decimals: 2),
        ]
    }

    private static func position(_ point: Point) -> JSONValue {
        .array([.degrees(point.x), .degrees(point.y)])
    }

    private static func positions(_ points: [Point]) -> JSONValue { .array(points.map(position)) }

    private static func polygons(_ polygons: [[[Point]]]) -> JSONValue {
        .array(polygons.map { rings in .array(rings.map(positions)) })
    }

    private func document(_ document: Document) -> JSONValue {
        [
            "id": .string(document.id), "title": document.title.json,
            "number": document.number.map { .string($0) } ?? .null,
        ]
    }

    /// The words of the values in answers.
    private var words: JSONValue {
        func table<Value: CaseIterable & RawRepresentable<String>>(
            _ word: (Value) -> Bilingual
        ) -> JSONValue {
            .object(JSONObject(Value.allCases.map { ($0.rawValue, word($0).json) }))
        }
        return [
            "grade": table { (grade: Grade) in Vocabulary.word(for: grade) },
            "role": table { (role: Zone.Role) in Vocabulary.word(for: role) },
            "severity": table { (severity: AssessmentFlag.Severity) in Vocabulary.word(for: severity) },
            "adjacency": table { (kind: AdjacencyKind) in Vocabulary.word(for: kind) },
        ]
    }
}

extension JSONValue {
    /// Five decimals of a degree, a metre: finer than any edge is known.
    fileprivate static func degrees(_ value: Double) -> JSONValue { .fixed(value, decimals: 5) }
}
