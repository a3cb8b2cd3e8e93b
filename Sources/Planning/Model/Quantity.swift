public import Wording

/// A size a document states of one zone.
public struct Quantity: Hashable, Sendable {
    /// What is measured.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Land.
        case area
        /// Along an axis, river or belt.
        case length
        /// Floor space (建筑面积), which says nothing about land.
        case floorArea = "floor_area"
    }

    /// The unit the document uses.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case squareKilometres = "km2"
        case hectares = "ha"
        /// 亩.
        case mu
        case squareMetres = "m2"
        case kilometres = "km"
        case metres = "m"

        /// How many m² or m one of it is.
        public var factor: Double {
            switch self {
            case .squareKilometres: 1_000_000
            case .hectares: 10_000
            case .mu: 10_000 / 15
            case .squareMetres, .metres: 1
            case .kilometres: 1000
            }
        }

        /// Whether it measures an area; else a length.
        public var measuresArea: Bool {
            switch self {
            case .squareKilometres, .hectares, .mu, .squareMetres: true
            case .kilometres, .metres: false
            }
        }
    }

    /// The zone that the sentence gives a size.
    public let zone: ZoneReference
    /// What is measured.
    public let kind: Kind
    /// The number in ``unit``.
    public let value: Double
    /// The unit.
    public let unit: Unit
    /// Whether the zone was drawn so as to have this size, so that its area proves nothing.
    public let isDrawnToSize: Bool
    /// The sentence.
    public let source: Source

    /// The size in m² or m.
    public var metric: Double { value * unit.factor }
}

extension Quantity.Unit {
    /// The unit as people write it.
    public var word: Bilingual {
        switch self {
        case .squareKilometres: Bilingual(zh: "平方公里", en: "km²")
        case .hectares: Bilingual(zh: "公顷", en: "ha")
        case .mu: Bilingual(zh: "亩", en: "mu")
        case .squareMetres: Bilingual(zh: "平方米", en: "m²")
        case .kilometres: Bilingual(zh: "公里", en: "km")
        case .metres: Bilingual(zh: "米", en: "m")
        }
    }
}
