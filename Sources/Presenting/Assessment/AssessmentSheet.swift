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

    /// The zones of one layout.
    package struct LayoutRows {
        package let name: String
        package let zones: [Placement]
    }

    package struct Placement {
        package let zoneName: String
        package let verdict: String
        package let measure: String
        package let probability: String
        package let accuracy: String
        package let place: String
    }

    package struct Functions {
        package let zoneName: String
        package let holding: String
        package let words: String
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
        /// What moving the site would do, and the sentence's place.
        package let rest: String
        /// The rule in a few words.
        package let title: String
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
    package var hasPlacements = false
    package var placements: [LayoutRows] = []
    package var placementsCut: String?
    package var placementNotes: [String] = []
    package var hasFunctions = false
    package var functionsHeading = ""
    package var functions: [Functions] = []
    package var functionsCut: String?
    package var hasComparison = false
    package var comparisonHeading = ""
    package var comparisons: [Comparison] = []
    package var comparisonsCut: String?
    package var hasFlags = false
    package var flagsHeading = ""
    package var flags: [Flag] = []
    package var flagsCut: String?
    package var nearHeading = ""
    package var distances: [Near] = []
    package var neighboursHeading = ""
    package var neighbours: [Near] = []
    package var neighboursCut: String?
    package var none = ""
    package var hasQuotes = false
    package var quotesHeading = ""
    package var quotes: [Quote] = []
    package var quotesCut: String?
    package var documents = ""
    package let uncheckedHeading: String
    package var unchecked: String?
    package let disclaimer: String
    /// The site on a map, as SVG.
    package let map: String
    package let hasMap: Bool
    /// How high the map is, millimetres; 0 where there is nothing to draw.
    ///
    /// What is not needed for words goes to it.
    package var mapHeight = 0.0
    /// The lines left on the sheet, by reckoning; negative where the fixed parts alone are too long.
    package var linesLeft = 0.0
    /// How large the type is, 0 for the largest of ``PaperRoom/typeSizes``.
    package var density = 0
    /// Whether something found no room but in another format.
    var isCut: Bool {
        placementsCut != nil || functionsCut != nil || comparisonsCut != nil || flagsCut != nil
            || quotesCut != nil
    }

    init(_ row: AssessedRow, map: String = "", catalogue: Catalogue, language: Language) {
        self.map = map
        hasMap = !map.isEmpty
        let name = row.name ?? row.id
        let title = name.map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }
        heading =
            language.say("地块初判", "Site assessment") + (title.map { language.say("：", ": ") + $0 } ?? "")
        uncheckedHeading = language.say("未核查事项（请另行核对）", "Not checked here (look these up)")
        disclaimer = Vocabulary.disclaimer[language]
        switch row.outcome {
        case .failure(let error):
            asOf = ""
            hasError = true
            self.error = error.located(in: language)
            hasAnswer = false
        case .success(let assessment):
            asOf = language.say(
                "按 \(assessment.asOf) 有效的版本作答", "answered by the editions valid on \(assessment.asOf)")
            hasError = false
            error = ""
            hasAnswer = true
            let items = assessment.uncheckedItems.map { $0.name[language] }
            unchecked =
                items.isEmpty
                ? nil
                : items.joined(separator: language.say("、", "; "))
                    + language.say("。各项核查要点见文字版。", ". What to look up for each: see the text format.")
            if !assessment.layouts.isEmpty { mapHeight = PaperRoom.mapHeights.lowerBound }
            fill(AssessmentTables(assessment, catalogue: catalogue, language: language))
        }
    }
}
