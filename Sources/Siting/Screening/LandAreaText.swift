internal import Planning
internal import Wording

/// Knows building floor area, which is no land, by its words.
enum LandAreaText {
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
        } else if let area = StatedArea(figure) {
            self = .area(area)
        } else if let unit, let area = StatedArea(figure + unit) {
            self = .area(area)
        } else {
            let isNumber = NumberWithUnit.split(figure)?.1.isEmpty ?? false
            self = isNumber && unit == nil ? .withoutUnit(text) : .unreadable(text)
        }
    }
}
