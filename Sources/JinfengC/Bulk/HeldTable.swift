internal import GeoJSON
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Wording

/// The tables that answer arrays on the same terms, never changed: what `jinfeng_table` points to.
final class HeldTable: Sendable {
    let table: BulkTable
    let frame: ReferenceFrame
    let accuracy: Double
    let legend: OwnedText

    /// Makes the tables ready.
    init(_ held: HeldCatalogue, _ text: String?) throws(Refusal) {
        let terms = try Terms(text, known: ["frame", "accuracy", "confidence", "as_of"])
        let frame = try terms.frame() ?? .wgs84
        let accuracy = try terms.accuracy()
        let (asOf, confidence) = (try terms.asOf(), try terms.confidence())
        // Checked here once: of a frame that cannot be projected no position could be answered.
        do throws(ProjectionError) { _ = try PlainPositions(frame) } catch {
            throw Refusal(.badData, error, field: "frame")
        }
        let table: BulkTable
        do throws(LocatorError) {
            table = try BulkTable(
                held.catalogue, asOf: asOf, confidence: confidence,
                siteAccuracy: (accuracy * accuracy + frame.accuracy * frame.accuracy).squareRoot())
        } catch {
            throw Refusal(.badData, error)
        }
        self.table = table
        self.frame = frame
        self.accuracy = accuracy
        legend = OwnedText(
            JSONWriter(.compact).string(Self.legend(of: table, frame: frame, accuracy: accuracy)))
    }

    /// How many layouts each position is answered for.
    var layoutCount: Int { table.locator.plans.count }

    /// How many words of 64 bits have a bit for each zone of any layout.
    var wordsOfZones: Int { Self.wordsOfZones(table.locator) }

    private static func wordsOfZones(_ bulk: BulkLocator) -> Int {
        ((bulk.plans.map(\.zones.count).max() ?? 0) + 63) / 64
    }

    /// Why a position is refused; nothing where it is taken.
    func refusal(of x: Double, _ y: Double) -> Refusal? {
        let reader = SiteReader(frame: frame, accuracy: accuracy)
        // In arrays NaN is what an empty cell is in a table.
        let (first, second) = (x.isNaN ? "" : "\(x)", y.isNaN ? "" : "\(y)")
        do throws(SiteError) {
            _ = try reader.site(SiteText(position: .pair(first, second, order: .eastingFirst)))
            return nil
        } catch {
            return Refusal(.badData, error, field: "position")
        }
    }

    // MARK: - Legend

    /// What the numbers of answers mean.
    private static func legend(
        of table: BulkTable, frame: ReferenceFrame, accuracy: Double
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
        return [
            "schema_version": 1, "as_of": .string(bulk.asOf.description),
            "frame": .string(frame.identifier), "accuracy_m": .number(accuracy),
            "confidence": .number(bulk.confidence.value),
            "no_position": .number(Double(BulkIndex.notFinite)),
            "possible_words": .number(Double(wordsOfZones(bulk))),
            "verdicts": .array(ArrayVerdict.words.map { .string($0) }),
            "layouts": .array(bulk.plans.map(legend)), "sets": .array(sets),
        ]
    }

    private static func legend(of plan: BulkLocator.Plan) -> JSONValue {
        [
            "layout": .string(plan.layout.id), "name_zh": .string(plan.layout.name.zh),
            "name_en": .string(plan.layout.name.en), "edition": .string(plan.edition.id),
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
}
