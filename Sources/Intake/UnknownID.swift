package import Wording

/// An id that is not there, with the nearest ones that are.
package struct UnknownID: ExplainedError {
    private let id: String
    private let near: [String]

    /// Says that an id is none of these.
    package init(_ id: String, among ids: [String]) {
        self.id = id
        // Half of the letters changed is no likeness any more.
        let scored = ids.map { ($0, EditDistance.between(id, $0)) }.filter {
            $0.1 * 2 <= max(id.count, $0.0.count)
        }
        near = scored.sorted { $0.1 < $1.1 }.prefix(5).map(\.0)
    }

    package let code = "unknown_id"
    package var message: Bilingual { Bilingual(zh: "没有“\(id.quotable)”。", en: "There is no \(id.quoted).") }
    package var remedy: Bilingual {
        guard !near.isEmpty else {
            return Bilingual(zh: "全部结构单元见 jinfeng zones。", en: "All zones: jinfeng zones.")
        }
        let list = near.joined(separator: ", ")
        return Bilingual(zh: "相近的有：\(list)。", en: "Near it: \(list).")
    }
}
