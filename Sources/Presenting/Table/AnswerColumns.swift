public import Planning
public import Siting
public import Wording

/// The columns bulk answers append to the user's own, seven a layout (three where only zones are asked) and one for
/// errors.
public struct AnswerColumns: Sendable {
    /// The plans answered, in order.
    public let layouts: [Layout]
    /// Whether verdict, probability and distance are left out.
    public let zonesOnly: Bool
    private let headers: Language
    private static let keys = [
        "zone", "name", "path", "verdict", "probability", "distance_m", "also_possible",
    ]
    private static let keysInChinese = ["结构单元", "名称", "路径", "判定", "概率", "距边界_m", "其他可能"]

    /// - Parameters:
    ///   - layouts: the plans answered, in order.
    ///   - headers: the language of headers, names, verdicts and errors; `en` keeps what programs read.
    ///   - zonesOnly: whether verdict, probability and distance are left out.
    public init(layouts: [Layout], headers: Language, zonesOnly: Bool = false) {
        self.layouts = layouts
        self.headers = headers
        self.zonesOnly = zonesOnly
    }

    /// How many columns a layout has.
    var width: Int { zonesOnly ? 3 : Self.keys.count }

    /// The header fields.
    public var header: [String] {
        layouts.flatMap { layout in
            switch headers {
            case .en: Self.keys.prefix(width).map { "\(layout.id):\($0)" }
            case .zh: Self.keysInChinese.prefix(width).map { "\(layout.name.zh):\($0)" }
            }
        } + [headers == .zh ? "错误" : "error"]
    }

    /// The cells of an answered row.
    public func cells(_ answer: LocateAnswer) -> [AnswerCell] {
        answer.layouts.flatMap(cells) + [.empty]
    }

    /// The cells of a row that could not be answered.
    public func cells(_ error: RowError) -> [AnswerCell] {
        Array(repeating: .empty, count: layouts.count * width) + [.text(error.line(in: headers))]
    }

    private func cells(_ answer: LayoutAnswer) -> [AnswerCell] {
        let possible = answer.zones.filter { !$0.holds }.map(\.zone.id)
        guard let zone = answer.deepest else {
            let distance = answer.nearest.map { AnswerCell.number(-$0.distance, decimals: 3) } ?? .empty
            return lead(of: answer.absence ?? .outside)
                + measures(probability: .empty, distance: distance, alsoPossible: possible)
        }
        // Where the text decides, a probability by the drawing beside the verdict would contradict it.
        let isDrawn = zone.basis != .text
        return lead(of: zone.zone, path: answer.path, zone.verdict)
            + measures(
                probability: isDrawn ? .number(zone.probability, decimals: 4) : .empty,
                distance: isDrawn ? .number(zone.boundaryDistance, decimals: 3) : .empty,
                alsoPossible: possible)
    }

    /// The cells of a zone: id, name, path and, where asked, verdict.
    func lead(of zone: Zone, path: [String], _ verdict: Verdict) -> [AnswerCell] {
        let cells: [AnswerCell] = [
            .text(zone.id), .text(zone.name[headers]), .text(path.joined(separator: ";")),
        ]
        return zonesOnly ? cells : cells + [.text(word(verdict)[headers])]
    }

    /// The same cells where no zone is named.
    func lead(of absence: ZoneAbsence) -> [AnswerCell] {
        let cells = Array(repeating: AnswerCell.empty, count: 3)
        return zonesOnly ? cells : cells + [.text(word(absence)[headers])]
    }

    /// The cells behind the verdict; none where only zones are asked.
    func measures(
        probability: AnswerCell, distance: AnswerCell, alsoPossible: [String]
    ) -> [AnswerCell] {
        guard !zonesOnly else { return [] }
        let others = alsoPossible.joined(separator: ";")
        return [probability, distance, others.isEmpty ? .empty : .text(others)]
    }

    private func word(_ verdict: Verdict) -> Bilingual {
        Bilingual(zh: Vocabulary.word(for: verdict).zh, en: verdict.rawValue)
    }

    private func word(_ absence: ZoneAbsence) -> Bilingual {
        switch absence {
        case .outside: word(Verdict.outside)
        case .uncertain: word(Verdict.uncertain)
        case .notCovered: Bilingual(zh: "不适用", en: absence.rawValue)
        case .notStated: Bilingual(zh: "文本未明确是否适用", en: absence.rawValue)
        case .coverageUncertain: Bilingual(zh: "是否适用难以判定（需核边界）", en: absence.rawValue)
        case .unassigned: Bilingual(zh: "文本未明确归属", en: absence.rawValue)
        }
    }
}
