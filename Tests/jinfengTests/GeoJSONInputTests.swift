import GeoJSON
import TestSupport
import Testing
import Wording

/// GeoJSON in and out: each feature comes back as it was, ours added behind its properties.
@Suite struct GeoJSONInputTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ features: [String], crs: String? = nil) throws {
        let crs = crs.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
        try folder.write(
            "in.geojson",
            #"{"type":"FeatureCollection",\#(crs)"features":[\#(features.joined(separator: ",\n"))]}"#)
    }

    private func point(_ coordinates: String, _ properties: String = "{}", id: String? = nil) -> String {
        let id = id.map { "\"id\":\($0)," } ?? ""
        return
            #"{"type":"Feature",\#(id)"geometry":{"type":"Point","coordinates":\#(coordinates)},"properties":\#(properties)}"#
    }

    @Test func aFeatureKeepsItsIDItsPropertiesAndItsOtherMembers() throws {
        let properties =
            #"{"name":"甲","error":"mine","n":1.5,"deep":{"a":[1,null]},"big":500106001001123457}"#
        try write([
            point("[106.33,29.52]", properties, id: "7").dropLast() + #","tippecanoe":{"x":1}}"#,
            point("[29.52,106.33]", properties, id: "\"B\""),
        ])
        let run = try folder.run("locate", "--input", "in.geojson")
        #expect(run.status == 65)
        let features = try run.features()
        #expect(
            features.map { $0["id"] } == [.number(7), "B"]
                || features.map { $0["id"] } == [.numeral("7"), "B"])
        for feature in features {
            let kept = try #require(feature["properties"])
            #expect(kept["name"] == "甲")
            #expect(kept["error"] == "mine")
            #expect(kept["n"]?.doubleValue == 1.5)
            #expect(kept["deep"]?["a"]?.elements?.last == .null)
        }
        #expect(run.text.contains(#""big":500106001001123457"#))
        #expect(features[0]["tippecanoe"]?["x"]?.doubleValue == 1)
        #expect(features[0]["properties"]?["\(Plan.five):zone"] == "shengmingdao")
        #expect(features[0]["properties"]?["jinfeng:error"] == .null)
        #expect(
            try #require(features[1]["properties"]?["jinfeng:error"]?.stringValue).hasPrefix(
                "swapped_lon_lat"))
    }

    @Test func aBadFeatureCostsNoOtherAndHasItsOwn() throws {
        let deep = String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 100_000)
        let bad: [(feature: String, code: String)] = [
            (#"{"type":"Feature","id":"n","geometry":null,"properties":{"name":"空"}}"#, "missing_geometry"),
            (point("[1,2,3,4,5,6,7]", id: "\"s\""), "wrong_position_length"),
            (point(#"["106.33",29.5]"#), "wrong_type"),
            (point("[]"), "empty_geometry"), (point("[106.33,1e999]"), "not_finite"),
            (
                #"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[106,29],[107,29],[107,30],[106,29]]]},"properties":{"地块编号":"P1"}}"#,
                "unsupported_geometry"
            ),
            ("5", "wrong_type"), ("null", "wrong_type"),
            (
                #"{"type":"Feature","geometry":{"type":"Blob","coordinates":[1,2]},"properties":{}}"#,
                "unknown_geometry_type"
            ),
            (
                #"{"type":"Feature","properties":{},"geometry":"# + deep
                    + String(repeating: "]}", count: 100_000) + "}", "too_deep"
            ),
            (point("[29.52,106.33]", #"{"地块编号":"P2"}"#), "swapped_lon_lat"),
            (point("[106.33,29.52]", #"{"坐标系":"西安80"}"#), "refused_frame"),
        ]
        try write(
            [point("[106.33,29.52]", id: "1")] + bad.map(\.feature) + [point("[106.33,29.52,300]", id: "2")])
        let run = try folder.run("locate", "--input", "in.geojson", "--format", "ndjson")
        #expect(run.status == 65)
        let answers = try run.ndjson()
        #expect(answers.map(\.errorCode) == [nil] + bad.map(\.code) + [nil])
        #expect(
            answers.map { $0["error"]?["row"]?.doubleValue ?? 0 }.dropFirst().dropLast()
                == (2...13).map(Double.init)[...])
        #expect(answers[1]["site"] == ["id": "n", "name": "空"])
        #expect(answers[2]["site"] == ["id": "s"])
        #expect(answers[6]["site"] == ["id": "P1"])
        #expect(answers[11]["site"] == ["id": "P2"])
        #expect(try folder.run("locate", "--input", "in.geojson").features().count == bad.count + 2)
    }

    @Test func aFeatureThatCannotBeReadKeepsItsProperties() throws {
        try write([point("[1]", #"{"地块编号":"P1"}"#, id: "\"x\"")])
        let features = try folder.run("locate", "--input", "in.geojson").features()
        #expect(features.map { $0["id"] } == ["x"])
        #expect(features.first?["properties"]?["地块编号"] == "P1")
    }

    @Test func whatIsNoCollectionIsReadOrRefusedAsAWhole() throws {
        for text in [#"{"type":"Point","coordinates":[106.33,29.52]}"#, point("[106.33,29.52]")] {
            try folder.write("in.geojson", text)
            let run = try folder.run("locate", "--input", "in.geojson")
            #expect(run.status == 0)
            #expect(try run.features().map { $0["properties"]?["\(Plan.five):zone"] } == ["shengmingdao"])
        }
        for (text, code) in [
            (String(repeating: "[", count: 100_000), "too_deep"), ("", "empty_input"),
            ("{}", "missing_member"),
            (
                #"{"type":"Feature","geometry":{"type":"Point","coordinates":"#
                    + String(repeating: "[", count: 100_000), "too_deep"
            ),
            (#"{"type":"FeatureCollection","features":{}}"#, "wrong_type"),
        ] {
            try folder.write("in.geojson", text)
            let run = try folder.run("locate", "--input", "in.geojson")
            #expect(run.status == 65)
            #expect(run.messages.contains(code), "\(run.messages.prefix(300))")
        }
    }

    @Test func theFrameAFileDeclaresIsItsFrame() throws {
        try write([point("[628945.81,3267643.66]")], crs: "urn:ogc:def:crs:EPSG::4544")
        let answer = try #require(
            try folder.run("locate", "--input", "in.geojson", "--format", "ndjson").ndjson().first)
        #expect(answer["site"]?["frame"] == "epsg:4544")
        try write([point("[106.33,29.52]")], crs: "urn:ogc:def:crs:EPSG::4610")
        let xian = try folder.run("locate", "--input", "in.geojson")
        #expect(xian.status == 65)
        #expect(xian.messages.contains("refused_frame"))
        #expect(xian.text.isEmpty)
        let overruled = try folder.run(
            "locate", "--input", "in.geojson", "--frame", "gcj02", "--format", "ndjson")
        #expect(try overruled.ndjson().first?["site"]?["frame"] == "gcj02")
        try write([point("[106.33,29.52]")], crs: "urn:ogc:def:crs:OGC:1.3:CRS84")
        let plain = try folder.run("locate", "--input", "in.geojson", "--format", "ndjson")
        #expect(try plain.ndjson().first?["site"]?["frame"] == "wgs84")
    }

    @Test func whatComesOutIsWGS84WhateverCameIn() throws {
        try write([point("[106.333893129,29.517367540]", #"{"坐标系":"gcj02"}"#)])
        let run = try folder.run("locate", "--input", "in.geojson")
        let position = try #require(
            try run.features().first?["geometry"]?["coordinates"]?.elements?.compactMap(\.doubleValue))
        #expect(abs(position[0] - 106.33) < 1e-7)
        #expect(abs(position[1] - 29.52) < 1e-7)
    }
}
