import GeoJSON
import PlanarGeometry
import Planning
import Siting
import TestSupport
import Testing
import Wording

@testable import Presenting

/// A fact has one wording, wherever it stands.
@Suite struct OneWordingTests {
    /// Squares from some 200 m to 10 km across, where zones hold, share, graze and miss them.
    private static func parcels() throws -> [AssessedSite] {
        let places = [
            (106.3261, 29.5154), (106.37, 29.595), (106.4157, 29.5763), (106.36, 29.56), (106.30, 29.47),
        ]
        return try places.flatMap { longitude, latitude in
            try [0.001, 0.004, 0.02, 0.05].map { degrees in
                let ring = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
                    Point(x: longitude + $0.0 * degrees, y: latitude + $0.1 * degrees)
                }
                return AssessedSite(try ParcelReader().parcel(.polygon(Polygon(exterior: try Ring(ring)))))
            }
        }
    }

    @Test(arguments: Language.allCases) func theLabelOfTheMapIsPartOfTheLineOnThePage(_ language: Language)
        throws
    {
        let examples = try AssessedExamples(Self.parcels())
        for (row, assessment) in zip(examples.rows(), examples.assessments) {
            let sheet = AssessmentSheet(row, catalogue: examples.catalogue, language: language)
            let text = AssessmentText(catalogue: examples.catalogue, language: language).full(assessment)
            for layout in assessment.layouts {
                let words = LayoutHeadline(layout, in: language)
                #expect(sheet.summary.contains { $0.text == words.line })
                #expect(text.contains(words.line))
                #expect(words.line.contains(words.sureness), "\(words)")
                #expect(layout.told.count > 1 || words.line.contains(words.zone), "\(words)")
            }
        }
    }

    /// What `fit` tells of documents that do not agree, an assessment tells in the same words wherever it is read.
    @Test(arguments: Language.allCases) func disagreementsOfTheDocumentsAreToldAsByFit(_ language: Language)
        throws
    {
        let examples = try AssessedExamples(
            [AssessedSite(Site(LonLat(longitude: 106.33, latitude: 29.52)))], activity: "风险投资")
        let comparison = try #require(examples.assessments[0].comparison)
        #expect(comparison.fit.contradictions.map(\.id) == ["jinfeng-roles", "vc-places"])
        let fit = FitText(language: language).full(comparison.fit)
        let text = AssessmentText(catalogue: examples.catalogue, language: language).full(
            examples.assessments[0])
        let sheet = AssessmentSheet(examples.rows()[0], catalogue: examples.catalogue, language: language)
        let json = examples.assessments[0].json(in: language)["comparison"]?["contradictions"]
        for (place, one) in comparison.fit.contradictions.enumerated() {
            #expect(fit.contains(one.text[language]) && text.contains(one.text[language]))
            #expect(
                sheet.comparisons.contains { $0.outcome.contains(one.text[language]) }
                    || sheet.comparisonsCut != nil)
            #expect(json?.elements?[place]["text"]?.stringValue == one.text[language])
        }
    }

    @Test func whatIsWantedBeginsWithTheZoneThatHoldsTheSiteAndNamesSlivers() throws {
        let examples = try AssessedExamples(Self.parcels())
        var slivers = 0
        for assessment in examples.assessments {
            let text = AssessmentText(catalogue: examples.catalogue, language: .zh).full(assessment)
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("  文件对此处的安排：") }) else {
                continue
            }
            let wanted = line.dropFirst("  文件对此处的安排：".count)
            let told = assessment.layouts.flatMap(\.told)
            let whole = told.filter { !$0.isSliver }.first { standing in
                assessment.functions.contains { $0.zone == standing.zone }
            }
            if let whole { #expect(wanted.hasPrefix(whole.zone.name.zh + "："), "\(wanted)") }
            for standing in told where standing.isSliver {
                slivers += 1
                #expect(!wanted.contains(standing.zone.name.zh + "："), "\(wanted)")
            }
            // The zone that holds most of the site is told first of its layout.
            for layout in assessment.layouts where layout.principal != nil {
                #expect(layout.told.first == layout.principal)
            }
        }
        #expect(slivers > 3)
    }

    @Test func aGradeBesideAnOpenVerdictIsExplained() throws {
        let examples = try AssessedExamples(Self.parcels())
        let likely = examples.assessments.filter { assessment in
            assessment.layouts.flatMap(\.zones).contains { $0.grade == .likelyInside }
        }
        #expect(!likely.isEmpty)
        for assessment in examples.assessments {
            let text = AssessmentText(catalogue: examples.catalogue, language: .zh).full(assessment)
            #expect(text.contains("“较可能在内”是概率分级") == likely.contains(assessment))
        }
    }

    @Test func aRoadIsNoNeighbouringZone() throws {
        let examples = try AssessedExamples(Self.parcels())
        for assessment in examples.assessments {
            #expect(assessment.nearNeighbours.allSatisfy { $0.zone.role.holdsSites })
        }
        #expect(examples.assessments.flatMap(\.neighbours).contains { !$0.zone.role.holdsSites })
    }
}
