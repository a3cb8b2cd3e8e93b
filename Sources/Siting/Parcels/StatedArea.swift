public import Planning
internal import Wording

/// An area as a user states it for a parcel, such as 50亩 or 3.3公顷.
public struct StatedArea: Hashable, Sendable {
    /// The number in ``unit``.
    public let value: Double
    /// The unit, one of areas.
    public let unit: Quantity.Unit

    /// Takes a positive number of a unit of area; nil for anything else.
    public init?(_ value: Double, _ unit: Quantity.Unit) {
        guard value > 0, value.isFinite, unit.measuresArea else { return nil }
        self.value = value
        self.unit = unit
    }

    /// Reads an area with its unit: `50亩`, `50 mu`, `3.3公顷`, `3.3ha`, `12,000 m2`, `1.2万平方米`; nil for what is none.
    public init?(_ text: String) {
        guard let (value, written) = NumberWithUnit.split(text) else { return nil }
        let isInTenThousands = written.hasPrefix("万")
        guard let unit = Self.units[isInTenThousands ? String(written.dropFirst()) : written] else {
            return nil
        }
        self.init(isInTenThousands ? value * 10_000 : value, unit)
    }

    /// The area in m².
    public var squareMetres: Double { value * unit.factor }

    /// By how much a measured area differs, as a part of the stated one; positive where more was measured.
    public func deviation(of measured: Double) -> Double { measured / squareMetres - 1 }

    /// How far a stated area may differ before it is flagged.
    ///
    /// An area reckoned in a 3° Gauss–Krüger strip is up to 0.05 % larger than on the ellipsoid (at 1.5° from its
    /// meridian here), which is no mistake; in a 6° strip the plane alone can take it beyond the bound.
    public static let tolerance = 0.001

    private static let units: [String: Quantity.Unit] = [
        "亩": .mu, "mu": .mu, "公顷": .hectares, "ha": .hectares, "hectare": .hectares, "hectares": .hectares,
        "m2": .squareMetres, "m²": .squareMetres, "㎡": .squareMetres, "平方米": .squareMetres,
        "平米": .squareMetres,
        "km2": .squareKilometres, "km²": .squareKilometres, "平方公里": .squareKilometres,
        "平方千米": .squareKilometres,
    ]
}

/// Splits texts such as `500m` into the number and the unit behind it.
enum NumberWithUnit {
    /// The number, not negative, and the unit without space and in lower case, empty where there is none.
    static func split(_ text: String) -> (Double, String)? {
        let plain = String(text.lowercased().filter { !$0.isWhitespace }.map { Self.narrow($0) })
        let digits = plain.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        guard let value = Double(ungrouped(digits)), value.isFinite else { return nil }
        return (value, String(plain.dropFirst(digits.count)))
    }

    /// `12,345.6` as a spreadsheet shows it, without its commas; left as it is where they part no thousands.
    private static func ungrouped(_ digits: Substring) -> String {
        let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1, (1...3).contains(groups[0].count), !groups[0].contains("."),
            groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }),
            groups.dropLast().allSatisfy({ !$0.contains(".") })
        else { return String(digits) }
        return groups.joined()
    }

    private static func narrow(_ letter: Character) -> Character {
        guard let scalar = letter.unicodeScalars.first, letter.unicodeScalars.count == 1,
            (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return letter }
        return Character(narrow)
    }
}

/// A distance as people write it, always with its unit: `500m`, `1.2 km`, `500米`, `1.2公里`.
public struct StatedDistance: Hashable, Sendable {
    /// Metres, not negative.
    public let metres: Double

    /// Reads a distance; nil where it is none or bears no unit.
    public init?(_ text: String) {
        guard let (value, unit) = NumberWithUnit.split(text), let factor = Self.units[unit] else {
            return nil
        }
        metres = value * factor
    }

    private static let units: [String: Double] = [
        "m": 1, "米": 1, "km": 1000, "公里": 1000, "千米": 1000,
    ]
}
