import GeoJSON
import PlanarGeometry
import Testing
import Wording

/// A text that is no GeoJSON, and where it is wrong.
struct GeoRefusal: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let code: String
    let path: String
    let message: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ code: String, _ path: String, _ message: String) {
        self.name = name
        self.text = text
        self.code = code
        self.path = path
        self.message = message
    }

    /// A geometry inside the only feature of a collection.
    init(_ name: String, geometry: String, _ code: String, _ path: String, _ message: String) {
        self.init(
            name,
            #"{"type":"FeatureCollection","features":[{"type":"Feature","id":"A1","properties":{},"geometry":"#
                + geometry + "}]}",
            code, "features[0].geometry" + path, message)
    }
}

@Suite struct GeometryDecodingTests {
    private func decode(_ text: String) throws -> Geometry {
        try Geometry(decoding: JSONValue(parsing: Array(text.utf8)))
    }

    @Test(arguments: [
        #"{"type":"Point","coordinates":[106.33,29.52]}"#,
        #"{"type":"MultiPoint","coordinates":[[106.33,29.52],[0,0]]}"#,
        #"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#,
        #"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3],[4,4]]]}"#,
        #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[5,4],[5,5],[6,5],[5,4]]]}"#,
        #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,0],[6,0],[6,1],[5,0]]]]}"#,
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[0,0],[-1,1]]}]}]}"#,
    ])
    func everyKindSurvivesReadingAndWriting(_ text: String) throws {
        let geometry = try decode(text)
        #expect(text.contains("\"\(geometry.typeName)\""))
        #expect(JSONWriter().string(geometry.encoded(decimals: 9)) == text)
    }

    @Test func ringsAreWrittenByTheRightHandRule() throws {
        let geometry = try decode(
            #"{"type":"Polygon","coordinates":[[[0,0],[9,9],[9,0],[0,0]],[[5,4],[6,5],[5,5],[5,4]]]}"#)
        #expect(
            JSONWriter().string(geometry.encoded(decimals: 5))
                == #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[5,4],[5,5],[6,5],[5,4]]]}"#)
    }

    @Test func coordinatesAreRoundedToTheDecimalsAskedFor() throws {
        let geometry = try decode(#"{"type":"Point","coordinates":[106.333333333,-0.000001]}"#)
        #expect(
            JSONWriter().string(geometry.encoded(decimals: 5))
                == #"{"type":"Point","coordinates":[106.33333,0]}"#)
    }

    @Test func heightsAreDroppedAndCounted() throws {
        let feature = try Feature(
            parsing: Array(#"{"type":"LineString","coordinates":[[0,0,250],[1,1],[2,2,260]]}"#.utf8))
        #expect(
            feature.geometry
                == .lineString(try LineString([Point(x: 0, y: 0), Point(x: 1, y: 1), Point(x: 2, y: 2)])))
        #expect(feature.droppedAltitudes == 2)
    }

    @Test func collectionsNestAsDeepAsTheLimitAllows() throws {
        func nested(_ levels: Int) -> [UInt8] {
            let open = String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: levels)
            let close = String(repeating: "]}", count: levels)
            return Array((open + #"{"type":"Point","coordinates":[1,2]}"# + close).utf8)
        }
        _ = try Feature(parsing: nested(15))  // 30 + object and array of the point = 32 levels
        for levels in [16, 2_000, 100_000] {
            let error = try #require(throws: JSONError.self) { try Feature(parsing: nested(levels)) }
            #expect(error.code == "too_deep")
        }
    }

    @Test(arguments: [
        GeoRefusal(
            "open outer ring", geometry: #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0.5,0]]]}"#,
            "unclosed_ring", ".coordinates[0]",
            "feature \"A1\", features[0].geometry.coordinates[0], line 1, column 129: Ring 0 (the outer ring) is not closed: it begins at [0, 0] and ends at [0.5, 0]."
        ),
        GeoRefusal(
            "open hole",
            geometry:
                #"{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]],[[5,4],[5,5],[6,5],[5,3]]]]}"#,
            "unclosed_ring", ".coordinates[0][1]", "Ring 1 (a hole) is not closed"),
        GeoRefusal(
            "ring of three", geometry: #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#,
            "too_few_positions", ".coordinates[0]", "Ring 0 (the outer ring) has 3 positions; it needs 4"),
        GeoRefusal(
            "line of one", geometry: #"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[0,0]]]}"#,
            "too_few_positions", ".coordinates[1]", "The line has 1 position; it needs 2"),
        GeoRefusal(
            "lone number", geometry: #"{"type":"Point","coordinates":[106.3]}"#, "wrong_position_length",
            ".coordinates", "has 1 number;"),
        GeoRefusal(
            "seven numbers", geometry: #"{"type":"LineString","coordinates":[[0,0],[1,2,3,4,5,6,7]]}"#,
            "wrong_position_length", ".coordinates[1]", "has 7 numbers"),
        GeoRefusal(
            "four numbers", geometry: #"{"type":"Point","coordinates":[1,2,3,4]}"#, "wrong_position_length",
            ".coordinates", "has 4 numbers"),
        GeoRefusal(
            "empty point", geometry: #"{"type":"Point","coordinates":[]}"#, "empty_geometry", ".coordinates",
            "empty"),
        GeoRefusal(
            "empty line", geometry: #"{"type":"LineString","coordinates":[]}"#, "empty_geometry",
            ".coordinates", "empty"),
        GeoRefusal(
            "empty ring", geometry: #"{"type":"Polygon","coordinates":[[]]}"#, "empty_geometry",
            ".coordinates[0]", "empty"),
        GeoRefusal(
            "empty polygon", geometry: #"{"type":"Polygon","coordinates":[]}"#, "empty_geometry",
            ".coordinates", "empty"),
        GeoRefusal(
            "empty part",
            geometry: #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[]]}"#,
            "empty_geometry", ".coordinates[1]", "empty"),
        GeoRefusal(
            "empty collection",
            geometry:
                #"{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]}]}"#,
            "empty_geometry", ".geometries[0].geometries", "empty"),
        GeoRefusal(
            "text for a number", geometry: #"{"type":"Point","coordinates":["106.3",29]}"#, "wrong_type",
            ".coordinates[0]", "This must be a number, not the string \"106.3\"."),
        GeoRefusal(
            "null for a number", geometry: #"{"type":"Point","coordinates":[106.3,null]}"#, "wrong_type",
            ".coordinates[1]", "a number, not null"),
        GeoRefusal(
            "too many brackets", geometry: #"{"type":"Point","coordinates":[[106.3,29]]}"#,
            "wrong_position_length", ".coordinates", "has 1"),
        GeoRefusal(
            "too few brackets", geometry: #"{"type":"Polygon","coordinates":[[0,0],[1,0],[1,1],[0,0]]}"#,
            "wrong_type", ".coordinates[0][0]", "must be an array, not the number 0"),
        GeoRefusal(
            "null coordinates", geometry: #"{"type":"Point","coordinates":null}"#, "wrong_type",
            ".coordinates", "an array, not null"),
        GeoRefusal("no coordinates", geometry: #"{"type":"Point"}"#, "missing_member", "", "\"coordinates\""),
        GeoRefusal(
            "no geometries", geometry: #"{"type":"GeometryCollection","coordinates":[]}"#, "missing_member",
            "", "\"geometries\""),
        GeoRefusal(
            "unknown kind", geometry: #"{"type":"Circle","coordinates":[0,0]}"#, "unknown_geometry_type",
            ".type", "\"Circle\""),
        GeoRefusal(
            "wrong case", geometry: #"{"type":"polygon","coordinates":[]}"#, "unknown_geometry_type", ".type",
            "\"polygon\""),
        GeoRefusal(
            "Esri geometry", geometry: #"{"rings":[[[0,0],[1,0],[1,1],[0,0]]]}"#, "missing_member", "",
            "Esri JSON"),
        GeoRefusal(
            "text for a geometry", geometry: #""POINT(1 2)""#, "wrong_type", "", "an object, not the string"),
        GeoRefusal("no root object", "[1]", "wrong_type", "", "an object, not an array of 1"),
        GeoRefusal("no type", #"{"a":1}"#, "missing_member", "", "\"type\" is missing."),
        GeoRefusal(
            "unknown root", #"{"type":"Topology","objects":{}}"#, "unknown_type", "type", "\"Topology\""),
        GeoRefusal("number for a type", #"{"type":3}"#, "wrong_type", "type", "a string, not the number 3"),
        GeoRefusal("no features", #"{"type":"FeatureCollection"}"#, "missing_member", "", "\"features\""),
        GeoRefusal(
            "object for features", #"{"type":"FeatureCollection","features":{}}"#, "wrong_type", "features",
            "an array, not an object"),
        GeoRefusal(
            "geometry for a feature",
            #"{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[0,0]}]}"#,
            "unknown_type", "features[0].type", "\"Point\""),
        GeoRefusal(
            "no geometry", #"{"type":"Feature","id":9,"properties":{}}"#, "missing_member", "",
            "feature \"9\", line 1, column 1: The feature has no member \"geometry\"."),
        GeoRefusal(
            "list for properties", #"{"type":"Feature","geometry":null,"properties":[]}"#, "wrong_type",
            "properties", "an object, not an array of 0"),
        GeoRefusal(
            "object for an id", #"{"type":"Feature","id":{},"geometry":null}"#, "wrong_type", "id",
            "a string or a number"),
        GeoRefusal(
            "projected crs",
            #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4547"}},"features":[]}"#,
            "unsupported_crs", "crs", "\"EPSG:4547\""),
        GeoRefusal(
            "linked crs",
            #"{"type":"Point","coordinates":[0,0],"crs":{"type":"link","properties":{"href":"http://x/1"}}}"#,
            "unsupported_crs", "crs", "\"http://x/1\""),
    ])
    func mistakeIsNamedWithItsPath(_ refusal: GeoRefusal) throws {
        let error = try #require(throws: JSONError.self) {
            try FeatureCollection(parsing: Array(refusal.text.utf8))
        }
        #expect(error.code == refusal.code)
        #expect(error.path.description == refusal.path)
        #expect(error.message.en.contains(refusal.message), "\(error.message.en)")
        #expect(error.line == 1)
        #expect(!error.remedy.zh.isEmpty && !error.message.zh.isEmpty)
    }

    @Test func remedyShowsTheShapeOrTheFix() throws {
        func remedy(_ text: String) throws -> String {
            try #require(throws: JSONError.self) { try decode(text) }.remedy.en
        }
        #expect(
            try remedy(#"{"type":"Polygon","coordinates":[[0,0]]}"#)
                == "Coordinates of a Polygon are [[[x, y], …], …].")
        #expect(try remedy(#"{"type":"multipolygon"}"#) == "Write \"MultiPolygon\"; case counts.")
        #expect(
            try remedy(#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[2,2]]]}"#)
                == "Repeat the first position [0, 0] at the end.")
    }

    @Test func numbersFromElsewhereMustBeFinite() throws {
        let value: JSONValue = ["type": "Point", "coordinates": [.number(.infinity), 0]]
        let error = try #require(throws: JSONError.self) { try Geometry(decoding: value) }
        #expect(error.code == "not_finite")
        #expect(error.path.description == "coordinates[0]")
    }

    @Test(arguments: [
        "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "epsg:4490", "urn:ogc:def:crs:EPSG::4490",
        "http://www.opengis.net/def/crs/EPSG/0/4326", "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    ])
    func crsOfLongitudeAndLatitudeIsAccepted(_ name: String) throws {
        let text =
            #"{"type":"FeatureCollection","name":"zones","crs":{"type":"name","properties":{"name":"\#(name)"}},"features":[]}"#
        let collection = try FeatureCollection(parsing: Array(text.utf8))
        #expect(collection.declaredCRS == name)
        #expect(collection.foreignMembers.keys == ["name"])
    }

    @Test func anyCRSIsAcceptedWhereTheCallerStatesTheFrame() throws {
        let text =
            #"{"type":"Point","coordinates":[357000,3265000],"crs":{"type":"EPSG","properties":{"code":4547}}}"#
        let collection = try FeatureCollection(parsing: Array(text.utf8), acceptingAnyCRS: true)
        #expect(collection.declaredCRS == "EPSG:4547")
        #expect(collection.features.first?.geometry == .point(Point(x: 357_000, y: 3_265_000)))
        #expect(throws: JSONError.self) { try FeatureCollection(parsing: Array(text.utf8)) }
    }
}
