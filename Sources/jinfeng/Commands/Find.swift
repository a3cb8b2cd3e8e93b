import ArgumentParser
import Exchange
import Intake
import Planning
import Presenting
import Siting
import Tables
import Wording

/// `jinfeng find`: candidates → those that fulfil the criteria, ranked.
struct Find: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "按条件比选备选地块：入选、待核实、不入选，逐项给出概率与依据",
            en:
                "Screens candidate sites by criteria: kept, to be looked into, dropped, with the figures behind each."
        ),
        discussion: Jinfeng.say(
            zh: """
                备选地块来自 CSV（图形/WKT 列或坐标列，面积列写明亩、公顷）、NDJSON 或 GeoJSON（点、线、面）。
                条件可重复，须全部满足；单位必须写明。用地面积按图形量算，没有图形才用表中申报值；建筑面积不算用地面积。
                文件未涉及的不算满足：列入待核实并说明可对照的单元。
                CSV、GeoJSON 保持原表顺序并附名次；文字、JSON、HTML 按名次排列；XLSX 是可交付的比选表（名次、条件与依据、原表）。
                CSV、GeoJSON 的列名和判定词默认为英文（便于程序读取），加 --lang zh 为中文；XLSX 随界面语言。

                示例：
                  jinfeng find Examples/candidates.csv --in 直管园 --min-area 50亩
                  jinfeng find 地块.csv --in 生命岛 --near "科学大道<=3km" --output 比选表.xlsx
                  jinfeng find 地块.geojson --away "梁滩河>=500m" --output 结果.csv
                  jinfeng find 地块.csv --activity 集成电路设计 --min-probability 0.9
                """,
            en: """
                Candidates come from CSV (a WKT column or a position; area columns name mu or ha), NDJSON or GeoJSON
                (points, lines, areas). Criteria may be repeated and must all be met; units are never guessed. Land is
                measured from the shape, and taken from the table only where there is none; building floor area is not
                land. What the texts do not speak about is not met: it is to be looked into, with the zone to see.
                CSV and GeoJSON keep the order of the input and bear a rank; text, JSON and HTML come ranked; an XLSX is a
                table to hand in: ranks, criteria with their sources, and your own table.
                Their column names and words are English, for programs, unless --lang zh asks for Chinese.

                Examples:
                  jinfeng find Examples/candidates.csv --in xiyong-pianqu --min-area 50mu
                  jinfeng find sites.csv --near "kexue-dadao<=3km" --output table.xlsx
                  jinfeng find sites.geojson --away "liangtanhe>=500m" --output out.csv
                  jinfeng find sites.csv --activity "chip design" --min-probability 0.9
                """))

    @OptionGroup var candidates: SiteOptions
    @OptionGroup var criteria: CriteriaOptions
    @OptionGroup var answers: ComparisonOptions
    @OptionGroup var data: CatalogueOptions

    func run() throws {
        let language = data.speech.language
        if answers.format == nil {
            try answers.destination.refuseUnknownEnding(
                among: ["txt", "csv", "tsv", "json", "geojson", "html", "htm"], exchanges: true, language)
        }
        let frame = try candidates.referenceFrame(language)
        let accuracy = try answers.accuracyMetres(language)
        let shipped = try data.catalogue()
        _ = try data.editions(of: shipped.layouts)
        let asked = criteria.asked(on: data.asOf)
        let catalogue = try asked.catalogue(shipped) { try data.source.gazetteer() }
        let screening = try criteria.screening(of: asked, in: catalogue, data, answers)
        let input = try CandidateInput(candidates, language)
        let reader = CandidateReader(
            frame: frame, accuracy: accuracy,
            gazetteer: input.namesPlaces ? try data.source.gazetteer() : nil,
            zones: ZoneNames(catalogue, asOf: data.asOf), makingValid: answers.makeValid)
        // A workbook is for people; what programs read keeps its English words unless asked.
        let headers = data.speech.lang ?? (answers.exchangeFormat == .workbook ? language : .en)
        let columns = ComparisonColumns(screening, headers: headers)
        let destination = try destination(columns, input, headers, language)
        ClassifiedOption.remind(shipped, of: Set(Layout.Kind.allCases), on: data.asOf, language)
        let (rows, interruption) = try screened(input, reader, try screener(screening, catalogue))
        let comparison = CandidateComparison(
            screening, catalogue, unchecked: try data.uncheckedItems(for: catalogue), rows: rows)
        try write(comparison, columns, to: destination)
        if let interruption { throw Failure(interruption, language, status: .badData) }
        try report(comparison)
    }

    private func screener(_ screening: Screening, _ catalogue: Catalogue) throws -> Screener {
        do throws(LocatorError) {
            return try Screener(screening, catalogue)
        } catch {
            throw Failure(error, data.speech.language, status: .badData)
        }
    }
}
