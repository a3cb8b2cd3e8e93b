internal import Hummingbird
internal import Intake
internal import MapDrawing
internal import Planning
internal import Presenting
internal import Siting
internal import Wording

/// All that is known of sites.
struct AssessRoutes: Sendable {
    let desk: QuestionDesk

    var endpoints: [Endpoint] { [one, several] }

    private static let formats: [Format] = [.json, .text, .geojson, .html]
    private static let terms: [Parameter] = [
        .activity, .area, .frame, .accuracy, .confidence, .layout, .makeValid, .asOf,
    ]

    private var one: Endpoint {
        Endpoint(
            .get, "/assess", id: "assessPosition", .questions, zh: "一个点位或地名的全面评估",
            en: "Assesses a position, a place or a zone by its name.",
            parameters: [.position, .place] + Self.terms, formats: Self.formats
        ) { asked in
            let query = asked.query
            let word = try query.positionOrPlace(example: "/assess?position=106.33,29.52")
            return try await answer(asked) { reader in
                switch word {
                case .position(let text): [reader.position(text, label: text)]
                case .place(let name): [try reader.place(name)]
                }
            }
        }
    }

    private var several: Endpoint {
        Endpoint(
            .post, "/assess", id: "assess", .questions, zh: "地块的全面评估：落位、功能、邻近、距离、注意事项",
            en: "Assesses sites of any shape: zones, what the texts want there, what is near, what to mind.",
            parameters: Self.terms, formats: Self.formats,
            body: Endpoint.Body(
                types: [BodyType(.geojson), BodyType(.wkt)],
                zh: "GeoJSON（要素、要素集或几何），或 WKT，每行一个图形", en: "GeoJSON, or Well-Known Text, a shape a line.")
        ) { asked in
            let body = try await asked.body(of: [BodyType(.geojson), BodyType(.wkt)], desk.settings)
            return try await answer(asked) { reader in
                try reader.sites(inText: try body.text(), label: "body")
            }
        }
    }

    private func answer(
        _ asked: Asked, _ read: @escaping @Sendable (ShapedSiteReader) throws -> [ShapedSite]
    ) async throws -> Response {
        let query = asked.query
        let data = desk.data
        let terms = try query.siteTerms()
        let confidence = try query.confidence()
        let layouts = try query.layouts(in: data.catalogue)
        let day = try query.day()
        let activity = query["activity"]
        let (language, format) = (asked.language, asked.format)
        let bytes = try await desk.assessing.ask(on: day, for: asked) { instruments, demand throws(Problem) in
            let reader = ShapedSiteReader(terms, data.catalogue, asOf: day) { data.gazetteer }
            let sites = try Problem.told { try read(reader) }
            if terms.statedArea != nil { try Self.checkArea(of: sites) }
            let rows = try sites.map { one throws(Problem) in
                try demand.check()
                return AssessedRow(
                    label: one.label, id: one.id, name: one.name,
                    outcome: one.site.flatMap { site in
                        Result { () throws(LocatorError) in
                            try instruments.assessor.assess(
                                site, activity: activity, confidence: confidence, layouts: layouts)
                        }.mapError { RowError($0) }
                    }.mapError(\.inTermsOfTheService))
            }
            // A single site that cannot be read is no answer, as the command has it.
            if rows.count == 1, case .failure(let error) = rows[0].outcome { throw Problem(error) }
            var report = AssessmentReport(rows, catalogue: data.catalogue, language: language)
            if format == .html {
                do throws(MapError) {
                    report.maps = try AssessmentDrafter(data.catalogue, gazetteer: data.gazetteer).pictures(
                        for: report, while: { demand.isThere })
                } catch {
                    throw Problem(error)
                }
            }
            return switch format {
            case .text: Array(report.text.utf8)
            case .geojson: Array((report.geojson + "\n").utf8)
            case .html: Array(report.html.utf8)
            default: Array((report.json + "\n").utf8)
            }
        }
        return asked.response(bytes)
    }

    /// One stated area belongs to one parcel.
    private static func checkArea(of sites: [ShapedSite]) throws(Problem) {
        let hasOneArea = sites.count == 1 && ((try? sites[0].site.get()).map(\.isArea) ?? true)
        guard !hasOneArea else { return }
        throw Problem(
            .badRequest, "invalid_area",
            Bilingual(zh: "area 只能说明一个面状地块的面积。", en: "The area is that of one site, which has an area."),
            Bilingual(zh: "请只提交一个地块的边界，或去掉 area。", en: "Send the boundary of one site, or leave area out."),
            field: "area")
    }
}

extension AssessedSite {
    /// Whether the site is of areas.
    fileprivate var isArea: Bool {
        if case .parcel(let parcel) = shape { parcel.dimension == 2 } else { false }
    }
}

extension Parameter {
    fileprivate static let area = Parameter(
        "area", zh: "申报的用地面积，带单位，如 50亩；与图形相差超过 0.1% 时指出",
        en:
            "The land area stated for the site, with its unit, such as 50亩; told where the shape differs by 0.1 %."
    )
}
