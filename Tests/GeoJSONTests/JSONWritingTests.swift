import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct JSONWritingTests {
    private let sample: JSONValue = [
        "type": "Feature", "id": .integer(500_106_001_001_123_457), "empty": [[], [:]] as JSONValue,
        "at": [106.33, 29.52], "tags": ["科学城", nil, true],
    ]

    @Test func compactTextHasNoWhiteSpace() {
        #expect(
            JSONWriter().string(sample)
                == #"{"type":"Feature","id":500106001001123457,"empty":[[],{}],"at":[106.33,29.52],"tags":["科学城",null,true]}"#
        )
    }

    @Test func prettyTextKeepsPositionsOnOneLine() {
        #expect(
            JSONWriter(.pretty).string(sample) == """
                {
                  "type": "Feature",
                  "id": 500106001001123457,
                  "empty": [
                    [],
                    {}
                  ],
                  "at": [106.33, 29.52],
                  "tags": [
                    "科学城",
                    null,
                    true
                  ]
                }
                """)
    }

    @Test func onlyQuoteBackslashAndControlCharactersAreEscaped() {
        let text = "\"\\/\u{8}\u{C}\n\r\t\0\u{1F}\u{7F}\u{2028}\u{2029}é😀"
        #expect(
            JSONWriter().string(.string(text))
                == #""\"\\/\b\f\n\r\t\u0000\u001f"# + "\u{7F}\u{2028}\u{2029}é😀\"")
    }

    @Test func membersAreReplacedInPlaceAndRemovedByNil() {
        var object: JSONObject = ["b": 1, "a": 2, "b": 3]
        object["c"] = 4
        object["a"] = nil
        object["missing"] = nil
        #expect(JSONWriter().string(.object(object)) == #"{"b":3,"c":4}"#)
        for count in 0..<40 { object["k\(count)"] = .integer(count) }
        for count in 0..<39 { object["k\(count)"] = nil }
        #expect(JSONWriter().string(.object(object)) == #"{"b":3,"c":4,"k39":39}"#)
        #expect(object["k39"] == 39 && object["k1"] == nil)
    }

    @Test func randomValuesSurviveWritingAndReading() throws {
        var numbers = SeededGenerator(seed: 2026)
        for _ in 0..<2_000 {
            let value = Self.value(depth: 5, &numbers)
            for layout in [JSONWriter.Layout.compact, .pretty] {
                let bytes = JSONWriter(layout).bytes(value)
                #expect(try JSONValue(parsing: bytes) == value)
                // An independent reader must take the text too.
                _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            }
        }
    }

    private static func value(depth: Int, _ numbers: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &numbers) {
        case 0: return nil
        case 1: return .bool(.random(using: &numbers))
        case 2: return .number(Double.random(in: -1e6...1e6, using: &numbers))
        case 3: return .number(Double(Int.random(in: -1000...1000, using: &numbers)))
        case 4: return .integer(Int.random(in: 1 << 53...1 << 62, using: &numbers) | 1)
        case 5: return .string(text(&numbers))
        case 6:
            let count = Int.random(in: 0...4, using: &numbers)
            return .array((0..<count).map { _ in value(depth: depth - 1, &numbers) })
        default:
            let count = Int.random(in: 0...20, using: &numbers)
            var object = JSONObject()
            for _ in 0..<count { object[text(&numbers)] = value(depth: depth - 4, &numbers) }
            return .object(object)
        }
    }

    private static func text(_ numbers: inout SeededGenerator) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x7F, 0x20...0x7E, 0x4E00...0x9FFF, 0x1F600...0x1F64F, 0x2028...0x2029,
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...12, using: &numbers) {
            let range = ranges[Int.random(in: 0..<ranges.count, using: &numbers)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &numbers)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
