internal import Planning
internal import Siting
internal import Wording

/// One site on paper; the names are those of `assessment.mustache`.
struct AssessmentSheet {
    struct SummaryLine {
        let severity: String
        let label: String
        let text: String
    }

    struct Placement {
        let layoutName: String
        let zoneName: String
        let verdict: String
        let measure: String
        let accuracy: String
        let place: String
    }

    struct Functions {
        let zoneName: String
        let holding: String
        let functions: String
        let industries: String
        let place: String
    }

    struct Comparison {
        let activity: String
        let outcome: String
        let assignments: [Assignment]
    }

    struct Assignment {
        let target: String
        let word: String
        let `where`: String
        let place: String
    }

    struct Flag {
        let severity: String
        let word: String
        let reason: String
        let rule: String
    }

    struct Near {
        let zoneName: String
        let distance: String
    }

    struct Quote {
        let place: String
        let text: String
    }

    let heading: String
    let asOf: String
    let hasError: Bool
    let error: String
    let hasAnswer: Bool
    var site = ""
    var summary: [SummaryLine] = []
    var placementHeading = ""
    var placementColumns: [String] = []
    var placements: [Placement] = []
    var placementNotes: [String] = []
    var hasFunctions = false
    var functionsHeading = ""
    var functionColumns: [String] = []
    var functions: [Functions] = []
    var hasComparison = false
    var comparisonHeading = ""
    var comparisons: [Comparison] = []
    var flagsHeading = ""
    var flags: [Flag] = []
    var nearHeading = ""
    var distances: [Near] = []
    var neighboursHeading = ""
    var neighbours: [Near] = []
    var none = ""
    var quotesHeading = ""
    var quotes: [Quote] = []
    var documents = ""
    let closing: PageClosing

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
