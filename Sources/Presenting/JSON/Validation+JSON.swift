public import GeoJSON
internal import PlanarGeometry
internal import Planning
public import Validation
public import Wording

extension ValidationReport {
    /// The report as one object: counts, then the findings rule by rule.
    public func json(in language: Language) -> JSONValue {
        [
            "schema_version": 1, "as_of": .string(asOf.description), "strict": .bool(isStrict),
            "errors": .integer(errors.count), "warnings": .integer(warnings.count),
            "counts": [
                "structures": [
                    "located": .integer(counts.located), "imported": .integer(counts.imported),
                    "unlocated": .integer(counts.unlocated),
                ],
                "parts_not_checkable": .integer(counts.uncheckableParts),
                "relations": Self.json(counts.relations, Outcome.allCases.filter { $0 != .drawnToSize }),
                "quantities": Self.json(counts.quantities, Outcome.allCases),
                "quotes": [
                    "stated": .integer(counts.quotes), "found": .integer(counts.quotesFound),
                    "full_texts": .integer(counts.fullTexts),
                ],
            ],
            "findings": .array(findings.map { $0.json(in: language) }),
        ]
    }

    /// The findings as features at the places they point at, for QGIS and its like; those without a place have none.
    public func features(in language: Language) -> FeatureCollection {
        FeatureCollection(
            features: findings.map { finding in
                var properties = finding.json(in: language).members ?? [:]
                properties["position"] = nil
                return Feature(geometry: finding.position.map { .point($0.point) }, properties: properties)
            })
    }

    private static func json(_ counts: [Outcome: Int], _ outcomes: [Outcome]) -> JSONValue {
        .object(JSONObject(outcomes.map { ($0.rawValue, .integer(counts[$0] ?? 0)) }))
    }
}

extension Finding {
    func json(in language: Language) -> JSONValue {
        [
            "rule": .string(rule.id), "severity": .string(severity.rawValue), "layout": .optional(layout),
            "edition": .optional(edition), "zone": .optional(zone),
            "position": position.map { .lonLat($0) } ?? .null, "message": .string(message[language]),
            "remedy": .string(remedy[language]),
        ]
    }
}
