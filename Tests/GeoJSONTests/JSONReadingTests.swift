import Foundation
import GeoJSON
import Testing
import Wording

/// A text and what comes of it.
struct Reading: CustomTestStringConvertible, Sendable {
    let text: String
    let value: JSONValue
    var testDescription: String { text.isEmpty ? "nothing" : text }

    init(_ text: String, _ value: JSONValue) {
        self.text = text
        self.value = value
    }
}

/// A text that is refused, and where.
struct Refusal: CustomTestStringConvertible, Sendable {
    let text: String
    let code: String
    let line: Int
    let column: Int
    let path: String
    var testDescription: String { text.isEmpty ? "nothing" : text }

    init(_ text: String, _ code: String, _ line: Int, _ column: Int, _ path: String = "") {
        self.text = text
        self.code = code
        self.line = line
        self.column = column
        self.path = path
    }
}

@Suite struct JSONReadingTests {
    @Test(arguments: [
        Reading("null", nil), Reading(" true ", true), Reading("\tfalse\r\n", false),
        Reading("0", 0), Reading("-0", .number(-0.0)), Reading("-0.0", .number(-0.0)),
        Reading("106.33", 106.33),
        Reading("1e3", 1000), Reading("1E+3", 1000), Reading("25e-1", 2.5), Reading("0.1e1", 1),
        Reading("9007199254740993", .numeral("9007199254740993")),
        Reading("9007199254740992", 9_007_199_254_740_992),
        Reading("500106001001123457", .numeral("500106001001123457")), Reading("1e-999", 0),
        Reading("123456789012345678901", .numeral("123456789012345678901")),
        Reading(#""""#, ""), Reading(#""科学城""#, "科学城"),
        Reading(#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        Reading(#""\u79d1\u5B66""#, "科学"), Reading(#""\ud83d\ude00""#, "😀"), Reading(#""a\u0000b""#, "a\0b"),
        Reading("\"\u{2028}\u{7F}\"", "\u{2028}\u{7F}"), Reading(#""\uFEFF""#, "\u{FEFF}"),
        Reading("[]", []), Reading("[ ]", []), Reading("[1,[2],\n{}]", [1, [2], [:]]), Reading("{ }", [:]),
        Reading(#"{"b":1,"a":[null]}"#, ["b": 1, "a": [nil]]), Reading(#"{"":0}"#, ["": 0]),
        Reading("\u{FEFF}[1]", [1]),
        // Two keys, since they differ in bytes although they look alike.
        Reading("{\"é\":1,\"e\u{301}\":2}", ["é": 1, "e\u{301}": 2]),
    ])
    func goodTextIsRead(_ reading: Reading) throws {
        let value = try JSONValue(parsing: Array(reading.text.utf8))
        #expect(value == reading.value)
        if case .number(let number) = value, case .number(let expected) = reading.value {
            #expect(number.bitPattern == expected.bitPattern)
        }
    }

    @Test(arguments: [
        Refusal("", "empty_input", 1, 1), Refusal(" \n ", "empty_input", 2, 2),
        Refusal("\u{FEFF}", "empty_input", 1, 1),
        Refusal("nul", "invalid_json", 1, 1), Refusal("True", "invalid_json", 1, 1),
        Refusal("undefined", "invalid_json", 1, 1),
        Refusal("NaN", "not_finite", 1, 1), Refusal("[1,-Infinity]", "not_finite", 1, 4, "[1]"),
        Refusal("1e999", "not_finite", 1, 1), Refusal("-1e309", "not_finite", 1, 1),
        Refusal("01", "invalid_json", 1, 1), Refusal("-01", "invalid_json", 1, 1),
        Refusal("1.", "invalid_json", 1, 3), Refusal(".5", "invalid_json", 1, 1),
        Refusal("1e", "invalid_json", 1, 3), Refusal("1e+", "invalid_json", 1, 4),
        Refusal("-", "invalid_json", 1, 1),
        Refusal("+1", "invalid_json", 1, 1), Refusal("0x10", "invalid_json", 1, 2),
        Refusal("1.2.3", "invalid_json", 1, 4), Refusal("1 2", "invalid_json", 1, 3),
        Refusal("１", "invalid_json", 1, 1),
        Refusal("\"abc", "invalid_json", 1, 1), Refusal("\"a\nb\"", "invalid_json", 1, 3),
        Refusal("\"a\tb\"", "invalid_json", 1, 3), Refusal("\"a\0b\"", "invalid_json", 1, 3),
        Refusal(#""\x""#, "invalid_json", 1, 2), Refusal(#""\u12g4""#, "invalid_json", 1, 2),
        Refusal(#""\u12"#, "invalid_json", 1, 2), Refusal(#""\"#, "invalid_json", 1, 1),
        Refusal(#""科\ud83d""#, "invalid_json", 1, 3), Refusal(#""\ude00""#, "invalid_json", 1, 2),
        Refusal(#""\ud83d\u0041""#, "invalid_json", 1, 2), Refusal(#""\ud83dx""#, "invalid_json", 1, 2),
        Refusal("'a'", "invalid_json", 1, 1), Refusal("{'a':1}", "invalid_json", 1, 2),
        Refusal("{a:1}", "invalid_json", 1, 2), Refusal("{1:1}", "invalid_json", 1, 2),
        Refusal("[1,]", "invalid_json", 1, 3), Refusal("{\"a\":1,}", "invalid_json", 1, 7),
        Refusal("[1 2]", "invalid_json", 1, 4), Refusal("[,1]", "invalid_json", 1, 2, "[0]"),
        Refusal("{\"a\" 1}", "invalid_json", 1, 6), Refusal("{\"a\":}", "invalid_json", 1, 6, "a"),
        Refusal("{\"a\":1 \"b\":2}", "invalid_json", 1, 8), Refusal("[1", "invalid_json", 1, 3),
        Refusal("{", "invalid_json", 1, 2), Refusal("{\"a\"", "invalid_json", 1, 5),
        Refusal("[1]]", "invalid_json", 1, 4),
        Refusal("{\"a\":1]", "invalid_json", 1, 7), Refusal("// note\n1", "invalid_json", 1, 1),
        Refusal("{\"甲\":{\r\n  \"乙\": [1, 2,\r\n 3 x]}}", "invalid_json", 3, 4, "甲.乙"),
        Refusal("[\r\r\n\n x]", "invalid_json", 4, 2, "[0]"),
        Refusal("{\"a\":1,\n \"b\":2,\n \"a\":3}", "duplicate_member", 3, 2, "a"),
        Refusal("[{\"a\":{\"x y\":1,\"x y\":2}}]", "duplicate_member", 1, 16, "[0].a[\"x y\"]"),
        Refusal("{\"a\":1,\"\\u0061\":2}", "duplicate_member", 1, 8, "a"),
    ])
    func badTextIsRefusedWhereItIsWrong(_ refusal: Refusal) throws {
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: Array(refusal.text.utf8)) }
        #expect(error.code == refusal.code)
        #expect(error.line == refusal.line)
        #expect(error.column == refusal.column)
        #expect(error.path.description == refusal.path)
        #expect(error.message.zh.contains("第 \(refusal.line) 行第 \(refusal.column) 列"))
        #expect(!error.remedy.en.isEmpty && !error.remedy.zh.isEmpty)
    }

    @Test(
        arguments: [
            ([0x22, 0x80, 0x22], 1), ([0x22, 0x61, 0xC0, 0x80, 0x22], 2),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x22, 0xE7, 0xA7, 0x22], 1),
            ([0x7B, 0x22, 0xBF, 0xC6, 0x22, 0x3A, 0x31, 0x7D], 2),  // GBK 科
            ([0xFF, 0xFE, 0x5B, 0x00], 0), ([0xFE, 0xFF, 0x00, 0x5B], 0),
        ] as [([UInt8], Int)])
    func bytesThatAreNoUTF8AreRefused(_ bytes: [UInt8], _ offset: Int) throws {
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error.code == "invalid_utf8")
        #expect(error.byteOffset == offset)
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func hundredThousandLevelsAreRefusedInPlace(_ opening: String) throws {
        let bytes = Array(String(repeating: opening, count: 100_000).utf8)
        for limit in [32, 1_000_000] {
            let error = try #require(throws: JSONError.self) {
                try JSONValue(parsing: bytes, depthLimit: limit)
            }
            #expect(error.code == "too_deep")
            #expect(error.path.steps.count == min(limit, 256))
        }
    }

    @Test func depthLimitCountsContainers() throws {
        let deep = Array((String(repeating: "[", count: 32) + String(repeating: "]", count: 32)).utf8)
        _ = try JSONValue(parsing: deep)
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: deep, depthLimit: 31) }
        #expect(error.code == "too_deep")
        #expect(error.column == 32)
        _ = try JSONValue(parsing: Array("1".utf8), depthLimit: 0)
        // Siblings do not add up.
        _ = try JSONValue(parsing: Array("[[],[],[[]],[[],{}]]".utf8), depthLimit: 3)
    }

    @Test func greatestDepthFitsASmallStack() {
        let text = Array(
            (String(repeating: "{\"a\":", count: 256) + "1" + String(repeating: "}", count: 256)).utf8)
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            let value = try? JSONValue(parsing: text, depthLimit: .max)
            #expect(value.map { JSONWriter().bytes($0) } == text)
            done.signal()
        }
        thread.stackSize = 512 * 1024  // bytes, the least that common platforms give a secondary thread
        thread.start()
        done.wait()
    }

    @Test func sliceIsReadFromItsOwnStart() throws {
        let bytes = Array("garbage[1,x]".utf8)
        #expect(try JSONValue(parsing: bytes[8..<9]) == 1)
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: bytes[7...]) }
        #expect(error.column == 4)
    }

    @Test func largeObjectFindsEveryKeyAndEveryDuplicate() throws {
        for count in [15, 16, 17, 18, 40] {
            let members = (0..<count).map { "\"k\($0)\":\($0)" }
            let value = try JSONValue(parsing: Array("{\(members.joined(separator: ","))}".utf8))
            for key in 0..<count { #expect(value["k\(key)"] == .integer(key)) }
            #expect(value["k\(count)"] == nil)
            for key in [0, count - 1] {
                let text = "{\(members.joined(separator: ",")),\"k\(key)\":0}"
                let error = try #require(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
                #expect(error.code == "duplicate_member")
            }
        }
    }
}
