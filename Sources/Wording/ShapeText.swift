extension StringProtocol {
    /// Whether the text begins like Well-Known Text, brackets of full width included.
    package var isWKT: Bool {
        let word = prefix { $0.isASCII && $0.isLetter }.uppercased()
        guard Self.kindsOfWKT.contains(word) || word == "SRID" else { return false }
        let rest = dropFirst(word.count).drop(while: \.isWhitespace)
        return word == "SRID" || rest.first == "(" || rest.first == "（" || rest.first?.isLetter == true
    }

    /// Whether the text begins like a shape as databases export it: Well-Known Text, or the GeoJSON of a geometry.
    package var isShapeText: Bool {
        let text = drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return text.first == "{" ? text.contains("\"coordinates\"") : text.isWKT
    }

    /// The words and the Well-Known Text behind them, as a shape is pasted: `地块A 的范围：POLYGON((…))`; nil where the text is
    /// not so.
    ///
    /// The words are short, hold no figure of a coordinate's length and no brace; the text behind them is in ordinary width.
    package var wordsAndWKT: (words: String, wkt: String)? {
        let text = String(prefix(Self.longestWords)).foldedWidth
        guard !isWKT, !text.hasPrefix("{"), !text.hasPrefix("[") else { return nil }
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0.isASCII && $0.isLetter }) {
            let word = rest[start...].prefix { $0.isASCII && $0.isLetter }
            let behind = rest[word.endIndex...].drop(while: \.isWhitespace)
            if Self.kindsOfWKT.contains(word.uppercased()),
                behind.first == "(" || behind.first?.isNumber == true
            {
                let words = text[..<start].filter { !":=".contains($0) }
                let skipped = text[..<start].count
                let wkt = String(foldedWidth.dropFirst(skipped))
                return (String(words.drop(while: \.isWhitespace)).withoutTrailingSpace, wkt)
            }
            rest = rest[word.endIndex...]
        }
        return nil
    }

    private static var longestWords: Int { 120 }

    private static var kindsOfWKT: Set<String> {
        [
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
            "GEOMETRYCOLLECTION",
        ]
    }
}

extension String {
    fileprivate var withoutTrailingSpace: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
