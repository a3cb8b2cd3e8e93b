internal import GeoJSON
internal import Hummingbird
internal import Intake
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Tables
internal import Wording

/// Candidates by criteria.
struct FindRoute: Sendable {
    let desk: QuestionDesk

    private static let types = [BodyType(.csv), BodyType(.ndjson), BodyType(.geojson)]

    var endpoint: Endpoint {
        Endpoint(
            .post, "/find", id: "find", .questions, zh: "按条件比选备选地块：入选、待核实、不入选，逐项给出概率与依据",
            en:
                "Screens candidate sites by criteria: kept, to be looked into, dropped, with the figures behind each.",
            parameters: Self.criteria.map(\.parameter) + [
                Parameter(
                    "min-probability", zh: "一项条件算作满足所需的概率，如 0.9（默认取 confidence）",
                    en: "From which probability on a criterion is met, such as 0.9 (default: the confidence)."
                ),
                .frame, .accuracy, .confidence, .makeValid, .asOf,
            ], formats: [.json, .text, .csv, .geojson, .html],
            body: Endpoint.Body(
                types: Self.types, zh: "备选地块：CSV（图形/WKT 列或坐标列）、NDJSON 或 GeoJSON",
                en: "Candidates as CSV (a WKT column or a position), NDJSON or GeoJSON.")
        ) { asked in
            let body = try await asked.body(of: Self.types, desk.settings)
            let query = asked.query
            let (frame, accuracy) = (try query.frame(), try query.accuracy())
            let makingValid = try query.flag("make-valid")
            let day = try query.day()
            let confidence = try query.confidence()
            let leastProbability = try Self.probability(query)
            let (language, format) = (asked.language, asked.format)
            let headers: Language = query["lang"] == nil ? .en : language
            let data = desk.data
            let (bytes, encoding) = try await desk.assessing.ask(on: day, for: asked) {
                _, demand throws(Problem) -> ([UInt8], TextEncoding) in
                let (screening, catalogue) = try Self.screening(
                    query, data, day, confidence, leastProbability)
                return try Problem.told {
                    let reader = CandidateReader(
                        frame: frame, accuracy: accuracy, gazetteer: data.gazetteer,
                        zones: ZoneNames(catalogue, asOf: day), makingValid: makingValid)
                    let columns = ComparisonColumns(screening, headers: headers)
                    var candidates = try PostedCandidates(body, frameIsStated: frame != nil)
                    var table = format == .csv ? try candidates.table(columns) : nil
                    let screener = try Screener(screening, catalogue)
                    var rows: [CandidateComparison.Row] = []
                    while let row = try candidates.next() {
                        try demand.check()
                        rows.append(
                            row.compared(by: reader, screener, explaining: \.inTermsOfTheService))
                    }
                    let comparison = CandidateComparison(
                        screening, catalogue, unchecked: data.uncheckedItems, rows: rows)
                    switch format {
                    case .csv: return (try table?.csv(comparison) ?? [], candidates.tableEncoding)
                    case .text:
                        return (Array(ComparisonText(language: language).full(comparison).utf8), .utf8)
                    case .html: return (Array(ComparisonPage.html(comparison, in: language).utf8), .utf8)
                    case .geojson: return (comparison.geojson(headers: headers), .utf8)
                    default:
                        let bytes = JSONWriter(.pretty).bytes(comparison.json(in: language))
                        return (bytes + [UInt8(ascii: "\n")], .utf8)
                    }
                }
            }
            return asked.response(bytes, in: encoding)
        }
    }

    /// The criteria, in the order in which the command reads them.
    private static let criteria: [(kind: Criterion.Kind, parameter: Parameter)] = [
        (
            .inside,
            Parameter(
                "in", zh: "须整体位于该结构单元内（id、名称，重名时写 空间格局/id；逗号分隔）",
                en: "All of it lies in this zone: id, name, or layout/id; several parted by commas.")
        ),
        (.outside, Parameter("not-in", zh: "须完全不在该结构单元内", en: "None of it lies in this zone.")),
        (
            .near,
            Parameter("near", zh: "距某单元不超过，如 科学大道<=1km", en: "At most so far from a zone: kexue-dadao<=1km.")
        ),
        (
            .away,
            Parameter(
                "away", zh: "距某单元不少于，如 中梁山>=500m", en: "At least so far from a zone: zhongliangshan>=500m.")
        ),
        (
            .landArea,
            Parameter("min-area", zh: "用地面积下限，如 50亩", en: "The least land area: 50亩, 3.3ha, 33000m2.")
        ),
        (
            .activity,
            Parameter(
                "activity", zh: "须位于文本为该活动安排的单元内，如 集成电路设计",
                en: "Lies where the texts want this activity, such as chip design.")
        ),
    ]

    private static func screening(
        _ query: Query, _ data: ServedData, _ day: CalendarDate, _ confidence: Confidence,
        _ probability: Double?
    ) throws(Problem) -> (Screening, Catalogue) {
        var texts: [(kind: Criterion.Kind, text: String)] = []
        for (kind, parameter) in criteria {
            // An area may bear a comma between thousands; it is one anyway.
            let stated =
                kind == .landArea
                ? [query[parameter.name]].compactMap(\.self) : query.list(parameter.name)
            texts += stated.map { (kind, $0) }
        }
        let asked = AskedComparison(texts, asOf: day)
        let catalogue = asked.catalogue(data.catalogue) { data.gazetteer }
        do throws(CriterionError) {
            return (
                try asked.screening(
                    in: catalogue, gazetteer: { data.gazetteer }, vocabulary: data.vocabulary,
                    confidence: confidence,
                    minimumProbability: probability), catalogue
            )
        } catch {
            throw Problem(error, field: criteria.first { $0.kind == error.kind }?.parameter.name)
        }
    }

    private static func probability(_ query: Query) throws(Problem) -> Double? {
        guard let text = query["min-probability"] else { return nil }
        let isPercentage = text.hasSuffix("%")
        guard let number = Double(isPercentage ? String(text.dropLast()) : text) else {
            throw invalidProbability(text)
        }
        let value = isPercentage ? number / 100 : number
        guard value > 0, value < 1 else { throw invalidProbability(text) }
        return value
    }

    private static func invalidProbability(_ text: String) -> Problem {
        Problem.invalidParameter(
            "min-probability", text,
            Bilingual(zh: "请写 0 与 1 之间的数，如 0.9。", en: "Write a number between 0 and 1, such as 0.9."))
    }
}
