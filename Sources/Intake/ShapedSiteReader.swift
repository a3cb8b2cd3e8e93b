internal import GeoJSON
internal import PlanarGeometry
package import Planning
internal import Presenting
package import Projection
package import Siting
internal import Tables
internal import Wording

/// Reads sites of any shape: positions, names, Well-Known Text and GeoJSON.
package final class ShapedSiteReader {
    /// How sites are to be read.
    package struct Terms {
        /// The frame of sites that name none; nil for WGS 84, taken for granted and said so.
        var frame: ReferenceFrame?
        /// One standard deviation per axis of sites that give none, metres.
        var accuracy = 0.0
        /// Whether to repair invalid shapes.
        var makingValid = false
        /// The area the user states for the one site.
        package var statedArea: StatedArea?

        /// Collects the terms.
        package init(
            frame: ReferenceFrame? = nil, accuracy: Double = 0, makingValid: Bool = false,
            statedArea: StatedArea? = nil
        ) {
            self.frame = frame
            self.accuracy = accuracy
            self.makingValid = makingValid
            self.statedArea = statedArea
        }
    }

    private let terms: Terms
    private let parcels: ParcelReader
    private let columns = ObjectColumns()
    private let zoneNames: ZoneNames
    /// Read when the first name is.
    private let gazetteer: () throws -> Gazetteer
    private lazy var positions = SiteReader(frame: terms.frame, accuracy: terms.accuracy)
    private var names: Names?

    package init(
        _ terms: Terms, _ catalogue: Catalogue, asOf: CalendarDate,
        gazetteer: @escaping () throws -> Gazetteer
    ) {
        self.terms = terms
        self.gazetteer = gazetteer
        zoneNames = ZoneNames(catalogue, asOf: asOf)
        parcels = ParcelReader(
            frame: terms.frame ?? .wgs84, accuracy: terms.accuracy, makingValid: terms.makingValid)
    }

    // MARK: - Names

    /// What a name means: the zone as it is drawn, else the place.
    package func named(_ name: String) throws -> ShapedSite { try site(named: name, preferring: .zones) }

    /// The place with a name; else the zone, as it is drawn.
    package func place(_ name: String) throws -> ShapedSite { try site(named: name, preferring: .places) }

    private func site(named name: String, preferring preference: SiteNames.Preference) throws -> ShapedSite {
        let known: Names
        if let names { known = names } else { known = Names(try gazetteer(), zoneNames, terms) }
        names = known
        let field = preference == .places ? "--place" : nil
        do throws(SiteError) {
            let meaning = try known.names.meaning(of: name, preferring: preference)
            let notes = known.names.note(on: name, taken: meaning).map { [$0] } ?? []
            guard case .zone(let zone) = meaning else {
                let site = try known.reader.site(SiteText(position: .place(name)))
                return ShapedSite(label: name, name: name, site: .success(AssessedSite(site, noting: notes)))
            }
            guard let site = AssessedSite(zone, noting: notes) else {
                return ShapedSite(
                    label: name, name: name, site: .failure(RowError(UnlocatedSite(zone), field: field)))
            }
            return ShapedSite(label: name, id: zone.id, name: name, site: .success(site))
        } catch {
            return ShapedSite(
                label: name, name: name,
                site: .failure(RowError(known.names.guessed(error, at: name), field: field)))
        }
    }

    /// What names are looked up in.
    private struct Names {
        let names: SiteNames
        let reader: SiteReader

        init(_ gazetteer: Gazetteer, _ zones: ZoneNames, _ terms: Terms) {
            names = SiteNames(gazetteer, zones)
            reader = SiteReader(frame: terms.frame, accuracy: terms.accuracy, gazetteer: gazetteer)
        }
    }

    // MARK: - Texts

    /// One position.
    package func position(_ text: String, label: String) -> ShapedSite {
        do throws(SiteError) {
            let site = try positions.site(SiteText(position: .single(text, order: .eastingFirst)))
            return ShapedSite(label: label, site: .success(AssessedSite(site)))
        } catch {
            return ShapedSite(label: label, site: .failure(RowError(error, field: text)))
        }
    }

    /// One shape in Well-Known Text.
    package func wkt(_ text: String, label: String, row: Int? = nil) -> ShapedSite {
        let (words, shape) = text.wordsAndWKT ?? ("", text.foldedWidth)
        // A point goes the way of positions, so that swapped and shifted numbers are told alike.
        let name = words.isEmpty ? nil : words
        do throws(ParcelError) {
            if shape.uppercased().hasPrefix("POINT"), let point = try parcels.point(wkt: shape) {
                return position("\(point.x),\(point.y)", label: label)
            }
            let parcel = try parcels.parcel(wkt: shape, name: name, statedArea: terms.statedArea)
            return ShapedSite(
                label: label, name: name,
                site: .success(AssessedSite(parcel, isFrameAssumed: terms.frame == nil)))
        } catch {
            return ShapedSite(
                label: label, name: name, site: .failure(RowError(error, row: row, field: label)))
        }
    }

    /// The sites of a text: GeoJSON, Well-Known Text of one shape or of one a line, or a position.
    ///
    /// - Throws: `RowError` where the text is none of these.
    package func sites(inText bytes: [UInt8], label: String) throws -> [ShapedSite] {
        // Blanks first byte by byte: of a text of nothing else there may be millions.
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var filled = bytes[...]
        while let first = filled.first, isBlank(first) { filled.removeFirst() }
        while let last = filled.last, isBlank(last) { filled.removeLast() }
        let text = String(decoding: filled, as: UTF8.self).trimmed
        if text.isEmpty { throw RowError(EmptyInput(), field: label) }
        if text.hasPrefix("{") || text.hasPrefix("[") {
            return try features(Array(text.utf8), label: label)
        }
        guard text.isWKT || text.wordsAndWKT != nil else {
            let lines = text.split(whereSeparator: \.isNewline)
            if lines.count == 1, text.holdsFigures {
                return [position(text, label: label)]
            }
            throw RowError(NoShape(), field: label)
        }
        // One shape may run over several lines; every line that begins one begins another site.
        var shapes: [String] = []
        for line in text.split(whereSeparator: \.isNewline) where !line.trimmed.isEmpty {
            let isShape = line.trimmed.isWKT || line.wordsAndWKT != nil
            if shapes.last?.wordsAndWKT == nil, shapes.last?.isWKT == false {
                // Words in a line of their own belong to the shape below.
                shapes[shapes.count - 1] += " " + line
            } else if isShape || shapes.isEmpty {
                shapes.append(String(line.trimmed))
            } else {
                shapes[shapes.count - 1] += "\n" + line
            }
        }
        guard shapes.count > 1 else { return [wkt(text, label: label)] }
        return shapes.enumerated().map { wkt($1, label: "\(label)#\($0 + 1)", row: $0 + 1) }
    }

    // MARK: - GeoJSON

    /// Every feature of a GeoJSON text, a site each.
    ///
    /// - Throws: `RowError` where it is no GeoJSON.
    package func features(_ text: [UInt8], label: String) throws -> [ShapedSite] {
        let isFrameStated = terms.frame != nil
        var reader: FeatureReader
        let declared: String?
        do {
            reader = try FeatureReader(parsing: text, acceptingAnyCRS: true)
            declared = try isFrameStated ? nil : GeoJSONSites.frame(declared: reader.declaredCRS)
        } catch let error as JSONError {
            throw RowError(error, field: label)
        } catch let error as FrameError {
            throw RowError(error, field: "crs")
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
            throw RowError(EmptyInput(), field: label)
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
                // What is stated on the command line goes before what the file states.
                let parcel = try parcels.parcel(
                    geometry, id: id, name: text.name, frame: frame.frame, accuracy: accuracy,
                    statedArea: terms.statedArea ?? properties.landArea().area)
                return site(.success(AssessedSite(parcel, isFrameAssumed: frame.isAssumed)))
            } catch {
                return bad(error, "geometry")
            }
        } catch {
            return bad(error, properties.fields[error.part] ?? error.part.rawValue)
        }
    }
}
