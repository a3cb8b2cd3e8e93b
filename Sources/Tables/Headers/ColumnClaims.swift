/// What the headers of a table claim to be.
struct ColumnClaims {
    struct Claim {
        let column: TableColumn
        let header: HeaderName
        let role: ColumnRole
        /// 0 is the strongest.
        let rank: Int
    }

    let claims: [Claim]

    init(_ columns: [TableColumn]) {
        claims = columns.compactMap { column in
            let header = HeaderName(column.name)
            guard let claim = Self.claim(of: header) else { return nil }
            // A plain header is the more specific one: `经度` before `经度(°)` before `GCJ02经度`.
            let rank = 8 * claim.rank + (header.frame == nil ? 0 : 2) + (header.qualifiers.isEmpty ? 0 : 1)
            return Claim(column: column, header: header, role: claim.role, rank: rank)
        }
    }

    /// The strongest claim to a role; a tie is an error naming both.
    func best(_ role: ColumnRole, among taken: Set<Int>) throws(TableError) -> Claim? {
        let rivals = claims.filter { $0.role == role && !taken.contains($0.column.index) }
        guard let best = rivals.min(by: { $0.rank < $1.rank }) else { return nil }
        let equals = rivals.filter { $0.rank == best.rank }
        guard equals.count == 1 else {
            throw .ambiguousColumn(role, equals[0].column, equals[1].column)
        }
        return best
    }

    /// What one header means: its word, sharpened by what stands in brackets.
    static func claim(of header: HeaderName) -> ColumnSpellings.Claim? {
        // `lon/lat`, `坐标（经度，纬度）` are one column with both.
        // `经度（坐标）`, what `经度（高德坐标）` is without its frame, are not.
        let inBrackets = header.qualifiers.filter { $0 != "坐标" }.joined()
        for both in [header.whole, inBrackets] {
            if let claim = ColumnSpellings.claim(both), claim.role == .position, header.word != both {
                return claim
            }
        }
        guard let word = claim(ofWord: header.word) else { return nil }
        switch word.role {
        case .x, .y, .northing, .easting, .position:
            for qualifier in header.qualifiers {
                if let sharper = sharpened(word, by: qualifier, word: header.word) { return sharper }
            }
            return word
        default: return word
        }
    }

    /// `X(经度)` is a longitude, `X坐标(东)` an easting, `坐标(X)` the X of a pair.
    private static func sharpened(
        _ claim: ColumnSpellings.Claim, by qualifier: String, word: String
    ) -> ColumnSpellings.Claim? {
        if let own = Self.claim(ofWord: qualifier), own.role == .longitude || own.role == .latitude {
            return own
        }
        if claim.role == .position { return ColumnSpellings.claim("坐标" + qualifier) }
        switch qualifier {
        case "e", "东", "东向", "横", "横轴", "横坐标", "东坐标", "easting", "east":
            return ColumnSpellings.Claim(role: .easting, rank: 0)
        case "n", "北", "北向", "纵", "纵轴", "纵坐标", "北坐标", "northing", "north":
            return ColumnSpellings.Claim(role: .northing, rank: 0)
        default: return nil
        }
    }

    private static func claim(ofWord word: String) -> ColumnSpellings.Claim? {
        if let claim = ColumnSpellings.claim(word) ?? claim(inBothLanguages: word) { return claim }
        var bare = word
        // `地块中心点经度` has two.
        while let prefix = ColumnSpellings.prefixes.first(where: { bare.hasPrefix($0) && bare != $0 }) {
            bare.removeFirst(prefix.count)
        }
        for candidate in [bare, word].flatMap({ [$0, withoutSuffix($0)] }) where !candidate.isEmpty {
            if let claim = ColumnSpellings.claim(candidate), isCoordinate(claim.role) {
                return ColumnSpellings.Claim(role: claim.role, rank: claim.rank + 2)
            }
            guard let first = candidate.first, let last = candidate.last else { continue }
            for (letter, rest) in [(first, candidate.dropFirst()), (last, candidate.dropLast())]
            where ColumnSpellings.axisLetters.contains(letter) {
                if let claim = ColumnSpellings.claim(String(rest)),
                    claim.role == .longitude || claim.role == .latitude
                {
                    return ColumnSpellings.Claim(role: claim.role, rank: claim.rank + 1)
                }
            }
        }
        return nil
    }

    /// `经度Longitude`: two words that mean the same.
    private static func claim(inBothLanguages word: String) -> ColumnSpellings.Claim? {
        let latin = word.filter(\.isASCII)
        let chinese = word.filter { !$0.isASCII }
        guard let first = ColumnSpellings.claim(latin), let second = ColumnSpellings.claim(chinese),
            first.role == second.role
        else { return nil }
        return ColumnSpellings.Claim(role: first.role, rank: max(first.rank, second.rank))
    }

    private static func withoutSuffix(_ word: String) -> String {
        guard let suffix = ColumnSpellings.suffixes.first(where: { word.hasSuffix($0) }) else { return word }
        return String(word.dropLast(suffix.count))
    }

    private static func isCoordinate(_ role: ColumnRole) -> Bool { role.isPositional && role != .place }
}
