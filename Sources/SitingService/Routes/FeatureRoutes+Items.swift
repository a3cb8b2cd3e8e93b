internal import GeoJSON
internal import HTTPTypes
internal import Hummingbird
internal import Intake
internal import Planning
internal import Projection
internal import Wording

extension FeatureRoutes {
    private static let itemFormats: [Format] = [.geojson, .html]
    private static let collectionID = Parameter("collectionId", zh: "空间格局的 id", en: "The layout's id.")
        .inPath()

    /// The features of a collection, page by page.
    var items: Endpoint {
        Endpoint(
            .get, "/collections/{collectionId}/items", id: "items", .features, zh: "一个空间格局的结构单元",
            en: "The zones of a layout.", parameters: [Self.collectionID] + ItemsRequest.parameters,
            formats: Self.itemFormats,
            isShort: Self.isPlain
        ) { asked in
            guard Self.isPlain(asked) else { return try await answer(asked, try ItemsRequest(asked.query)) }
            let name = KeptPages.Name(
                day: .today(), method: asked.request.method, language: asked.language,
                base: asked.base(desk.settings),
                target: asked.request.head.path ?? "/")
            return try await desk.pages.page(name) { try await answer(asked, try ItemsRequest(asked.query)) }
        }
    }

    /// What leaves was written before; only filters and pages for people take longer.
    private static func isPlain(_ asked: Asked) -> Bool {
        asked.format == .geojson && asked.query["filter"] == nil
    }

    /// The same with the filter in the body, for polygons too large for an address.
    var search: Endpoint {
        Endpoint(
            .post, "/collections/{collectionId}/items", id: "searchItems", .features,
            zh: "按正文中的 CQL2 JSON 过滤（多边形过大、放不进网址时）",
            en: "The zones that fulfil a filter in CQL2 JSON, which may be too large for an address.",
            parameters: [Self.collectionID]
                + ItemsRequest.parameters.filter { $0.name != "filter" && $0.name != "filter-lang" },
            formats: Self.itemFormats,
            body: Endpoint.Body(types: [BodyType(.cql2)], zh: "CQL2 JSON 过滤条件", en: "A filter in CQL2 JSON.")
        ) { asked in
            let body = try await asked.body(of: [BodyType(.cql2)], desk.settings)
            var request = try ItemsRequest(asked.query)
            request.filter = try CQL2JSONReader.filter(body.bytes, limit: Problem.FilterLimit.bodyBytes)
                .checked()
            return try await answer(asked, request)
        }
    }

    private func answer(_ asked: Asked, _ request: ItemsRequest) async throws -> Response {
        let collection = try desk.collection(asked.part("collectionId"), during: request.period)
        guard let collection else { return respond(asked, [], of: nil, request, matched: 0, features: []) }
        let language = asked.language
        let format = asked.format
        let work:
            @Sendable (Projectors) throws(Problem) -> (zones: [Zone], matched: Int, features: [[UInt8]]) = {
                projectors throws(Problem) in
                let selection = try ItemSelection(of: collection, request, projectors)
                let zones = Array(selection.page(request))
                guard format == .geojson else { return (zones, selection.matched.count, []) }
                var features: [[UInt8]] = []
                for zone in zones {
                    features.append(
                        try desk.features.bytes(
                            of: zone, in: collection, language, request.reference, projectors))
                }
                return (zones, selection.matched.count, features)
            }
        // A filter may hold polygons of many corners; all else is quick.
        let found =
            if request.filter == nil {
                try desk.locate(on: .today()) { instruments throws(Problem) in
                    try work(instruments.projectors)
                }
            } else {
                try await desk.assessing.ask(on: .today(), for: asked) { instruments, _ throws(Problem) in
                    try work(instruments.projectors)
                }
            }
        return respond(
            asked, found.zones, of: collection, request, matched: found.matched, features: found.features)
    }

    private func respond(
        _ asked: Asked, _ zones: [Zone], of collection: ServedCollection?, _ request: ItemsRequest,
        matched: Int,
        features: [[UInt8]]
    ) -> Response {
        let base = asked.base(desk.settings)
        let target = base + (asked.request.head.path ?? "/")
        var links = asked.selfLinks(desk.settings, among: Self.itemFormats)
        let after = request.offset.addingReportingOverflow(zones.count).partialValue
        if !zones.isEmpty, after < matched, asked.request.method == .get {
            links.append(
                Link(
                    Asked.address(target, setting: "offset", to: "\(after)"), rel: "next",
                    type: asked.format.linkType, title: asked.words("下一页", "Next page")))
        }
        if request.offset > 0, asked.request.method == .get {
            links.append(
                Link(
                    Asked.address(target, setting: "offset", to: "\(max(0, request.offset - request.limit))"),
                    rel: "prev", type: asked.format.linkType, title: asked.words("上一页", "Previous page")))
        }
        let path = "\(base)/collections/\(asked.part("collectionId"))"
        links.append(
            Link(
                path, rel: "collection", type: "application/json", title: asked.words("所属空间格局", "The layout"))
        )
        var response: Response
        if asked.format == .geojson {
            var bytes = Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
            for (index, feature) in features.enumerated() {
                bytes.append(contentsOf: index == 0 ? "\n".utf8 : ",\n".utf8)
                bytes += feature
            }
            bytes += Array(
                "\n],\"numberMatched\":\(matched),\"numberReturned\":\(zones.count),\"links\":".utf8)
            JSONWriter().write(.array(links.map(\.json)), to: &bytes)
            bytes += Array("}\n".utf8)
            response = asked.resource(bytes)
        } else {
            response = asked.resource(page(asked, zones, of: collection, matched: matched, links).bytes)
        }
        response.headers[.contentCrs] = "<\(request.reference.uri)>"
        response.headers[.link] =
            links.filter { $0.rel == "next" || $0.rel == "prev" }.map {
                "<\($0.href)>; rel=\"\($0.rel)\""
            }.joined(separator: ", ").nilIfEmpty
        return response
    }

    private func page(
        _ asked: Asked, _ zones: [Zone], of collection: ServedCollection?, matched: Int, _ links: [Link]
    ) -> ServicePage {
        let base = asked.base(desk.settings)
        let id = asked.part("collectionId")
        var page = ServicePage(collection?.layout.name[asked.language] ?? id, asked, base)
        page.lead = asked.words(
            "符合条件的结构单元 \(matched) 个，本页 \(zones.count) 个。",
            "\(matched) zones match; \(zones.count) on this page.")
        page.columns = [
            "id", asked.words("名称", "Name"), asked.words("类型", "Role"), asked.words("上级", "Part of"),
        ]
        page.rows = zones.map { zone in
            ServicePage.Row([
                ServicePage.Cell(zone.id, href: "\(base)/collections/\(id)/items/\(zone.id)"),
                ServicePage.Cell(zone.name[asked.language]), ServicePage.Cell(zone.role.rawValue),
                ServicePage.Cell(zone.parent ?? ""),
            ])
        }
        page.next = links.first { $0.rel == "next" }?.href
        page.previous = links.first { $0.rel == "prev" }?.href
        return page
    }

    /// One feature.
    var item: Endpoint {
        Endpoint(
            .get, "/collections/{collectionId}/items/{featureId}", id: "item", .features, zh: "一个结构单元",
            en: "One zone.",
            parameters: [
                Self.collectionID, Parameter("featureId", zh: "结构单元的 id", en: "The zone's id.").inPath(),
            ] + ItemsRequest.parameters.filter { $0.name == "crs" || $0.name == "datetime" },
            formats: Self.itemFormats
        ) { asked in
            let period = try asked.query["datetime"].map { text throws(Problem) in try DatePeriod(text) }
            let served = try desk.collection(asked.part("collectionId"), during: period)
            let reference =
                try asked.query["crs"].map { text throws(Problem) in
                    try CoordinateReference.named(text, parameter: "crs")
                } ?? .crs84
            let id = asked.part("featureId")
            guard let collection = served, let zone = collection.edition.zone(id) else {
                let near = id.utf8.count > 200 ? [] : served?.edition.zones.map(\.id) ?? []
                throw Problem(UnknownID(id, among: near), .notFound, field: "featureId")
            }
            let base = asked.base(desk.settings)
            let path = "\(base)/collections/\(collection.id)"
            var response: Response
            if asked.format == .geojson {
                let links =
                    asked.selfLinks(desk.settings, among: Self.itemFormats) + [
                        Link(
                            path, rel: "collection", type: "application/json",
                            title: asked.words("所属空间格局", "The layout"))
                    ]
                var bytes = try desk.locate(on: .today()) {
                    [language = asked.language] instruments throws(Problem) in
                    try desk.features.bytes(
                        of: zone, in: collection, language, reference, instruments.projectors)
                }
                bytes.removeLast()
                bytes += Array(",\"links\":".utf8)
                JSONWriter().write(.array(links.map(\.json)), to: &bytes)
                bytes += Array("}\n".utf8)
                response = asked.resource(bytes)
            } else {
                response = asked.resource(page(of: zone, asked, base).bytes)
            }
            response.headers[.contentCrs] = "<\(reference.uri)>"
            return response
        }
    }

    private func page(of zone: Zone, _ asked: Asked, _ base: String) -> ServicePage {
        var page = ServicePage(zone.name[asked.language], asked, base)
        page.columns = [asked.words("项", "Item"), asked.words("内容", "Content")]
        var rows: [(String, String)] = [
            ("id", zone.id), (asked.words("类型", "Role"), zone.role.rawValue),
            (asked.words("上级", "Part of"), zone.parent ?? "—"),
        ]
        if let accuracy = zone.accuracy {
            rows.append((asked.words("位置中误差", "Accuracy"), "\(FixedDecimals.metres(accuracy.metres)) m"))
            rows.append((asked.words("中误差依据", "Basis of accuracy"), accuracy.basis[asked.language]))
        }
        if let reason = zone.unlocatedReason {
            rows.append((asked.words("未上图原因", "Why it is not drawn"), reason[asked.language]))
        }
        if !zone.functions.isEmpty {
            rows.append((asked.words("功能", "Functions"), zone.functions.joined(separator: "；")))
        }
        if !zone.industries.isEmpty {
            rows.append((asked.words("产业", "Industries"), zone.industries.joined(separator: "；")))
        }
        rows.append((asked.words("规划期", "Plan period"), "\(zone.planPeriod.from)—\(zone.planPeriod.to)"))
        for source in zone.sources { rows.append(("\(source.document):\(source.line)", "「\(source.quote)」")) }
        if let note = zone.note { rows.append((asked.words("说明", "Note"), note[asked.language])) }
        page.rows = rows.map { ServicePage.Row([ServicePage.Cell($0.0), ServicePage.Cell($0.1)]) }
        if zone.geometry != nil {
            page.rows.append(
                ServicePage.Row([
                    ServicePage.Cell(asked.words("相邻", "Beside it")),
                    ServicePage.Cell(
                        asked.words("共边、共点、邻近、重叠的单元", "Zones it borders, meets, overlaps or is near"),
                        href: "\(base)/zones/\(zone.id)/neighbors?f=html"),
                ]))
        }
        return page
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
