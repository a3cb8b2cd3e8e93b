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

    /// The fields of an answered row.
    public func fields(_ answer: LocateAnswer) -> [String] {
        answer.layouts.flatMap(fields) + [""]
    }

    /// The fields of a row that could not be answered.
    public func fields(_ error: RowError) -> [String] {
        Array(repeating: "", count: layouts.count * Self.keys.count) + [error.line(in: headers)]
    }

    private func fields(_ answer: LayoutAnswer) -> [String] {
        let others = answer.zones.filter { !$0.holds }.map(\.zone.id).joined(separator: ";")
        guard answer.applicability == .covered else {
            return ["", "", "", headers == .zh ? "不适用" : "not_covered", "", "", ""]
        }
        guard let zone = answer.deepest else {
            let verdict: Verdict = others.isEmpty ? .outside : .uncertain
            let distance = answer.nearest.map { fixed(-$0.distance, 3) } ?? ""
            return ["", "", "", word(verdict), "", distance, others]
        }
        return [
            zone.zone.id, zone.zone.name[headers], answer.path.joined(separator: ";"), word(zone.verdict),
            fixed(zone.probability, 4), fixed(zone.boundaryDistance, 3), others,
        ]
    }

    private func word(_ verdict: Verdict) -> String {
        headers == .zh ? Vocabulary.word(for: verdict).zh : verdict.rawValue
    }

    private func fixed(_ value: Double, _ decimals: Int) -> String {
        Figures.fixed(value, decimals: decimals)
    }
}
