internal import Exchange
internal import GeoJSON
internal import Hummingbird
internal import PlanarGeometry
internal import Planning
internal import Wording

/// OGC API Features: the landing page, what it conforms to, the layouts as collections.
struct FeatureRoutes: Sendable {
    let desk: QuestionDesk

    var endpoints: [Endpoint] {
        [landing, conformance, collections, collection, queryables, items, search, item]
    }

    static let formats: [Format] = [.json, .html]

    /// The requirements classes this service keeps.
    static let conformance =
        ["core", "oas30", "html", "geojson"].map {
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\($0)"
        }
        + ["http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs"]
        + ["queryables", "filter", "features-filter"].map {
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/\($0)"
        }
        + [
            "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators",
            "basic-spatial-functions",
            "basic-spatial-functions-plus", "spatial-functions",
        ].map { "http://www.opengis.net/spec/cql2/1.0/conf/\($0)" }

    // MARK: - The service

    private var landing: Endpoint {
        Endpoint(
            .get, "/", id: "landing", .features, zh: "首页：全部入口", en: "The landing page: where everything is.",
            formats: Self.formats
        ) { asked in
            let base = asked.base(desk.settings)
            let title = asked.words(
                "金凤：西部（重庆）科学城规划空间结构", "Jinfeng: the planned structure of the Western (Chongqing) Science City"
            )
            let about = asked.words(
                "查询地块或点位落在西部（重庆）科学城规划空间结构的哪个结构单元，并给出概率、距离与原文依据。本结果为规划空间结构参考，不构成用地预审与选址意见，不作为审批依据。",
                "In which planned zone of the Western (Chongqing) Science City a site lies, how sure that is, and which sentence of which document says so. For reference only: no approval, no opinion on siting."
            )
            let map = Link(
                "\(base)/map", rel: "related", type: "text/html",
                title: asked.words("地图：点选、输入坐标或拖入文件即查", "The map: click, type a position, drop a file"))
            let links =
                asked.selfLinks(desk.settings, among: Self.formats)
                // Without Leaflet there is no page.
                + (desk.leaflet.files.isEmpty ? [] : [map]) + [
                    Link(
                        "\(base)/api", rel: "service-desc", type: Format.openapi.mediaType,
                        title: asked.words("接口说明（OpenAPI 3.0）", "The API (OpenAPI 3.0)")),
                    Link(
                        "\(base)/api?f=html", rel: "service-doc", type: "text/html",
                        title: asked.words("接口说明（网页）", "The API, to read")),
                    Link(
                        "\(base)/conformance", rel: "conformance", type: "application/json",
                        title: asked.words("符合的标准", "Conformance")),
                    Link(
                        "\(base)/collections", rel: "data", type: "application/json",
                        title: asked.words("空间格局", "The layouts")),
                ]
            guard asked.format == .html else {
                let value: JSONValue = [
                    "title": .string(title), "description": .string(about),
                    "links": .array(links.map(\.json)),
                ]
                return asked.resource(asked.bytes(value))
            }
            var page = ServicePage(title, asked, base)
            page.lead = about
            page.rows = links.filter { $0.rel != "self" && $0.rel != "alternate" }.map { link in
                ServicePage.Row([
                    ServicePage.Cell(link.title ?? link.href, href: link.href), ServicePage.Cell(link.rel),
                ])
            }
            page.columns = [asked.words("入口", "Resource"), asked.words("关系", "Relation")]
            return asked.resource(page.bytes)
        }
    }

    private var conformance: Endpoint {
        Endpoint(
            .get, "/conformance", id: "conformance", .features, zh: "本服务符合的标准",
            en: "What this service conforms to.",
            formats: Self.formats
        ) { asked in
            guard asked.format == .html else {
                return asked.resource(
                    asked.bytes(["conformsTo": .array(Self.conformance.map { .string($0) })]))
            }
            var page = ServicePage(asked.words("符合的标准", "Conformance"), asked, asked.base(desk.settings))
            page.columns = [asked.words("一致性类", "Conformance class")]
            page.rows = Self.conformance.map { ServicePage.Row([ServicePage.Cell($0)]) }
            return asked.resource(page.bytes)
        }
    }

    // MARK: - Collections

    private var collections: Endpoint {
        Endpoint(
            .get, "/collections", id: "collections", .features, zh: "各空间格局",
            en: "The layouts as collections.",
            parameters: [ItemsRequest.datetime], formats: Self.formats
        ) { asked in
            let period = try asked.query["datetime"].map { text throws(Problem) in try DatePeriod(text) }
            let served = desk.collections(during: period)
            let base = asked.base(desk.settings)
            guard asked.format == .html else {
                let value: JSONValue = [
                    "links": .array(asked.selfLinks(desk.settings, among: Self.formats).map(\.json)),
                    "crs": .array(CoordinateReference.all.map { .string($0.uri) }),
                    "collections": .array(served.map { json(of: $0, asked) }),
                ]
                return asked.resource(asked.bytes(value))
            }
            var page = ServicePage(asked.words("空间格局", "The layouts"), asked, base)
            page.columns = [
                asked.words("空间格局", "Layout"), asked.words("版次", "Edition"), asked.words("结构单元", "Zones"),
            ]
            page.rows = served.map { collection in
                ServicePage.Row([
                    ServicePage.Cell(
                        collection.layout.name[asked.language], href: "\(base)/collections/\(collection.id)"),
                    ServicePage.Cell(collection.edition.name[asked.language]),
                    ServicePage.Cell(
                        "\(collection.edition.zones.count)",
                        href: "\(base)/collections/\(collection.id)/items"),
                ])
            }
            return asked.resource(page.bytes)
        }
    }

    private static let collectionID = Parameter("collectionId", zh: "空间格局的 id", en: "The layout's id.")
        .inPath()

    private var collection: Endpoint {
        Endpoint(
            .get, "/collections/{collectionId}", id: "collection", .features, zh: "一个空间格局",
            en: "One layout as a collection.", parameters: [Self.collectionID], formats: Self.formats
        ) { asked in
            let collection = try desk.collection(asked.part("collectionId"))
            guard asked.format == .html else {
                return asked.resource(asked.bytes(json(of: collection, asked)))
            }
            let base = asked.base(desk.settings)
            var page = ServicePage(collection.layout.name[asked.language], asked, base)
            page.lead = collection.description(in: desk.data.catalogue)[asked.language]
            let address = "\(base)/collections/\(collection.id)"
            page.columns = [asked.words("入口", "Resource"), asked.words("用途", "What for")]
            page.rows = [
                ServicePage.Row([
                    ServicePage.Cell(
                        asked.words("结构单元", "The zones"), href: "\(address)/items"),
                    ServicePage.Cell(asked.words("逐个查看，原文可查", "One by one, with their sentences")),
                ]),
                ServicePage.Row([
                    ServicePage.Cell(
                        asked.words("可过滤的属性", "Properties to filter by"),
                        href: "\(address)/queryables"),
                    ServicePage.Cell(asked.words("供编写过滤条件", "For writing filters")),
                ]),
                ServicePage.Row([
                    ServicePage.Cell(
                        asked.words("图件（PDF）", "The map (PDF)"),
                        href: "\(base)/map.pdf?layout=\(collection.id)"),
                    ServicePage.Cell(asked.words("打印、张贴", "To print and hang up")),
                ]),
            ]
            page.rows += ExchangeFormat.allCases.map { format in
                ServicePage.Row([
                    ServicePage.Cell(
                        asked.words("下载：\(format.name.zh)", "Download: \(format.name.en)"),
                        href: "\(address)/export?f=\(format.rawValue)"),
                    ServicePage.Cell(ExportRoutes.use(of: format)[asked.language]),
                ])
            }
            return asked.resource(page.bytes)
        }
    }

    private func json(of collection: ServedCollection, _ asked: Asked) -> JSONValue {
        let base = "\(asked.base(desk.settings))/collections/\(collection.id)"
        let bounds = collection.box.map { box -> JSONValue in
            .array(
                [box.lower.x, box.lower.y, box.upper.x, box.upper.y].map {
                    .rounded($0, decimals: collection.edition.decimals)
                })
        }
        let edition = collection.edition
        let interval: JSONValue = [
            .string("\(edition.validFrom)T00:00:00Z"),
            edition.validTo.map { .string("\($0)T00:00:00Z") } ?? .null,
        ]
        var extent: [(String, JSONValue)] = []
        if let bounds {
            extent.append(("spatial", ["bbox": [bounds], "crs": .string(CoordinateReference.crs84.uri)]))
        }
        extent.append(("temporal", ["interval": [interval]]))
        return [
            "id": .string(collection.id),
            "title": .string(collection.layout.name[asked.language]),
            "description": .string(collection.description(in: desk.data.catalogue)[asked.language]),
            "edition": .string(edition.id),
            "extent": .object(JSONObject(extent)),
            "itemType": "feature",
            "crs": .array(CoordinateReference.all.map { .string($0.uri) }),
            "storageCrs": .string(CoordinateReference.crs84.uri),
            "links": .array(
                [
                    Link(
                        "\(base)?f=json", rel: "self", type: "application/json",
                        title: asked.words("本空间格局", "This layout")),
                    Link(
                        "\(base)?f=html", rel: "alternate", type: "text/html",
                        title: asked.words("本空间格局（网页）", "This layout, to read")),
                    // Bare: GDAL puts an id right behind it.
                    Link(
                        "\(base)/items", rel: "items", type: "application/geo+json",
                        title: asked.words("结构单元", "The zones")),
                    Link(
                        "\(base)/items?f=html", rel: "items", type: "text/html",
                        title: asked.words("结构单元（网页）", "The zones, to read")),
                    Link(
                        "\(base)/queryables", rel: "http://www.opengis.net/def/rel/ogc/1.0/queryables",
                        type: "application/schema+json",
                        title: asked.words("可过滤的属性", "Properties to filter by")),
                ].map(\.json) + ExportRoutes.links(base, asked).map(\.json)),
        ]
    }

    private var queryables: Endpoint {
        Endpoint(
            .get, "/collections/{collectionId}/queryables", id: "queryables", .features, zh: "可用于过滤的属性",
            en: "The properties a filter may name.", parameters: [Self.collectionID],
            formats: [.schema, .html]
        ) { asked in
            let collection = try desk.collection(asked.part("collectionId"))
            let base = asked.base(desk.settings)
            guard asked.format == .html else {
                let properties = ServedFeature.queryables.map { property -> (String, JSONValue) in
                    (property.name, property.use.schema(property.meaning[asked.language]))
                }
                return asked.resource(
                    asked.bytes([
                        "$schema": "https://json-schema.org/draft/2020-12/schema",
                        "$id": .string("\(base)/collections/\(collection.id)/queryables"), "type": "object",
                        "title": .string(collection.layout.name[asked.language]),
                        "properties": .object(JSONObject(properties)), "additionalProperties": false,
                    ]))
            }
            var page = ServicePage(asked.words("可过滤的属性", "Properties to filter by"), asked, base)
            page.columns = [asked.words("属性", "Property"), asked.words("含义", "Meaning")]
            page.rows = ServedFeature.queryables.map {
                ServicePage.Row([ServicePage.Cell($0.name), ServicePage.Cell($0.meaning[asked.language])])
            }
            return asked.resource(page.bytes)
        }
    }
}

extension Asked {
    /// JSON laid out for reading, as all our documents are.
    func bytes(_ value: JSONValue) -> [UInt8] { JSONWriter(.pretty).bytes(value) + [UInt8(ascii: "\n")] }
}

extension Filter.Use {
    fileprivate func schema(_ meaning: String) -> JSONValue {
        switch self {
        case .any, .text: ["title": .string(meaning), "type": "string"]
        case .bool: ["title": .string(meaning), "type": "boolean"]
        case .number: ["title": .string(meaning), "type": "number"]
        case .geometry:
            ["title": .string(meaning), "x-ogc-role": "primary-geometry", "format": "geometry-any"]
        }
    }
}
