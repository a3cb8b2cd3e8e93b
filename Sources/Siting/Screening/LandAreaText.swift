internal import Planning
internal import Wording

/// Reads land areas as tables and options have them, and knows building floor area, which is none.
enum LandAreaText {
    /// An area with its unit, such as `50亩` or `3.3万平方米`; nil where it is none or bears no unit.
    static func area(_ text: String) -> StatedArea? {
        if let area = StatedArea(text) { return area }
        guard let (value, unit) = NumberWithUnit.split(text), unit.hasPrefix("万") else { return nil }
        return StatedArea("1\(unit.dropFirst())").flatMap { StatedArea(value * 10_000, $0.unit) }
    }

    /// Whether a text speaks of 建筑面积.
    static func speaksOfFloors(_ text: String) -> Bool {
        let plain = text.foldedWidth.lowercased()
        return ["建筑面积", "建筑总面积", "建面", "计容", "floor", "gfa"].contains { plain.contains($0) }
    }
}

extension StatedLandArea {
    /// Reads a cell under a header that may name the unit.
    ///
    /// - Parameters:
    ///   - text: the cell.
    ///   - unit: the unit in the header, such as 亩 or ha; nil where it names none.
    ///   - isFloorArea: whether the header says 建筑面积.
    public init(_ text: String, unit: String?, isFloorArea: Bool = false) {
        let figure = text.foldedWidth.trimmed
        if figure.isEmpty {
            self = .none
        } else if isFloorArea || LandAreaText.speaksOfFloors(figure) {
            self = .floorArea(text)
        } else if let area = LandAreaText.area(figure) {
            self = .area(area)
        } else if let unit, let area = LandAreaText.area(Self.withoutGroups(figure) + unit) {
            self = .area(area)
        } else {
            let isNumber = NumberWithUnit.split(Self.withoutGroups(figure))?.1.isEmpty ?? false
            self = isNumber && unit == nil ? .withoutUnit(text) : .unreadable(text)
        }
    }

    /// `12,345.6` as a spreadsheet shows it.
    private static func withoutGroups(_ figure: String) -> String {
        let groups = figure.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1, groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }) else {
            return figure
        }
        return groups.joined()
    }
}
