internal import Planning
public import Siting
public import Tables
internal import Wording

/// The fields that bulk answers append to CSV rows, ready encoded: ``AnswerColumns`` for many rows.
///
/// Ids, names and paths recur; each is quoted and encoded once. Only probability and distance are written anew.
public struct BulkFields: Sendable {
    /// One layout's part.
    private struct Plan: Sendable {
        /// Its place among ``BulkLocator/plans``.
        let place: Int
        /// The place in `ends` of its first lead.
        let first: Int
        /// The ids of zones as parts of a list.
        let ids: [[UInt8]]
    }

    private var plans: [Plan] = []
    /// For each layout, zone and verdict its lead, a delimiter before each field, one after another; behind each
    /// layout's those of the absences.
    private var leads: [UInt8] = []
    /// Where each ends, the first entry where the first begins.
    private var ends: [Int] = [0]
    /// The most bytes that the fields of a row take.
    public private(set) var mostBytes = 0
    private let table: BulkTable
    private let zonesOnly: Bool
    private let delimiter: UInt8
    /// A list of zones in one field is quoted where the delimiter is what parts it.
    private let quotesLists: Bool

    /// Encodes what recurs.
    ///
    /// - Throws: `unencodable_character`.
    public init(
        _ table: BulkTable, _ columns: AnswerColumns, dialect: CSVDialect
    ) throws(TableError) {
        self.table = table
        zonesOnly = columns.zonesOnly
        delimiter = dialect.delimiter.rawValue
        quotesLists = dialect.delimiter == .semicolon
        var encoder = try CSVFieldEncoder(dialect)
        for layout in columns.layouts {
            guard let place = table.locator.plans.firstIndex(where: { $0.layout.id == layout.id }) else {
                continue
            }
            let plan = table.locator.plans[place]
            let fields = Plan(place: place, first: ends.count - 1, ids: plan.zones.map { Array($0.id.utf8) })
            var most = 0
            func add(_ cells: [AnswerCell]) throws(TableError) {
                let lead = try encoder.encoded(cells.map(\.text))
                leads += lead
                ends.append(leads.count)
                most = max(most, lead.count)
            }
            for zone in plan.zones {
                let path = plan.edition.path(to: zone).map(\.id)
                for verdict in Verdict.allCases { try add(columns.lead(of: zone, path: path, verdict)) }
            }
            for absence in ZoneAbsence.allCases { try add(columns.lead(of: absence)) }
            mostBytes += most
            if !zonesOnly {
                mostBytes += 2 * (FixedDecimals.mostBytes + 1) + 3
                mostBytes += fields.ids.reduce(0) { $0 + $1.count + 1 }
            }
            plans.append(fields)
        }
    }

    /// The byte between the fields.
    public var separator: UInt8 { delimiter }

    /// Chooses the leads of many rows.
    ///
    /// - Parameters:
    ///   - answers: what ``BulkTable`` answered.
    ///   - places: where each position stands.
    ///   - land: what the look at the land gave; not asked for zones alone.
    ///   - longitudes: of each position.
    ///   - latitudes: of each position.
    ///   - leads: is emptied and filled.
    public func choose(
        _ answers: borrowing BulkAnswers, _ places: [BulkTable.Place], _ land: borrowing BulkLand,
        longitudes: [Double], latitudes: [Double], into leads: inout BulkLeads
    ) {
        leads.begin(rows: places.count, plans: plans.count)
        for (number, plan) in plans.enumerated() {
            let columns = answers.plans[plan.place]
            for row in places.indices {
                guard let lead = lead(plan, row, columns, answers, places, land, longitudes, latitudes) else {
                    leads.open[row] = true
                    continue
                }
                var entry = BulkLeads.Entry(lead: lead)
                if !zonesOnly {
                    entry.probability = columns.probabilities[row]
                    entry.distance = columns.distances[row]
                    entry.firstOther = row == 0 ? 0 : columns.alsoPossibleEnds[row - 1]
                    entry.others = columns.alsoPossibleEnds[row] - entry.firstOther
                }
                leads.entries[row &* plans.count &+ number] = entry
            }
        }
    }

    /// The place in `ends` of a row's lead; nil where only ``Locator`` can answer it.
    @inline(__always)
    private func lead(
        _ plan: Plan, _ row: Int, _ columns: BulkAnswers.Columns, _ answers: borrowing BulkAnswers,
        _ places: [BulkTable.Place], _ land: borrowing BulkLand, _ longitudes: [Double], _ latitudes: [Double]
    ) -> Int? {
        let zone = Int(columns.zones[row])
        if zone >= 0 {
            let verdict = zonesOnly ? Verdict.inside : columns.verdicts[row] ?? .outside
            return plan.first &+ zone &* Verdict.allCases.count &+ verdict.index
        }
        var absence = Optional(ZoneAbsence.notCovered)
        if !zonesOnly, case .within = places[row] {
            absence = table.absence(
                of: plan.place, at: row, in: answers, land, longitude: longitudes[row],
                latitude: latitudes[row])
        }
        return absence.map { plan.first &+ plan.ids.count &* Verdict.allCases.count &+ $0.index }
    }

    /// Writes the fields of one row, a delimiter before each.
    ///
    /// - Parameters:
    ///   - row: its place among the answers.
    ///   - answers: what ``BulkTable`` answered.
    ///   - leads: chosen for the same answers.
    ///   - place: room for ``mostBytes``.
    /// - Returns: how many bytes were written.
    public func write(
        _ row: Int, _ answers: borrowing BulkAnswers, _ leads: borrowing BulkLeads,
        to place: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var end = place
        self.leads.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            for number in 0..<leads.plans {
                let entry = leads.entries[row &* leads.plans &+ number]
                let (from, to) = (ends[entry.lead], ends[entry.lead &+ 1])
                end.update(from: base + from, count: to &- from)
                end += to &- from
                guard !zonesOnly else { continue }
                put(entry.probability, decimals: 4, to: &end)
                put(entry.distance, decimals: 3, to: &end)
                end.pointee = delimiter
                end += 1
                if entry.others > 0 { putOthers(entry, answers, plans[number], to: &end) }
            }
        }
        return end - place
    }

    @inline(__always)
    private func put(_ value: Double, decimals: Int, to end: inout UnsafeMutablePointer<UInt8>) {
        end.pointee = delimiter
        end += 1
        if !value.isNaN { end += FixedDecimals.write(value, decimals: decimals, to: end) }
    }

    /// Writes the list of other possible zones.
    private func putOthers(
        _ entry: BulkLeads.Entry, _ answers: borrowing BulkAnswers, _ plan: Plan,
        to end: inout UnsafeMutablePointer<UInt8>
    ) {
        func put(_ byte: UInt8) {
            end.pointee = byte
            end += 1
        }
        let isQuoted = quotesLists && entry.others > 1
        if isQuoted { put(UInt8(ascii: "\"")) }
        for place in entry.firstOther..<entry.firstOther + entry.others {
            if place > entry.firstOther { put(UInt8(ascii: ";")) }
            for byte in plan.ids[Int(answers.plans[plan.place].alsoPossible[place])] { put(byte) }
        }
        if isQuoted { put(UInt8(ascii: "\"")) }
    }
}

/// What the fields of rows are written from; memory that is used again.
public struct BulkLeads: ~Copyable {
    /// What one layout says of one row.
    fileprivate struct Entry {
        var lead = 0
        var probability = Double.nan
        var distance = Double.nan
        /// Where its other possible zones begin, and how many there are.
        var firstOther = 0
        var others = 0
    }

    /// Layout by layout in each row.
    fileprivate var entries: [Entry] = []
    fileprivate var open: [Bool] = []
    fileprivate var plans = 0

    /// Empty, to be filled and filled again.
    public init() {}

    fileprivate mutating func begin(rows: Int, plans: Int) {
        self.plans = plans
        entries.removeAll(keepingCapacity: true)
        entries.append(contentsOf: repeatElement(Entry(), count: rows * plans))
        open.removeAll(keepingCapacity: true)
        open.append(contentsOf: repeatElement(false, count: rows))
    }

    /// Whether only ``Locator`` can answer a row.
    public func isOpen(_ row: Int) -> Bool { open[row] }
}

extension Verdict {
    /// Its place among all.
    @inline(__always)
    fileprivate var index: Int {
        switch self {
        case .inside: 0
        case .outside: 1
        case .uncertain: 2
        }
    }
}

extension ZoneAbsence {
    /// Its place among all.
    @inline(__always)
    fileprivate var index: Int {
        switch self {
        case .notCovered: 0
        case .notStated: 1
        case .coverageUncertain: 2
        case .unassigned: 3
        case .outside: 4
        case .uncertain: 5
        }
    }
}
