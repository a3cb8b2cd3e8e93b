package import GeoJSON
internal import PlanarGeometry
public import Planning
public import Siting
public import Wording

/// One site with its assessment, or with the error in its place.
public struct AssessedRow: Sendable {
    /// What the user calls the site: the word, or the file and the feature's number.
    public let label: String
    /// The user's own id, as far as it could be read.
    public let id: String?
    /// The user's own name, as far as it could be read.
    public let name: String?
    /// The assessment, or the error in its place.
    public let outcome: Result<Assessment, RowError>

    /// Joins a site and what came of it.
    public init(label: String, id: String?, name: String?, outcome: Result<Assessment, RowError>) {
        self.label = label
        self.id = id
        self.name = name
        self.outcome = outcome
    }
}

/// Assessments of one site or several, as they leave.
public struct AssessmentReport: Sendable {
    package let rows: [AssessedRow]
    let catalogue: Catalogue
    package let language: Language
    /// Of each site a map as SVG, for pages; none where there are fewer.
    public var maps: [String] = []

    /// Takes the sites in order.
    public init(_ rows: [AssessedRow], catalogue: Catalogue, language: Language) {
        self.rows = rows
        self.catalogue = catalogue
        self.language = language
    }

    /// Text for a terminal.
    public var text: String {
        let text = AssessmentText(catalogue: catalogue, language: language)
        guard rows.count > 1 else { return rows.compactMap { try? $0.outcome.get() }.map(text.full).joined() }
        return rows.enumerated().map { index, row in
            let heading = "——— \(index + 1)/\(rows.count)  \(row.label) ———\n"
            switch row.outcome {
            case .success(let assessment): return heading + text.full(assessment)
            case .failure(let error): return heading + error.located(in: language) + "\n"
            }
        }.joined(separator: "\n")
    }

    /// One object for one site, an array for several.
    public var json: String {
        let values = rows.map { row in
            switch row.outcome {
            case .success(let assessment): assessment.json(in: language)
            case .failure(let error): error.json(site: site(of: row), in: language)
            }
        }
        return JSONWriter(.pretty).string(values.count == 1 ? values[0] : .array(values))
    }

    /// One collection: of each site the site itself and the zones that hold it or may.
    public var geojson: String {
        JSONWriter().string(FeatureCollection(features: features).encoded(decimals: 9))
    }

    /// Of each site the site itself and the zones that hold it or may.
    package var features: [Feature] {
        rows.flatMap { row -> [Feature] in
            switch row.outcome {
            case .success(let assessment): return assessment.features(in: language)
            case .failure(let error):
                var properties: JSONObject = ["kind": "site"]
                for member in error.json(site: site(of: row), in: language).members ?? [:] {
                    properties[member.key] = member.value
                }
                return [Feature(id: row.id.map { FeatureID($0) }, geometry: nil, properties: properties)]
            }
        }
    }

    private func site(of row: AssessedRow) -> JSONValue {
        ["id": .optional(row.id), "name": .optional(row.name), "input": .string(row.label)]
    }
}
