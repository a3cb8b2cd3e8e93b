import Exchange
import GeoJSON
import PlanarGeometry
import Planning
import Presenting
import Projection
import Siting
import Tables
import Wording

/// Reads sites of any shape: positions, names, Well-Known Text and GeoJSON, on the command line or in files.
final class ShapedSites {
    /// How sites are to be read.
    struct Terms {
        /// The frame of sites that name none; nil for WGS 84, taken for granted and said so.
        var frame: ReferenceFrame?
        /// One standard deviation per axis of sites that give none, metres.
        var accuracy = 0.0
        /// Whether to repair invalid shapes.
        var makingValid = false
        /// The area the user states for the one site.
        var statedArea: StatedArea?
        /// How files of GIS, CAD and office formats are read.
        var files = SiteFileOptions()
    }

    private let terms: Terms
    private let language: Language
    private let parcels: ParcelReader
    private let columns = ObjectColumns()
    /// The catalogue, of whose zones one may be named.
    private let zones: [Zone]
    /// Read when the first name is.
    private let gazetteer: () throws -> Gazetteer
    private lazy var positions = SiteReader(frame: terms.frame, accuracy: terms.accuracy)
    private var places: SiteReader?

    init(
        _ terms: Terms, _ catalogue: Catalogue, asOf: CalendarDate, _ language: Language,
        gazetteer: @escaping () throws -> Gazetteer
    ) {
        self.terms = terms
        self.language = language
        self.gazetteer = gazetteer
        zones = catalogue.layouts.compactMap { $0.edition(validOn: asOf) }.flatMap(\.zones)
        parcels = ParcelReader(
            frame: terms.frame ?? .wgs84, accuracy: terms.accuracy, makingValid: terms.makingValid)
    }

    /// The sites a word names: one, or as many as its file holds.
    func sites(_ word: String) throws -> [ShapedSite] {
        switch SiteArgument(word) {
        case .position(let text): return [position(text, label: text)]
        case .name(let name): return [try place(name)]
        case .wkt(let text): return [wkt(text, label: "WKT")]
        case .geojson(let text): return try features(Array(text.utf8), label: "GeoJSON", terms.frame != nil)
        case .file(let path): return try file(path)
        }
    }

    // MARK: - Names

    /// The place with a name; else the zone, as it is drawn.
    func place(_ name: String) throws -> ShapedSite {
        let reader: SiteReader
        if let places {
            reader = places
        } else {
            reader = SiteReader(frame: terms.frame, accuracy: terms.accuracy, gazetteer: try gazetteer())
        }
        places = reader
        do throws(SiteError) {
            return ShapedSite(
                label: name, name: name,
                site: .success(AssessedSite(try reader.site(SiteText(position: .place(name))))))
        } catch {
            if error.code == "unknown_place", let zone = zone(named: name) {
                guard let site = AssessedSite(zone) else {
                    return ShapedSite(
                        label: name, name: name,
                        site: .failure(RowError(UnlocatedSite(zone), field: "--place")))
                }
                return ShapedSite(label: name, id: zone.id, name: name, site: .success(site))
            }
            return ShapedSite(label: name, name: name, site: .failure(RowError(error, field: "--place")))
        }
    }

    private func zone(named name: String) -> Zone? {
        let wanted = name.foldedWidth.lowercased()
        let found = zones.filter {
            $0.id == name || $0.name.zh == name || $0.name.en.lowercased() == wanted
                || $0.aliases.contains(name)
        }
        return found.first { $0.geometry != nil } ?? found.first
    }

    // MARK: - Texts

    private func position(_ text: String, label: String) -> ShapedSite {
        do throws(SiteError) {
            let site = try positions.site(SiteText(position: .single(text, order: .eastingFirst)))
            return ShapedSite(label: label, site: .success(AssessedSite(site)))
        } catch {
            return ShapedSite(label: label, site: .failure(RowError(error, field: text)))
        }
    }

    private func wkt(_ text: String, label: String, row: Int? = nil) -> ShapedSite {
        // A point goes the way of positions, so that swapped and shifted numbers are told alike.
        if text.uppercased().hasPrefix("POINT"), let pair = Self.firstPair(of: text) {
            return position(pair, label: label)
        }
        do throws(ParcelError) {
            let parcel = try parcels.parcel(wkt: text, statedArea: terms.statedArea)
            return ShapedSite(
                label: label,
                site: .success(AssessedSite(parcel, isFrameAssumed: terms.frame == nil)))
        } catch {
            return ShapedSite(label: label, site: .failure(RowError(error, row: row, field: label)))
        }
    }

    /// The two numbers of a WKT point, as a position is written.
    private static func firstPair(of wkt: String) -> String? {
        let numbers = wkt.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.split(
            whereSeparator: \.isWhitespace)
        return numbers.count >= 2 ? "\(numbers[0]),\(numbers[1])" : nil
    }

    // MARK: - Files

    private func file(_ path: String) throws -> [ShapedSite] {
        if let file = try SiteFile(ofOtherFormat: path, terms.files, language) {
            guard !file.format.isTable else {
                throw Failure(RowError(NoShape(), field: path), language, status: .badData)
            }
            return try features(file.text, label: path, terms.frame != nil)
        }
        let bytes: [UInt8]
        do throws(TableError) {
            let opened = try ByteSource(path: path).peeked()
            _ = try InputFormat.guess(fileName: path, firstBytes: opened.firstBytes[...])
            bytes = try opened.source.decoded().all()
        } catch {
            throw Failure(
                RowError(error.withOption, field: path), language,
                status: error.code == "unreadable_input" ? .noInput : .badData)
        }
        return try sites(inFile: bytes, path)
    }

    private func sites(inFile bytes: [UInt8], _ path: String) throws -> [ShapedSite] {
        let text = String(decoding: bytes, as: UTF8.self).trimmed
        if text.isEmpty { throw Failure(RowError(EmptyInput(), field: path), language, status: .badData) }
        if text.hasPrefix("{") || text.hasPrefix("[") {
            return try features(Array(text.utf8), label: path, terms.frame != nil)
        }
        guard text.isWKT else {
            let lines = text.split(whereSeparator: \.isNewline)
            if lines.count == 1, case .position = SiteArgument(text) { return [position(text, label: path)] }
            throw Failure(RowError(NoShape(), field: path), language, status: .badData)
        }
        // One shape may run over several lines; every line that begins one begins another site.
        var shapes: [String] = []
        for line in text.split(whereSeparator: \.isNewline) where !line.trimmed.isEmpty {
            if line.trimmed.isWKT || shapes.isEmpty {
                shapes.append(String(line))
            } else {
                shapes[shapes.count - 1] += "\n" + line
            }
        }
        guard shapes.count > 1 else { return [wkt(text, label: path)] }
        return shapes.enumerated().map { wkt($1, label: "\(path)#\($0 + 1)", row: $0 + 1) }
    }

    // MARK: - GeoJSON

    /// Every feature of a GeoJSON text, a site each.
    private func features(_ text: [UInt8], label: String, _ isFrameStated: Bool) throws -> [ShapedSite] {
        var reader: FeatureReader
        let declared: String?
        do {
            reader = try FeatureReader(parsing: text, acceptingAnyCRS: true)
            declared = try isFrameStated ? nil : GeoJSONSites.frame(declared: reader.declaredCRS)
        } catch let error as JSONError {
            throw Failure(RowError(error, field: label), language, status: .badData)
        } catch let error as FrameError {
            throw Failure(RowError(error, field: "crs"), language, status: .badData)
        }
        var sites: [ShapedSite] = []
        while true {
            let number = reader.index + 1
            guard let result = reader.next() else { break }
            switch result {
            case .failure(let error):
                sites.append(
                    ShapedSite(
                        label: "\(label)#\(number)", id: error.featureID?.text,
                        site: .failure(RowError(error, row: number, field: "geometry"))))
            case .success(let feature): sites.append(self.feature(feature, number, label, declared))
            }
        }
        guard !sites.isEmpty else {
            throw Failure(RowError(EmptyInput(), field: label), language, status: .badData)
        }
        return sites
    }

    private func feature(_ feature: Feature, _ number: Int, _ label: String, _ declared: String?)
        -> ShapedSite
    {
        let properties = ObjectTexts(feature.properties, columns)
        let id = feature.id?.text ?? properties.id
        func site(_ result: Result<AssessedSite, RowError>) -> ShapedSite {
            ShapedSite(label: "\(label)#\(number)", id: id, name: properties.name, site: result)
        }
        func bad(_ error: any ExplainedError, _ field: String?) -> ShapedSite {
            site(.failure(RowError(error, row: number, field: field)))
        }
        guard let geometry = feature.geometry else { return bad(MissingShape(), "geometry") }
        var text: SiteText
        do throws(TableError) {
            text = try properties.site(at: .place(""), frame: declared)
        } catch {
            return bad(error.withOption, error.field)
        }
        text.id = id
        do throws(SiteError) {
            if case .point(let point) = geometry {
                text.position = .pair("\(point.x)", "\(point.y)", order: .eastingFirst)
                return site(.success(AssessedSite(try positions.site(text))))
            }
            let frame = try positions.frame(of: text)
            let accuracy = try positions.accuracy(of: text)
            do throws(ParcelError) {
                let parcel = try parcels.parcel(
                    geometry, id: id, name: text.name, frame: frame.frame, accuracy: accuracy,
                    statedArea: terms.statedArea)
                return site(.success(AssessedSite(parcel, isFrameAssumed: frame.isAssumed)))
            } catch {
                return bad(error, "geometry")
            }
        } catch {
            return bad(error, properties.fields[error.part] ?? error.part.rawValue)
        }
    }
}

/// A zone named as a site that is not drawn.
private struct UnlocatedSite: ExplainedError {
    private let zone: Zone

    init(_ zone: Zone) { self.zone = zone }

    let code = "unlocated_zone"
    var message: Bilingual {
        Bilingual(
            zh: "“\(zone.name.zh)”（\(zone.id)）未上图，无法评估：\(zone.unlocatedReason?.zh ?? "")。",
            en:
                "\(zone.name.en) (\(zone.id)) is not drawn and cannot be assessed: \(zone.unlocatedReason?.en ?? "")."
        )
    }
    var remedy: Bilingual {
        Bilingual(
            zh: "文本对它的说法见 jinfeng zone \(zone.id)；如有坐标，请直接给出。",
            en:
                "What the documents say of it: jinfeng zone \(zone.id). If you know the coordinates, give them."
        )
    }
}

private struct EmptyInput: ExplainedError {
    let code = "empty_input"
    var message: Bilingual { Bilingual(zh: "输入中没有任何地块。", en: "The input holds no site.") }
    var remedy: Bilingual {
        Bilingual(zh: "请确认文件已保存且路径无误。", en: "Check that the file was saved and the path is right.")
    }
}

private struct NoShape: ExplainedError {
    let code = "unknown_site_format"
    var message: Bilingual {
        Bilingual(zh: "不是 GeoJSON、WKT，也不是一个坐标。", en: "It is neither GeoJSON nor WKT nor one position.")
    }
    var remedy: Bilingual {
        Bilingual(
            zh: "表格中的多个点位请用 jinfeng locate --input，多个候选地块请用 jinfeng find。",
            en: "For a table of positions use jinfeng locate --input, for candidates jinfeng find.")
    }
}

private struct MissingShape: ExplainedError {
    let code = "missing_geometry"
    var message: Bilingual { Bilingual(zh: "要素没有几何（null）。", en: "The feature has no geometry (null).") }
    var remedy: Bilingual {
        Bilingual(zh: "请给出点、线或面。", en: "Give it a point, a line or an area.")
    }
}
