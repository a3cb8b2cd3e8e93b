import GeoJSON
import PlanarGeometry
import Testing
import Wording

@Suite struct JSONCursorTests {
    enum Kind: String, CaseIterable { case plan, context }

    private let source = """
        { "version": 3, "big": 500106001001123457,
          "layouts": [
            { "id": "five", "kind": "plan", "note": null, "tags": ["a", "b"], "on": true, "σ": 1.5 },
            { "id": 7, "kind": "map", "tags": ["a", 1] }
          ] }
        """

    private func root() throws -> JSONCursor { try JSONCursor(parsing: Array(source.utf8)) }

    @Test func valuesAreReadByKindAndKey() throws {
        let root = try root()
        let layout = try root.member("layouts").array()[0]
        #expect(try root.member("version").integer() == 3)
        #expect(try root.member("big").integer() == 500_106_001_001_123_457)
        #expect(try layout.member("id").string() == "five")
        #expect(try layout.member("kind").choice(of: Kind.self) == .plan)
        #expect(try layout.member("tags").strings() == ["a", "b"])
        #expect(try layout.member("on").bool())
        #expect(try layout.member("σ").number() == 1.5)
        #expect(try layout.member("note").isNull)
        #expect(try layout.optionalMember("note") == nil)
        #expect(try layout.optionalMember("absent") == nil)
        #expect(try layout.optionalMember("id")?.string() == "five")
        #expect(try layout.entries().map(\.key) == ["id", "kind", "note", "tags", "on", "σ"])
    }

    @Test(arguments: Mismatch.all)
    func mismatchNamesPathLineAndColumn(_ mismatch: Mismatch) throws {
        let root = try root()
        let error = try #require(throws: JSONError.self) { try mismatch.reading(root) }
        #expect(error.path.description == mismatch.path)
        #expect(error.code == mismatch.code)
        #expect(error.line == mismatch.line)
        #expect(error.column == mismatch.column)
    }

    @Test func messageSaysWhatWasFoundAndWanted() throws {
        let error = try #require(throws: JSONError.self) {
            try root().member("layouts").array()[1].member("id").string()
        }
        #expect(
            error.message.en == "layouts[1].id, line 4, column 13: This must be a string, not the number 7.")
        #expect(error.message.zh == "layouts[1].id，第 4 行第 13 列：此处应为字符串，实为数字 7。")
        let choice = try #require(throws: JSONError.self) {
            try root().member("layouts").array()[1].member("kind").choice(of: Kind.self)
        }
        #expect(choice.remedy.en == "Use one of plan, context.")
    }

    @Test func featureInALargerTextIsReadWithItsPlace() throws {
        let text =
            #"{"zones": ["# + "\n"
            + #"{"type":"Feature","id":"z","geometry":{"type":"Point","coordinates":[1]}}]}"#
        let zone = try JSONCursor(parsing: Array(text.utf8)[...]).member("zones").array()[0]
        let error = try #require(throws: JSONError.self) { try zone.feature() }
        #expect(error.path.description == "zones[0].geometry.coordinates")
        #expect(error.line == 2 && error.column == 69)
        #expect(error.featureID == "z")
        #expect(throws: JSONError.self) { try zone.member("geometry").geometry() }
        let good = JSONCursor(["type": "Point", "coordinates": [1, 2]])
        #expect(try good.geometry() == .point(Point(x: 1, y: 2)))
        #expect(try good.feature().geometry == .point(Point(x: 1, y: 2)))
    }

    @Test func valueWithoutTextKnowsItsPathOnly() throws {
        let cursor = JSONCursor(["a": [1]])
        let error = try #require(throws: JSONError.self) { try cursor.member("a").array()[0].string() }
        #expect(error.path.description == "a[0]")
        #expect(error.position == nil)
        #expect(error.message.en == "a[0]: This must be a string, not the number 1.")
    }

    @Test func quotesInsideQuotesAreEscaped() throws {
        let error = try #require(throws: JSONError.self) { try JSONCursor("say \"ja\"").number() }
        #expect(error.message.en == #"This must be a number, not the string "say \"ja\""."#)
    }

    @Test func longOrHostileTextIsCutInMessages() throws {
        let text = "\u{202E}\u{7}" + String(repeating: "长", count: 500)
        let error = try #require(throws: JSONError.self) { try JSONCursor(.string(text)).number() }
        #expect(error.message.en.count < 120)
        #expect(error.message.en.contains("\\u{202e}\\u{7}"))
    }
}

/// A reading that does not fit the text of the suite.
struct Mismatch: CustomTestStringConvertible, Sendable {
    let name: String
    let path: String
    let code: String
    let line: Int
    let column: Int
    let reading: @Sendable (JSONCursor) throws -> Void
    var testDescription: String { name }

    init(
        _ name: String, _ path: String, _ code: String, _ line: Int, _ column: Int,
        _ reading: @escaping @Sendable (JSONCursor) throws -> Void
    ) {
        self.name = name
        self.path = path
        self.code = code
        self.line = line
        self.column = column
        self.reading = reading
    }

    static let all = [
        Mismatch("number for a string", "layouts[1].id", "wrong_type", 4, 13) {
            _ = try layout(1, $0).member("id").string()
        },
        Mismatch("unknown choice", "layouts[1].kind", "unknown_value", 4, 24) {
            _ = try layout(1, $0).member("kind").choice(of: JSONCursorTests.Kind.self)
        },
        Mismatch("number among strings", "layouts[1].tags[1]", "wrong_type", 4, 45) {
            _ = try layout(1, $0).member("tags").strings()
        },
        Mismatch("missing member", "layouts[0]", "missing_member", 3, 5) {
            _ = try layout(0, $0).member("name")
        },
        Mismatch("fraction for an integer", "layouts[0].σ", "wrong_type", 3, 88) {
            _ = try layout(0, $0).member("σ").integer()
        },
        Mismatch("number for an array", "version", "wrong_type", 1, 14) {
            _ = try $0.member("version").array()
        },
        Mismatch("member of a number", "version", "wrong_type", 1, 14) {
            _ = try $0.member("version").optionalMember("x")
        },
        Mismatch("array for a number", "layouts", "wrong_type", 2, 14) {
            _ = try $0.member("layouts").number()
        },
        Mismatch("null for a bool", "layouts[0].note", "wrong_type", 3, 45) {
            _ = try layout(0, $0).member("note").bool()
        },
        Mismatch("a rule of the caller's", "version", "too_old", 1, 14) {
            throw try $0.member("version").error(
                code: "too_old", problem: Bilingual(zh: "版本过旧。", en: "Too old."),
                remedy: Bilingual(zh: "请更新。", en: "Renew it."))
        },
    ]

    private static func layout(_ index: Int, _ root: JSONCursor) throws -> JSONCursor {
        try root.member("layouts").array()[index]
    }
}
