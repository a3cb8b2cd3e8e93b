internal import PlanarGeometry
internal import Siting

/// Reads a filter from CQL2 text (OGC 21-065r2, annex B): logic, comparisons, LIKE, BETWEEN, IN, IS NULL, and the spatial
/// functions.
struct CQL2TextReader {
    private var lexer: CQL2Lexer
    private var token = CQL2Lexer.Token.end
    private var start = 0
    private var conditions = 0

    /// Reads the whole of a text.
    static func filter(_ text: String) throws(Problem) -> Filter {
        guard text.utf8.count <= Problem.FilterLimit.bytes else { throw Problem.filterTooLarge }
        var reader = CQL2TextReader(lexer: CQL2Lexer(text))
        try reader.advance()
        let filter = try reader.either(depth: 0)
        guard reader.token == .end else { throw reader.expected("AND、OR 或结束", "AND, OR or the end") }
        return filter
    }

    private init(lexer: CQL2Lexer) { self.lexer = lexer }

    // MARK: - Logic

    private mutating func either(depth: Int) throws(Problem) -> Filter {
        var parts = [try all(depth: depth)]
        while try take("OR") { parts.append(try all(depth: depth)) }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func all(depth: Int) throws(Problem) -> Filter {
        var parts = [try factor(depth: depth)]
        while try take("AND") { parts.append(try factor(depth: depth)) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func factor(depth: Int) throws(Problem) -> Filter {
        guard depth < Problem.FilterLimit.depth else { throw Problem.filterTooLarge }
        if try take("NOT") { return .not(try factor(depth: depth + 1)) }
        if token == .symbol("(") {
            try advance()
            let inner = try either(depth: depth + 1)
            try take(symbol: ")")
            return inner
        }
        conditions += 1
        guard conditions <= Problem.FilterLimit.conditions else { throw Problem.filterTooLarge }
        return try condition()
    }

    private mutating func condition() throws(Problem) -> Filter {
        if case .word(let word) = token, let relation = Filter.SpatialRelation(rawValue: word.lowercased()) {
            try advance()
            try take(symbol: "(")
            let one = try place()
            try take(symbol: ",")
            let other = try place()
            try take(symbol: ")")
            return .spatial(relation, one, other)
        }
        let one = try operand()
        if case .symbol(let symbol) = token, let comparison = Filter.Comparison(rawValue: symbol) {
            try advance()
            return .compare(one, comparison, try operand())
        }
        if try take("IS") {
            let isNot = try take("NOT")
            guard try take("NULL") else { throw expected("NULL", "NULL") }
            return isNot ? .not(.isNull(one)) : .isNull(one)
        }
        let isNot = try take("NOT")
        if let filter = try list(one) { return isNot ? .not(filter) : filter }
        guard !isNot else { throw expected("LIKE、BETWEEN 或 IN", "LIKE, BETWEEN or IN") }
        switch one {
        case .bool(let value): return .literal(value)
        case .property(let name): return .property(name)
        case .number, .text: throw expected("比较运算符", "a comparison")
        }
    }

    /// What LIKE, BETWEEN or IN say of a value; nil where none of them stands here.
    private mutating func list(_ one: Filter.Operand) throws(Problem) -> Filter? {
        if try take("LIKE") {
            guard case .text(let pattern) = token else { throw expected("引号中的文字", "quoted text") }
            try advance()
            return .like(one, pattern: pattern)
        }
        if try take("BETWEEN") {
            let low = try operand()
            guard try take("AND") else { throw expected("AND", "AND") }
            return .between(one, low, try operand())
        }
        guard try take("IN") else { return nil }
        try take(symbol: "(")
        var values = [try operand()]
        while token == .symbol(",") {
            try advance()
            values.append(try operand())
            guard values.count <= Problem.FilterLimit.conditions else { throw Problem.filterTooLarge }
        }
        try take(symbol: ")")
        return .among(one, values)
    }

    // MARK: - Values

    private mutating func operand() throws(Problem) -> Filter.Operand {
        let operand: Filter.Operand
        switch token {
        case .number(let number): operand = .number(number)
        case .text(let text): operand = .text(text)
        case .quotedName(let name): operand = .property(name)
        case .word(let word):
            switch word.uppercased() {
            case "TRUE": operand = .bool(true)
            case "FALSE": operand = .bool(false)
            case "DATE", "TIMESTAMP":
                try advance()
                try take(symbol: "(")
                guard case .text(let text) = token, DatePeriod.isInstant(text) else {
                    throw expected("引号中的日期", "a quoted date")
                }
                try advance()
                try take(symbol: ")")
                return .text(text)
            case "AND", "OR", "NOT", "IS", "IN", "LIKE", "BETWEEN", "NULL":
                throw expected("属性名或值", "a property or a value")
            default: operand = .property(word)
            }
        case .symbol, .end: throw expected("属性名或值", "a property or a value")
        }
        try advance()
        return operand
    }

    private mutating func place() throws(Problem) -> Filter.Place {
        if case .quotedName(let name) = token {
            try advance()
            return .property(name)
        }
        guard case .word(let word) = token else { throw expected("属性名或几何", "a property or a geometry") }
        let first = start
        try advance()
        guard token != .symbol(",") && token != .symbol(")") else { return .property(word) }
        guard let end = lexer.endOfParentheses(from: start) else {
            throw expected("成对的括号", "the closing parenthesis")
        }
        let geometry = try geometry(word, in: lexer.text(from: first, to: end), at: first)
        lexer.jump(to: end)
        try advance()
        return .geometry(geometry)
    }

    private func geometry(_ word: String, in text: String, at place: Int) throws(Problem) -> Geometry {
        if word.uppercased() == "BBOX" {
            let numbers = text.drop { $0 != "(" }.dropFirst().dropLast().split(separator: ",").map { part in
                Double(String(part.filter { !$0.isWhitespace }))
            }
            guard let box = BoundingBox(numbers.compactMap(\.self)), numbers.allSatisfy({ $0 != nil }) else {
                throw Problem.invalidFilter(at: place, expected: "BBOX 的四个数", "the four numbers of a BBOX")
            }
            return box.geometry
        }
        do throws(WKTError) {
            return try WKTReader.geometry(text, vertexLimit: Problem.FilterLimit.vertices)
        } catch {
            throw Problem(error, field: "filter")
        }
    }

    // MARK: - Words

    private mutating func advance() throws(Problem) { (token, start) = try lexer.next() }

    private mutating func take(_ keyword: String) throws(Problem) -> Bool {
        guard case .word(let word) = token, word.uppercased() == keyword else { return false }
        try advance()
        return true
    }

    private mutating func take(symbol: String) throws(Problem) {
        guard token == .symbol(symbol) else { throw expected("“\(symbol)”", "\"\(symbol)\"") }
        try advance()
    }

    private func expected(_ zh: String, _ en: String) -> Problem {
        .invalidFilter(at: start, expected: zh, en)
    }
}
