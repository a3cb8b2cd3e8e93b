import GeoJSON
import PlanarGeometry
import Planning
import Topology
import Wording

/// Makes the two files of an edition out of those of the edition before it and what was read.
///
/// What the texts say of a zone (names, functions, sentences, relations) is taken over as it is; only where it lies,
/// and how well that is known, comes from the files.
struct EditionMaking {
    private let terms: EditionTerms
    private let request: ImportRequest
    private let catalogue: Catalogue
    /// The edition before it as it is written, so that nothing that is not understood here gets lost.
    private var collection = FeatureCollection(features: [])
    private let statements: JSONObject
    private let accuracy: ZoneAccuracy
    private let parts = PartJoining()

    private(set) var drawn: [(zone: String, features: Int)] = []
    private(set) var created: [String] = []
    private(set) var missing: [String] = []
    private(set) var notes: [Note] = []
    private var fitted: [String] = []

    var drawnIDs: [String] { drawn.map(\.zone) }

    init(
        _ terms: EditionTerms, _ request: ImportRequest, _ catalogue: Catalogue, _ folder: GeoDataFolder
    ) throws(ExchangeError) {
        self.terms = terms
        self.request = request
        accuracy = ZoneAccuracy(request)
        self.catalogue = catalogue
        guard let base = terms.base else {
            statements = ["relations": [], "quantities": []]
            return
        }
        let file = "\(terms.layout.id)/\(base.id)"
        do {
            collection = try FeatureCollection(parsing: try folder.bytes(of: "\(file)/zones.geojson"))
            statements = try JSONValue(parsing: try folder.bytes(of: "\(file)/relations.json")).members ?? [:]
        } catch let error as GeoDataError {
            throw .data(error)
        } catch let error as JSONError {
            throw .inFile("\(folder.path)/\(file)", error)
        } catch {
            throw .library("GeoJSON", "\(error)")
        }
    }

    /// `zones.geojson`.
    var zones: [UInt8] { JSONWriter(.pretty).bytes(collection.encoded(decimals: 9)) + [0x0A] }

    /// `relations.json`: what the texts say; only that a zone was drawn to a size is true no longer.
    func relations() throws(ExchangeError) -> [UInt8] {
        var statements = statements
        let ids = Set(drawnIDs + fitted)
        let quantities = statements["quantities"]?.elements?.map { quantity -> JSONValue in
            guard var members = quantity.members, members["drawn_to_size"] != nil,
                let zone = members["zone"]?.stringValue, ids.contains(zone) || ids.contains(zone.afterSlash)
            else { return quantity }
            members["drawn_to_size"] = false
            return .object(members)
        }
        if let quantities { statements["quantities"] = .array(quantities) }
        return JSONWriter(.pretty).bytes(.object(statements)) + [0x0A]
    }

    // MARK: - Zones

    mutating func take(_ reading: inout CandidateReading) throws(ExchangeError) {
        noteUnsaid()
        if terms.control != nil { return try takeControl(reading) }
        let zones = terms.base?.zones ?? []
        var matching = try ZoneMatching(zones, of: terms.layout, in: catalogue, said: request.matches)
        try matching.take(reading.candidates, newZones: request.newZones, columns: reading.columns)
        for index in collection.features.indices {
            guard let id = collection.features[index].id?.text else { continue }
            if let candidates = matching.matched[id] {
                try draw(id, candidates, reading, at: index)
            } else if collection.features[index].geometry != nil {
                missing.append(id)
                if request.missing == .unlocated { clear(at: index, reading) }
            }
        }
        for candidate in matching.unmatched { try add(candidate, reading) }
        try fitSketches()
    }

    /// Fits what is kept to what was imported, now or before, and says so.
    private mutating func fitSketches() throws(ExchangeError) {
        let earlier = missing.filter { terms.base?.origin?.draws($0) ?? false }
        let fitting = SketchFitting(terms.layout)
        let all: [SketchFitting.Fitted]
        do throws(TopologyError) {
            all = try fitting.fit(&collection.features, to: Set(drawnIDs + earlier))
        } catch { throw .library("GEOS", "\(error)") }
        guard !all.isEmpty else { return }
        fitted = all.map(\.id)
        for one in all {
            var properties = collection.features[one.index].properties
            let earlier = (properties["note_zh"]?.stringValue, properties["note_en"]?.stringValue)
            properties["note_zh"] = .string(
                (earlier.0.map { $0 + " " } ?? "") + "示意边界与导入的边界相接处已按后者调整：\(one.change.zh)。")
            properties["note_en"] = .string(
                (earlier.1.map { $0 + " " } ?? "")
                    + "Where the sketch met imported boundaries it was fitted to them: it \(one.change.en).")
            collection.features[one.index].properties = properties
        }
        let names = all.map { one in
            let properties = collection.features[one.index].properties
            return Bilingual(
                zh: "“\(properties["name_zh"]?.stringValue ?? one.id)”\(one.change.zh)",
                en: "\(properties["name_en"]?.stringValue ?? one.id) \(one.change.en)")
        }
        notes.append(
            Note(
                code: "sketches_fitted",
                text: Bilingual(
                    zh: "沿用的示意图形已按导入的边界调整：\(names.map(\.zh).joined(separator: "；"))。原版次不变。",
                    en:
                        "Sketches that were kept were fitted to the imported boundaries: \(names.map(\.en).joined(separator: "; ")). The edition before stays as it was."
                )))
    }

    /// Says what will be said of boundaries whose plan or years nobody told.
    private mutating func noteUnsaid() {
        let unsaid = [
            request.title == nil ? "--source-title" : nil, request.planPeriod == nil ? "--plan-period" : nil,
        ].compactMap(\.self)
        guard !unsaid.isEmpty else { return }
        let options = unsaid.joined(separator: " ")
        let which = Bilingual(
            zh: [request.title == nil ? "所属规划" : nil, request.planPeriod == nil ? "规划期" : nil]
                .compactMap(\.self).joined(separator: "和"),
            en: [
                request.title == nil ? "which plan they belong to" : nil,
                request.planPeriod == nil ? "its years" : nil,
            ]
            .compactMap(\.self).joined(separator: " and "))
        notes.append(
            Note(
                code: "plan_not_stated",
                text: Bilingual(
                    zh: "未注明\(which.zh)，此后的答复与地图都会写明“未注明”；可加 \(options) 后重新导入（同一版次加 --force）。",
                    en:
                        "Not said: \(which.en); every answer and map will say so. Import again with \(options) (and --force for the same edition)."
                )))
    }

    /// A control line: one zone for each name the file gives, or one for all of it; that one bears the line's own name,
    /// by which people ask, and the file's as another.
    private mutating func takeControl(_ reading: CandidateReading) throws(ExchangeError) {
        var groups: [(name: String, candidates: [ImportCandidate])] = []
        for candidate in reading.candidates {
            let name = candidate.name ?? terms.layout.name.zh
            if let place = groups.firstIndex(where: { $0.name == name }) {
                groups[place].candidates.append(candidate)
            } else {
                groups.append((name, [candidate]))
            }
        }
        for (index, group) in groups.enumerated() {
            let id = groups.count == 1 ? terms.layout.id : "\(terms.layout.id)-\(index + 1)"
            let isNamed = group.candidates[0].name != nil
            let isAlone = groups.count == 1
            try add(
                id, name: isAlone ? terms.layout.name.zh : group.name,
                english: isNamed && !isAlone
                    ? group.candidates[0].texts[.nameEnglish] : terms.layout.name.en,
                aliases: isAlone && group.name != terms.layout.name.zh ? [group.name] : [],
                group.candidates, role: .control, reading)
        }
    }

    private mutating func draw(
        _ id: String, _ candidates: [ImportCandidate], _ reading: CandidateReading, at index: Int
    ) throws(ExchangeError) {
        collection.features[index].geometry = try parts.joined(candidates)
        var properties = collection.features[index].properties
        try accuracy.state(of: candidates, reading, in: &properties)
        for key in ["unlocated_reason_zh", "unlocated_reason_en"] { properties[key] = nil }
        if let zh = properties["note_zh"]?.stringValue, let en = properties["note_en"]?.stringValue {
            let was = Self.earlierNote
            properties["note_zh"] = .string(zh.hasPrefix(was.zh) ? zh : was.zh + zh)
            properties["note_en"] = .string(en.hasPrefix(was.en) ? en : was.en + en)
        }
        collection.features[index].properties = properties
        drawn.append((id, candidates.count))
        if let note = AreaComparison.difference(of: candidates, id, collection.features[index].geometry) {
            notes.append(note)
        }
    }

    /// Before notes written on a drawing of ours: what they say of the texts holds, what of the drawing does not.
    private static let earlierNote = Bilingual(
        zh: "图形已由导入的文件取代；以下为此前的说明，其中关于绘制的话不再适用。",
        en:
            "The outline was replaced by an imported one; what follows was written before, and what it says of drawing no longer holds. "
    )

    /// A zone the files do not draw: it stays in the list, without a place.
    private mutating func clear(at index: Int, _ reading: CandidateReading) {
        collection.features[index].geometry = nil
        for key in ["accuracy_m", "accuracy_basis_zh", "accuracy_basis_en"] {
            collection.features[index].properties[key] = nil
        }
        collection.features[index].properties["unlocated_reason_zh"] = .string(
            "导入的文件（\(reading.fileNames)）中没有此单元")
        collection.features[index].properties["unlocated_reason_en"] = .string(
            "the imported files (\(reading.fileNames)) do not draw it")
    }

    // MARK: - New zones

    private mutating func add(_ candidate: ImportCandidate, _ reading: CandidateReading) throws(ExchangeError)
    {
        var id = candidate.id.map { $0.lowercased() } ?? ""
        let isFree = !collection.features.contains { $0.id?.text == id }
        if !Self.isID(id) || !isFree { id = "imported-\(created.count + 1)" }
        let role: Zone.Role
        if let text = candidate.texts[.role] {
            guard let known = Zone.Role(rawValue: text.lowercased()) else {
                throw .badValue(
                    "role", text,
                    Bilingual(
                        zh: "\(candidate.place.quotable)的类型不认识",
                        en: "the role of \(candidate.place.quotable) is unknown"))
            }
            role = known
        } else {
            role =
                candidate.geometry.polygons.isEmpty
                ? (candidate.geometry.lines.isEmpty ? .place : .axis) : .area
        }
        try add(
            id, name: candidate.label, english: candidate.texts[.nameEnglish], [candidate], role: role,
            reading)
    }

    private mutating func add(
        _ id: String, name: String, english: String?, aliases: [String] = [],
        _ candidates: [ImportCandidate], role: Zone.Role, _ reading: CandidateReading
    ) throws(ExchangeError) {
        guard let period = request.planPeriod else {
            throw .unsaid(
                "--plan-period", Bilingual(zh: "新单元须注明规划期", en: "new zones say which years they plan for"),
                Bilingual(zh: "如 --plan-period 2021-2035。", en: "Such as --plan-period 2021-2035."))
        }
        let parent = candidates[0].texts[.parent].flatMap { text in
            collection.features.first {
                $0.id?.text == text || $0.properties["name_zh"]?.stringValue == text
            }?.id?.text
        }
        var properties: JSONObject = [
            "name_zh": .string(name), "name_en": .string(english ?? name),
            "aliases": .array(aliases.map { .string($0) }),
            "layout": .string(terms.layout.id), "parent": parent.map { .string($0) } ?? .null,
            "role": .string(role.rawValue), "functions": [], "industries": [],
        ]
        try accuracy.state(of: candidates, reading, in: &properties)
        properties["sources"] = []
        var years: JSONObject = ["from": .integer(period.from), "to": .integer(period.to)]
        years["outlook"] = period.outlook.map { .integer($0) } ?? .null
        properties["plan_period"] = .object(years)
        let remarks = [candidates[0].texts[.note]].compactMap(\.self) + candidates[0].kept
        if candidates.count == 1, !remarks.isEmpty {
            let text = remarks.joined(separator: "；")
            properties["note_zh"] = .string("文件所载：\(text)")
            properties["note_en"] = .string("in the file: \(text)")
        }
        let geometry = try parts.joined(candidates)
        collection.features.append(Feature(id: FeatureID(id), geometry: geometry, properties: properties))
        drawn.append((id, candidates.count))
        created.append(id)
        if let note = AreaComparison.difference(of: candidates, id, geometry) { notes.append(note) }
    }

    private static func isID(_ text: String) -> Bool {
        (2...64).contains(text.utf8.count) && !text.utf8.allSatisfy { (48...57).contains($0) }
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}

extension String {
    /// What follows the slash of `layout/zone`.
    fileprivate var afterSlash: String { split(separator: "/").last.map(String.init) ?? self }
}
