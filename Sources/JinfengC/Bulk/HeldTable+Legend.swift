internal import GeoJSON
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Wording

extension HeldTable {
    /// What the numbers of answers mean, and what a reader of any of them should know.
    static func legend(
        of table: BulkTable, frame: ReferenceFrame, isAssumed: Bool, accuracy: Double
    ) -> JSONValue {
        let bulk = table.locator
        let zones = bulk.indexedZones
        let sets = (0..<bulk.index.setCount).map { number -> JSONValue in
            let members = bulk.index.zones(inSet: UInt32(number)).map { zone -> JSONValue in
                [
                    "layout": .string(zones[Int(zone)].layout),
                    "zone": .string(zones[Int(zone)].zone),
                ]
            }
            let deepest = bulk.plans.indices.map { plan -> JSONValue in
                bulk.deepestZone(inSet: UInt32(number), of: plan).map { .number(Double($0)) } ?? .null
            }
            return ["zones": .array(members), "deepest": .array(deepest)]
        }
        var notes = isAssumed ? [SiteReader.assumedFrame] : []
        if let text = frame.accuracyNote { notes.append(Note(code: "frame_accuracy", text: text)) }
        return [
            "schema_version": 1, "as_of": .string(bulk.asOf.description),
            "frame": .string(frame.identifier), "accuracy_m": .number(accuracy),
            "confidence": .number(bulk.confidence.value),
            "no_position": .number(Double(BulkIndex.notFinite)),
            "possible_words": .number(Double(wordsOfZones(bulk))),
            "verdicts": .array(ArrayVerdict.words.map { .string($0) }),
            "notes": .array(notes.map(inBothLanguages)),
            "layouts": .array(bulk.plans.map { legend(of: $0, in: bulk) }), "sets": .array(sets),
        ]
    }

    private static func legend(of plan: BulkLocator.Plan, in bulk: BulkLocator) -> JSONValue {
        let period = bulk.catalogue.planPeriod(of: plan.layout, in: plan.edition)
        let status = period?.status(on: bulk.asOf) ?? .notStated
        var notes = plan.edition.boundaryNotes(on: plan.layout, in: bulk.catalogue)
        if let note = planNote(of: plan.layout, status, period) { notes.append(note) }
        return [
            "layout": .string(plan.layout.id), "name_zh": .string(plan.layout.name.zh),
            "name_en": .string(plan.layout.name.en), "edition": .string(plan.edition.id),
            "plan_status": .string(status.rawValue),
            "notes": .array(notes.map(inBothLanguages)),
            "zones": .array(
                plan.zones.map { zone in
                    [
                        "zone": .string(zone.id), "name_zh": .string(zone.name.zh),
                        "name_en": .string(zone.name.en), "role": .string(zone.role.rawValue),
                        "parent": zone.parent.map { .string($0) } ?? .null,
                        "path": .array(plan.edition.path(to: zone).map { .string($0.id) }),
                    ]
                }),
        ]
    }

    /// That a layout's plan period is not running, where it is not.
    private static func planNote(of layout: Layout, _ status: PlanStatus, _ period: PlanPeriod?) -> Note? {
        let code: String
        switch status {
        case .inForce: return nil
        case .notYet: code = "plan_period_not_begun"
        case .periodEnded, .ended: code = "plan_period_ended"
        case .notStated: code = "plan_period_not_stated"
        }
        let sentence = Vocabulary.sentence(for: status, of: period)
        return Note(
            code: code,
            text: Bilingual(
                zh: "\(layout.name.zh)：\(sentence.zh)。", en: "\(layout.name.en): \(sentence.en)."))
    }

    private static func inBothLanguages(_ note: Note) -> JSONValue {
        ["code": .string(note.code), "text_zh": .string(note.text.zh), "text_en": .string(note.text.en)]
    }
}
