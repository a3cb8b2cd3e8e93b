import ArgumentParser
import Presenting
import Siting
import Wording

/// An area of land on the command line, always with its unit.
enum AreaOption {
    /// Reads an area such as 50亩 or 3.3公顷; floor space is no land.
    static func stated(_ text: String, field: String, _ language: Language) throws -> StatedArea {
        if let area = StatedArea(text) { return area }
        let isFloorSpace = ["建筑", "建面", "计容", "floor", "gfa"].contains { text.lowercased().contains($0) }
        let shown = text.quotable
        let error =
            isFloorSpace
            ? UsageError(
                message: Bilingual(
                    zh: "“\(shown)”是建筑面积，不是用地面积，不能与图形相比。",
                    en: "\"\(shown)\" is floor space, not land, and cannot be compared with the shape."),
                remedy: Bilingual(zh: "请给出用地（占地）面积，如 50亩。", en: "State the land area, such as 50亩 or 3.3ha."))
            : UsageError(
                message: Bilingual(
                    zh: "“\(shown)”不是带单位的正面积。", en: "\"\(shown)\" is no positive area with a unit."),
                remedy: Bilingual(
                    zh: "请写明单位，如 50亩、3.3公顷、33000平方米。", en: "Write the unit, as in 50亩, 3.3ha or 33000m2."))
        throw Failure(RowError(error, field: field), language, status: .usage)
    }
}
