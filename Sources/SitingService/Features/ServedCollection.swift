internal import PlanarGeometry
internal import Planning
internal import Wording

/// A layout as a collection of features: the zones of the edition that is asked for.
struct ServedCollection: Sendable {
    let layout: Layout
    let edition: Edition

    var id: String { layout.id }

    /// What the collection is about.
    func description(in catalogue: Catalogue) -> Bilingual {
        let documents = layout.documents.compactMap { catalogue.document($0)?.title.zh }
        return Bilingual(
            zh:
                "\(layout.name.zh)的结构单元，版次：\(edition.name.zh)。\(documents.isEmpty ? "" : "依据：\(documents.joined(separator: "；"))。")",
            en:
                "The zones of \(layout.name.en), edition \(edition.name.en).\(documents.isEmpty ? "" : " By: \(documents.joined(separator: "; ")).")"
        )
    }

    /// The land its drawings lie in; nil where none is drawn.
    var box: Box? { Box(around: edition.zones.compactMap(\.geometry).flatMap(\.vertices)) }
}

/// What a zone is asked about by filters, and what it answers.
struct ServedFeature: Sendable {
    let zone: Zone

    /// The properties a filter may name, each with its kind and what it means.
    static let queryables: [(name: String, use: Filter.Use, meaning: Bilingual)] = [
        ("geometry", .geometry, Bilingual(zh: "图形", en: "The drawing")),
        ("id", .text, Bilingual(zh: "结构单元的 id", en: "The zone's id")),
        ("name_zh", .text, Bilingual(zh: "中文名称", en: "The name in Chinese")),
        ("name_en", .text, Bilingual(zh: "英文名称", en: "The name in English")),
        ("layout", .text, Bilingual(zh: "空间格局的 id", en: "The layout's id")),
        ("parent", .text, Bilingual(zh: "上级单元的 id", en: "The id of the zone it is part of")),
        ("parent_stated", .text, Bilingual(zh: "文本所称上级", en: "What the text says it is part of")),
        (
            "role", .text,
            Bilingual(
                zh: "类型：area、belt、screen、axis、river、place、control",
                en: "area, belt, screen, axis, river, place or control")
        ),
        ("located", .bool, Bilingual(zh: "是否已上图", en: "Whether it is drawn")),
        ("accuracy_m", .number, Bilingual(zh: "位置中误差（米）", en: "One standard deviation of its edges, metres")),
        ("note", .text, Bilingual(zh: "说明", en: "A note")),
    ]

    /// What a property holds; nil where it holds nothing.
    func value(of operand: Filter.Operand) -> Filter.Operand? {
        guard case .property(let name) = operand else { return operand }
        return value(of: name)
    }

    func value(of name: String) -> Filter.Operand? {
        switch name {
        case "id": .text(zone.id)
        case "name_zh": .text(zone.name.zh)
        case "name_en": .text(zone.name.en)
        case "layout": .text(zone.layout)
        case "parent": zone.parent.map { .text($0) }
        case "parent_stated": zone.statedParent.map { .text($0) }
        case "role": .text(zone.role.rawValue)
        case "located": .bool(zone.geometry != nil)
        case "accuracy_m": zone.accuracy.map { .number($0.metres) }
        case "note": zone.note.map { .text($0.zh) }
        default: nil
        }
    }

    /// A geometry in a filter; nil where the zone is not drawn.
    func geometry(of place: Filter.Place) -> Geometry? {
        switch place {
        case .property: zone.geometry
        case .geometry(let geometry): geometry
        }
    }
}

extension Filter {
    /// Checks that every property it names is there and of the kind it is taken for.
    func checked() throws(Problem) -> Filter {
        for (name, use) in uses {
            guard let property = ServedFeature.queryables.first(where: { $0.name == name }) else {
                throw Problem.unknownProperty(name, ServedFeature.queryables.map(\.name))
            }
            guard use == .any || use == property.use else {
                throw Problem.mistakenProperty(name, property.use.word)
            }
        }
        return self
    }
}

extension Filter.Use {
    fileprivate var word: Bilingual {
        switch self {
        case .any: Bilingual(zh: "任意值", en: "of any kind")
        case .bool: Bilingual(zh: "真假值", en: "true or false")
        case .number: Bilingual(zh: "数字", en: "a number")
        case .text: Bilingual(zh: "文字", en: "text")
        case .geometry: Bilingual(zh: "几何", en: "a geometry")
        }
    }
}
