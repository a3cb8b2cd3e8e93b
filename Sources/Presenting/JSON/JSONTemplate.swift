internal import GeoJSON

/// A JSON value written once, with gaps for what changes from one answer to the next.
///
/// A class: a struct of two arrays would be retained twice wherever it is looked up.
final class JSONTemplate {
    /// Stands in a value where the gap is to be: no number is written so, and no string holds its byte unescaped.
    static let gap = JSONValue.numeral("\0")

    private let bytes: [UInt8]
    /// Where among the bytes each gap stands.
    private let gaps: [Int]

    /// - Parameters:
    ///   - value: what is written, gaps and all.
    ///   - writer: how it is laid out.
    ///   - level: how many levels down it stands.
    init(_ value: JSONValue, _ writer: JSONWriter, level: Int) {
        var written: [UInt8] = []
        writer.write(value, level: level, to: &written)
        var bytes: [UInt8] = []
        var gaps: [Int] = []
        bytes.reserveCapacity(written.count)
        for byte in written {
            if byte == 0 { gaps.append(bytes.count) } else { bytes.append(byte) }
        }
        self.bytes = bytes
        self.gaps = gaps
    }

    /// Adds the value, its gaps filled in their order by a closure that is told the gap's number, from 0.
    func write(to output: inout [UInt8], filling fill: (Int, inout [UInt8]) -> Void = { _, _ in }) {
        bytes.withUnsafeBufferPointer { bytes in
            var written = 0
            for place in gaps.indices {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written..<gaps[place]]))
                fill(place, &output)
                written = gaps[place]
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written...]))
        }
    }
}

extension JSONValue {
    /// The object with gaps in place of some of its members.
    func leavingOut(_ keys: [String]) -> JSONValue {
        guard var members else { return self }
        for key in keys where members[key] != nil { members[key] = JSONTemplate.gap }
        return .object(members)
    }
}
