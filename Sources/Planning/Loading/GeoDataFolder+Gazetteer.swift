internal import Tables
internal import Wording

extension GeoDataFolder {
    /// Reads `control-points.csv`.
    ///
    /// - Throws: ``GeoDataError`` naming the line and what is wrong in it.
    public func gazetteer() throws(GeoDataError) -> Gazetteer {
        var loading = GazetteerLoading(folder: self)
        let gazetteer = loading.gazetteer(zones: nil)
        if let fault = loading.faults.first { throw fault }
        return gazetteer
    }
}

/// Reads `control-points.csv`; rows at fault are left out and noted.
struct GazetteerLoading {
    let folder: GeoDataFolder
    private(set) var faults: [GeoDataError] = []

    init(folder: GeoDataFolder) { self.folder = folder }

    /// The places; where the zones are known, a place's zone must be one of them.
    mutating func gazetteer(zones: KnownZones?) -> Gazetteer {
        let file = "control-points.csv"
        let path = "\(folder.path)/\(file)"
        var places: [NamedPlace] = []
        let bytes: [UInt8]
        do throws(GeoDataError) {
            bytes = try folder.bytes(of: file)
        } catch {
            faults.append(error)
            return Gazetteer(places: [])
        }
        do throws(TableError) {
            var reader = try CSVReader(ByteSource(bytes))
            var decoder = try TextDecoder(reader.dialect.encoding)
            let columns = reader.columns
            while let record = try reader.next() {
                guard !record.isBlank else { continue }
                if let problem = record.problem { throw problem }
                var fields: [String: String] = [:]
                for column in columns { fields[column.name] = try record.text(of: column, using: &decoder) }
                switch Self.place(fields) {
                case .success(let place): places.append(place)
                case .failure(let found):
                    let line = record.position.line
                    faults.append(.malformedRow(file: path, row: line, problem: found.problem))
                }
            }
        } catch {
            faults.append(.malformedTable(file: path, error))
        }
        for index in places.indices {
            guard let zone = places[index].zone, let zones, !zones.has(zone) else { continue }
            if zones.misses(zone) {
                let what = Bilingual(zh: "结构单元", en: "zone")
                faults.append(
                    .unknownReference(file: path, id: places[index].name.zh, what: what, missing: "\(zone)"))
            }
            places[index].zone = nil
        }
        return Gazetteer(places: places)
    }

    private struct Flaw: Error {
        let problem: Bilingual
    }

    private static func place(_ fields: [String: String]) -> Result<NamedPlace, Flaw> {
        func field(_ key: String) -> String { fields[key] ?? "" }
        guard !field("name_zh").isEmpty else {
            return .failure(Flaw(problem: Bilingual(zh: "缺少 name_zh。", en: "name_zh is empty.")))
        }
        var position: LonLat?
        var accuracy: Double?
        if !field("lon").isEmpty || !field("lat").isEmpty {
            guard let lon = Double(field("lon")), let lat = Double(field("lat")),
                let metres = Double(field("uncertainty_m"))
            else {
                return .failure(
                    Flaw(
                        problem: Bilingual(
                            zh: "lon、lat、uncertainty_m 应为数字。",
                            en: "lon, lat and uncertainty_m must be numbers.")))
            }
            guard abs(lon) <= 180, abs(lat) <= 90, metres >= 0, metres.isFinite else {
                return .failure(
                    Flaw(
                        problem: Bilingual(
                            zh: "lon 应在 ±180 之间，lat 应在 ±90 之间，uncertainty_m 不应为负。",
                            en:
                                "lon must lie within ±180, lat within ±90, and uncertainty_m must not be negative."
                        )))
            }
            position = LonLat(longitude: lon, latitude: lat)
            accuracy = metres
        }
        let note =
            field("note_zh").isEmpty && field("note_en").isEmpty
            ? nil : Bilingual(zh: field("note_zh"), en: field("note_en"))
        let zone = field("zone").split(separator: "/", maxSplits: 1).map(String.init)
        guard zone.count != 1 else {
            return .failure(
                Flaw(
                    problem: Bilingual(
                        zh: "zone 应写成“空间格局/结构单元”，而不是“\(zone[0])”。",
                        en: "zone must be written layout/zone, not \"\(zone[0])\".")))
        }
        return .success(
            NamedPlace(
                name: Bilingual(zh: field("name_zh"), en: field("name_en")),
                aliases: field("aliases").split(separator: ";").map(String.init), kind: field("kind"),
                position: position, accuracy: accuracy,
                origin: Bilingual(zh: field("origin_zh"), en: field("origin_en")),
                zone: zone.count == 2 ? ZoneReference(layout: zone[0], zone: zone[1]) : nil,
                note: note))
    }
}
