import Testing

/// A CSV text taken apart by a reader of the tests' own: quotes, quoted line breaks, CRLF; nothing else.
struct Table {
    /// The records, header first; an empty line is a record of one empty field.
    let records: [[String]]

    init(_ text: String) {
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var isQuoted = false
        var characters = Array(text.unicodeScalars)[...]
        if characters.first == "\u{FEFF}" { characters.removeFirst() }
        while let character = characters.popFirst() {
            switch character {
            case "\"" where isQuoted && characters.first == "\"":
                field.unicodeScalars.append(character)
                characters.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                record.append(field)
                field = ""
            case "\r" where !isQuoted && characters.first == "\n": continue
            case "\n" where !isQuoted:
                records.append(record + [field])
                record = []
                field = ""
            default: field.unicodeScalars.append(character)
            }
        }
        if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
        self.records = records
    }

    var header: [String] { records.first ?? [] }
    var rows: [[String]] { Array(records.dropFirst()) }

    /// One column by its header, row by row; `-` where a row does not reach it.
    func column(_ name: String) throws -> [String] {
        let index = try #require(header.firstIndex(of: name), "no column \(name)")
        return rows.map { $0.indices.contains(index) ? $0[index] : "-" }
    }

    /// The codes of the errors, empty for answered rows.
    func errorCodes(_ name: String = "error") throws -> [String] {
        try column(name).map { String($0.prefix { $0 != ":" }) }
    }
}

/// The headers `locate` appends, in order.
enum Appended {
    static let keys = ["zone", "name", "path", "verdict", "probability", "distance_m", "also_possible"]
    static let header = Plan.all.flatMap { plan in keys.map { "\(plan):\($0)" } } + ["error"]
}
