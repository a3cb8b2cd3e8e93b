/// A cell of a spreadsheet in OpenDocument form, as the text it shows.
struct OpenDocumentCell {
    /// The text; empty where it shows none.
    private(set) var text = ""
    /// Whether it holds a number and no text of digits.
    let isNumber: Bool
    /// Whether it has a value, be it an empty text.
    let hasValue: Bool

    /// Reads the cell that was opened last.
    init(_ xml: inout XMLScanner) throws(SheetFault) {
        let kind = xml.attribute("value-type")
        hasValue = kind != nil
        isNumber = kind == "float"
        let value =
            switch kind {
            case "float", "percentage", "currency": xml.attribute("value").map(SheetValue.plain)
            case "date": xml.attribute("date-value").map(SheetValue.shown(isoDate:))
            case "time": xml.attribute("time-value").map(SheetValue.shown(isoDuration:))
            case "boolean": xml.attribute("boolean-value")?.uppercased()
            default: xml.attribute("string-value")
            }
        var paragraphs: [String] = []
        while let name = try xml.child() {
            // Beside the paragraphs there are remarks and drawings, whose paragraphs are none of the cell's.
            if name == "p" { paragraphs.append(try Self.paragraph(&xml)) } else { try xml.skipElement() }
        }
        let shown = paragraphs.joined(separator: "\n")
        guard let value, !value.isEmpty else {
            text = shown
            return
        }
        // A number shown with leading zeros is an id.
        let isPadded =
            shown.hasPrefix("0") && shown.utf8.count > value.utf8.count
            && shown.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && shown.drop { $0 == "0" } == value.drop { $0 == "0" }
        text = isPadded ? shown : value
    }

    /// The characters of the paragraph that was opened last, blanks and breaks written as elements among them.
    private static func paragraph(_ xml: inout XMLScanner) throws(SheetFault) -> String {
        var output = ""
        while true {
            switch try xml.next() {
            case .text: output += xml.text
            case .start("s"):
                let count = xml.attribute("c").flatMap { Int($0) } ?? 1
                output += String(repeating: " ", count: min(max(count, 0), 1 << 15))
                try xml.skipElement()
            case .start("tab"):
                output += "\t"
                try xml.skipElement()
            case .start("line-break"):
                output += "\n"
                try xml.skipElement()
            case .start("annotation"), .start("note"), .start("ruby-text"): try xml.skipElement()
            case .start: output += try paragraph(&xml)
            case .end, .finished: return output
            }
        }
    }
}
