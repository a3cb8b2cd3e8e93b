extension StringProtocol {
    /// Whether the text begins like Well-Known Text.
    package var isWKT: Bool {
        let word = prefix { $0.isASCII && $0.isLetter }.uppercased()
        let kinds = [
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
            "GEOMETRYCOLLECTION", "SRID",
        ]
        guard kinds.contains(word) else { return false }
        let rest = dropFirst(word.count).drop(while: \.isWhitespace)
        return word == "SRID" || rest.first == "(" || rest.first?.isLetter == true
    }

    /// Whether the text begins like a shape as databases export it: Well-Known Text, or the GeoJSON of a geometry.
    package var isShapeText: Bool {
        let text = drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return text.first == "{" ? text.contains("\"coordinates\"") : text.isWKT
    }
}
