import ArgumentParser
import GeoJSON
import Intake
import Planning
import Presenting
import Projection
import Siting
import Tables
import Wording

/// `jinfeng neighbors ZONE|SITE`: what lies beside a zone or a site.
struct Neighbors: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "一个结构单元或地块与哪些单元共边、共点、邻近、重叠",
            en: "Lists what a zone or a site shares a border with, meets, overlaps or is near."),
        discussion: Jinfeng.say(
            zh: """
                对象可以是结构单元的 id 或名称，也可以是坐标（经度在前）、WKT、GeoJSON 文本或文件。
                同一图面内答共边长度；不同空间格局之间、地块与单元之间只答重叠与间距，不言共边。

                示例：
                  jinfeng neighbors shengmingdao
                  jinfeng neighbors 科学谷 --within 1.5km
                  jinfeng neighbors 106.33,29.52
                  jinfeng neighbors --place 科学会堂
                  jinfeng neighbors Examples/parcel.geojson --format csv
                """,
            en: """
                Ask of a zone by id or name, or of a position (longitude first), WKT, GeoJSON text or a file.
                Within one drawing the length of a shared border is answered; between layouts, and for sites,
                only overlap and gap.

                Examples:
                  jinfeng neighbors shengmingdao
                  jinfeng neighbors 科学谷 --within 1.5km
                  jinfeng neighbors 106.33,29.52
                  jinfeng neighbors --place 科学会堂
                  jinfeng neighbors Examples/parcel.geojson --format csv
                """))

    /// The formats neighbours can be shown in.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case csv
    }

    @Argument(
        help: .both(
            zh: "结构单元的 id 或名称，或坐标、地名、WKT、GeoJSON 文本或文件",
            en: "A zone's id or name; or a position, a place's name, WKT, GeoJSON text or a file."),
        completion: .file(extensions: ["geojson", "json", "wkt"]))
    var subject: String?

    @Option(help: .both(zh: "地名，如 科学会堂", en: "A place by name, such as 科学会堂."))
    var place: String?

    @Option(
        parsing: .unconditional,
        help: .both(
            zh: "间距不超过多少算邻近，须带单位",
            en: "How small a gap counts as near, with its unit."))
    var within: String = "500m"

    @Option(
        help: .both(
            zh: "地块的坐标系：wgs84（默认）、cgcs2000、gcj02、bd09、epsg:4544 等",
            en: "The site's frame: wgs84 (default), cgcs2000, gcj02, bd09, epsg:4544 and others."),
        completion: .list(ReferenceFrame.all.map(\.identifier)))
    var frame: String?

    @Option(help: .both(zh: "地块的位置中误差（米），默认 0", en: "The site's accuracy in metres (default: 0)."))
    var accuracy: String?

    @Flag(
        name: .customLong("make-valid"),
        help: .both(zh: "修复自相交等无效图形，并报告改动", en: "Repair invalid shapes and report what changed."))
    var makeValid = false

    @OptionGroup var layers: SiteFileInput

    @Option(help: .both(zh: "输出格式", en: "Format."))
    var format: Format = .text

    @OptionGroup var data: CatalogueOptions

    func validate() throws {
        guard (subject == nil) != (place == nil) else {
            throw ValidationError(
                Jinfeng.say(
                    zh: "请给出一个结构单元、地块或 --place，例如：jinfeng neighbors 科学谷",
                    en: "Name a zone, a site or --place, for example: jinfeng neighbors shengmingdao"))
        }
    }

    func run() throws {
        let language = data.speech.language
        let distance = try DistanceOption.metres(within, field: "--within", language)
        let catalogue = try data.catalogue()
        _ = try data.editions(of: catalogue.layouts)
        ClassifiedOption.remind(catalogue, of: Set(Layout.Kind.allCases), on: data.asOf, language)
        let overlay = try data.overlay(over: catalogue)
        let search = ZoneSearch(catalogue, asOf: data.asOf)
        if let subject, try isZone(subject, search) {
            try write(zones: try zones(named: subject, search, language), overlay, within: distance)
        } else {
            try write(sites: try sites(catalogue, language), overlay, within: distance)
        }
    }

    private func zones(named name: String, _ search: ZoneSearch, _ language: Language) throws -> [Zone] {
        do throws(ZoneNameError) {
            return try search.zones(named: name)
        } catch {
            throw Failure(error, language, status: .usage)
        }
    }

    /// A zone's id may hold digits, and a name that is neither a zone's nor a place's is taken for a zone's misspelt one.
    private func isZone(_ word: String, _ search: ZoneSearch) throws -> Bool {
        if search.knows(word) { return true }
        guard case .name = SiteArgument(word) else { return false }
        return try !data.source.gazetteer().hasPlace(named: word)
    }

    private func sites(_ catalogue: Catalogue, _ language: Language) throws -> [ShapedSite] {
        let frame = try SiteOptions.referenceFrame(frame, language)
        let terms = ShapedSites.Terms(
            frame: frame, accuracy: try JudgementOptions.metres(accuracy, language), makingValid: makeValid,
            files: try layers.options(frame: frame, language))
        let reader = ShapedSites(terms, catalogue, asOf: data.asOf, language) { try data.source.gazetteer() }
        if let place { return [try reader.place(place)] }
        return try subject.map(reader.sites) ?? []
    }
}
