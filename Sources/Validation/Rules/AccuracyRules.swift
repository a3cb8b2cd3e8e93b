internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let accuracyPresent = Rule(
        "accuracy.present", Bilingual(zh: "写明位置中误差", en: "accuracy is given"),
        asks: Bilingual(zh: "已上图的结构单元都有大于0的 accuracy_m。", en: "Every drawn zone has an accuracy_m above 0."))
    static let accuracyPossible = Rule(
        "accuracy.possible", Bilingual(zh: "位置中误差可能", en: "accuracy is possible"),
        asks: Bilingual(
            zh: "位置中误差在1毫米至50公里之间：更小者无从测得，更大者等于没有图。",
            en: "An accuracy lies between 1 mm, finer than anything drawn, and 50 km, which is no drawing."))
    static let accuracyPlausible = Rule(
        "accuracy.plausible", Bilingual(zh: "位置中误差合理", en: "accuracy is plausible"),
        asks: Bilingual(
            zh: "位置中误差不小于1米，导入的不小于1厘米；示意版在50至5000米之间。",
            en:
                "No accuracy is below 1 m, or 1 cm where it was imported; in a schematic edition it lies between 50 and 5000 m."
        ),
        severity: .warning, bindsPublication: true)
}

/// How well drawn edges are said to be known.
enum AccuracyRules: RuleFamily {
    static let rules: [Rule] = [.accuracyPresent, .accuracyPossible, .accuracyPlausible]

    static func check(_ subject: Subject, _ report: inout ValidationReport) throws(TopologyError) {
        for drawn in subject.editions {
            for drawing in drawn.drawings {
                let least: Double =
                    drawn.isImported(drawing.zone.id)
                    ? 0.01 : drawn.edition.id.hasSuffix("schematic") ? 50 : 1
                guard !(least...5000).contains(drawing.accuracy) else { continue }
                let isPossible = (0.001...50_000).contains(drawing.accuracy)
                report.note(
                    isPossible ? .accuracyPlausible : .accuracyPossible, in: drawn, zone: drawing.zone.id,
                    at: try subject.place(in: drawing),
                    Bilingual(
                        zh: "\(drawing.zone.called.zh)的位置中误差为 \(Figures.length(drawing.accuracy))。",
                        en:
                            "The accuracy of \(drawing.zone.called.en) is \(Figures.length(drawing.accuracy))."
                    ),
                    remedy: Bilingual(
                        zh: "请按依据核对 accuracy_m（米，每轴一倍中误差）。",
                        en: "Check accuracy_m against its basis (metres, one standard deviation per axis)."))
            }
        }
    }
}
