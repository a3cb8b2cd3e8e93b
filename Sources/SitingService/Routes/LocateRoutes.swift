internal import Hummingbird
internal import NIOCore
internal import Planning
internal import Presenting
internal import Siting
internal import Tables
internal import Wording

/// Where positions lie.
struct LocateRoutes: Sendable {
    let desk: QuestionDesk

    var endpoints: [Endpoint] { [one, many] }

    var one: Endpoint {
        Endpoint(
            .get, "/locate", id: "locate", .questions, zh: "一个点位落在哪个结构单元：概率、距边界、原文依据",
            en: "In which zones a position lies: probability, distance, sentence.",
            parameters: [
                .position, .place,
                .frame, .accuracy, .confidence, .layout, .asOf,
            ], formats: [.json, .text, .geojson, .csv, .html], isShort: { _ in true }
        ) { asked in
            let bytes = try located(asked.query, in: asked.language, as: asked.format)
            return asked.answer(bytes, titled: asked.words("落位", "Where it lies"), desk.settings)
        }
    }

    /// The answer to a query that names one position or place.
    func located(_ query: Query, in language: Language, as format: Format) throws(Problem) -> [UInt8] {
        let spot = try query.positionOrPlace(example: "/locate?position=106.33,29.52")
        let text = SiteText(position: spot.text, frame: query["frame"], accuracy: query["accuracy"])
        let confidence = try query.confidence()
        let layouts = try query.layouts(in: desk.data.catalogue)
        let day = try query.day()
        return try desk.locate(on: day) { instruments throws(Problem) in
            let site: Site
            do throws(SiteError) {
                site = try instruments.reader.site(text)
            } catch {
                throw Problem(error, field: error.part.rawValue)
            }
            let answer: LocateAnswer
            do throws(LocatorError) {
                answer = try instruments.locator.locate(site, confidence: confidence, layouts: layouts)
            } catch {
                throw Problem(error)
            }
            do throws(TableError) {
                return try written(
                    answer,
                    with: try writer(query, language, format, layouts, day)
                        ?? instruments.writer(in: language))
            } catch {
                throw Problem(error)
            }
        }
    }

    /// The answer in the words of the command: the same writer, hence the same bytes.
    private func written(_ answer: LocateAnswer, with writer: any AnswerWriter) throws(TableError) -> [UInt8]
    {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24 << 10)  // most answers take less
        try writer.begin(&bytes)
        try writer.write(
            AnsweredRow(origin: .position, id: nil, name: nil, outcome: .success(answer)), to: &bytes)
        writer.end(&bytes)
        return bytes
    }

    /// A writer of this request's own; nil for JSON, whose writers stay with the instruments.
    private func writer(
        _ query: Query, _ language: Language, _ format: Format, _ layouts: Set<String>?, _ day: CalendarDate
    ) throws(TableError) -> (any AnswerWriter)? {
        let catalogue = desk.data.catalogue
        switch format {
        case .text, .html:
            return TextAnswerWriter(catalogue: catalogue, language: language, isFull: true)
        case .geojson, .csv:
            let plans = catalogue.plans.filter {
                layouts?.contains($0.id) ?? true && $0.edition(validOn: day) != nil
            }
            let headers: Language = query["lang"] == nil ? .en : language
            let columns = AnswerColumns(layouts: plans, headers: headers, zonesOnly: false)
            return format == .csv ? try CSVAnswerWriter(columns) : GeoJSONAnswerWriter(columns)
        default: return nil
        }
    }
}
