internal import GeoJSON
internal import PlanarGeometry
internal import Presenting
package import Projection
internal import Siting
internal import Tables
internal import Wording

/// The point features of a GeoJSON text, one after another.
package struct GeoJSONSites {
    private var reader: FeatureReader
    /// The frame a `crs` member names, of features that name none themselves; nil for WGS 84, which is the rule.
    package let declaredFrame: String?
    private let columns = ObjectColumns()

    /// Reads what is around the features; where the user states the frame, a `crs` member says nothing.
    ///
    /// - Throws: ``JSONError`` where the text is no GeoJSON, ``FrameError`` for a `crs` that is not read.
    package init(_ text: [UInt8], overrulingCRS: Bool) throws {
        reader = try FeatureReader(parsing: text, acceptingAnyCRS: true)
        declaredFrame = try overrulingCRS ? nil : Self.frame(declared: reader.declaredCRS)
    }

    /// A `crs` as the GeoJSON of 2008 had it and GIS programs still write it: the frame it names is the file's.
    ///
    /// - Throws: ``FrameError`` for a frame that is not read, Xi'an 80 above all.
    package static func frame(declared name: String?) throws(FrameError) -> String? {
        guard let name else { return nil }
        // urn:ogc:def:crs:EPSG::4544 and http://www.opengis.net/def/crs/EPSG/0/4544 both end in the code.
        let parts = name.uppercased().split { $0 == ":" || $0 == "/" }
        guard let last = parts.last, last != "CRS84" else { return nil }
        let code = parts.contains("EPSG") ? "epsg:\(last)" : name
        return try ReferenceFrame(parsing: code) == .wgs84 ? nil : code
    }

    /// The next feature; nil at the end.
    package mutating func next() -> SiteRow? {
        let row = reader.index + 1
        guard let result = reader.next() else { return nil }
        switch result {
        case .failure(let error):
            let id = error.featureID
            // Bad as it is, the feature goes back with what its owner wrote in it.
            let remains = reader.unreadProperties.map { Feature(id: id, geometry: nil, properties: $0) }
            return SiteRow(
                origin: .feature(remains), row: row, id: id?.text,
                text: .failure(RowError(error, row: row, field: "geometry")))
        case .success(let feature):
            return Self.row(feature, number: row, columns, declaredFrame: declaredFrame)
        }
    }

    /// One feature as a site.
    ///
    /// Its properties may name frame and accuracy.
    static func row(
        _ feature: Feature, number: Int, _ columns: ObjectColumns, declaredFrame: String? = nil
    ) -> SiteRow {
        let properties = ObjectTexts(feature.properties, columns)
        let id = feature.id?.text ?? properties.id
        let name = properties.name
        func bad(_ error: any ExplainedError, field: String?) -> SiteRow {
            SiteRow(
                origin: .feature(feature), row: number, id: id, name: name,
                text: .failure(RowError(error, row: number, field: field)))
        }
        guard case .point(let point) = feature.geometry else {
            return bad(UnusableGeometry(kind: feature.geometry?.typeName), field: "geometry")
        }
        do throws(TableError) {
            var text = try properties.site(
                at: .pair("\(point.x)", "\(point.y)", order: .eastingFirst), frame: declaredFrame)
            text.id = id
            // The key that named the frame goes along: the answered feature no longer lies in it.
            let origin = AnsweredRow.Origin.feature(feature, frameProperty: properties.frameKey)
            return SiteRow(
                origin: origin, row: number, id: id, name: name, text: .success(text),
                fields: properties.fields.merging([.position: "geometry.coordinates"]) { $1 })
        } catch {
            return bad(error.withOption, field: error.field)
        }
    }
}

/// A feature that is no point.
private struct UnusableGeometry: ExplainedError {
    package let kind: String?

    package var code: String { kind == nil ? "missing_geometry" : "unsupported_geometry" }
    package var message: Bilingual {
        guard let kind else {
            return Bilingual(zh: "要素没有几何（null）。", en: "The feature has no geometry (null).")
        }
        return Bilingual(
            zh: "只接受点，此要素为 \(kind)。", en: "Only points are taken; this feature is a \(kind).")
    }
    package var remedy: Bilingual {
        Bilingual(
            zh: "面状地块请用 assess（单个地块）或 find（一批地块）；只看一点的，请给出其中一点。",
            en: "For parcels ask assess (one) or find (many); for a position give a Point inside the parcel.")
    }
}
