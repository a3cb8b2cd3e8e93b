/// Lists of numbers, each kept once and known by its place.
struct InternedWords: Sendable {
    /// All lists, one after another.
    private(set) var words: [UInt32] = []
    /// Where each list begins, and at last where the last one ends.
    private(set) var starts: [UInt32] = [0]
    private var table: [UInt32]

    init() { table = Array(repeating: .max, count: 64) }

    var count: Int { starts.count - 1 }

    subscript(index: Int) -> ArraySlice<UInt32> { words[Int(starts[index])..<Int(starts[index + 1])] }

    /// The number of a list, which is put in where it is new.
    mutating func intern(_ list: some RandomAccessCollection<UInt32>) -> Int {
        if count * 2 >= table.count { grow() }
        var slot = Self.hash(list) & (table.count - 1)
        while table[slot] != .max {
            let index = Int(table[slot])
            let start = Int(starts[index])
            if Int(starts[index + 1]) - start == list.count {
                var at = start
                var equal = true
                for word in list {
                    if words[at] != word {
                        equal = false
                        break
                    }
                    at += 1
                }
                if equal { return index }
            }
            slot = (slot + 1) & (table.count - 1)
        }
        table[slot] = UInt32(count)
        words.append(contentsOf: list)
        starts.append(UInt32(words.count))
        return count - 1
    }

    private mutating func grow() {
        table = Array(repeating: .max, count: table.count * 4)
        for index in 0..<count {
            var slot = Self.hash(self[index]) & (table.count - 1)
            while table[slot] != .max { slot = (slot + 1) & (table.count - 1) }
            table[slot] = UInt32(index)
        }
    }

    private static func hash(_ list: some RandomAccessCollection<UInt32>) -> Int {
        var mixed: UInt64 = 0x9E37_79B9_7F4A_7C15
        for word in list {
            mixed = (mixed ^ UInt64(word)) &* 0xBF58_476D_1CE4_E5B9
            mixed ^= mixed >> 29
        }
        return Int(truncatingIfNeeded: mixed >> 8)
    }
}
