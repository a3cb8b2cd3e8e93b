/// What a number in a cell of a workbook stands for, as far as its number format tells (ECMA-376, part 1, 18.8.30 and
/// 18.8.31).
struct NumberFormat: Hashable {
    /// Year, month or day is shown.
    var hasDate = false
    /// Hours, minutes or seconds are shown.
    var hasTime = false
    /// Hours, minutes or seconds beyond a day, an hour or a minute are shown: `[h]:mm`.
    var isElapsed = false
    /// How many digits are shown at least: `00000`; 0 where that is not said.
    var digits = 0

    /// A plain number.
    static let general = NumberFormat()

    /// The format of a number that stands for a code; those of 27 to 58 are the ones of Chinese programs.
    init(builtIn number: Int) {
        switch number {
        case 14...17, 27...31, 36, 50...54, 57, 58: hasDate = true
        case 18...21, 32...35, 45, 47, 55, 56: hasTime = true
        case 22: (hasDate, hasTime) = (true, true)
        case 46: (hasTime, isElapsed) = (true, true)
        default: break
        }
    }

    private init() {}

    /// The format a code describes: its first section, quoted and escaped characters left out.
    init(code: String) {
        if code.count >= 2, code.allSatisfy({ $0 == "0" }) {
            digits = code.count
            return
        }
        // The letters that stand for something, a run of one as one.
        var letters: [Character] = []
        var rest = Substring(code)
        scan: while let character = rest.popFirst() {
            switch character {
            case ";": break scan
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }.lowercased()
                rest = rest.drop { $0 != "]" }.dropFirst()
                if let unit = inside.first, "hms".contains(unit), inside.allSatisfy({ $0 == unit }) {
                    isElapsed = true
                    letters.append(unit)
                }
            case "a", "A":
                for half in ["m/pm", "/p"] where rest.lowercased().hasPrefix(half) {
                    rest = rest.dropFirst(half.count)
                    break
                }
            default:
                let letter = Character(character.lowercased())
                if "ymdhs".contains(letter), letters.last != letter { letters.append(letter) }
            }
        }
        for (index, letter) in letters.enumerated() {
            switch letter {
            case "y", "d": hasDate = true
            case "m":
                // Minutes come after hours or before seconds; any other m is a month.
                let isMinute =
                    index > 0 && letters[index - 1] == "h" || letters.dropFirst(index + 1).first == "s"
                    || isElapsed
                if isMinute { hasTime = true } else { hasDate = true }
            default: hasTime = true
            }
        }
    }
}
