import GeoJSON
import Planning
import Siting
import TestSupport
import Testing
import Wording

@testable import Presenting

@Suite struct AssessmentReportTests {
    private let examples: AssessedExamples

    init() throws { examples = try AssessedExamples.usual() }

    private func reports(_ language: Language) -> [AssessmentReport] {
        examples.rows().map { AssessmentReport([$0], catalogue: examples.catalogue, language: language) }
    }

    @Test(arguments: Language.allCases) func everyFormatEndsWithWhatWasNotCheckedAndWhatItIsNot(
        _ language: Language
    ) throws {
        for (report, assessment) in zip(reports(language), examples.assessments) {
            let html = report.html.replacing("&amp;", with: "&")
            for text in [report.text, report.json, report.geojson, html] {
                #expect(text.contains(Vocabulary.disclaimer[language]))
                for item in assessment.uncheckedItems { #expect(text.contains(item.name[language])) }
            }
        }
    }

    @Test(arguments: Language.allCases) func nothingIsCalledASitingOpinionOrSaidToConform(
        _ language: Language
    )
        throws
    {
        for report in reports(language) {
            for text in [report.text, report.json, report.geojson, report.html] {
                let rest = text.replacing(Vocabulary.disclaimer[language], with: "")
                for word in ["选址意见", "符合规划", "匹配", "siting opinion", "conforms"] {
                    #expect(!rest.contains(word), "\(word)")
                }
            }
        }
    }

    @Test(arguments: Language.allCases) func theFirstPageAnswersInTenLinesOrSo(_ language: Language) {
        for report in reports(language) {
            let first = report.text.prefix { _ in true }.split(
                separator: "\n", omittingEmptySubsequences: false
            ).prefix { !$0.isEmpty }
            #expect((6...12).contains(first.count), "\(first.count)")
            for layout in examples.catalogue.plans {
                #expect(first.contains { $0.contains(layout.name[language]) })
            }
        }
    }

    @Test func jsonKeepsTheKeysOfTheContract() throws {
        for (report, assessment) in zip(reports(.en), examples.assessments) {
            let root = try JSONValue(parsing: Array(report.json.utf8))
            for key in [
                "schema_version", "as_of", "confidence", "site", "layouts", "context", "notes", "functions",
                "comparison", "flags", "distances", "neighbours", "unchecked", "disclaimer",
            ] {
                #expect(root[key] != nil, "\(key)")
            }
            let flags = try #require(root["flags"]?.elements)
            #expect(flags.map { $0["rule"]?.stringValue } == assessment.flags.map(\.rule.rawValue))
            for flag in flags {
                for key in [
                    "severity", "layout", "zones", "reason", "source", "shift", "shift_within_accuracy",
                ] {
                    #expect(flag[key] != nil, "\(key)")
                }
            }
            let layouts = try #require(root["layouts"]?.elements)
            #expect(layouts.count == examples.catalogue.plans.count)
            for layout in layouts {
                for key in [
                    "layout", "edition", "coverage", "plan_status", "zone", "path", "zones", "nearest",
                ] {
                    #expect(layout[key] != nil, "\(key)")
                }
            }
        }
    }

    @Test func severalSitesAreAnArrayAndOneCollection() throws {
        let report = AssessmentReport(examples.rows(), catalogue: examples.catalogue, language: .zh)
        let values = try #require(try JSONValue(parsing: Array(report.json.utf8)).elements)
        #expect(values.count == examples.assessments.count)
        let collection = try FeatureCollection(parsing: Array(report.geojson.utf8))
        let zones = examples.assessments.reduce(0) {
            $0 + $1.layouts.reduce(0) { $0 + $1.zones.count } + $1.context.count
        }
        #expect(collection.features.count == examples.assessments.count + zones)
        #expect(collection.features.allSatisfy { $0.geometry != nil })
        let sites = collection.features.filter { $0.properties["kind"] == "site" }
        #expect(sites.count == examples.assessments.count && sites[0].properties["assessment"] != nil)
    }

    @Test func whatTheUserWroteIsEscapedInHTML() {
        let html = reports(.zh)[0].html
        #expect(!html.contains("<西永>") && html.contains("&lt;西永&gt;"))
        for word in ["<script", "http:", "https:", "src=", "url("] { #expect(!html.contains(word)) }
    }

    @Test func aSiteThatFailedKeepsItsPlaceInEveryFormat() throws {
        let failed = AssessedRow(label: "f#2", id: "B", name: nil, outcome: .failure(RowError(Refusal())))
        let report = AssessmentReport(
            examples.rows() + [failed], catalogue: examples.catalogue, language: .en)
        #expect(report.text.contains("It will not do. Do otherwise. (refusal)"))
        #expect(report.html.contains("It will not do. Do otherwise. (refusal)"))
        let last = try JSONValue(parsing: Array(report.json.utf8)).elements?.last
        #expect(last?["error"]?["code"] == "refusal" && last?["site"]?["id"] == "B")
        #expect(report.geojson.contains("\"refusal\""))
    }
}
