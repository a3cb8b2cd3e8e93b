internal import GeoJSON

extension OpenAPIRoute {
    /// The shapes of documents, named.
    static let schemas: JSONValue = [
        "problem": [
            "type": "object", "required": ["type", "title", "status", "code", "remedy"],
            "properties": [
                "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
                "detail": ["type": "string"], "code": ["type": "string"], "remedy": ["type": "string"],
                "field": ["type": "string"], "row": ["type": "integer"], "request_id": ["type": "string"],
            ],
        ],
        "link": [
            "type": "object", "required": ["href", "rel"],
            "properties": [
                "href": ["type": "string"], "rel": ["type": "string"], "type": ["type": "string"],
                "title": ["type": "string"],
            ],
        ],
        "links": ["type": "array", "items": ["$ref": "#/components/schemas/link"]],
        "landingPage": [
            "type": "object", "required": ["links"],
            "properties": [
                "title": ["type": "string"], "description": ["type": "string"],
                "links": ["$ref": "#/components/schemas/links"],
            ],
        ],
        "confClasses": [
            "type": "object", "required": ["conformsTo"],
            "properties": ["conformsTo": ["type": "array", "items": ["type": "string"]]],
        ],
        "collections": [
            "type": "object", "required": ["links", "collections"],
            "properties": [
                "links": ["$ref": "#/components/schemas/links"],
                "crs": ["type": "array", "items": ["type": "string"]],
                "collections": ["type": "array", "items": ["$ref": "#/components/schemas/collection"]],
            ],
        ],
        "collection": [
            "type": "object", "required": ["id", "links"],
            "properties": [
                "id": ["type": "string"], "title": ["type": "string"], "description": ["type": "string"],
                "edition": ["type": "string"], "extent": ["type": "object"], "itemType": ["type": "string"],
                "crs": ["type": "array", "items": ["type": "string"]], "storageCrs": ["type": "string"],
                "links": ["$ref": "#/components/schemas/links"],
            ],
        ],
        "featureCollection": [
            "type": "object", "required": ["type", "features"],
            "properties": [
                "type": ["type": "string", "enum": ["FeatureCollection"]],
                "features": ["type": "array", "items": ["$ref": "#/components/schemas/feature"]],
                "links": ["$ref": "#/components/schemas/links"],
                "numberMatched": ["type": "integer", "minimum": 0],
                "numberReturned": ["type": "integer", "minimum": 0],
            ],
        ],
        "feature": [
            "type": "object", "required": ["type", "id", "geometry", "properties"],
            "properties": [
                "type": ["type": "string", "enum": ["Feature"]], "id": ["type": "string"],
                "geometry": ["type": "object", "nullable": true], "properties": ["type": "object"],
                "links": ["$ref": "#/components/schemas/links"],
            ],
        ],
        "geojson": [
            "type": "object", "required": ["type"],
            "properties": [
                "type": [
                    "type": "string",
                    "enum": [
                        "Feature", "FeatureCollection", "Point", "MultiPoint", "LineString",
                        "MultiLineString",
                        "Polygon", "MultiPolygon", "GeometryCollection",
                    ],
                ]
            ],
        ],
    ]
}
