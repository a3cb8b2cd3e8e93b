/// The caller's memory for answers, a row of `stride` elements for each layout; what is nil is not asked for.
@unsafe struct ArrayColumns {
    let stride: Int
    var zones: UnsafeMutablePointer<Int32>?
    var verdicts: UnsafeMutablePointer<UInt8>?
    var probabilities: UnsafeMutablePointer<Double>?
    var distances: UnsafeMutablePointer<Double>?
    /// So many words for each position: a bit for each zone of the layout.
    var possible: UnsafeMutablePointer<UInt64>?
    let words: Int

    /// Whether verdict, probability, distance and what else is possible are left out.
    var zonesOnly: Bool {
        unsafe verdicts == nil && probabilities == nil && distances == nil && possible == nil
    }
    var isEmpty: Bool { unsafe zonesOnly && zones == nil }

    /// In place of a zone: there is no position.
    static let noPosition: Int32 = -3

    /// Writes what one layout answers about one position.
    func write(
        _ zone: Int32, _ verdict: UInt8, _ probability: Double, _ distance: Double, at row: Int, of plan: Int
    ) {
        let place = unsafe plan * stride + row
        if let zones = unsafe zones { unsafe zones[place] = zone }
        if let verdicts = unsafe verdicts { unsafe verdicts[place] = verdict }
        if let probabilities = unsafe probabilities { unsafe probabilities[place] = probability }
        if let distances = unsafe distances { unsafe distances[place] = distance }
    }

    /// Writes which zones of one layout do not hold a position but may.
    ///
    /// - Parameters:
    ///   - zones: zones of many positions, one after another.
    ///   - part: where those of this one lie. A slice would be retained and released for every row.
    ///   - row: the position's place.
    ///   - plan: the layout's place.
    func write(possible zones: [Int32], _ part: Range<Int>, at row: Int, of plan: Int) {
        guard let possible = unsafe possible else { return }
        let first = unsafe (plan * stride + row) * words
        for word in unsafe 0..<words { unsafe possible[first + word] = 0 }
        for place in part {
            let zone = zones[place]
            unsafe possible[first + Int(zone) / 64] |= 1 << UInt64(zone % 64)
        }
    }
}
