import GeoJSON
import PlanarGeometry
import Presenting
import Projection
import Siting
import Wording

/// The point features of a GeoJSON text, one after another.
struct GeoJSONSites {
    private var reader: FeatureReader

    init(_ text: [UInt8]) throws(JSONError) {
        reader = try FeatureReader(parsing: text, acceptingAnyCRS: true)
    }

    /// The next feature; nil at the end.
    mutating func next() -> SiteRow? {
        let row = reader.index + 1
        guard let result = reader.next() else { return nil }
        switch result {
        case .failure(let error):
            return SiteRow(
                origin: .feature(nil), row: row, id: error.featureID?.text,
                text: .failure(RowError(error, row: row, field: "geometry")))
        case .success(let feature): return Self.row(feature, number: row)
        }
    }

    /// One feature as a site.
    ///
    /// Its properties may name frame and accuracy.
    static func row(_ feature: Feature, number: Int) -> SiteRow {
        let id = feature.id?.text
        let properties = ObjectTexts(feature.properties)
        let name = properties.name
        guard case .point(let point) = feature.geometry else {
            let error = UnusableGeometry(kind: feature.geometry?.typeName)
            return SiteRow(
                origin: .feature(feature), row: number, id: id, name: name,
                text: .failure(RowError(error, row: number, field: "geometry")))
        }
        let text = SiteText(
            id: id ?? properties.id, name: name,
            position: .pair("\(point.x)", "\(point.y)", order: .eastingFirst),
            frame: properties.frame, accuracy: properties.accuracy)
        return SiteRow(
            origin: .feature(feature), row: number, id: text.id, name: name, text: .success(text),
            fields: [.position: "geometry.coordinates"])
    }
}

/// A feature that is no point.
private struct UnusableGeometry: ExplainedError {
    let kind: String?

    var code: String { kind == nil ? "missing_geometry" : "unsupported_geometry" }
    var message: Bilingual {
        guard let kind else {
            return Bilingual(zh: "要素没有几何（null）。", en: "The feature has no geometry (null).")
        }
        return Bilingual(
            zh: "locate 只接受点，此要素为 \(kind)。", en: "locate takes points; this feature is a \(kind).")
    }
    var remedy: Bilingual {
        Bilingual(zh: "请给出 Point，如地块的代表点。", en: "Give a Point, such as one inside the parcel.")
    }
}
