internal import Planning
internal import Siting
internal import Wording

/// One site on paper; the names are those of `assessment.mustache`.
package struct AssessmentSheet {
    package struct SummaryLine {
        package let severity: String
        package let label: String
        package let text: String
    }

    package struct Placement {
        package let layoutName: String
        package let zoneName: String
        package let verdict: String
        package let measure: String
        package let accuracy: String
        package let place: String
    }

    package struct Functions {
        package let zoneName: String
        package let holding: String
        package let functions: String
        package let industries: String
        package let place: String
    }

    package struct Comparison {
        package let activity: String
        package let outcome: String
        package let assignments: [Assignment]
    }

    package struct Assignment {
        package let target: String
        package let word: String
        package let `where`: String
        package let place: String
    }

    package struct Flag {
        package let severity: String
        package let word: String
        package let reason: String
        package let rule: String
    }

    package struct Near {
        package let zoneName: String
        package let distance: String
    }

    package struct Quote {
        package let place: String
        package let text: String
    }

    package let heading: String
    package let asOf: String
    package let hasError: Bool
    package let error: String
    package let hasAnswer: Bool
    package var site = ""
    package var summary: [SummaryLine] = []
    package var placementHeading = ""
    package var placementColumns: [String] = []
    package var placements: [Placement] = []
    package var placementNotes: [String] = []
    package var hasFunctions = false
    package var functionsHeading = ""
    package var functionColumns: [String] = []
    package var functions: [Functions] = []
    package var hasComparison = false
    package var comparisonHeading = ""
    package var comparisons: [Comparison] = []
    package var flagsHeading = ""
    package var flags: [Flag] = []
    package var nearHeading = ""
    package var distances: [Near] = []
    package var neighboursHeading = ""
    package var neighbours: [Near] = []
    package var none = ""
    package var quotesHeading = ""
    package var quotes: [Quote] = []
    package var documents = ""
    /// The site on a map, as SVG; empty where none was drawn.
    package var map = ""
    package var hasMap = false
    package let closing: PageClosing

    init(_ row: AssessedRow, catalogue: Catalogue, language: Language) {
        let name = row.name ?? row.id
        heading =
            language.say("地块初判", "Site assessment") + (name.map { language.say("：", ": ") + $0 } ?? "")
        switch row.outcome {
        case .failure(let error):
            asOf = ""
            hasError = true
            self.error = error.located(in: language)
            hasAnswer = false
            closing = PageClosing(unchecked: [], language: language)
        case .success(let assessment):
            asOf = language.say(
                "按 \(assessment.asOf) 有效的版本作答", "answered by the editions valid on \(assessment.asOf)")
            hasError = false
            error = ""
            hasAnswer = true
            closing = PageClosing(
                unchecked: assessment.uncheckedItems.map {
                    PageClosing.Item(name: $0.name[language], text: $0.check[language])
                }, language: language)
            fill(AssessmentTables(assessment, catalogue: catalogue, language: language))
        }
    }

    private mutating func fill(_ tables: AssessmentTables) {
        site = tables.site
        summary = tables.summary
        placementHeading = tables.say("落位", "Where it lies")
        placementColumns = tables.placementColumns
        placements = tables.placements
        placementNotes = tables.placementNotes
        functions = tables.functions
        hasFunctions = !functions.isEmpty
        functionsHeading = tables.say("文件对此处的安排（原文用词）", "What the documents want here (their own words)")
        functionColumns = tables.functionColumns
        comparisons = tables.comparisons
        hasComparison = !comparisons.isEmpty
        comparisonHeading = tables.say("功能导向比对", "Functional fit")
        flagsHeading = tables.say("注意与提示", "What to mind")
        flags = tables.flags
        nearHeading = tables.say("距离与邻近", "Distances and neighbours")
        distances = tables.distances
        neighboursHeading = tables.neighboursTitle + tables.say("：", ": ")
        neighbours = tables.neighbours
        none = tables.none
        quotesHeading = tables.say("依据摘录", "Sentences")
        quotes = tables.quotes
        documents = tables.documents
    }
}
