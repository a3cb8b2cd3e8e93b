import GeoJSON
import PlanarGeometry
import Planning
import Testing
import Wording

@testable import SitingService

/// Filters in CQL2, as text and as JSON, held against the zones themselves.
@Suite struct FilterTests {
    /// A filter in both its forms, and what it must find.
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let json: String?
        let holds: @Sendable (Zone) -> Bool
        var testDescription: String { text }

        init(_ text: String, _ json: String? = nil, _ holds: @escaping @Sendable (Zone) -> Bool) {
            self.text = text
            self.json = json
            self.holds = holds
        }
    }

    static let rows = [
        Row("role = 'area'", #"{"op":"=","args":[{"property":"role"},"area"]}"#) { $0.role == .area },
        Row("role <> 'area'", #"{"op":"<>","args":[{"property":"role"},"area"]}"#) { $0.role != .area },
        Row("located", #"{"property":"located"}"#) { $0.geometry != nil },
        Row("NOT located = true", #"{"op":"not","args":[{"op":"=","args":[{"property":"located"},true]}]}"#) {
            $0.geometry == nil
        },
        Row("accuracy_m <= 400", #"{"op":"<=","args":[{"property":"accuracy_m"},400]}"#) {
            $0.accuracy.map { $0.metres <= 400 } ?? false
        },
        // What is not known of an unlocated zone is not the contrary either.
        Row("NOT (accuracy_m <= 400)") { $0.accuracy.map { $0.metres > 400 } ?? false },
        Row("accuracy_m IS NULL", #"{"op":"isNull","args":[{"property":"accuracy_m"}]}"#) {
            $0.accuracy == nil
        },
        Row("parent IS NOT NULL") { $0.parent != nil },
        Row("accuracy_m BETWEEN 300 AND 600", #"{"op":"between","args":[{"property":"accuracy_m"},300,600]}"#)
        {
            $0.accuracy.map { (300...600).contains($0.metres) } ?? false
        },
        Row("role IN ('belt', 'screen')", #"{"op":"in","args":[{"property":"role"},["belt","screen"]]}"#) {
            $0.role == .belt || $0.role == .screen
        },
        Row("role NOT IN ('belt', 'screen')") { $0.role != .belt && $0.role != .screen },
        Row("name_zh LIKE '%岛'", #"{"op":"like","args":[{"property":"name_zh"},"%岛"]}"#) {
            $0.name.zh.hasSuffix("岛")
        },
        Row("role = 'area' AND located OR role = 'axis'") {
            $0.role == .area && $0.geometry != nil || $0.role == .axis
        },
        Row("role = 'area' AND (located OR role = 'axis')") { $0.role == .area && $0.geometry != nil },
        Row(
            "S_INTERSECTS(geometry, BBOX(106.2, 29.4, 106.5, 29.7))",
            #"{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[106.2,29.4,106.5,29.7]}]}"#
        ) { zone in zone.geometry.map { FilterTests.meets($0.vertices.map { ($0.x, $0.y) }) } ?? false },
        Row("S_DISJOINT(geometry, POINT(0 0))") { $0.geometry != nil },
        Row("TRUE") { _ in true }, Row("FALSE", "false") { _ in false },
    ]

    /// Zones are small beside the box of the rows: one that meets it has a corner in it.
    static func meets(_ corners: [(Double, Double)]) -> Bool {
        corners.contains { (106.2...106.5).contains($0.0) && (29.4...29.7).contains($0.1) }
    }

    @Test(arguments: rows)
    func aFilterFindsWhatItSays(row: Row) throws {
        let filters =
            [try CQL2TextReader.filter(row.text)]
            + [row.json].compactMap(\.self).map { json in
                try? CQL2JSONReader.filter(Array(json.utf8))
            }.compactMap(\.self)
        #expect(filters.count == (row.json == nil ? 1 : 2))
        let zones = try LiveService.data.get().catalogue.layouts.flatMap {
            $0.edition(validOn: .today())?.zones ?? []
        }
        for filter in filters {
            let evaluation = FilterEvaluation(try filter.checked())
            for zone in zones {
                let found = try evaluation.holds(of: ServedFeature(zone: zone))
                #expect(found == row.holds(zone), "\(zone.layout)/\(zone.id)")
            }
        }
    }

    /// What cannot be meant, and the code it is told by.
    static let mistakes = [
        ("role = ", "invalid_filter"), ("role == 'area'", "invalid_filter"),
        ("role = 'area", "invalid_filter"),
        ("colour = 'red'", "unknown_property"), ("role = 5", "property_type_mismatch"),
        ("geometry = 'a'", "property_type_mismatch"), ("S_INTERSECTS(geometry)", "invalid_filter"),
        ("S_INTERSECTS(role, POINT(1 1))", "property_type_mismatch"),
        ("S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))", "invalid_geometry"),
        ("S_INTERSECTS(geometry, BBOX(1, 2, 3))", "invalid_filter"),
        (
            String(repeating: "(", count: 10_000) + "located" + String(repeating: ")", count: 10_000),
            "filter_too_large"
        ),
        ((0..<10_000).map { _ in "located" }.joined(separator: " OR "), "filter_too_large"),
        (String(repeating: "NOT ", count: 1000) + "located", "filter_too_large"), ("", "invalid_filter"),
        ("role = 'area'; DROP TABLE zones", "invalid_filter"),
        ("note > DATE('2026-13-01')", "invalid_filter"),
    ]

    @Test func aFilterThatCannotBeMeantIsToldWithItsPlace() throws {
        for (text, code) in Self.mistakes {
            do {
                _ = try CQL2TextReader.filter(text).checked()
                Issue.record("taken: \(text.prefix(60))")
            } catch {
                #expect(error.code == code, "\(text.prefix(60))")
            }
        }
    }

    @Test func aPatternCostsNoMoreThanItsLengthTimesTheTexts() {
        let pattern = LikePattern(String(repeating: "%a", count: 200))
        #expect(!pattern.matches(String(repeating: "a", count: 199)))
        #expect(pattern.matches(String(repeating: "a", count: 200)))
        #expect(LikePattern(#"100\%"#).matches("100%") && !LikePattern(#"100\%"#).matches("1000"))
        #expect(LikePattern("_岛").matches("命岛") && !LikePattern("_岛").matches("生命岛"))
    }
}
