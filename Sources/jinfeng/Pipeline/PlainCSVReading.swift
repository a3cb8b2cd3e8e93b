import Projection
import Siting
import Tables
import Wording

/// Reads the positions of CSV rows that are written as plain numbers, which nearly all are; never otherwise than
/// ``SiteReader`` would.
struct PlainCSVReading {
    private enum Numbers {
        case two(Int, Int, AxisOrder)
        case one(Int, AxisOrder)
        /// Names of places.
        case none
    }

    private let numbers: Numbers
    private let frame: Int?
    private let accuracy: Int?

    init(_ columns: CSVSiteColumns, _ job: AnswerJob) {
        frame = columns.roles.attributes.frame?.index
        accuracy = columns.roles.attributes.accuracy?.index
        if let hint = columns.frameHint, (try? ReferenceFrame(parsing: hint)) == nil {
            // Every row is answered with what is wrong with the header's frame.
            numbers = .none
            return
        }
        let named = columns.roles.position.columns.map(\.index)
        switch SiteText.Position(columns.roles.position, "", "") {
        case .coordinates(.pair(_, _, let order)): numbers = .two(named[0], named[1], order)
        case .coordinates(.single(_, let order)): numbers = .one(named[0], order)
        case .place: numbers = .none
        }
    }

    /// Takes the position of a record; nil where it is not plain, and nothing was taken.
    func read(_ record: CSVRecord, into positions: inout PlainPositions) -> ReadingRemarks? {
        guard record.problem == nil, !record.isBlank else { return nil }
        // A frame or an accuracy of its own is another question.
        if let frame, !record.bytes(of: frame).isEmpty { return nil }
        if let accuracy, !record.bytes(of: accuracy).isEmpty { return nil }
        switch numbers {
        case .none: return nil
        case .two(let first, let second, let order):
            guard let one = Self.number(record.bytes(of: first)),
                let two = Self.number(record.bytes(of: second))
            else { return nil }
            return positions.append(one, two, order: order, inTwoColumns: true)
        case .one(let column, let order):
            let bytes = record.bytes(of: column)
            guard let comma = bytes.firstIndex(of: UInt8(ascii: ",")),
                let one = Self.number(bytes[..<comma]), let two = Self.number(bytes[(comma + 1)...])
            else { return nil }
            return positions.append(one, two, order: order, inTwoColumns: false)
        }
    }

    /// A number with spaces around it at most.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
        var rest = bytes
        while rest.first == 0x20 { rest.removeFirst() }
        while rest.last == 0x20 { rest.removeLast() }
        return DecimalDigits.ordinary(rest.span)
    }
}
