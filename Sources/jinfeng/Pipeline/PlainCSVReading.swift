import Intake
import Projection
import Siting
import Tables
import Wording

/// Reads the positions of CSV rows that are written as plain numbers, which nearly all are; never otherwise than
/// ``SiteReader`` would.
struct PlainCSVReading: Sendable {
    private let order: AxisOrder
    private let isInTwoColumns: Bool
    /// Whether rows are read here at all: not where they name places, or all share a frame that is none.
    private let isNumeric: Bool
    /// What is looked at in each row.
    let columns: CSVWantedColumns

    init(_ columns: CSVSiteColumns, _ job: AnswerJob) {
        let named = columns.roles.position.columns.map(\.index)
        let attributes = columns.roles.attributes
        // A frame or an accuracy of its own is another question.
        self.columns = CSVWantedColumns(
            first: named[0], second: named.count > 1 ? named[1] : nil,
            empty: [attributes.frame?.index, attributes.accuracy?.index].compactMap(\.self))
        let isFrame = columns.frameHint.map { (try? ReferenceFrame(parsing: $0)) != nil } ?? true
        switch SiteText.Position(columns.roles.position, "", "") {
        case .coordinates(.pair(_, _, let order)):
            (self.order, isInTwoColumns, isNumeric) = (order, true, isFrame)
        case .coordinates(.single(_, let order)):
            (self.order, isInTwoColumns, isNumeric) = (order, false, isFrame)
        case .place: (order, isInTwoColumns, isNumeric) = (.unstated, false, false)
        }
    }

    /// Takes the position of a row; false where it is not plain, and nothing was taken.
    @inline(__always)
    func read(
        _ span: CSVRowSpan, _ bytes: UnsafeBufferPointer<UInt8>, into plain: inout PlainAnswers
    ) -> Bool {
        guard isNumeric else { return false }
        if isInTwoColumns {
            guard let one = Self.number(bytes, span.first), let two = Self.number(bytes, span.second) else {
                return false
            }
            return plain.take(one, two, order: order, inTwoColumns: true)
        }
        guard let comma = bytes[span.first].firstIndex(of: UInt8(ascii: ",")),
            let one = Self.number(bytes, span.first.lowerBound..<comma),
            let two = Self.number(bytes, comma + 1..<span.first.upperBound)
        else { return false }
        return plain.take(one, two, order: order, inTwoColumns: false)
    }

    /// A number with spaces around it at most.
    @inline(__always)
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double? {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return DecimalDigits.ordinary(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
}
