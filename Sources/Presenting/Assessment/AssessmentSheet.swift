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
    /// The lines left on the sheet, by reckoning; negative where the fixed parts alone are too long.
    package var linesLeft = 0.0
    /// The site on a map, as SVG; empty where none was drawn.
    package let map: String
    package var hasMap: Bool { !map.isEmpty }

    init(
        _ row: AssessedRow, catalogue: Catalogue, language: Language, map: String = "", mapHeight: Double = 0
    ) {
        self.map = map
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
            fill(
                AssessmentTables(assessment, catalogue: catalogue, language: language), besideMapOf: mapHeight
            )
        }
    }

    /// Fills the sheet from above, each section with no more lines than it may take, the sentences with what is left.
    private mutating func fill(_ tables: AssessmentTables, besideMapOf millimetres: Double) {
        var room = PaperRoom()
        room.take(PaperRoom.lines(ofMillimetres: millimetres))
        site = tables.site
        summary = tables.summary
        documents = tables.documents
        room.take(2.3 + PaperRoom.lines(site, size: 0.9))
        for line in summary { room.take(PaperRoom.lines(line.text, width: 46, size: 1.05) + 0.25) }
        // The end of the sheet.
        room.take(PaperRoom.heading + PaperRoom.lines(unchecked ?? "", size: 0.95))
        room.take(PaperRoom.lines(disclaimer) + 1.2 + PaperRoom.lines(documents, size: 0.9))

        nearHeading = tables.say("距离与邻近", "Distances and neighbours")
        distances = tables.distances
        neighboursHeading = tables.neighboursTitle + tables.say("：", ": ")
        neighbours = Array(tables.neighbours.prefix(3))
        neighboursCut = tables.cut(tables.neighbours.count - neighbours.count)
        none = tables.none
        room.take(
            PaperRoom.heading + PaperRoom.lines(distances.map { $0.zoneName + $0.distance + "　" }.joined())
                + PaperRoom.lines(
                    neighboursHeading + neighbours.map { $0.zoneName + $0.distance + "　" }.joined()
                        + (neighboursCut ?? "")))

        // What every section below takes at least: its heading and a line.
        let least = PaperRoom.heading + 1
        room.take(least)  // the sentences

        placementHeading = tables.say("落位", "Where it lies")
        placementColumns = tables.placementColumns
        placementNotes = tables.placementNotes
        for note in placementNotes { room.take(PaperRoom.lines(note, size: 0.9)) }
        fillPlacements(tables, &room, keeping: 3 * least + 8)

        functionsHeading = tables.say("文件对此处的安排（原文用词）", "What the documents want here (their own words)")
        let wanted = tables.functions
        if !wanted.isEmpty {
            room.take(PaperRoom.heading)
            let (kept, cut) = room.take(wanted, atMost: 6.8, keeping: 2 * least + 6) {
                max(
                    PaperRoom.lines($0.zoneName + $0.holding, width: 15), PaperRoom.lines($0.words, width: 36)
                )
                    + PaperRoom.padding
            }
            (functions, functionsCut) = (kept, tables.cut(cut))
        }
        hasFunctions = !functions.isEmpty || functionsCut != nil

        comparisonHeading = tables.say("功能导向比对", "Functional fit")
        fillComparisons(tables, &room, keeping: least + 4.5)

        flagsHeading = tables.say("注意与提示", "What to mind")
        let minded = tables.flags
        if !minded.isEmpty {
            room.take(PaperRoom.heading)
            let (kept, cut) = room.take(minded, atMost: 8) {
                PaperRoom.lines($0.word + "  " + $0.reason + $0.rest) + 0.15
            }
            flags = kept
            flagsCut = tables.cut(cut, naming: minded.suffix(cut).map(\.title))
        }
        hasFlags = !minded.isEmpty

        quotesHeading = tables.say("依据摘录", "Sentences")
        room.take(-1)  // kept above
        let (kept, cut) = room.take(tables.quotes, atMost: 14) {
            PaperRoom.lines($0.place + "  " + $0.text, size: 0.9)
        }
        (quotes, quotesCut) = (kept, tables.cut(cut))
        hasQuotes = !kept.isEmpty || cut > 0
        linesLeft = room.left
    }

    private mutating func fillPlacements(
        _ tables: AssessmentTables, _ room: inout PaperRoom, keeping reserve: Double
    ) {
        let layouts = tables.placements
        guard !layouts.isEmpty else { return }
        room.take(PaperRoom.heading + 1 + PaperRoom.padding)
        var cut = 0
        var share = 13.0
        for (index, layout) in layouts.enumerated() {
            // Each layout its part of the table, and what the ones before did not need.
            let before = room.left
            room.take(1 + PaperRoom.padding)
            let others = 2.4 * Double(layouts.count - index - 1)
            let (kept, left) = room.take(
                layout.zones, atMost: max(2.4, share - others), keeping: reserve + others
            ) {
                max(PaperRoom.lines($0.zoneName, width: 19), PaperRoom.lines($0.measure, width: 21))
                    + PaperRoom.padding
            }
            if left > 0, cut > 0 { room.take(-1) }  // said once for all layouts
            cut += left
            if kept.isEmpty {
                room.take(-1 - PaperRoom.padding)
            } else {
                placements.append(LayoutRows(name: layout.name, zones: kept))
            }
            share -= before - room.left
        }
        hasPlacements = true
        placementsCut = tables.cut(cut)
    }

    private mutating func fillComparisons(
        _ tables: AssessmentTables, _ room: inout PaperRoom, keeping reserve: Double
    ) {
        let all = tables.comparisons
        guard !all.isEmpty else { return }
        hasComparison = true
        room.take(PaperRoom.heading)
        var cut = 0
        for (index, one) in all.enumerated() {
            let first = PaperRoom.lines(one.activity + one.outcome) + PaperRoom.padding
            guard index < 3, room.left - first - 1 > reserve else {
                cut += 1 + one.assignments.count
                continue
            }
            room.take(first)
            let (kept, left) = room.take(
                one.assignments, atMost: max(3.4, 6 / Double(all.count)), keeping: reserve
            ) {
                max(
                    PaperRoom.lines($0.target, width: 13), PaperRoom.lines($0.word, width: 13),
                    PaperRoom.lines($0.where, width: 26)) + PaperRoom.padding
            }
            if left > 0, cut > 0 { room.take(-1) }
            cut += left
            comparisons.append(
                Comparison(activity: one.activity, outcome: one.outcome, assignments: kept))
        }
        comparisonsCut = tables.cut(cut)
    }
}
