internal import PlanarGeometry
internal import Planning
internal import Wording

/// Numbers and names as they stand in findings.
enum Figures {
    /// Metres below ten kilometres, kilometres above.
    static func length(_ metres: Double) -> String {
        switch abs(metres) {
        case ..<10: fixed(metres, 2) + " m"
        case ..<10_000: fixed(metres, 0) + " m"
        default: fixed(metres / 1000, 1) + " km"
        }
    }

    /// Square metres, hectares or square kilometres.
    static func area(_ squareMetres: Double) -> Bilingual {
        switch abs(squareMetres) {
        case ..<10_000: Bilingual(zh: fixed(squareMetres, 0) + " m²", en: fixed(squareMetres, 0) + " m²")
        case ..<1_000_000:
            Bilingual(
                zh: fixed(squareMetres / 10_000, 1) + " 公顷", en: fixed(squareMetres / 10_000, 1) + " ha")
        default:
            Bilingual(zh: fixed(squareMetres / 1e6, 2) + " km²", en: fixed(squareMetres / 1e6, 2) + " km²")
        }
    }

    static func degrees(_ point: Point) -> String { "\(fixed(point.x, 5)), \(fixed(point.y, 5))" }

    static func fixed(_ value: Double, _ decimals: Int) -> String {
        FixedDecimals(value, decimals: decimals)?.description ?? "\(value)"
    }
}

extension Zone {
    /// The name with the id, as findings call a zone.
    var called: Bilingual { Bilingual(zh: "“\(name.zh)”", en: "\(name.en)") }
}
