internal import Glibc

/// Bands put one above the other, their numbers made to count on.
struct JoinedBands {
    private(set) var cells: [UInt32] = []
    private(set) var blocks: [UInt32] = []
    private(set) var records: [UInt32] = []
    private(set) var outcomes: [UInt32] = []
    private(set) var sets = InternedWords()

    init(_ bands: [BandBuilder]) {
        _ = sets.intern([])
        // Two words follow the cells, see ``BulkIndex/cells``.
        cells.reserveLargePages(bands.reduce(2) { $0 + $1.cells.count })
        blocks.reserveLargePages(bands.reduce(0) { $0 + $1.blocks.count })
        records.reserveLargePages(bands.reduce(0) { $0 + $1.records.words.count })
        outcomes.reserveLargePages(bands.reduce(0) { $0 + $1.outcomes.words.count })
        for band in bands { append(band) }
        cells += [0, BulkIndex.notFinite]
    }

    private mutating func append(_ band: BandBuilder) {
        let setNumbers = (0..<band.sets.count).map { UInt32(sets.intern(band.sets[$0])) }
        let firstBlock = UInt32(blocks.count)
        let firstRecord = UInt32(records.count)
        let firstOutcome = UInt32(outcomes.count)
        func moved(_ entry: UInt32) -> UInt32 {
            if !CellEntry.isOpen(entry) { return setNumbers[Int(entry)] }
            return entry + (CellEntry.isRecord(entry) ? firstRecord : firstBlock)
        }
        cells.append(contentsOf: band.cells.lazy.map(moved))
        blocks.append(contentsOf: band.blocks.lazy.map(moved))
        for index in 0..<band.outcomes.count {
            let list = band.outcomes[index]
            outcomes.append(contentsOf: list.prefix(CellRecord.mostZones))
            for number in list.dropFirst(CellRecord.mostZones) { outcomes.append(setNumbers[Int(number)]) }
        }
        let base = records.count
        records.append(contentsOf: band.records.words)
        for start in band.records.starts.dropLast() {
            let record = base + Int(start)
            guard records[record] & CellRecord.crowded != 0 else {
                records[record + 1] += firstOutcome
                continue
            }
            let zones = Int(records[record] & ~CellRecord.crowded)
            let stride = (zones + 31) / 32 + 1
            var place = record + Int(records[record + 2]) + stride - 1
            for _ in 0..<records[record + 1] {
                records[place] = setNumbers[Int(records[place])]
                place += stride
            }
        }
    }
}

extension Array where Element: BitwiseCopyable {
    /// Reserves room, and asks for it in large pages where it is large.
    ///
    /// Reads all over hundreds of megabytes wait for the page's address as long as for the word itself; with pages of
    /// 2 MB a quarter of all time was gone. Where the system has none, nothing is lost.
    mutating func reserveLargePages(_ count: Int) {
        reserveCapacity(count)
        let bytes = count * MemoryLayout<Element>.stride
        guard bytes > 4 << 20 else { return }
        withUnsafeMutableBufferPointer { room in
            guard let start = room.baseAddress.map(UnsafeMutableRawPointer.init) else { return }
            let page = 4096
            let first = start.alignedUp(toMultipleOf: page)
            _ = madvise(first, (bytes - (first - start)) & ~(page - 1), MADV_HUGEPAGE)
        }
    }
}
