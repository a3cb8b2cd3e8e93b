internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let period = Rule(
        "time.period", Bilingual(zh: "规划期先后", en: "plan periods run forwards"),
        asks: Bilingual(
            zh: "规划期起、止、展望年依次不减。", en: "A plan period's first year, last year and outlook follow each other.")
    )
    static let validity = Rule(
        "time.validity", Bilingual(zh: "版次有效期", en: "editions are valid for some time"),
        asks: Bilingual(zh: "版次的生效日早于失效日。", en: "An edition's valid_from comes before its valid_to."))
    static let recorded = Rule(
        "time.recorded", Bilingual(zh: "登记日期", en: "recorded by now"),
        asks: Bilingual(zh: "登记日期不晚于今天（--as-of）。", en: "No edition is recorded after today (--as-of)."))
    static let ambiguous = Rule(
        "time.ambiguous", Bilingual(zh: "版次取舍明确", en: "one edition for each day"),
        asks: Bilingual(
            zh: "同一天有几个版次有效时，登记日期各不相同，可取最近登记的。",
            en:
                "Where several editions are valid on a day, their recorded_on differ, so that the last one counts."
        ))
}

/// Plan periods and the days of editions.
enum TimeRules: RuleFamily {
    static let rules: [Rule] = [.period, .validity, .recorded, .ambiguous]

    static func check(_ subject: Subject, _ report: inout ValidationReport) {
        for document in subject.catalogue.documents {
            checkPeriod(document.planPeriod, of: document.id, nil, &report)
        }
        for drawn in subject.editions {
            for zone in drawn.edition.zones { checkPeriod(zone.planPeriod, of: zone.id, drawn, &report) }
            if let period = drawn.edition.origin?.planPeriod {
                checkPeriod(period, of: nil, drawn, &report)
            }
            checkDays(drawn, subject, &report)
        }
        for layout in subject.catalogue.layouts { checkAmbiguity(layout, &report) }
    }

    private static func checkPeriod(
        _ period: PlanPeriod, of zone: String?, _ drawn: DrawnEdition?, _ report: inout ValidationReport
    ) {
        guard period.from > period.to || period.to > (period.outlook ?? period.to) else { return }
        let id = zone ?? drawn?.edition.id ?? ""
        let outlook = period.outlook.map { "，\($0)" } ?? ""
        report.note(
            .period, in: drawn, zone: zone,
            Bilingual(
                zh: "“\(id)”的规划期为 \(period.from)—\(period.to)\(outlook)。",
                en:
                    "The plan period of \(id) runs \(period.from)–\(period.to)\(period.outlook.map { ", \($0)" } ?? "")."
            ),
            remedy: Bilingual(zh: "请改正 plan_period。", en: "Mend plan_period."))
    }

    private static func checkDays(
        _ drawn: DrawnEdition, _ subject: Subject, _ report: inout ValidationReport
    ) {
        let edition = drawn.edition
        if let end = edition.validTo, end <= edition.validFrom {
            report.note(
                .validity, in: drawn,
                Bilingual(
                    zh: "版次 \(edition.id) 自 \(edition.validFrom) 至 \(end)，没有一天有效。",
                    en: "Edition \(edition.id) runs from \(edition.validFrom) to \(end): valid on no day."),
                remedy: Bilingual(zh: "请改正 valid_from 或 valid_to。", en: "Mend valid_from or valid_to."))
        }
        if edition.recordedOn > subject.asOf {
            report.note(
                .recorded, in: drawn,
                Bilingual(
                    zh: "版次 \(edition.id) 的登记日期 \(edition.recordedOn) 晚于 \(subject.asOf)。",
                    en: "Edition \(edition.id) is recorded on \(edition.recordedOn), after \(subject.asOf)."),
                remedy: Bilingual(zh: "请改正 recorded_on。", en: "Mend recorded_on."))
        }
    }

    private static func checkAmbiguity(_ layout: Layout, _ report: inout ValidationReport) {
        for (index, one) in layout.editions.enumerated() {
            for other in layout.editions[(index + 1)...] where one.recordedOn == other.recordedOn {
                let overlaps =
                    (one.validTo.map { other.validFrom < $0 } ?? true)
                    && (other.validTo.map { one.validFrom < $0 } ?? true)
                guard overlaps else { continue }
                report.note(
                    .ambiguous, layout: layout.id,
                    Bilingual(
                        zh: "版次 \(one.id) 与 \(other.id) 有效期重叠，登记日期同为 \(one.recordedOn)。",
                        en:
                            "Editions \(one.id) and \(other.id) are valid on the same days and both recorded on \(one.recordedOn)."
                    ),
                    remedy: Bilingual(
                        zh: "请给旧版次填写 valid_to，或区分登记日期。",
                        en: "Give the older one a valid_to, or tell their recorded_on apart."))
            }
        }
    }
}
