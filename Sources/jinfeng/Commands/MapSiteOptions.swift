import ArgumentParser
import Intake
import MapDrawing
import Planning
import Presenting
import Projection
import Siting
import Wording

/// The site a map shows: whatever `assess` takes for one.
struct MapSiteOptions: ParsableArguments {
    @Option(
        help: .both(
            zh: "拟选位置：坐标、地名或结构单元名、WKT、GeoJSON 文本，或文件（GeoJSON、WKT、SHP、GPKG、KML/KMZ、DXF、FGB、GDB、报盘 TXT）",
            en:
                "The site: a position, the name of a place or zone, WKT, GeoJSON text, or a file (GeoJSON, WKT, SHP, GPKG, KML/KMZ, DXF, FGB, GDB, 报盘 TXT)."
        ),
        completion: .file(extensions: SiteFileInput.endings + ["wkt"]))
    var site: String?

    @Option(help: .both(zh: "拟选位置用地名，如 科学会堂", en: "The site by the name of a place, such as 科学会堂."))
    var place: String?

    @Option(
        help: .both(
            zh: "文件含多个要素时标哪一个（id、名称或从 1 起的序号）",
            en: "Which feature of a file, by id, name or number from 1."))
    var feature: String?

    @Option(
        help: .both(
            zh: "--site 的坐标系：wgs84（默认）、cgcs2000、gcj02、bd09、epsg:4544 等",
            en: "The frame of --site: wgs84 (default), cgcs2000, gcj02, bd09, epsg:4544 and others."),
        completion: .list(ReferenceFrame.all.map(\.identifier)))
    var frame: String?

    @Option(
        parsing: .unconditional,
        help: .both(zh: "拟选位置的位置中误差（米），默认 0", en: "How well the site is known, in metres (default: 0)."))
    var accuracy: String?

    // Elsewhere --sheet; here that is the number of the map's own sheet.
    @Option(
        help: .both(
            zh: "文件含多个图层时读哪一个（CAD 图层亦可）", en: "The layer of a file, or of a drawing (default: the only one).")
    )
    var layer: String?

    @Option(
        name: .customLong("close-within"),
        help: .both(
            zh: "DXF 红线首尾相距多少以内视为闭合（默认 0.01m）",
            en: "How far apart the ends of a DXF's lines may lie and still be joined (default: 0.01m)."))
    var closeWithin: String?

    func validate() throws {
        guard site == nil || place == nil else {
            throw ValidationError(
                Jinfeng.say(zh: "--site 与 --place 只能用一个。", en: "Give --site or --place, not both."))
        }
    }

    /// The site asked for, after a check that it may be drawn; nil where none is.
    func site(
        in catalogue: Catalogue, _ data: CatalogueOptions, _ language: Language,
        checking check: (AssessedSite) throws -> Void
    ) throws -> MapSite? {
        guard let word = site ?? place else { return nil }
        let stated = try SiteOptions.referenceFrame(frame, language)
        let terms = ShapedSites.Terms(
            frame: stated, accuracy: try JudgementOptions.metres(accuracy, language),
            files: try SiteFileInput.options(
                layer: layer, frame: stated, closeWithin: closeWithin, language))
        let reader = ShapedSites(terms, catalogue, asOf: data.asOf, language) {
            try data.source.gazetteer()
        }
        var found = try site == nil ? [reader.place(word)] : reader.sites(word)
        if let feature { found = try found.picked([feature], language) }
        guard found.count == 1 else {
            throw Failure(RowError(SeveralSites(found), field: "--site"), language, status: .usage)
        }
        switch found[0].site {
        case .success(let site):
            try check(site)
            for note in site.notes { Messages.write(note.text[language]) }
            return MapSite(site)
        case .failure(let error): throw Failure(error, language, status: .badData)
        }
    }
}

extension AssessedSite {
    /// What was decided in reading it.
    fileprivate var notes: [Note] {
        switch shape {
        case .position(let site): site.notes
        case .parcel(let parcel): parcel.notes
        }
    }
}
