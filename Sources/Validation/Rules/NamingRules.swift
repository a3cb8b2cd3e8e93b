internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let bothLanguages = Rule(
        "naming.both-languages", Bilingual(zh: "中英文齐备", en: "both languages are there"),
        asks: Bilingual(
            zh: "名称、说明、依据、原因等供人阅读的文字，中英文都不为空。",
            en: "Names, notes, bases and reasons are written in Chinese and in English."))
    static let counterpart = Rule(
        "naming.counterpart", Bilingual(zh: "对应单元互指", en: "counterparts name each other"),
        asks: Bilingual(zh: "甲的 counterpart 是乙，乙的也是甲。", en: "A zone's counterpart names it in turn."))
    static let role = Rule(
        "naming.role", Bilingual(zh: "类型与图形相符", en: "roles fit geometries"),
        asks: Bilingual(
            zh: "轴线、河流为线，片区、带、屏障为面，地点为点或面。",
            en: "Axes and rivers are lines; areas, belts and screens polygons; places points or polygons."))
}

/// What zones are called and said to be.
enum NamingRules: RuleFamily {
    static let rules: [Rule] = [.bothLanguages, .counterpart, .role]

    static func check(_ subject: Subject, _ report: inout ValidationReport) throws(TopologyError) {
        for document in subject.catalogue.documents {
            require([document.title], of: document.id, nil, &report)
        }
        for layout in subject.catalogue.layouts {
            let texts =
                [layout.name, layout.unassigned, layout.coverage?.basis].compactMap(\.self)
                + layout.partitions.map(\.basis) + (layout.coverage?.notStated.map(\.note) ?? [])
                + layout.editions.map(\.name)
            require(texts, of: layout.id, nil, &report)
        }
        for place in subject.inspection.gazetteer.places {
            require(
                [place.name, place.origin] + (place.note.map { [$0] } ?? []), of: place.name.zh, nil, &report)
        }
        if let vocabulary = subject.inspection.activities { check(vocabulary, &report) }
        for drawn in subject.editions {
            for zone in drawn.edition.zones {
                let texts = [zone.name, zone.note, zone.accuracy?.basis, zone.unlocatedReason]
                require(texts.compactMap(\.self), of: zone.id, drawn, &report)
                checkCounterpart(of: zone, drawn, subject, &report)
                checkRole(of: zone, drawn, &report)
            }
        }
    }

    private static func check(_ vocabulary: ActivityVocabulary, _ report: inout ValidationReport) {
        for activity in vocabulary.activities {
            require(
                [activity.name] + (activity.note.map { [$0] } ?? []) + activity.gaps.map(\.text),
                of: activity.id,
                nil, &report)
        }
        for structure in vocabulary.structures { require([structure.name], of: structure.id, nil, &report) }
        for contradiction in vocabulary.contradictions {
            require([contradiction.text], of: contradiction.id, nil, &report)
        }
        for silence in vocabulary.silences { require([silence.text], of: silence.id, nil, &report) }
    }

    private static func require(
        _ texts: [Bilingual], of id: String, _ drawn: DrawnEdition?, _ report: inout ValidationReport
    ) {
        func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
        for text in texts where isBlank(text.zh) || isBlank(text.en) {
            let other = isBlank(text.zh) ? text.en : text.zh
            report.note(
                .bothLanguages, in: drawn, zone: id,
                Bilingual(
                    zh: "“\(id)”有一处缺\(isBlank(text.zh) ? "中文" : "英文")：“\(other)”。",
                    en: "\(id) lacks the \(isBlank(text.zh) ? "Chinese" : "English") of \"\(other)\"."),
                remedy: Bilingual(zh: "请补上。", en: "Write it."))
        }
    }

    private static func checkCounterpart(
        of zone: Zone, _ drawn: DrawnEdition, _ subject: Subject, _ report: inout ValidationReport
    ) {
        guard let counterpart = zone.counterpart, let other = subject.zone(counterpart, for: drawn),
            other.counterpart != ZoneReference(layout: zone.layout, zone: zone.id)
        else { return }
        report.note(
            .counterpart, in: drawn, zone: zone.id,
            Bilingual(
                zh:
                    "\(zone.called.zh)以 \(counterpart) 为对应单元，后者指的是 \(other.counterpart?.description ?? "（无）")。",
                en:
                    "\(zone.called.en) names \(counterpart) its counterpart, which names \(other.counterpart?.description ?? "none")."
            ),
            remedy: Bilingual(zh: "请让两者互指。", en: "Let the two name each other."))
    }

    private static func checkRole(of zone: Zone, _ drawn: DrawnEdition, _ report: inout ValidationReport) {
        guard let geometry = zone.geometry else { return }
        let fits =
            switch (zone.role, geometry) {
            case (.axis, .lineString), (.axis, .multiLineString), (.river, .lineString),
                (.river, .multiLineString):
                true
            case (.area, .polygon), (.area, .multiPolygon), (.belt, .polygon), (.belt, .multiPolygon),
                (.screen, .polygon), (.screen, .multiPolygon):
                true
            case (.place, .point), (.place, .multiPoint), (.place, .polygon), (.place, .multiPolygon): true
            case (.control, .collection): false
            case (.control, _): true
            default: false
            }
        guard !fits else { return }
        report.note(
            .role, in: drawn, zone: zone.id, at: LonLat(geometry.vertices[0]),
            Bilingual(
                zh: "\(zone.called.zh)的类型为 \(zone.role.rawValue)，图形却是 \(geometry.typeName)。",
                en: "\(zone.called.en) is a \(zone.role.rawValue) drawn as \(geometry.typeName)."),
            remedy: Bilingual(zh: "请改正 role，或改画成相应图形。", en: "Mend the role, or draw what it asks for."))
    }
}
