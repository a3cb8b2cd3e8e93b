import Exchange
import GeoJSON
import Intake
import MapDrawing
import Planning
import Presenting
import Siting
import Tables
import Wording

extension Assess {
    /// The features asked for, all of them where none is; a file with several is said to have them.
    func chosen(_ sites: [ShapedSite], _ language: Language) throws -> [ShapedSite] {
        guard !feature.isEmpty else {
            if sites.count > 1, site.count + place.count == 1 {
                Messages.write(
                    Bilingual(
                        zh: "含 \(sites.count) 个要素，逐个评估；只看其中一个用 --feature。",
                        en: "It holds \(sites.count) features; each is assessed. --feature picks one.")[
                            language])
            }
            return sites
        }
        return try sites.picked(feature, language)
    }

    /// One stated area belongs to one parcel.
    func checkArea(of sites: [ShapedSite], _ language: Language) throws {
        let wrong: UsageError
        if sites.count > 1 {
            wrong = UsageError(
                message: Bilingual(
                    zh: "--area 只能说明一个地块的面积，这里有 \(sites.count) 个。",
                    en: "--area states the area of one site; there are \(sites.count)."),
                remedy: Bilingual(zh: "请用 --feature 选定一个。", en: "Pick one with --feature."))
        } else if case .success(let site)? = sites.first?.site, !site.hasArea {
            wrong = UsageError(
                message: Bilingual(
                    zh: "点和线没有面积，--area 无从核对。", en: "A point or a line has no area to compare."),
                remedy: Bilingual(zh: "请给出地块的边界。", en: "Give the parcel's boundary."))
        } else {
            return
        }
        throw Failure(RowError(wrong, field: "--area"), language, status: .usage)
    }

    /// Writes the answers, each in its place; a single site that could not be read is a message, not a result.
    func write(_ answers: [AssessedRow], _ catalogue: Catalogue, _ language: Language) throws {
        if answers.count == 1, case .failure(let error) = answers[0].outcome {
            throw Failure(error, language, status: .badData)
        }
        let format = chosenFormat
        var report = AssessmentReport(answers, catalogue: catalogue, language: language)
        let drawn = try drawing(format, &report, catalogue, language)
        if let path = output, let exchange = exchangeFormat {
            try export(report, to: path, as: exchange, language)
            return try self.report(answers, language)
        }
        var bytes =
            switch format {
            case .text: Array(report.text.utf8)
            case .json: Array((report.json + "\n").utf8)
            case .geojson: Array((report.geojson + "\n").utf8)
            case .html: Array(report.html.utf8)
            case .pdf: drawn
            }
        if isWrittenWhole, let output {
            try replacing.file(at: output, language).write(bytes, language)
        } else {
            try Output(path: output, language).write(&bytes)
        }
        try self.report(answers, language)
    }

    /// What may be drawn, with the plans that are then to be asked.
    func passable(
        _ catalogue: Catalogue, _ layouts: inout Set<String>?, _ language: Language
    ) throws -> ClassifiedOption.Passable {
        let plans = catalogue.plans
        let left = try classified.layouts(
            named: layouts.map { ids in plans.filter { ids.contains($0.id) } }, among: plans, of: catalogue,
            on: data.asOf, language)
        if layouts == nil, left.layouts.count < plans.count { layouts = Set(left.layouts.map(\.id)) }
        return left.passable
    }

    /// Refuses sites that are zones which may not be drawn.
    func refuse(
        _ sites: [ShapedSite], outside passable: ClassifiedOption.Passable, _ language: Language
    ) throws {
        for case .success(let site) in sites.map(\.site) {
            try classified.refuse(site, in: passable, on: data.asOf, language)
        }
    }

    private var chosenFormat: Format { format ?? output.flatMap(Format.init(fileName:)) ?? .text }

    /// Whether the answer holds drawings of zones: as features, or on its maps.
    var showsZones: Bool {
        if exchangeFormat != nil { return true }
        return switch chosenFormat {
        case .geojson, .html, .pdf: true
        case .text, .json: false
        }
    }

    /// Whether the answers go to a file that is put into place whole: a page, or a file of GIS and office programs.
    var isWrittenWhole: Bool {
        guard let output, output != "-" else { return false }
        return exchangeFormat != nil || chosenFormat == .html || chosenFormat == .pdf
    }

    /// The format of GIS or office programs that the output's name asks for; nil for the others.
    private var exchangeFormat: ExchangeFormat? {
        guard format == nil, let output, Format(fileName: output) == nil else { return nil }
        return ExchangeFormat(fileName: output)
    }

    /// Writes the sites and the zones that hold them or may, as features.
    private func export(
        _ report: AssessmentReport, to path: String, as format: ExchangeFormat, _ language: Language
    ) throws {
        let exported: ExportedAnswers
        do throws(TableError) {
            exported = try ExportedAnswers(
                [], Bilingual(zh: "地块初判", en: "Site assessment"), as: format, of: nil)
        } catch {
            throw Failure(error, language, status: .internal)
        }
        for feature in report.features {
            exported.add(.feature(feature), id: nil, name: nil, [], at: feature.geometry)
        }
        try exported.write(to: path, replacing: replacing.force, language, data.asOf)
    }

    private func report(_ answers: [AssessedRow], _ language: Language) throws {
        var tally = Tally()
        for answer in answers { tally.count(answer.outcome) }
        try tally.report(
            Bilingual(
                zh: "共 \(tally.total) 个地块，\(tally.failed) 个未能评估（见各自的错误），其余 \(tally.done) 个已评估。",
                en:
                    "\(tally.failed) of \(tally.total) sites could not be assessed (see the error in each); the other "
                    + "\(tally.done) were."), language)
    }
}

extension Assess {
    /// Draws what the format shows, before the output is emptied: the PDF, or the maps of a page.
    private func drawing(
        _ format: Format, _ report: inout AssessmentReport, _ catalogue: Catalogue, _ language: Language
    ) throws -> [UInt8] {
        guard format == .pdf || format == .html else { return [] }
        let drafter = AssessmentDrafter(catalogue, gazetteer: try data.source.gazetteer())
        do throws(MapError) {
            if format == .pdf { return try drafter.pdf(of: report).bytes }
            report.maps = try drafter.pictures(for: report)
            return []
        } catch {
            throw Failure(error, language, status: error.status)
        }
    }
}

extension AssessedSite {
    /// Whether the site is of areas.
    fileprivate var hasArea: Bool {
        if case .parcel(let parcel) = shape { parcel.dimension == 2 } else { false }
    }
}
