import GeoJSON
import Planning
import Presenting
import Siting
import TestSupport
import Testing
import Wording

@Suite struct AnswerTextTests {
    @Test(arguments: Language.allCases) func theNominalZoneAndItsGradeComeBeforeTheProbability(
        _ language: Language
    ) throws {
        let (catalogue, answer) = try Asked.contract()
        let text = AnswerText(catalogue: catalogue, language: language).full(answer)
        let zone = try #require(answer.layouts[0].deepest)
        let name = try #require(text.firstRange(of: zone.zone.name[language]))
        let grade = try #require(text.firstRange(of: Vocabulary.word(for: zone.grade)[language]))
        let percentage = try #require(text.firstRange(of: "%"))
        let sentence = try #require(zone.zone.sources.first).quote
        let quote = try #require(text.firstRange(of: sentence))
        #expect(name.lowerBound < grade.lowerBound)
        #expect(grade.lowerBound < percentage.lowerBound)
        #expect(percentage.lowerBound < quote.lowerBound)
    }

    @Test func noDrawingPromisesCertainty() throws {
        let asked = try Asked((106.33, 29.52), (106.3158, 29.6013), (106.44, 29.57), (106.3664, 29.4852))
        for language in Language.allCases {
            let text = AnswerText(catalogue: asked.catalogue, language: language)
            for answer in asked.answers {
                #expect(text.full(answer).firstMatch(of: /\b(100|0)%/) == nil)
                #expect(text.brief(answer).firstMatch(of: /\b(100|0)%/) == nil)
            }
        }
    }

    @Test(arguments: [1e4, 1e12, 1e23, 1e200, 1e308]) func anAccuracyBeyondAllMeasureIsNoCrash(
        _ accuracy: Double
    ) throws {
        let asked = try Asked((106.33, 29.52), accuracy: accuracy)
        for language in Language.allCases {
            let text = AnswerText(catalogue: asked.catalogue, language: language)
            #expect(!text.full(asked.answers[0]).isEmpty)
            #expect(!text.brief(asked.answers[0]).isEmpty)
            #expect(asked.answers[0].json(in: language)["site"] != nil)
        }
    }

    @Test func everyZoneOfTheCatalogueCanBeShown() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        for language in Language.allCases {
            let text = ZoneText(catalogue: catalogue, language: language)
            for layout in catalogue.layouts {
                for edition in layout.editions {
                    let list = text.list(layout, edition)
                    for zone in edition.zones {
                        #expect(list.contains(zone.id))
                        let full = text.full(zone, in: layout, edition)
                        #expect(full.contains(zone.name.zh) && full.contains(zone.name.en))
                        for source in zone.sources { #expect(full.contains(source.quote), "\(zone.id)") }
                        #expect(full.hasSuffix(Vocabulary.disclaimer[language] + "\n"))
                    }
                }
            }
        }
    }
}
