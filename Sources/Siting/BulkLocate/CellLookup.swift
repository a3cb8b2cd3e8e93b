internal import CPrefetch
internal import PlanarGeometry
internal import Topology

/// Positions to zone sets: the inner loop.
///
/// Reads memory unchecked, as only ``PlanLookup`` does beside it. With checks, the sweep over ten million positions takes half as long
/// again: the limit is how many loads are on their way at once, and each check is a branch that waits for one.
/// Every index here comes from the index itself (a cell's entry, a record's edge) or from `CellFrame`, whose steps
/// end with the grid; debug builds check them, as `UnsafeBufferPointer` does there.
struct CellLookup: ~Copyable {
    let frame: CellFrame
    let cells: UnsafeBufferPointer<UInt32>
    let blocks: UnsafeBufferPointer<UInt32>
    let records: UnsafeBufferPointer<UInt32>
    let outcomes: UnsafeBufferPointer<UInt32>
    let coordinates: UnsafeBufferPointer<Double>
    let envelopes: UnsafeBufferPointer<Box>
    let test = OrientationTest()

    /// Positions taken together: their reads overlap, and what is pending stays in the first cache.
    private static let block = 512

    /// Answers how many of the positions lie beyond the box of all zones or are none.
    func resolve(
        _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>,
        into out: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * Self.block) { pending in
            let places = UnsafeMutableBufferPointer(rebasing: pending[..<Self.block])
            let found = UnsafeMutableBufferPointer(rebasing: pending[Self.block...])
            // What lies in the second cache, or nearly, is read as fast as it could be asked for.
            let isFar = cells.count > 3 << 18
            var start = 0
            var beyond = 0
            while start < x.count {
                let end = min(start + Self.block, x.count)
                beyond &+= sweep(start..<end, x, y, out, places, found, isFar)
                start = end
            }
            return beyond
        }
    }

    /// Coarsest cells for all, then a level down for those still open, then what boundaries touch.
    ///
    /// Each reads a word far from the last, and the next place to read follows from it. So every step is taken for all
    /// before the next one, and asks ahead for what the next will read: the waits overlap instead of adding up.
    @inline(__always)
    private func sweep(
        _ range: Range<Int>, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>,
        _ out: UnsafeMutableBufferPointer<UInt32>, _ places: UnsafeMutableBufferPointer<UInt32>,
        _ found: UnsafeMutableBufferPointer<UInt32>, _ isFar: Bool
    ) -> Int {
        var open = 0
        var beyond = 0
        let inner = cells.count &- 2
        @inline(__always) func take(_ cell: Int, _ index: Int) {
            let entry = cells[cell]
            out[index] = entry
            beyond &+= cell >= inner ? 1 : 0
            // No branch on what cannot be foreseen: the place is written always and kept only for an open cell.
            places[open] = UInt32(truncatingIfNeeded: index &- range.lowerBound)
            open &+= Int(entry >> 31)
        }
        if isFar {
            let first = cells.baseAddress
            for index in range {
                let cell = cell(x[index], y[index])
                found[index &- range.lowerBound] = UInt32(truncatingIfNeeded: cell)
                prefetch_line(first.map { $0 + cell })
            }
            for index in range { take(Int(found[index &- range.lowerBound]), index) }
        } else {
            for index in range { take(cell(x[index], y[index]), index) }
        }
        let firstBlock = blocks.baseAddress
        for number in 0..<open {
            let index = range.lowerBound &+ Int(places[number])
            let entry = out[index]
            let child = child(of: entry, x[index], y[index], firstBits)
            found[number] = UInt32(truncatingIfNeeded: child)
            if !CellEntry.isRecord(entry) { prefetch_line(firstBlock.map { $0 + child }) }
        }
        let firstRecord = records.baseAddress
        var left = 0
        for number in 0..<open {
            let place = places[number]
            let index = range.lowerBound &+ Int(place)
            let entry = out[index]
            let deeper = CellEntry.isRecord(entry) ? entry : blocks[Int(found[number])]
            out[index] = deeper
            places[left] = place
            left &+= Int(deeper >> 31)
            if CellEntry.isRecord(deeper) {
                prefetch_line(firstRecord.map { $0 + Int(deeper & CellEntry.place) })
            }
        }
        for number in 0..<left {
            let entry = out[range.lowerBound &+ Int(places[number])]
            if CellEntry.isRecord(entry) { fetchEdges(Int(entry & CellEntry.place)) }
        }
        for number in 0..<left {
            let index = range.lowerBound &+ Int(places[number])
            out[index] = settled(out[index], x[index], y[index])
        }
        return beyond
    }

    /// Asks for the edges of a record and for its outcomes.
    @inline(__always)
    private func fetchEdges(_ record: Int) {
        let head = records[record]
        guard head & CellRecord.crowded == 0 else { return }
        prefetch_line(outcomes.baseAddress.map { $0 + Int(records[record &+ 1]) })
        let vertices = coordinates.baseAddress
        // The second vertex of an edge most often lies in the line of the first, the next edge beside it.
        for edge in 0..<min(Int(head & 0xFFFF), 4) {
            let first = 2 &* Int(records[record &+ CellRecord.headWords &+ 2 &* edge])
            prefetch_line(vertices.map { $0 + first })
            prefetch_line(vertices.map { $0 + (first &+ 3) })
        }
    }

    /// One position by itself.
    func number(_ x: Double, _ y: Double) -> UInt32 {
        var entry = cells[cell(x, y)]
        guard CellEntry.isOpen(entry) else { return entry }
        if !CellEntry.isRecord(entry) { entry = blocks[child(of: entry, x, y, firstBits)] }
        return CellEntry.isOpen(entry) ? settled(entry, x, y) : entry
    }

    private var firstBits: Int { frame.firstBits }

    @inline(__always)
    private func cell(_ x: Double, _ y: Double) -> Int {
        let shift = UInt64(truncatingIfNeeded: frame.shift)
        let column = Int(truncatingIfNeeded: frame.stepX(x) &>> shift)
        let row = Int(truncatingIfNeeded: frame.stepY(y) &>> shift)
        let inside = row &* frame.columns &+ column
        let outside = cells.count &- ((x - x) + (y - y) == 0 ? 2 : 1)
        return frame.covers(x, y) ? inside : outside
    }

    @inline(__always)
    private func child(of entry: UInt32, _ x: Double, _ y: Double, _ bits: Int) -> Int {
        child(of: entry, frame.stepX(x), frame.stepY(y), frame.shift &- bits, bits)
    }

    @inline(__always)
    private func child(of entry: UInt32, _ stepX: UInt64, _ stepY: UInt64, _ shift: Int, _ bits: Int) -> Int {
        let mask = (1 &<< bits) &- 1
        let shift = UInt64(truncatingIfNeeded: shift)
        let column = Int(truncatingIfNeeded: stepX &>> shift) & mask
        let row = Int(truncatingIfNeeded: stepY &>> shift) & mask
        return Int(entry & CellEntry.place) &+ row &<< bits &+ column
    }

    /// Down from an entry below the first division, and through its record.
    private func settled(_ entry: UInt32, _ x: Double, _ y: Double) -> UInt32 {
        var entry = entry
        if !CellEntry.isRecord(entry) {
            let stepX = frame.stepX(x)
            let stepY = frame.stepY(y)
            var shift = frame.shift - firstBits
            while entry & CellEntry.record == CellEntry.open {
                shift -= 2
                entry = blocks[child(of: entry, stepX, stepY, shift, 2)]
            }
            guard CellEntry.isOpen(entry) else { return entry }
        }
        return outcome(Int(entry & CellEntry.place), x, y)
    }

    /// The set of a record when no edge is close enough for doubt, which takes no branch: on which side of an edge a
    /// position lies is not to be foreseen.
    private func outcome(_ record: Int, _ x: Double, _ y: Double) -> UInt32 {
        let head = records[record]
        if head & CellRecord.crowded != 0 { return crowdedOutcome(record, x, y) }
        var state = head >> 16
        var doubt = false
        var place = record &+ CellRecord.headWords
        let end = place &+ 2 &* Int(head & 0xFFFF)
        while place < end {
            let first = 2 &* Int(records[place])
            let flags = records[place &+ 1]
            let ay = coordinates[first &+ 1]
            let by = coordinates[first &+ 3]
            let side = SureSide(x, y, fromX: coordinates[first], ay, toX: coordinates[first &+ 2], by)
            let steps = (y >= ay ? flags >> 16 : 0) ^ (y >= by ? flags >> 17 : 0)
            state ^= flags & 0xFF & (0 &- ((steps ^ side.crosses) & 1))
            doubt = doubt || side.isDoubtful
            place &+= 2
        }
        return doubt ? closeOutcome(record, x, y) : outcomes[Int(records[record &+ 1] &+ state)]
    }

    /// The set of a record as GEOS would have it, edge by edge.
    private func closeOutcome(_ record: Int, _ x: Double, _ y: Double) -> UInt32 {
        let head = records[record]
        var state = head >> 16
        var on: UInt32 = 0
        var denied: UInt32 = 0
        var place = record + CellRecord.headWords
        let end = place + 2 * Int(head & 0xFFFF)
        while place < end {
            let first = 2 * Int(records[place])
            let flags = records[place + 1]
            let zones = flags & 0xFF
            let ax = coordinates[first]
            let ay = coordinates[first + 1]
            let bx = coordinates[first + 2]
            let by = coordinates[first + 3]
            if flags & CellRecord.stepsAtStart != 0, y >= ay { state ^= zones }
            if flags & CellRecord.stepsAtEnd != 0, y >= by { state ^= zones }
            switch EdgeCrossing(x, y, fromX: ax, ay, toX: bx, by) {
            case .none: break
            case .crosses: state ^= zones
            case .holds: on |= zones
            case .undecided:
                let reversed = flags >> 8 & 0xFF
                let a = Point(x: ax, y: ay)
                let b = Point(x: bx, y: by)
                let point = Point(x: x, y: y)
                denied |= zones & ~enveloping(zones, records[record + 1], point)
                apply(EdgeCrossing(byGEOS: test, point, from: a, to: b), zones & ~reversed, &state, &on)
                if reversed != 0 {
                    apply(EdgeCrossing(byGEOS: test, point, from: b, to: a), reversed, &state, &on)
                }
            }
            place += 2
        }
        return outcomes[Int(records[record + 1] + (state | on) & ~denied)]
    }

    @inline(__always)
    private func apply(_ crossing: EdgeCrossing, _ zones: UInt32, _ state: inout UInt32, _ on: inout UInt32) {
        switch crossing {
        case .crosses: state ^= zones
        case .holds: on |= zones
        case .none, .undecided: break
        }
    }

    /// Those of some zones of a record in whose envelopes a position lies.
    private func enveloping(_ zones: UInt32, _ outcome: UInt32, _ point: Point) -> UInt32 {
        var within: UInt32 = 0
        for bit in 0..<CellRecord.mostZones where zones >> UInt32(bit) & 1 == 1 {
            let zone = Int(outcomes[Int(outcome) - CellRecord.mostZones + bit])
            if envelopes[zone].covers(point) { within |= 1 << UInt32(bit) }
        }
        return within
    }

    private func crowdedOutcome(_ record: Int, _ x: Double, _ y: Double) -> UInt32 {
        let zones = Int(records[record] & ~CellRecord.crowded)
        let words = (zones + 31) / 32
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: words) { bits in
            bits.initialize(repeating: 0)
            var place = record + 3
            for zone in 0..<zones {
                let number = Int(records[place])
                let end = place + 2 + 2 * Int(records[place + 1] >> 1)
                var state = records[place + 1] & 1
                var on: UInt32 = 0
                var denied: UInt32 = 0
                place += 2
                while place < end {
                    let first = 2 * Int(records[place])
                    let flags = records[place + 1]
                    let a = Point(x: coordinates[first], y: coordinates[first + 1])
                    let b = Point(x: coordinates[first + 2], y: coordinates[first + 3])
                    if flags & CellRecord.stepsAtStart != 0, y >= a.y { state ^= 1 }
                    if flags & CellRecord.stepsAtEnd != 0, y >= b.y { state ^= 1 }
                    var crossing = EdgeCrossing(x, y, fromX: a.x, a.y, toX: b.x, b.y)
                    if case .undecided = crossing {
                        if !envelopes[number].covers(Point(x: x, y: y)) { denied = 1 }
                        crossing = EdgeCrossing(byGEOS: test, Point(x: x, y: y), from: a, to: b)
                    }
                    apply(crossing, 1, &state, &on)
                    place += 2
                }
                bits[zone / 32] |= ((state | on) & ~denied) << UInt32(zone % 32)
            }
            var candidate = record + Int(records[record + 2])
            for _ in 0..<records[record + 1] {
                if (0..<words).allSatisfy({ records[candidate + $0] == bits[$0] }) {
                    return records[candidate + words]
                }
                candidate += words + 1
            }
            return BulkIndex.unlisted
        }
    }
}
