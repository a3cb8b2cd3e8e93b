internal import Planning
public import Siting
public import Tables
internal import Wording

/// The fields that bulk answers append to a CSV row, ready encoded: ``AnswerColumns`` for many rows.
///
/// Ids, names and paths recur; each is quoted and encoded once. Only probability and distance are written anew.
public struct BulkFields: Sendable {
    private struct Plan: Sendable {
        /// Its place among ``BulkLocator/plans``.
        let place: Int
        /// For each zone and verdict, its lead with a delimiter before each field.
        var zones: [[UInt8]] = []
        var absences: [[UInt8]] = []
        /// The ids of zones as parts of a list.
        var ids: [[UInt8]] = []
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
            for zone in plan.zones {
                let path = plan.edition.path(to: zone).map(\.id)
                for verdict in Verdict.allCases {
                    let lead = columns.lead(of: zone, path: path, verdict)
                    fields.zones.append(try encoder.encoded(lead.map(\.text)))
                }
                fields.ids.append(Array(zone.id.utf8))
            }
            for absence in ZoneAbsence.allCases {
                fields.absences.append(try encoder.encoded(columns.lead(of: absence).map(\.text)))
            }
            plans.append(fields)
        }
    }

    /// Appends the fields of one row; false where only ``Locator`` can answer, and nothing was appended.
    ///
    /// - Parameters:
    ///   - row: the row's place in the answers.
    ///   - answers: what ``BulkTable/locator`` answered.
    ///   - place: where the position stands.
    ///   - longitude: of the position.
    ///   - latitude: of the position.
    ///   - output: where to.
    public func append(
        _ row: Int, of answers: BulkAnswers, _ place: BulkTable.Place, longitude: Double, latitude: Double,
        to output: inout [UInt8]
    ) -> Bool {
        let start = output.count
        for plan in plans {
            let columns = answers.plans[plan.place]
            let zone = Int(columns.zones[row])
            if zone >= 0, let verdict = columns.verdicts[row] {
                output += plan.zones[zone * Verdict.allCases.count + verdict.index]
            } else {
                let absence: ZoneAbsence?
                if case .within = place {
                    absence = table.absence(
                        of: plan.place, at: row, in: answers, longitude: longitude, latitude: latitude)
                } else {
                    absence = .notCovered
                }
                guard let absence else {
                    output.removeSubrange(start...)
                    return false
                }
                output += plan.absences[absence.index]
            }
            if zonesOnly { continue }
            append(columns.probabilities[row], decimals: 4, to: &output)
            append(columns.distances[row], decimals: 3, to: &output)
            output.append(delimiter)
            append(columns.alsoPossible(at: row), plan.ids, to: &output)
        }
        // No error.
        output.append(delimiter)
        return true
    }

    private func append(_ value: Double, decimals: Int, to output: inout [UInt8]) {
        output.append(delimiter)
        guard let figures = FixedDecimals(value, decimals: decimals) else { return }
        figures.append(to: &output)
    }

    private func append(_ zones: ArraySlice<Int32>, _ ids: [[UInt8]], to output: inout [UInt8]) {
        guard let first = zones.first else { return }
        let isQuoted = quotesLists && zones.count > 1
        if isQuoted { output.append(UInt8(ascii: "\"")) }
        output += ids[Int(first)]
        for zone in zones.dropFirst() {
            output.append(UInt8(ascii: ";"))
            output += ids[Int(zone)]
        }
        if isQuoted { output.append(UInt8(ascii: "\"")) }
    }
}

extension Verdict {
    /// Its place among all.
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
