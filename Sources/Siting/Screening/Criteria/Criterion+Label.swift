internal import Planning
public import Wording

extension Criterion {
    /// The criterion as programs name it: `in:shengmingdao`, `near:kexue-dadao<=1km`, `min_area:50mu`.
    public var key: String {
        switch self {
        case .inside(let zone), .outside(let zone): "\(kind.rawValue):\(zone.id)"
        case .near(let zone, let metres): "near:\(zone.id)<=\(Self.length(metres))"
        case .away(let zone, let metres): "away:\(zone.id)>=\(Self.length(metres))"
        case .landArea(let area): "min_area:\(Self.plain(area.value))\(area.unit.rawValue)"
        case .activity(let wanted): "activity:\(wanted.label)"
        }
    }

    /// The criterion as people read it.
    public var label: Bilingual {
        switch self {
        case .inside(let zone): Bilingual(zh: "位于\(zone.name.zh)内", en: "in \(zone.name.en)")
        case .outside(let zone): Bilingual(zh: "不在\(zone.name.zh)内", en: "not in \(zone.name.en)")
        case .near(let zone, let metres):
            Bilingual(
                zh: "距\(zone.name.zh)不超过 \(Self.length(metres))",
                en: "at most \(Self.length(metres)) from \(zone.name.en)")
        case .away(let zone, let metres):
            Bilingual(
                zh: "距\(zone.name.zh)不少于 \(Self.length(metres))",
                en: "at least \(Self.length(metres)) from \(zone.name.en)")
        case .landArea(let area):
            Bilingual(
                zh: "用地面积不小于 \(Self.plain(area.value)) \(area.unit.word.zh)",
                en: "land of at least \(Self.plain(area.value)) \(area.unit.word.en)")
        case .activity(let wanted):
            Bilingual(
                zh: "文本将“\(wanted.answer?.activity.name.zh ?? wanted.question.quotable)”安排在此",
                en: "the texts want \(wanted.answer?.activity.name.en ?? wanted.question.quoted) here")
        }
    }

    /// Metres below a kilometre, else kilometres, without needless zeros.
    private static func length(_ metres: Double) -> String {
        metres < 1000 ? "\(plain(metres))m" : "\(plain(metres / 1000))km"
    }

    private static func plain(_ value: Double) -> String {
        var text = FixedDecimals(value, decimals: value < 0.001 ? 12 : 6)?.description ?? "\(value)"
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text == "0" ? "\(value)" : text
    }
}

extension WantedActivity {
    /// The activity's id, or the user's words where the vocabulary has none.
    var label: String { answer?.activity.id ?? String(question.quotable) }
}
