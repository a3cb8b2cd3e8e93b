internal import GeoJSON
internal import PlanarGeometry
internal import Presenting
internal import Projection
internal import Siting
package import Tables
internal import Wording

/// The candidates of a GeoJSON text, a feature each, of any kind of geometry.
package struct GeoJSONCandidates {
    private var reader: FeatureReader
    private let declaredFrame: String?
    private let columns = ObjectColumns()

    /// Reads what is around the features; where the user states the frame, a `crs` member says nothing.
    ///
    /// - Throws: ``JSONError`` where the text is no GeoJSON, ``FrameError`` for a `crs` that is not read.
    package init(_ text: [UInt8], overrulingCRS: Bool) throws {
        reader = try FeatureReader(parsing: text, acceptingAnyCRS: true)
        declaredFrame = try overrulingCRS ? nil : GeoJSONSites.frame(declared: reader.declaredCRS)
    }

    /// The next feature; nil at the end.
    package mutating func next() -> CandidateRow? {
        let row = reader.index + 1
        guard let result = reader.next() else { return nil }
        switch result {
        case .failure(let error):
            let id = error.featureID
            let remains = reader.unreadProperties.map { Feature(id: id, geometry: nil, properties: $0) }
            return CandidateRow(
                origin: .feature(remains), row: row, id: id?.text,
                text: .failure(RowError(error, row: row, field: "geometry")))
        case .success(let feature):
            return CandidateRow(feature, number: row, columns, declaredFrame: declaredFrame)
        }
    }
}

/// The candidates of an NDJSON text, an object a line: a GeoJSON Feature, or members named like a table's headers.
package struct NDJSONCandidates: ~Copyable {
    private var reader: NDJSONReader
    private let columns: ObjectColumns
    /// Of features, whose properties are no columns of the user's choice.
    private let properties = ObjectColumns()
    private let mapping: ColumnMapping
    private let overrulingHeaders: Bool

    /// Opens the input; where the user states the frame, one named in a key says nothing.
    package init(_ source: ByteSource, mapping: ColumnMapping, overrulingHeaders: Bool) throws(TableError) {
        reader = try NDJSONReader(source)
        columns = ObjectColumns(mapping: mapping)
        self.mapping = mapping
        self.overrulingHeaders = overrulingHeaders
    }

    /// The next line that is not blank; nil at the end.
    package mutating func next() throws(TableError) -> CandidateRow? {
        guard let line = try reader.next() else { return nil }
        let number = line.number
        if let problem = line.problem { return bad(RowError(problem.withOption, row: number), number) }
        do throws(JSONError) {
            let value = try JSONValue(parsing: Array(line.bytes))
            guard let object = value.members else {
                _ = try JSONCursor(value).object()
                return nil
            }
            guard object["type"] == .string("Feature") else { return row(object, number) }
            let feature = try Feature(decoding: value, acceptingAnyCRS: true)
            return CandidateRow(feature, number: number, properties)
        } catch {
            let moved = error.moved(toLine: number, byteOffset: 0)
            return bad(
                RowError(
                    moved, row: number,
                    field: error.path.steps.isEmpty ? nil : error.path.description), number)
        }
    }

    /// What the keys mean; where none claims to be a shape, the one whose value is one.
    private static func columns(
        of object: JSONObject, _ mapping: ColumnMapping
    ) throws(TableError) -> CandidateColumns {
        let columns = object.keys.enumerated().map { TableColumn(index: $0.offset, name: $0.element) }
        let found = Result { () throws(TableError) in try CandidateColumns(columns, mapping: mapping) }
        if case .success(let told) = found, told.shape != nil { return told }
        let shape = columns.first { object[$0.name]?.stringValue?.isShapeText ?? false }
        guard mapping.headers[.shape] == nil, let shape else { return try found.get() }
        return try CandidateColumns(columns, mapping: mapping.naming(shape, as: .shape))
    }

    private func bad(_ error: RowError, _ number: Int) -> CandidateRow {
        CandidateRow(origin: .position, row: number, text: .failure(error))
    }

    private func row(_ object: JSONObject, _ number: Int) -> CandidateRow {
        let texts = ObjectTexts(object, columns)
        do throws(TableError) {
            let found = try Self.columns(of: object, mapping)
            let candidate = try texts.candidate(found, object, overrulingHeaders: overrulingHeaders)
            var fields = texts.fields
            fields[.position] =
                ([found.shape].compactMap(\.self) + (found.position?.columns ?? [])).map(\.name)
                .joined(separator: "/")
            fields[.place] = fields[.position]
            return CandidateRow(
                origin: .position, row: number, id: candidate.id, name: candidate.name,
                text: .success(candidate), fields: fields)
        } catch {
            return CandidateRow(
                origin: .position, row: number, id: texts.id, name: texts.name,
                text: .failure(RowError(error.withOption, row: number, field: error.field)))
        }
    }
}

extension CandidateRow {
    /// One feature as a candidate; its properties may name frame, accuracy and area.
    fileprivate init(
        _ feature: Feature, number: Int, _ columns: ObjectColumns, declaredFrame: String? = nil
    ) {
        let texts = ObjectTexts(feature.properties, columns)
        let id = feature.id?.text ?? texts.id
        do throws(TableError) {
            var candidate = try texts.candidate(
                nil, feature.properties, overrulingHeaders: false, declaredFrame: declaredFrame)
            candidate.id = id
            candidate.place = feature.geometry.map { .geometry($0) } ?? .missing
            var fields = texts.fields
            fields[.position] = "geometry"
            self.init(
                origin: .feature(feature, frameProperty: texts.frameKey), row: number, id: id,
                name: texts.name, text: .success(candidate), fields: fields)
        } catch {
            self.init(
                origin: .feature(feature), row: number, id: id, name: texts.name,
                text: .failure(RowError(error.withOption, row: number, field: error.field)))
        }
    }
}

extension ObjectTexts {
    /// What an object says of a candidate, its keys read as headers are.
    ///
    /// - Parameters:
    ///   - columns: what the keys mean; nil for a feature's properties, of which none is a place.
    ///   - object: the object itself.
    ///   - overrulingHeaders: whether the user states the frame.
    ///   - declaredFrame: the frame of what names none.
    /// - Returns: the candidate as text.
    /// - Throws: `ambiguous_column` where two keys claim a role alike.
    fileprivate func candidate(
        _ columns: CandidateColumns?, _ object: JSONObject, overrulingHeaders: Bool,
        declaredFrame: String? = nil
    ) throws(TableError) -> CandidateText {
        let hint = overrulingHeaders ? nil : columns?.frameHint ?? declaredFrame
        // The position here is only to have the attributes read beside it.
        let site = try site(at: .place(""), frame: hint)
        var place = CandidateText.Place.missing
        var beside: SiteText.Position?
        if let shape = columns?.shape, let value = object[shape.name], value != .null {
            if value.members != nil, let feature = try? Feature(decoding: value, acceptingAnyCRS: true),
                let geometry = feature.geometry
            {
                place = .geometry(geometry)
            } else {
                place = .wkt(text(shape) ?? JSONWriter().string(value))
            }
        }
        if let position = columns?.position {
            let names = position.columns
            let stated = CandidateText.Place(
                position, text(names[0]) ?? "", names.count > 1 ? text(names[1]) ?? "" : "")
            if place == .missing { place = stated } else { beside = stated.position }
        }
        return CandidateText(
            id: site.id, name: site.name, place: place, beside: beside, frame: site.frame,
            accuracy: site.accuracy,
            accuracyMetresPerUnit: site.accuracyMetresPerUnit, landArea: landArea(columns?.landArea))
    }
}
