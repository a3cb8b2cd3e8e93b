import GeoJSON
import Planning
import Wording

/// Writes an edition into `catalogue.json`, everything else in it left as it stands.
struct CatalogueEdit {
    static let file = "catalogue.json"
    private var root: JSONObject

    init(_ folder: GeoDataFolder) throws(ExchangeError) {
        do throws(GeoDataError) {
            let bytes = try folder.bytes(of: Self.file)
            do throws(JSONError) {
                root = try JSONValue(parsing: bytes).members ?? [:]
            } catch {
                throw GeoDataError.malformed(file: "\(folder.path)/\(Self.file)", error)
            }
        } catch {
            throw .data(error)
        }
    }

    /// The catalogue with the edition in it, and with the days on which those before it end.
    func adding(
        _ terms: EditionTerms, _ request: ImportRequest, _ origin: EditionOrigin
    ) throws(ExchangeError) -> [UInt8] {
        var root = root
        var layouts = root["layouts"]?.elements ?? []
        let place = layouts.firstIndex { $0["id"]?.stringValue == terms.layout.id }
        var layout = place.flatMap { layouts[$0].members } ?? Self.newLayout(terms.layout)
        if terms.control != nil, !request.coverage.isEmpty {
            layout["coverage"] = [
                "zones": .array(request.coverage.map { .string($0) }), "not_stated": [],
                "basis_zh": "导入时声明：所导入的\(terms.layout.name.zh)在此范围内完整",
                "basis_en": "stated on import: on this land the imported line is complete",
            ]
        }
        let ending = Set(terms.superseded.map(\.id))
        var editions: [JSONValue] = []
        var isReplaced = false
        for entry in layout["editions"]?.elements ?? [] {
            guard var members = entry.members, let id = members["id"]?.stringValue else { continue }
            if id == terms.edition {
                isReplaced = true
                editions.append(Self.entry(terms, request, origin))
                continue
            }
            if ending.contains(id) { members["valid_to"] = .string(request.validFrom.description) }
            editions.append(.object(members))
        }
        if !isReplaced { editions.append(Self.entry(terms, request, origin)) }
        layout["editions"] = .array(editions)
        if let place { layouts[place] = .object(layout) } else { layouts.append(.object(layout)) }
        root["layouts"] = .array(layouts)
        return JSONWriter(.pretty).bytes(.object(root)) + [0x0A]
    }

    private static func newLayout(_ layout: Layout) -> JSONObject {
        [
            "id": .string(layout.id), "name_zh": .string(layout.name.zh), "name_en": .string(layout.name.en),
            "kind": .string(layout.kind.rawValue), "documents": [], "coverage": nil, "partitions": [],
            "unassigned": nil, "editions": [],
        ]
    }

    private static func entry(
        _ terms: EditionTerms, _ request: ImportRequest, _ origin: EditionOrigin
    ) -> JSONValue {
        let isWhole = request.missing != .keep
        let what = request.title.map { title in
            isWhole
                ? Bilingual(zh: "《\(title)》导入版", en: "imported from \(title)")
                : Bilingual(zh: "含《\(title)》导入边界", en: "with boundaries imported from \(title)")
        }
        let name =
            what
            ?? Bilingual(zh: "\(request.validFrom)起用的导入版", en: "imported edition of \(request.validFrom)")
        var entry: JSONObject = [
            "id": .string(terms.edition), "valid_from": .string(request.validFrom.description),
            "valid_to": terms.validTo.map { .string($0.description) } ?? .null,
            "recorded_on": .string(request.today.description), "name_zh": .string(name.zh),
            "name_en": .string(name.en),
        ]
        if let classification = request.classification { entry["classification"] = .string(classification) }
        entry["origin"] = origin.json
        return .object(entry)
    }
}
