internal import GeoJSON
internal import Hummingbird
internal import Wording

/// What the service tells of itself: OpenAPI 3.0, made of the same endpoints that answer.
struct OpenAPIRoute: Sendable {
    let settings: ServiceSettings
    let others: [Endpoint]

    var endpoint: Endpoint {
        Endpoint(
            .get, "/api", id: "api", .service, zh: "接口说明（OpenAPI 3.0）", en: "This description: OpenAPI 3.0.",
            formats: [.openapi, .html]
        ) { asked in
            let base = asked.base(settings)
            guard asked.format == .html else {
                return asked.resource(asked.bytes(document(in: asked.language, base)))
            }
            var page = ServicePage(asked.words("接口说明", "The API"), asked, base)
            page.lead = asked.words(
                "供程序使用的完整说明见 /api?f=openapi。", "The whole of it, for programs: /api?f=openapi.")
            page.columns = [
                asked.words("请求", "Request"), asked.words("作用", "What it answers"),
                asked.words("参数", "Parameters"),
            ]
            page.rows = all.map { endpoint in
                ServicePage.Row([
                    ServicePage.Cell("\(endpoint.method.rawValue) \(endpoint.path)"),
                    ServicePage.Cell(endpoint.summary[asked.language]),
                    ServicePage.Cell(
                        (endpoint.parameters.filter(\.isInPath) + endpoint.queryParameters).map(\.name)
                            .joined(separator: ", ")),
                ])
            }
            return asked.resource(page.bytes)
        }
    }

    /// All endpoints, this one with them.
    private var all: [Endpoint] { others + [endpoint] }

    private func document(in language: Language, _ base: String) -> JSONValue {
        var paths: [(String, JSONValue)] = []
        for endpoint in all {
            let operation = (endpoint.method.rawValue.lowercased(), operation(endpoint, language))
            if let place = paths.firstIndex(where: { $0.0 == endpoint.path }),
                var members = paths[place].1.members
            {
                members[operation.0] = operation.1
                paths[place].1 = .object(members)
            } else {
                paths.append((endpoint.path, .object(JSONObject([operation]))))
            }
        }
        let title = Bilingual(
            zh: "金凤：西部（重庆）科学城规划空间结构",
            en: "Jinfeng: the planned structure of the Western (Chongqing) Science City")
        let about = Bilingual(
            zh: "点位、地块落在哪个结构单元，以及 OGC API Features。仅供规划空间结构参考，不作为审批依据。",
            en: "In which planned zone sites lie, and OGC API Features. For reference only: no approval.")
        return [
            "openapi": "3.0.3",
            "info": [
                "title": .string(title[language]), "description": .string(about[language]),
                "version": .string(Self.version),
            ],
            "servers": [["url": .string(base)]],
            "tags": .array(Endpoint.Tag.allCases.map { ["name": .string($0.rawValue)] }),
            "paths": .object(JSONObject(paths)),
            "components": ["schemas": Self.schemas],
        ]
    }

    private static let version = "0.1.0"

    private func operation(_ endpoint: Endpoint, _ language: Language) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("operationId", .string(endpoint.id)), ("tags", [.string(endpoint.tag.rawValue)]),
            ("summary", .string(endpoint.summary[language])),
            (
                "parameters",
                .array(
                    (endpoint.parameters.filter(\.isInPath) + endpoint.queryParameters).map {
                        described($0, language)
                    })
            ),
        ]
        if let body = endpoint.body {
            let types = body.types.flatMap { type in type.kind.mediaTypes.map { ($0, type.kind.schema) } }
            var content = JSONObject([])
            for (type, schema) in types where content[type] == nil { content[type] = ["schema": schema] }
            members.append(
                (
                    "requestBody",
                    [
                        "required": true, "description": .string(body.meaning[language]),
                        "content": .object(content),
                    ]
                ))
        }
        members.append(("responses", responses(endpoint, language)))
        return .object(JSONObject(members))
    }

    private func described(_ parameter: Parameter, _ language: Language) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("name", .string(parameter.name)), ("in", parameter.isInPath ? "path" : "query"),
            ("description", .string(parameter.meaning[language])), ("required", .bool(parameter.isRequired)),
        ]
        if !parameter.isInPath {
            members.append(("style", "form"))
            members.append(("explode", false))
        }
        members.append(("schema", parameter.schema))
        return .object(JSONObject(members))
    }

    private func responses(_ endpoint: Endpoint, _ language: Language) -> JSONValue {
        var content = JSONObject([])
        for format in endpoint.formats {
            content[format.linkType] = ["schema": format.schema(of: endpoint.id)]
        }
        let problem: JSONValue = [
            "application/problem+json": ["schema": ["$ref": "#/components/schemas/problem"]]
        ]
        let words: [(String, Bilingual)] =
            [
                ("400", Bilingual(zh: "请求有误", en: "The request is mistaken.")),
                ("404", Bilingual(zh: "没有该资源", en: "There is no such thing.")),
                ("406", Bilingual(zh: "不提供所要的格式", en: "None of the formats accepted is to be had.")),
                ("409", Bilingual(zh: "该单元未上图", en: "The zone is not drawn.")),
                ("500", Bilingual(zh: "服务内部出错", en: "Something went wrong in the service.")),
                ("503", Bilingual(zh: "暂不受理", en: "Too much waits, or the answer takes too long.")),
            ]
            + (endpoint.body == nil
                ? []
                : [
                    ("408", Bilingual(zh: "正文传输过慢", en: "The body came too slowly.")),
                    ("413", Bilingual(zh: "正文过大", en: "The body is too large.")),
                    ("415", Bilingual(zh: "不支持的正文类型", en: "A body of this type is not read.")),
                ])
        var all: [(String, JSONValue)] = [
            (
                "200",
                [
                    "description": .string(endpoint.summary[language]), "content": .object(content),
                ]
            )
        ]
        if endpoint.method == .get { all.append(("304", ["description": "Not modified"])) }
        for (status, text) in words.sorted(by: { $0.0 < $1.0 }) {
            all.append((status, ["description": .string(text[language]), "content": problem]))
        }
        return .object(JSONObject(all))
    }
}

extension Format {
    /// What an answer in this format is made of.
    fileprivate func schema(of endpoint: String) -> JSONValue {
        switch (self, endpoint) {
        case (.geojson, "items"), (.geojson, "searchItems"):
            ["$ref": "#/components/schemas/featureCollection"]
        case (.geojson, "item"): ["$ref": "#/components/schemas/feature"]
        case (.geojson, _):
            ["type": "object", "required": ["type"], "properties": ["type": ["type": "string"]]]
        case (.json, "landing"): ["$ref": "#/components/schemas/landingPage"]
        case (.json, "conformance"): ["$ref": "#/components/schemas/confClasses"]
        case (.json, "collections"): ["$ref": "#/components/schemas/collections"]
        case (.json, "collection"): ["$ref": "#/components/schemas/collection"]
        case (.json, "assess"), (.json, "assessPosition"), (.json, "zone"), (.json, "neighbors"),
            (.json, "locateMany"):
            ["oneOf": [["type": "object"], ["type": "array", "items": ["type": "object"]]]]
        case (.json, _), (.schema, _), (.openapi, _): ["type": "object"]
        case (.png, _), (.pdf, _), (.gpkg, _), (.shp, _), (.kmz, _), (.fgb, _), (.xlsx, _):
            ["type": "string", "format": "binary"]
        default: ["type": "string"]
        }
    }
}

extension BodyType.Kind {
    fileprivate var schema: JSONValue {
        switch self {
        case .geojson: ["$ref": "#/components/schemas/geojson"]
        case .cql2:
            [
                "anyOf": [
                    [
                        "type": "object", "required": ["op", "args"],
                        "properties": ["op": ["type": "string"], "args": ["type": "array"]],
                    ],
                    [
                        "type": "object", "required": ["property"],
                        "properties": ["property": ["type": "string"]],
                    ],
                    ["type": "boolean"],
                ]
            ]
        case .ndjson, .csv, .wkt: ["type": "string"]
        }
    }
}
