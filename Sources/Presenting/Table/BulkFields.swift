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
        /// For each zone and verdict its lead, a delimiter before each field, one after another; then the absences.
        var leads: [UInt8] = []
        /// Where each ends.
        var ends: [Int] = [0]
        /// The ids of zones as parts of a list.
        var ids: [[UInt8]] = []
        /// The most bytes its fields take.
        var most = 0
    }

    private var plans: [Plan] = []
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
            var fields = Plan(place: place)
            func add(_ cells: [AnswerCell]) throws(TableError) {
                let lead = try encoder.encoded(cells.map(\.text))
                fields.leads += lead
                fields.ends.append(fields.leads.count)
                fields.most = max(fields.most, lead.count)
            }
            for zone in plan.zones {
                let path = plan.edition.path(to: zone).map(\.id)
                for verdict in Verdict.allCases { try add(columns.lead(of: zone, path: path, verdict)) }
                fields.ids.append(Array(zone.id.utf8))
            }
            for absence in ZoneAbsence.allCases { try add(columns.lead(of: absence)) }
            fields.most += 2 * (FixedDecimals.mostBytes + 1) + 3
            fields.most += fields.ids.reduce(0) { $0 + $1.count + 1 }
            plans.append(fields)
        }
    }

    /// The byte between the fields.
    public var separator: UInt8 { delimiter }

    /// Writes the fields of many rows.
    ///
    /// - Parameters:
    ///   - answers: what ``BulkTable`` answered.
    ///   - places: where each position stands.
    ///   - land: what the look at the land gave; not asked for zones alone.
    ///   - longitudes: of each position.
    ///   - latitudes: of each position.
    ///   - pieces: receives the fields.
    public func write(
        _ answers: borrowing BulkAnswers, _ places: [BulkTable.Place], _ land: borrowing BulkLand,
        longitudes: [Double], latitudes: [Double], into pieces: inout BulkPieces
    ) {
        pieces.begin(rows: places.count, plans: plans.count, most: plans.reduce(0) { $0 + $1.most })
        for plan in plans {
            write(plan, answers, places, land, longitudes: longitudes, latitudes: latitudes, into: &pieces)
        }
    }

    private func write(
        _ fields: Plan, _ answers: borrowing BulkAnswers, _ places: [BulkTable.Place],
        _ land: borrowing BulkLand, longitudes: [Double], latitudes: [Double], into pieces: inout BulkPieces
    ) {
        let columns = answers.plans[fields.place]
        for row in places.indices {
            var lead = 0
            let zone = Int(columns.zones[row])
            if zone >= 0 {
                let verdict = zonesOnly ? Verdict.inside : columns.verdicts[row] ?? .outside
                lead = zone * Verdict.allCases.count + verdict.index
            } else {
                var absence = Optional(ZoneAbsence.notCovered)
                if !zonesOnly, case .within = places[row] {
                    absence = table.absence(
                        of: fields.place, at: row, in: answers, land, longitude: longitudes[row],
                        latitude: latitudes[row])
                }
                guard let absence else {
                    pieces.leaveOpen(row)
                    continue
                }
                lead = fields.ids.count * Verdict.allCases.count + absence.index
            }
            pieces.append(fields.leads, fields.ends[lead]..<fields.ends[lead + 1])
            if !zonesOnly {
                pieces.append(delimiter)
                pieces.append(columns.probabilities[row], decimals: 4)
                pieces.append(delimiter)
                pieces.append(columns.distances[row], decimals: 3)
                pieces.append(delimiter)
                let start = row == 0 ? 0 : columns.alsoPossibleEnds[row - 1]
                let end = columns.alsoPossibleEnds[row]
                if start < end { append(columns.alsoPossible[start..<end], fields.ids, to: &pieces) }
            }
            pieces.endRow()
        }
    }

    private func append(_ zones: ArraySlice<Int32>, _ ids: [[UInt8]], to pieces: inout BulkPieces) {
        let isQuoted = quotesLists && zones.count > 1
        if isQuoted { pieces.append(UInt8(ascii: "\"")) }
        var isFirst = true
        for zone in zones {
            if !isFirst { pieces.append(UInt8(ascii: ";")) }
            isFirst = false
            pieces.append(ids[Int(zone)], 0..<ids[Int(zone)].count)
        }
        if isQuoted { pieces.append(UInt8(ascii: "\"")) }
    }
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
