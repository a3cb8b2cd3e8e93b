import Glibc

/// The values of cells as texts.
enum SheetValue {
    /// The first whole number a sheet cannot tell from its neighbours in fifteen digits.
    private static let exactLimit = 1e15

    /// A number as it is shown: a date or time where its format says so, else digits without a power of ten.
    ///
    /// Of a date and of a time all is kept, also what the format hides: it is what a sheet shows where the cell is edited.
    ///
    /// - Parameters:
    ///   - text: as the file has it.
    ///   - format: of the cell.
    ///   - from1904: whether days are counted from 1904, as old Macs did.
    /// - Returns: the text.
    static func shown(_ text: String, _ format: NumberFormat, from1904: Bool) -> String {
        let plain = plain(text)
        if format.digits > plain.utf8.count, isWhole(plain), plain.utf8.first != UInt8(ascii: "-") {
            return String(repeating: "0", count: format.digits - plain.utf8.count) + plain
        }
        guard format.hasDate || format.hasTime, let value = Double(text) else { return plain }
        // Days hold a millisecond to eight places: the rest is what is lost in counting them.
        let milliseconds = (value * 86_400_000).rounded()
        guard milliseconds >= 0, milliseconds < 2_958_466 * 86_400_000 else { return plain }
        let (day, rest) = Int(milliseconds).quotientAndRemainder(dividingBy: 86_400_000)
        if format.isElapsed { return time(Int(milliseconds)) }
        if day == 0, !format.hasDate || rest > 0 { return time(rest) }
        guard let date = date(day, from1904: from1904) else { return plain }
        return format.hasTime || rest > 0 ? "\(date) \(time(rest))" : date
    }

    /// A number in digits, without a power of ten; what is none, as it is.
    static func plain(_ text: String) -> String {
        if isWhole(text) { return text }
        guard let value = Double(text), value.isFinite else { return text }
        var shortest = "\(value)"
        if shortest.hasSuffix(".0") { shortest.removeLast(2) }
        let hasPower = text.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
        if !hasPower, shortest.utf8.count >= text.utf8.count { return text }
        guard let mark = shortest.firstIndex(of: "e"),
            let power = Int(shortest[shortest.index(after: mark)...]), abs(power) <= 21
        else { return shortest }
        let sign = value < 0 ? "-" : ""
        let mantissa = shortest[..<mark].drop { $0 == "-" }.split(separator: ".")
        let whole = String(mantissa[0])
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        if power < 0 { return "\(sign)0.\(String(repeating: "0", count: -power - 1))\(whole)\(fraction)" }
        return sign + whole + fraction + String(repeating: "0", count: max(0, power - fraction.utf8.count))
    }

    /// Whether a number has more digits than a sheet keeps, fifteen.
    static func isInexact(_ plain: String) -> Bool {
        isWhole(plain) && plain.utf8.count > 15 && abs(Double(plain) ?? 0) >= exactLimit
    }

    /// A date, and a time of day where there is one, as OpenDocument writes it (ISO 8601).
    static func shown(isoDate text: String) -> String {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard let date = parts.first else { return text }
        let shown = String(date).replacing("-", with: "/")
        guard parts.count == 2 else { return shown }
        let pieces = parts[1].split(separator: ".", maxSplits: 1)
        let fraction = pieces.count == 2 ? pieces[1].prefix { $0.isNumber } : ""
        guard let time = pieces.first, fraction.contains(where: { $0 != "0" }) else {
            return "\(shown) \(pieces.first ?? "")"
        }
        return "\(shown) \(time).\(fraction.prefix(3))"
    }

    /// A time as OpenDocument writes it, `PT30H00M00S`.
    static func shown(isoDuration text: String) -> String {
        var seconds = 0.0
        var digits = ""
        for character in text {
            switch character {
            case "0"..."9", ".": digits.append(character)
            case ",": digits.append(".")
            default:
                let value = Double(digits) ?? 0
                digits = ""
                switch character {
                case "D": seconds += value * 86_400
                case "H": seconds += value * 3600
                case "M": seconds += value * 60
                case "S": seconds += value
                case "P", "T": break
                default: return text
                }
            }
        }
        guard digits.isEmpty, seconds < 1e12 else { return text }
        return time(Int((seconds * 1000).rounded()))
    }

    private static func isWhole(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        return !digits.isEmpty && digits.count + 1 >= text.utf8.count
            && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func time(_ milliseconds: Int) -> String {
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        let shown = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
        return shown.joined(separator: ":") + (rest > 0 ? ".\(padded(rest, 3))" : "")
    }

    /// The date of a day's number; nil for those there is none of.
    private static func date(_ day: Int, from1904: Bool) -> String? {
        // Day 60 is the 29th of February 1900, a day there never was.
        if !from1904, day == 60 { return "1900/02/29" }
        guard from1904 || day > 0 else { return nil }
        // Days from the first of January 1970.
        var moment = time_t((day - (from1904 ? 24_107 : day < 60 ? 25_568 : 25_569)) * 86_400)
        var parts = unsafe tm()
        guard unsafe gmtime_r(&moment, &parts) != nil else { return nil }
        let (year, month, day) = unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday)
        return "\(padded(Int(year) + 1900, 4))/\(padded(Int(month) + 1, 2))/\(padded(Int(day), 2))"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = "\(value)"
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
