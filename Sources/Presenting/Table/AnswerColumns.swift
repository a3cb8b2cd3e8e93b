public import Planning
public import Siting
public import Wording

/// The columns bulk answers append to the user's own, seven a layout and one for errors.
public struct AnswerColumns: Sendable {
    private let layouts: [Layout]
    private let headers: Language
    private static let keys = [
        "zone", "name", "path", "verdict", "probability", "distance_m", "also_possible",
    ]
    private static let keysInChinese = ["结构单元", "名称", "路径", "判定", "概率", "距边界_m", "其他可能"]

    /// - Parameters:
    ///   - layouts: the plans answered, in order.
    ///   - headers: the language of headers, names, verdicts and errors; `en` keeps what programs read.
    public init(layouts: [Layout], headers: Language) {
        self.layouts = layouts
        self.headers = headers
    }

    /// The header fields.
    public var header: [String] {
        layouts.flatMap { layout in
            switch headers {
            case .en: Self.keys.map { "\(layout.id):\($0)" }
            case .zh: Self.keysInChinese.map { "\(layout.name.zh):\($0)" }
            }
        } + [headers == .zh ? "错误" : "error"]
    }

    /// The cells of an answered row.
    public func cells(_ answer: LocateAnswer) -> [AnswerCell] {
        answer.layouts.flatMap(cells) + [.empty]
    }

    /// The cells of a row that could not be answered.
    public func cells(_ error: RowError) -> [AnswerCell] {
        Array(repeating: .empty, count: layouts.count * Self.keys.count) + [.text(error.line(in: headers))]
    }

    private func cells(_ answer: LayoutAnswer) -> [AnswerCell] {
        func says(_ code: String) -> Bool { answer.notes.contains { $0.code == code } }
        func without(_ verdict: Bilingual, distance: AnswerCell = .empty, others: AnswerCell = .empty)
            -> [AnswerCell]
        {
            [.empty, .empty, .empty, .text(verdict[headers]), .empty, distance, others]
        }
        guard answer.applicability == .covered else {
            // A coin toss at the drawn edge of the coverage must not read as a flat no.
            if says("near_coverage_edge") {
                return without(Bilingual(zh: "是否适用难以判定（需核边界）", en: "coverage_uncertain"))
            }
            return without(
                says("applicability_not_stated")
                    ? Bilingual(zh: "文本未明确是否适用", en: "not_stated") : Bilingual(zh: "不适用", en: "not_covered"))
        }
        let possible = answer.zones.filter { !$0.holds }.map(\.zone.id).joined(separator: ";")
        let others: AnswerCell = possible.isEmpty ? .empty : .text(possible)
        guard let zone = answer.deepest else {
            let distance = answer.nearest.map { AnswerCell.number(-$0.distance, decimals: 3) } ?? .empty
            guard possible.isEmpty else {
                return without(word(.uncertain), distance: distance, others: others)
            }
            return without(
                says("unassigned") ? Bilingual(zh: "文本未明确归属", en: "unassigned") : word(.outside),
                distance: distance)
        }
        // Where the text decides, a probability by the drawing beside the verdict would contradict it.
        let isDrawn = zone.basis != .text
        return [
            .text(zone.zone.id), .text(zone.zone.name[headers]), .text(answer.path.joined(separator: ";")),
            .text(word(zone.verdict)[headers]),
            isDrawn ? .number(zone.probability, decimals: 4) : .empty,
            isDrawn ? .number(zone.boundaryDistance, decimals: 3) : .empty, others,
        ]
    }

    private func word(_ verdict: Verdict) -> Bilingual {
        Bilingual(zh: Vocabulary.word(for: verdict).zh, en: verdict.rawValue)
    }
}
