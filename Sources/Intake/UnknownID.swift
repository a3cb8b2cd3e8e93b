package import Wording

/// An id that is not there, with the nearest ones that are.
package struct UnknownID: ExplainedError {
    private let id: String
    private let near: [String]
    private let all: [String]

    /// Says that an id is none of these.
    package init(_ id: String, among ids: [String]) {
        self.id = id
        all = ids
        // Half of the letters changed is no likeness any more; where lengths differ by as much, none need be compared.
        let length = id.count
        let scored = ids.compactMap { other -> (String, Int)? in
            let longer = max(length, other.count)
            guard abs(length - other.count) * 2 <= longer else { return nil }
            let distance = EditDistance.between(id, other)
            return distance * 2 <= longer ? (other, distance) : nil
        }
        near = scored.sorted { $0.1 < $1.1 }.prefix(5).map(\.0)
    }

    package let code = "unknown_id"
    package var message: Bilingual { Bilingual(zh: "没有“\(id.quotable)”。", en: "There is no \(id.quoted).") }
    package var remedy: Bilingual {
        guard !near.isEmpty else {
            // Long lists help nobody.
            guard (1...12).contains(all.count) else {
                return Bilingual(zh: "请核对写法。", en: "Check its spelling.")
            }
            return Bilingual(
                zh: "可选：\(all.joined(separator: "、"))。", en: "Choose from: \(all.joined(separator: ", ")).")
        }
        let list = near.joined(separator: ", ")
        return Bilingual(zh: "相近的有：\(list)。", en: "Near it: \(list).")
    }
}
