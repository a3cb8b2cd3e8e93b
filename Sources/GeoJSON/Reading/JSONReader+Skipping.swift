extension JSONReader {
    /// Steps over the array or object that begins here by its brackets and quotes alone; false, without a
    /// step, where it is never closed.
    ///
    /// What is inside need not be JSON: this is how the features after a broken one are found again.
    mutating func skipBrackets(_ text: Span<UInt8>) -> Bool {
        var end = place
        var open = 0
        var inString = false
        while end < text.count {
            switch text[end] {
            case UInt8(ascii: "\""): inString.toggle()
            case UInt8(ascii: "\\") where inString: end += 1
            case UInt8(ascii: "{") where !inString, UInt8(ascii: "[") where !inString: open += 1
            case UInt8(ascii: "}") where !inString, UInt8(ascii: "]") where !inString:
                open -= 1
                if open == 0 {
                    place = end + 1
                    return true
                }
            default: break
            }
            end += 1
        }
        return false
    }
}
