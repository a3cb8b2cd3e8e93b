import GeoJSON
import PlanarGeometry
import TestSupport
import Testing
import Wording

@Suite struct FeatureReaderTests {
    private func results(_ text: String) throws -> [Result<Feature, JSONError>] {
        try Array(FeatureReader(parsing: Array(text.utf8)))
    }

    /// Each result as an id or a code.
    private func outcome(_ text: String) throws -> [String] {
        try results(text).map { result in
            switch result {
            case .success(let feature): feature.id?.text ?? "-"
            case .failure(let error): "\(error.code) \(error.path) \(error.line ?? 0):\(error.column ?? 0)"
            }
        }
    }

    private func point(_ id: String, _ coordinates: String = "[1,2]", _ properties: String = "{}") -> String {
        #"{"type":"Feature","id":\#(id),"geometry":{"type":"Point","coordinates":\#(coordinates)},"properties":\#(properties)}"#
    }

    private func collection(_ features: [String], before: String = "", after: String = "") -> String {
        #"{"type":"FeatureCollection",\#(before)"features":["# + "\n" + features.joined(separator: ",\n")
            + "\n]\(after)}"
    }

    @Test func memberOrderAndForeignMembersSurvive() throws {
        let text =
            #"{"type":"FeatureCollection","name":"地块","features":[{"type":"Feature","id":500106001001123457,"properties":{"b":1,"a":{"x":[null]}},"geometry":null,"style":"red","bbox":[0,0,1,1]},{"type":"Feature","id":"Z","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#
        let collection = try FeatureCollection(parsing: Array(text.utf8))
        #expect(collection.features[0].geometry == nil)
        #expect(collection.features[0].id?.text == "500106001001123457")
        #expect(collection.features[0].foreignMembers.keys == ["style", "bbox"])
        let written = JSONWriter().string(collection.encoded(decimals: 5))
        #expect(try FeatureCollection(parsing: Array(written.utf8)) == collection)
        #expect(written == text)
    }

    @Test func foreignMembersBehindTheFeaturesAreRead() throws {
        let reader = try FeatureReader(parsing: Array(collection([point("1")], after: #","note":"x""#).utf8))
        #expect(reader.foreignMembers == ["note": "x"])
        #expect(throws: JSONError.self) {
            try FeatureReader(
                parsing: Array(
                    collection([point("1")], after: #","crs":{"properties":{"name":"EPSG:3857"}}"#).utf8))
        }
    }

    @Test func oneBadFeatureLosesNoOther() throws {
        let features = [
            point("1"), point("2", "[1]"), point("3"), point("4", "[1,NaN]"),
            point("5", "[1,2]", #"{"a":1,"a":2}"#),
            point("6", "[1,2]", #"{"t":"} ] \" {","u":[1,]}"#), "null", "7", point("8", "[]"), point("9"),
        ]
        #expect(
            try outcome(collection(features)) == [
                "1", "wrong_position_length features[1].geometry.coordinates 3:67", "3",
                "not_finite features[3].geometry.coordinates[1] 5:70",
                "duplicate_member features[4].properties.a 6:94",
                "invalid_json features[5].properties.u 7:109",
                "wrong_type features[6] 8:1", "wrong_type features[7] 9:1",
                "empty_geometry features[8].geometry.coordinates 10:67", "9",
            ])
    }

    @Test func failureNamesTheFeature() throws {
        let error = try #require(try results(collection([point("\"甲-7\"", "[1]")])).first)
        #expect(throws: JSONError.self) { try error.get() }
        guard case .failure(let failure) = error else { return }
        #expect(failure.featureID?.text == "甲-7")
        #expect(failure.message.zh.hasPrefix("要素 \"甲-7\"，features[0].geometry.coordinates，第 2 行"))
    }

    @Test func whatCannotBeFoundAgainEndsTheReading() throws {
        let second = point("2", "[3,4]", #"{"name":"cut "#)
        #expect(
            try outcome("{\"features\":[\n\(point("1")),\n\(second.dropLast(1))")
                == ["1", "invalid_json features[1].properties.name 3:95"])
        #expect(
            try outcome(#"{"type":"FeatureCollection","features":["#) == ["invalid_json features[0] 1:41"])
        #expect(try outcome(#"{"type":"FeatureCollection","features":[\#(point("1"))"#).first == "1")
        #expect(try outcome(collection([point("1")], after: "]")) == ["1", "invalid_json  3:2"])
        #expect(try outcome(collection([point("1") + ","])) == ["1", "invalid_json features 2:90"])
        #expect(try outcome(collection([point("1") + " 5"])) == ["1", "invalid_json features 2:91"])
        #expect(try outcome(#"{"features":[\#(point("1")),"#) == ["1", "invalid_json features[1] 1:104"])
    }

    @Test func duplicateFeaturesMemberIsRefusedBehindTheFirst() throws {
        #expect(
            try outcome(collection([point("1")], after: #","features":[]"#)) == [
                "1", "duplicate_member features 3:3",
            ])
    }

    @Test func emptyCollectionHasNoFeatures() throws {
        #expect(try outcome(#"{"type":"FeatureCollection","features":[]}"#) == [])
        #expect(try outcome(#"{"features":[ ],"type":"FeatureCollection"}"#) == [])
    }

    @Test func featureAndGeometryAloneCountAsOne() throws {
        #expect(try outcome(point("\"x\"")) == ["x"])
        #expect(try outcome(#"{"type":"Point","coordinates":[1,2]}"#) == ["-"])
        #expect(
            try outcome(#"{"type":"Point","coordinates":[1]}"#) == ["wrong_position_length coordinates 1:31"])
        #expect(try outcome(#"{"type":"Feature","id":null,"geometry":null,"properties":null}"#) == ["-"])
    }

    @Test func foreignMembersNeverReplaceTheOwnOnes() {
        let feature = Feature(
            id: "a", geometry: nil, properties: ["n": 1],
            foreignMembers: ["type": "X", "geometry": 5, "style": 7])
        let collection = FeatureCollection(features: [feature], foreignMembers: ["features": 1, "crs": 2])
        #expect(
            JSONWriter().string(collection.encoded(decimals: 5))
                == #"{"type":"FeatureCollection","features":["#
                + #"{"type":"Feature","id":"a","properties":{"n":1},"geometry":null,"style":7}]}"#)
    }

    @Test func lineOfALargerTextIsReadAndItsFailureMoved() throws {
        let lines = Array((point("1") + "\n" + point("2", "[1]")).utf8)
        let second = try #require(lines.firstIndex(of: UInt8(ascii: "\n"))) + 1
        #expect(try Feature(parsing: lines[..<second]).id?.text == "1")
        let error = try #require(throws: JSONError.self) { try Feature(parsing: lines[second...]) }
        #expect(error.line == 1 && error.column == 67)
        let moved = error.moved(toLine: 2, byteOffset: second)
        #expect(moved.line == 2 && moved.column == 67 && moved.byteOffset == second + 66)
    }

    /// Whatever is done to a text, reading ends, every failure has a place, and what comes is bounded.
    @Test func damagedTextNeverBreaksTheReader() {
        var numbers = SeededGenerator(seed: 404)
        let text = collection((1...6).map { point("\($0)") }, after: #","note":"x\\\"]}""#)
        for _ in 0..<3_000 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<3, using: &numbers) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
                default: bytes.insert(Array("[]{}\",:\\".utf8).randomElement(using: &numbers) ?? 0, at: place)
                }
            }
            guard let reader = try? FeatureReader(parsing: bytes) else { continue }
            let results = Array(reader.prefix(100))
            #expect(results.count <= 12)
            for case .failure(let error) in results {
                #expect((error.byteOffset ?? -1) >= 0 && (error.byteOffset ?? .max) <= bytes.count)
            }
        }
    }

    @Test func manyFailuresKeepTheirLines() throws {
        let features = (0..<3_000).map {
            point("\($0)", $0.isMultiple(of: 3) ? "[1]" : $0 % 3 == 1 ? "[1,x]" : "[1,2]")
        }
        let results = try results(collection(features))
        #expect(results.count == features.count)
        for (index, result) in results.enumerated() {
            guard case .failure(let error) = result else {
                #expect(index % 3 == 2)
                continue
            }
            #expect(index % 3 != 2)
            #expect(error.line == index + 2)
            #expect(error.path.steps.prefix(2) == [.member("features"), .element(index)])
        }
    }
}
