import Planning
import Presenting
import Wording

extension [Layout] {
    /// The layouts meant by ids or names, in their own order.
    func named(_ wanted: [String], _ language: Language, field: String = "--layout") throws -> [Layout] {
        for name in wanted where !contains(where: { $0.isNamed(name) }) {
            let ids = map(\.id)
            let error = UsageError(
                message: Bilingual(zh: "没有空间格局“\(name.quotable)”。", en: "There is no layout \(name.quoted)."),
                remedy: Bilingual(
                    zh: "可选：\(ids.joined(separator: "、"))。",
                    en: "Choose from: \(ids.joined(separator: ", "))."))
            throw Failure(RowError(error, field: field), language, status: .usage)
        }
        return filter { layout in wanted.contains { layout.isNamed($0) } }
    }
}

extension Layout {
    fileprivate func isNamed(_ name: String) -> Bool {
        id == name || self.name.zh == name || self.name.en.lowercased() == name.lowercased()
    }
}
