/// How wide columns and how high rows must be, in the characters of the standard type that spreadsheets measure with.
extension PrintedSheet {
    /// The width of each column, characters: that of its longest cell within limits, the words of a long one being wrapped.
    public var widths: [Double] {
        var widths = [Double](repeating: 5, count: columnCount)
        let joined = Set(
            merges.filter { $0.columns.count > 1 }.map { [$0.rows.lowerBound, $0.columns.lowerBound] })
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() where !joined.contains([row, column]) {
                guard case .text(let text) = cell.value else {
                    widths[column] = max(widths[column], 9)
                    continue
                }
                let width = Self.width(of: text)
                let most: Double =
                    switch cell.look {
                    // A head is broken into a few short lines.
                    case .head: max(Self.longestWord(of: text), min(width, (width / 3).rounded(.up) + 1))
                    case .text: 32
                    case .plain: 26
                    default: 16
                    }
                widths[column] = max(widths[column], min(width, most) + 2.5)
            }
        }
        // A sheet of words has room to the right of them.
        if head == nil, columnCount > 1 { widths[columnCount - 1] = 100 }
        return widths
    }

    /// The height of each row in lines of type.
    public var lineCounts: [Int] {
        let widths = widths
        let all = widths.reduce(0, +)
        let wide = Dictionary(
            merges.filter { $0.columns.count > 1 }.map {
                ([$0.rows.lowerBound, $0.columns.lowerBound], $0.columns)
            }, uniquingKeysWith: { one, _ in one })
        let tall = Set(
            merges.filter { $0.rows.count > 1 }.map { [$0.rows.lowerBound, $0.columns.lowerBound] })
        return rows.enumerated().map { row, cells in
            var lines = 1
            for (column, cell) in cells.enumerated() {
                guard case .text(let text) = cell.value, cell.look != .plain, cell.look != .title else {
                    continue
                }
                let room =
                    wide[[row, column]].map { $0.count == columnCount ? all : widths[$0].reduce(0, +) }
                    ?? widths[column]
                let needed = Self.lines(of: text, in: room - 2)
                // Over two rows it has two to itself.
                lines = max(lines, tall.contains([row, column]) ? needed - 1 : needed)
            }
            return lines
        }
    }

    private static func lines(of text: String, in room: Double) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
            // A word or a closing mark at the end of a line goes to the next.
            sum + max(1, Int((width(of: String(line)) * 1.05 / max(4, room)).rounded(.up)))
        }
    }

    private static func longestWord(of text: String) -> Double {
        var (longest, current) = (0.0, 0.0)
        for scalar in text.unicodeScalars {
            let width = width(of: scalar)
            current = width > 1 || scalar == " " || scalar == "\n" ? 0 : current + width
            longest = max(longest, current)
        }
        return longest
    }

    /// Characters of the standard type; a Chinese one is two.
    static func width(of text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of scalar: Unicode.Scalar) -> Double {
        let isWide =
            (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
            || [0x2014, 0x2026, 0x2018, 0x2019, 0x201C, 0x201D, 0x3000].contains(scalar.value)
        return isWide ? 2 : 1
    }
}
