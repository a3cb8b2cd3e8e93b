import GeoJSON
import PlanarGeometry
import Planning
import TestSupport
import Testing
import Validation

@Suite struct QuoteAndStrictnessTests {
    /// The kept lines stand in for full texts.
    private func texts(of data: EditableGeoData) -> CitedText {
        let inspection = data.folder.inspection()
        return inspection.citedText.merging(inspection.activities?.keptLines ?? CitedText())
    }

    @Test func fullTextsFindEveryQuoteAgain() throws {
        let data = try EditableGeoData.shipped.get()
        let report = data.report(documents: texts(of: data))
        #expect(report.findings.isEmpty)
        #expect(report.counts.fullTexts == 5)
        #expect(report.counts.quotesFound == report.counts.quotes)
    }

    @Test func aKeptLineThatIsNotTheDocumentsIsNamed() throws {
        var data = try EditableGeoData.shipped.get()
        let original = texts(of: data)
        data.editCitedLine(386) { $0 + "。" }
        let rules = data.report(documents: original).findings.map(\.rule.id)
        #expect(rules == ["quote.line-changed"])
    }

    @Test func theVocabularysQuotesAreHeldToTheFullTextsToo() throws {
        var data = try EditableGeoData.shipped.get()
        let original = texts(of: data)
        data.editKeptLine("002", 490) { $0 + "等" }
        #expect(data.report(documents: original).findings.map(\.rule.id) == ["quote.line-changed"])
        data.editKeptLine("002", 490) { $0.replacing("隆鑫航发", with: "航发") }
        data.editSentence("002:490") { $0.replacing("隆鑫航发", with: "航发") }
        #expect(data.report().findings.isEmpty)
        #expect(
            data.report(documents: original).findings.map(\.rule.id) == ["quote.found", "quote.line-changed"])
    }

    @Test func aFolderWithoutAVocabularyAnswersAllButFit() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Repository.geoData, to: "GeoData")
        try folder.remove("GeoData/activities.json")
        let inspection = GeoDataFolder(path: folder.path + "/GeoData").inspection()
        #expect(!inspection.hasActivities && inspection.activities == nil)
        let report = Validator(asOf: EditableGeoData.today).report(on: inspection)
        #expect(report.errors.isEmpty)
        #expect(report.warnings.map(\.rule.id) == ["vocabulary.present"])
    }

    @Test func aDocumentThatIsNotAtHandIsOnlyAWarning() throws {
        let data = try EditableGeoData.shipped.get()
        let report = data.report(documents: CitedText())
        #expect(report.errors.isEmpty)
        #expect(report.warnings.map(\.rule.id) == Array(repeating: "quote.document-missing", count: 5))
        #expect(report.counts.quotesFound == report.counts.quotes)
    }

    @Test func aQuoteTheFullTextDeniesIsFoundThoughTheKeptLinesHaveIt() throws {
        var data = try EditableGeoData.shipped.get()
        let original = texts(of: data)
        data.editCitedLine(386) { $0.replacing("生命岛", with: "健康岛") }
        data.editSource(of: "shengmingdao", EditableGeoData.five) { source in
            source["quote"] = .string((source["quote"]?.stringValue ?? "").replacing("生命岛", with: "健康岛"))
        }
        #expect(data.report(documents: original).errors.contains { $0.rule.id == "quote.found" })
    }

    @Test func whatOnlyMattersForPublicationIsAnErrorWhenStrict() throws {
        var data = try EditableGeoData.shipped.get()
        data.set("accuracy_m", of: "shengmingdao", EditableGeoData.five, to: 20_000)
        #expect(data.report().errors.isEmpty)
        #expect(data.report(strict: true).errors.contains { $0.rule.id == "accuracy.plausible" })
    }

    @Test func aPlaceTheTextPutsElsewhereIsAConflict() throws {
        var data = try EditableGeoData.shipped.get()
        data.editRelation(where: "within", "kexue-huitang", EditableGeoData.north) {
            $0["object"] = "liang-cheng-liang-dai-liang-ping/dongbu-renwen-mucheng"
        }
        let conflict = data.report().errors.first { $0.rule.id == "text.conflict" }
        #expect(conflict?.zone == "dongbu-renwen-mucheng")
        #expect(conflict?.position != nil)
    }

    @Test func aNearMissPointsAtTheVertex() throws {
        var data = try EditableGeoData.shipped.get()
        let shared = data.innerSharedVertices("keyangang", "daxuecheng", EditableGeoData.five)[0]
        data.moveVertex(shared, of: "keyangang", EditableGeoData.five, east: 2, north: 0)
        let finding = try #require(data.report().findings.first { $0.rule.id == "partition.near-miss" })
        let position = try #require(finding.position)
        #expect(abs(position.longitude - shared.x) < 0.0001 && abs(position.latitude - shared.y) < 0.0001)
        #expect(finding.layout == EditableGeoData.five && finding.edition == "2026-schematic")
    }
}
