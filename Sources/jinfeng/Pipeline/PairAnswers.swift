import GeoJSON
import Planning
import Presenting
import Projection
import Siting
import Tables
import Wording

/// Answers raw positions with the numbers of their zone sets, 32 bits each: what programs read fastest.
struct PairAnswers: ~Copyable {
    private let index: BulkIndex
    private var positions: PlainPositions

    init(_ sets: ZoneSets, in frame: ReferenceFrame) throws {
        let positions = try PlainPositions(frame)
        index = sets.index
        self.positions = positions
    }

    /// Appends a number for each pair, ``BulkIndex/notFinite`` for one that is no position of the frame.
    mutating func answer(_ batch: Float64PairBatch, into answered: inout AnsweredBatch) {
        positions.clear()
        for place in 0..<batch.count {
            let pair = batch[place]
            if positions.append(pair.x, pair.y, order: .eastingFirst, inTwoColumns: false) == nil {
                positions.appendNone()
            }
        }
        positions.carry()
        let (longitudes, latitudes) = (positions.longitudes, positions.latitudes)
        var numbers = [UInt32](repeating: 0, count: batch.count)
        var out = numbers.mutableSpan
        index.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &out)
        for number in numbers {
            answered.tally.countDone(failed: number == BulkIndex.notFinite)
            answered.bytes.append(most: 4) { place in
                for byte in 0..<4 { place[byte] = UInt8(truncatingIfNeeded: number >> (8 * UInt32(byte))) }
                return 4
            }
            answered.endRow()
        }
    }
}

extension ZoneSets {
    /// What the numbers mean: `{"schema_version":1,"sets":[{"number":1,"zones":[{"layout":…,"zone":…}]},…]}`.
    var legend: JSONValue {
        let sets = (0..<index.setCount).map { number -> JSONValue in
            let members = index.zones(inSet: UInt32(number)).map { zone -> JSONValue in
                ["layout": .string(zones[Int(zone)].layout), "zone": .string(zones[Int(zone)].zone)]
            }
            return ["number": .number(Double(number)), "zones": .array(members)]
        }
        return [
            "schema_version": 1, "as_of": .string(asOf.description),
            "no_position": .number(Double(BulkIndex.notFinite)), "sets": .array(sets),
        ]
    }
}
