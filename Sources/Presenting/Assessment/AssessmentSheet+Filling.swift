internal import Wording

extension AssessmentSheet {
    /// Fills the sheet, in the largest type in which nothing is left out, else in the smallest.
    mutating func fill(_ tables: AssessmentTables) {
        let empty = self
        for density in PaperRoom.typeSizes.indices {
            self = empty
            self.density = density
            fillSections(tables, spare: 0)
            if !isCut {
                growMap()
                return
            }
        }
        if linesLeft < 0 { growMap() }
        // What the sections behind were sure of and did not need goes to those before them.
        var spare = 0.0
        for _ in 0..<4 where linesLeft > 1 {
            spare += linesLeft
            var fuller = empty
            fuller.density = density
            fuller.fillSections(tables, spare: spare)
            guard fuller.linesLeft >= 0 else { return }
            self = fuller
        }
    }

    /// Gives the map the room that no words take; where the words that always stand there take more, they have its own.
    private mutating func growMap() {
        guard mapHeight > 0 else { return }
        let room = PaperRoom(typeSize: PaperRoom.typeSizes[density])
        if linesLeft < 0 {
            let taken = min(mapHeight / 2, -linesLeft * room.lineMillimetres + 0.1)
            mapHeight -= taken
            linesLeft += taken / room.lineMillimetres
            return
        }
        // Two lines stay free: the lines are reckoned, not set.
        let grown = mapHeight + ((linesLeft - 2) * room.lineMillimetres / 2).rounded(.down) * 2
        let height = min(max(mapHeight, grown), PaperRoom.mapHeights.upperBound)
        linesLeft -= (height - mapHeight) / room.lineMillimetres
        mapHeight = height
    }

    /// Fills the sheet: what always stands there first, then section by section what has room.
    ///
    /// Of the room that is left each section is sure of a few lines; what the ones behind it are not sure of, a section may
    /// take. So a place with much to say of it keeps a part of everything.
    ///
    /// - Parameters:
    ///   - tables: what there is to say.
    ///   - spare: the lines that were left the last time.
    private mutating func fillSections(_ tables: AssessmentTables, spare: Double) {
        var room = PaperRoom(typeSize: PaperRoom.typeSizes[density])
        fillHead(tables, &room)
        fillEnd(tables, &room)
        fillNear(tables, &room)
        placementHeading = tables.say("落位", "Where it lies")
        placementColumns = tables.placementColumns
        placementNotes = tables.placementNotes
        functionsHeading = tables.say("文件对此处的安排（原文用词）", "What the documents want here (their own words)")
        comparisonHeading = tables.say("功能导向比对", "Functional fit")
        flagsHeading = tables.say("注意与提示", "What to mind")
        quotesHeading = tables.say("依据摘录", "Sentences")
        for note in placementNotes { room.take(room.lines(note, size: 0.9)) }

        let (placed, wanted, compared) = (tables.placements, tables.functions, tables.comparisons)
        let (minded, quoted) = (tables.flags, tables.quotes)
        func heading(_ isWanted: Bool) -> Double { isWanted ? PaperRoom.heading : 0 }
        // Table rows with a rule and padding first, then the headings of all sections that have anything.
        room.take(
            heading(!placed.isEmpty) + heading(!wanted.isEmpty) + heading(!compared.isEmpty)
                + heading(!minded.isEmpty) + heading(!quoted.isEmpty))
        let costs = Costs(room)
        func all<Item>(_ items: [Item], _ cost: (Item) -> Double) -> Double {
            items.reduce(0) { $0 + cost($1) }
        }
        let sure = (
            wanted: min(4, all(wanted, costs.functions)), compared: min(5, all(compared, costs.comparison)),
            minded: min(3.5, all(minded, costs.flag)), quoted: min(3.5, all(quoted, costs.quote))
        )
        let behind = sure.wanted + sure.compared + sure.minded + sure.quoted
        fillPlacements(placed, tables, &room, keeping: behind - spare)
        fillComparisons(compared, tables, &room, keeping: sure.wanted + sure.minded + sure.quoted)
        let functions = room.take(wanted, keeping: sure.minded + sure.quoted, costs.functions)
        (self.functions, functionsCut) = (functions.kept, tables.cut(functions.cut))
        hasFunctions = !wanted.isEmpty
        let flags = room.take(minded, keeping: sure.quoted, costs.flag)
        self.flags = flags.kept
        flagsCut = tables.cut(flags.cut, naming: minded.suffix(flags.cut).map(\.title))
        hasFlags = !minded.isEmpty
        let quotes = room.take(quoted, costs.quote)
        self.quotes = quotes.kept
        quotesCut = tables.cut(quotes.cut)
        hasQuotes = !quoted.isEmpty
        linesLeft = room.left
    }

    /// What lines of the sections take.
    private struct Costs {
        let room: PaperRoom

        init(_ room: PaperRoom) { self.room = room }

        func placement(_ one: Placement) -> Double {
            max(
                room.lines(one.zoneName, of: 0.24), room.lines(one.verdict, of: 0.1),
                room.lines(one.measure, of: 0.32), room.lines(one.probability, of: 0.12)) + PaperRoom.padding
        }

        func functions(_ one: Functions) -> Double {
            max(room.lines(one.zoneName + one.holding, of: 0.24), room.lines(one.words, of: 0.6))
                + PaperRoom.padding
        }

        func assignment(_ one: Assignment) -> Double {
            max(
                room.lines(one.target, of: 0.21), room.lines(one.word, of: 0.22),
                room.lines(one.where, of: 0.42)) + PaperRoom.padding
        }

        func headline(_ one: Comparison) -> Double { room.lines(one.activity + one.outcome) + 0.2 }

        func comparison(_ one: Comparison) -> Double {
            one.assignments.reduce(headline(one)) { $0 + assignment($1) }
        }

        func flag(_ one: Flag) -> Double { room.lines(one.word + "　" + one.reason + one.rest) + 0.2 }

        func quote(_ one: Quote) -> Double { room.lines(one.place + "  「」" + one.text, size: 0.9) }
    }

    private mutating func fillHead(_ tables: AssessmentTables, _ room: inout PaperRoom) {
        site = tables.site
        summary = tables.summary
        if mapHeight > 0 { room.takeMap() }
        room.take(2.6 + room.lines(site, size: 0.9))
        for line in summary {
            room.take(
                max(room.lines(line.label, of: 0.32, size: 1.08), room.lines(line.text, of: 0.64, size: 1.05))
                    + 0.3)
        }
    }

    /// The end of the sheet, which is never cut.
    private mutating func fillEnd(_ tables: AssessmentTables, _ room: inout PaperRoom) {
        documents = tables.documents
        room.take(
            PaperRoom.heading + room.lines(unchecked ?? "") + room.lines(disclaimer, of: 0.97) + 1
                + room.lines(documents, size: 0.9))
    }

    private mutating func fillNear(_ tables: AssessmentTables, _ room: inout PaperRoom) {
        nearHeading = tables.say("距离与邻近", "Distances and neighbours")
        distances = density < 2 ? tables.distances : Array(tables.distances.prefix(3))
        neighboursHeading = tables.neighboursTitle + tables.say("：", ": ")
        neighbours = Array(tables.neighbours.prefix(density < 2 ? 3 : 2))
        neighboursCut = tables.cut(tables.neighbours.count - neighbours.count)
        none = tables.none
        func run(_ near: [Near]) -> String { near.map { $0.zoneName + " " + $0.distance + "; " }.joined() }
        room.take(
            PaperRoom.heading + room.lines(run(distances))
                + room.lines(neighboursHeading + run(neighbours) + (neighboursCut ?? "")))
    }

    /// Layout by layout; each is sure of its name and a zone or two.
    private mutating func fillPlacements(
        _ layouts: [LayoutRows], _ tables: AssessmentTables, _ room: inout PaperRoom,
        keeping reserve: Double
    ) {
        guard !layouts.isEmpty else { return }
        hasPlacements = true
        room.take(1 + PaperRoom.padding)
        let costs = Costs(room)
        // Where a site lies comes before all else: a zone of each layout has its place, whatever the others were sure of.
        let least = layouts.reduce(0) { sum, layout in
            sum + 1 + PaperRoom.padding + layout.zones.prefix(1).reduce(0) { $0 + costs.placement($1) }
        }
        let spare = room.left - least - Double(layouts.count)
        let isTight = reserve > spare
        let reserve = min(reserve, spare)
        var cut = 0
        for (index, layout) in layouts.enumerated() {
            let name = 1 + PaperRoom.padding
            let others = layouts[(index + 1)...].reduce(0) { sum, other in
                // With the line that says what was left out.
                sum + name + 1 + other.zones.prefix(isTight ? 1 : 2).reduce(0) { $0 + costs.placement($1) }
            }
            room.take(name)
            let (kept, left) = room.take(layout.zones, keeping: reserve + others, costs.placement)
            if left > 0, cut > 0 { room.take(-1) }  // said once for all layouts
            cut += left
            if kept.isEmpty {
                room.take(-name)
            } else {
                placements.append(LayoutRows(name: layout.name, zones: kept))
            }
        }
        placementsCut = tables.cut(cut)
    }

    private mutating func fillComparisons(
        _ all: [Comparison], _ tables: AssessmentTables, _ room: inout PaperRoom, keeping reserve: Double
    ) {
        guard !all.isEmpty else { return }
        hasComparison = true
        let costs = Costs(room)
        var cut = 0
        for (index, one) in all.enumerated() {
            let first = costs.headline(one)
            guard room.left - first - 1 > reserve else {
                cut += 1 + one.assignments.count
                continue
            }
            room.take(first)
            // Answers behind are sure of a line each; where the documents disagree is told in what is left.
            let others = all[(index + 1)...].reduce(0) { $0 + ($1.assignments.isEmpty ? 0 : 2.4) }
            let (kept, left) = room.take(one.assignments, keeping: reserve + others, costs.assignment)
            if left > 0, cut > 0 { room.take(-1) }
            cut += left
            comparisons.append(
                Comparison(activity: one.activity, outcome: one.outcome, assignments: kept))
        }
        comparisonsCut = tables.cut(cut)
    }
}
