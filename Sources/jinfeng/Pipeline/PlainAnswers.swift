import Presenting
import Projection
import Siting
import Tables

/// Answers from tables a block of rows whose positions are plain numbers, and writes their fields; memory that is used
/// again.
struct PlainAnswers: ~Copyable {
    private let table: BulkTable
    private let fields: BulkFields
    private let zonesOnly: Bool
    private var positions: PlainPositions
    private var answers = BulkAnswers()
    /// For each row its place among the positions, −1 where it is not plain.
    private var order: [Int] = []
    private var remarks: [ReadingRemarks] = []
    private var places: [BulkTable.Place] = []
    private var land = BulkLand()
    private var leads = BulkLeads()

    /// Rows whose positions wait for memory together; more would leave the caches.
    static let blockSize = 1024

    /// What the notes of a row hang on: of each kind the words are made once a batch.
    struct Kind: Equatable {
        fileprivate let remarks: ReadingRemarks
        /// Far from all that is drawn: its answer has a note of its own, and no figure that a table gives otherwise.
        let isRemote: Bool
    }

    init(_ job: AnswerJob, dialect: CSVDialect) throws {
        let table = try job.table.table(for: job)
        let fields = try BulkFields(table, job.columns, dialect: dialect)
        let positions = try PlainPositions(job.usualFrame)
        self.table = table
        self.fields = fields
        self.positions = positions
        zonesOnly = job.columns.zonesOnly
    }

    // MARK: - Rows

    /// Forgets all rows.
    mutating func clear() {
        positions.clear()
        order.removeAll(keepingCapacity: true)
        remarks.removeAll(keepingCapacity: true)
    }

    /// Takes the position of the next row; false where it is refused, and the row is still to be left out.
    @inline(__always)
    mutating func take(_ first: Double, _ second: Double, order axes: AxisOrder, inTwoColumns: Bool) -> Bool {
        guard let remarks = positions.append(first, second, order: axes, inTwoColumns: inTwoColumns) else {
            return false
        }
        order.append(positions.count - 1)
        self.remarks.append(remarks)
        return true
    }

    /// Leaves the next row to be answered otherwise.
    @inline(__always)
    mutating func leaveOut() { order.append(-1) }

    /// Answers all rows that were taken.
    mutating func locate() throws(LocatorError) {
        positions.carry()
        let (longitudes, latitudes) = (positions.longitudes, positions.latitudes)
        try table.locate(
            longitudes: longitudes.span, latitudes: latitudes.span, zonesOnly: zonesOnly, into: &answers)
        places.removeAll(keepingCapacity: true)
        for position in longitudes.indices {
            places.append(table.place(longitudes[position], latitudes[position]))
        }
        if !zonesOnly { table.look(places, longitudes: longitudes, latitudes: latitudes, into: &land) }
        fields.choose(answers, places, land, longitudes: longitudes, latitudes: latitudes, into: &leads)
    }

    // MARK: - Answers

    /// What the notes of a row hang on; nil where the tables do not answer it.
    @inline(__always)
    func kind(of row: Int) -> Kind? {
        let position = order[row]
        guard position >= 0, !leads.isOpen(position) else { return nil }
        return switch places[position] {
        case .unclear: nil
        case .remote: Kind(remarks: remarks[position], isRemote: true)
        case .within, .beyond: Kind(remarks: remarks[position], isRemote: false)
        }
    }

    /// Where a row that was taken lies, degrees of WGS 84.
    @inline(__always)
    func position(of row: Int) -> (longitude: Double, latitude: Double) {
        (positions.longitudes[order[row]], positions.latitudes[order[row]])
    }

    /// The most bytes that ``write(_:to:)`` writes.
    var mostBytes: Int { fields.mostBytes + 1 }

    /// Writes the fields of a row, a delimiter before each; the last is that of errors, and empty.
    ///
    /// - Returns: how many bytes were written.
    @inline(__always)
    func write(_ row: Int, to place: UnsafeMutablePointer<UInt8>) -> Int {
        let count = fields.write(order[row], answers, leads, to: place)
        place[count] = fields.separator
        return count + 1
    }
}

/// The notes of rows by what they hang on, as far as they are known in a batch.
struct PlainNotes {
    private var known: [(kind: PlainAnswers.Kind, places: [Int])] = []

    /// The places of the notes that rows of a kind have; nil where they are not known yet.
    @inline(__always)
    subscript(kind: PlainAnswers.Kind) -> [Int]? {
        for entry in known where entry.kind == kind { return entry.places }
        return nil
    }

    /// Keeps what a row of the kind has.
    mutating func add(_ places: [Int], of kind: PlainAnswers.Kind) { known.append((kind, places)) }
}
