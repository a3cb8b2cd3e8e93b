import ArgumentParser
import GeoJSON
import MapDrawing
import PlanarGeometry
import Planning
import Presenting
import Projection
import Siting
import Wording

/// The site a map shows.
struct MapSiteOptions: ParsableArguments {
    @Option(
        help: .both(
            zh: "拟选位置：坐标（106.33,29.52）、WKT 或 GeoJSON 几何",
            en: "The site: a position (106.33,29.52), WKT, or a GeoJSON geometry."))
    var site: String?

    @Option(help: .both(zh: "拟选位置用地名，如 科学会堂", en: "The site by the name of a place, such as 科学会堂."))
    var place: String?

    @Option(
        help: .both(
            zh: "--site 的坐标系：wgs84（默认）、cgcs2000、gcj02、bd09、epsg:4544 等",
            en: "The frame of --site: wgs84 (default), cgcs2000, gcj02, bd09, epsg:4544 and others."))
    var frame: String?

    @Option(
        help: .both(zh: "拟选位置的位置中误差（米），默认 0", en: "How well the site is known, in metres (default: 0)."))
    var accuracy: String?

    func validate() throws {
        guard site == nil || place == nil else {
            throw ValidationError(
                Jinfeng.say(zh: "--site 与 --place 只能用一个。", en: "Give --site or --place, not both."))
        }
    }

    /// The site asked for; nil where none is.
    func site(
        in catalogue: Catalogue, _ data: CatalogueOptions, _ language: Language
    ) throws -> MapSite? {
        guard site != nil || place != nil else { return nil }
        let frame = try referenceFrame(language)
        let metres = try accuracyMetres(language)
        if let place {
            return .position(
                try position(SiteText(position: .place(place)), frame, metres, data, "--place", language))
        }
        guard let site else { return nil }
        let text = site.drop(while: \.isWhitespace)
        if text.first == "{" { return try parcel(geoJSON: String(text), frame, metres, language) }
        if text.first?.isASCII == true, text.first?.isLetter == true, text.contains("(") {
            return try parcel(metres, frame, language) { reader throws(ParcelError) in
                try reader.parcel(wkt: String(text))
            }
        }
        return .position(
            try position(
                SiteText(position: .single(site, order: .eastingFirst)), frame, metres, data, "--site",
                language))
    }

    private func referenceFrame(_ language: Language) throws -> ReferenceFrame? {
        guard let frame else { return nil }
        do throws(FrameError) {
            return try ReferenceFrame(parsing: frame)
        } catch {
            throw Failure(RowError(error, field: "--frame"), language, status: .usage)
        }
    }

    private func accuracyMetres(_ language: Language) throws -> Double {
        guard let accuracy else { return 0 }
        do throws(SiteError) {
            return try SiteReader.accuracy(accuracy)
        } catch {
            throw Failure(RowError(error, field: "--accuracy"), language, status: .usage)
        }
    }

    /// A GeoJSON geometry or feature, whose coordinates are in the frame given.
    private func parcel(
        geoJSON: String, _ frame: ReferenceFrame?, _ metres: Double, _ language: Language
    ) throws -> MapSite {
        let feature: Feature
        do throws(JSONError) {
            feature = try Feature(parsing: Array(geoJSON.utf8), acceptingAnyCRS: frame != nil)
        } catch {
            throw Failure(RowError(error, field: "--site"), language, status: .badData)
        }
        return try parcel(metres, frame, language) { reader throws(ParcelError) in
            guard let geometry = feature.geometry else { throw ParcelError.empty }
            return try reader.parcel(geometry, id: feature.id?.text)
        }
    }

    private func parcel(
        _ metres: Double, _ frame: ReferenceFrame?, _ language: Language,
        _ read: (ParcelReader) throws(ParcelError) -> Parcel
    ) throws -> MapSite {
        do throws(ParcelError) {
            return .parcel(try read(ParcelReader(frame: frame ?? .wgs84, accuracy: metres)))
        } catch {
            throw Failure(RowError(error, field: "--site"), language, status: .badData)
        }
    }

    private func position(
        _ text: SiteText, _ frame: ReferenceFrame?, _ metres: Double, _ data: CatalogueOptions,
        _ field: String,
        _ language: Language
    ) throws -> Site {
        let reader = SiteReader(frame: frame, accuracy: metres, gazetteer: try data.source.gazetteer())
        do throws(SiteError) {
            return try reader.site(text)
        } catch {
            throw Failure(RowError(error, field: field), language, status: .badData)
        }
    }
}
