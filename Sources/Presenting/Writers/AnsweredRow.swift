public import GeoJSON
public import Siting
public import Tables

/// One row of an input with its answer, or with the error that stands in its place.
public struct AnsweredRow: Sendable {
    /// What the row was read from; a writer of the same kind gives it back untouched.
    public enum Origin: Sendable {
        /// A position on the command line, a named place, or a line of NDJSON.
        case position
        /// A row of a CSV file.
        case record(CSVRecord)
        /// A GeoJSON feature, nil where the feature itself could not be read, and the key of the property that
        /// named its frame.
        case feature(Feature?, frameProperty: String? = nil)
    }

    /// What the row was read from.
    public let origin: Origin
    /// The user's own id, as far as it could be read.
    public let id: String?
    /// The user's own name, as far as it could be read.
    public let name: String?
    /// The answer, or the error in its place; nil for a blank row, which is copied and asks nothing.
    public let outcome: Result<LocateAnswer, RowError>?

    /// Joins a row and its answer.
    public init(origin: Origin, id: String?, name: String?, outcome: Result<LocateAnswer, RowError>?) {
        self.origin = origin
        self.id = id
        self.name = name
        self.outcome = outcome
    }
}

/// A format in which answers leave, row by row, so that no list need be held.
public protocol AnswerWriter: AnyObject {
    /// Appends what stands before the first row.
    func begin(_ output: inout [UInt8]) throws(TableError)
    /// Appends one row.
    func write(_ row: AnsweredRow, to output: inout [UInt8]) throws(TableError)
    /// What stands between the rows of two workers; between those of one it is written already.
    var separator: [UInt8] { get }
    /// Goes on where rows were written already, or begins anew, as each part does that a worker writes.
    func resume(afterRows: Bool)
    /// Appends what stands behind the last row.
    func end(_ output: inout [UInt8])
}
