internal import PlanarGeometry
internal import Planning
internal import Siting
internal import Wording

/// The first page of an assessment: what a planner asks first, a line each.
struct AssessmentSummary {
    /// A line with what it is about before it.
    struct Line {
        let label: String
        let text: String
        var severity: AssessmentFlag.Severity?
    }

    private let assessment: Assessment
    private let catalogue: Catalogue
    private let language: Language

    init(_ assessment: Assessment, catalogue: Catalogue, language: Language) {
        self.assessment = assessment
        self.catalogue = catalogue
        self.language = language
    }

    /// The site's name, kind, size and position.
    var heading: String {
        let names = [assessment.site.id, assessment.site.name].compactMap(\.self).filter { !$0.isEmpty }
        let isPoint = assessment.extent == nil
        var text = names.isEmpty ? language.say(isPoint ? "点位" : "拟选地块", "Site") : unique(names)
        if let extent = assessment.extent {
            let word =
                extent.hectares == nil ? language.say("长度 ", "length ") : language.say("面积 ", "area ")
            text += language.say("　", "  ") + word + Figures.extent(extent, language)
        }
        return text + position
    }

    private func unique(_ names: [String]) -> String {
        names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
            .joined(separator: " ")
    }

    /// Where it is in numbers: as given, and in WGS 84 where that is another.
    private var position: String {
        var parts: [String] = []
        switch assessment.site.shape {
        case .position(let site):
            parts.append(
                Figures.pair(site.given.x, site.given.y, decimals: site.isGeographic ? 5 : 2) + " "
                    + site.frameIdentifier)
            if site.given != site.position.point {
                parts.append(
                    Figures.pair(site.position.longitude, site.position.latitude, decimals: 5) + " wgs84")
            }
        case .parcel(let parcel):
            if let box = parcel.geometry.box {
                parts.append(
                    language.say("中心约 ", "around ") + Figures.pair(box.centre.x, box.centre.y, decimals: 5)
                        + " wgs84")
            }
            if parcel.frameIdentifier != "wgs84" {
                parts.append(language.say("原坐标系 ", "given in ") + parcel.frameIdentifier)
            }
        }
        if assessment.site.accuracy > 0 {
            parts.append(language.say("位置中误差 ", "accuracy ") + Figures.distance(assessment.site.accuracy))
        }
        return language.say("（", " (") + parts.joined(separator: language.say("，", ", "))
            + language.say("）", ")")
    }

    /// Every line.
    var lines: [Line] {
        var lines = places + controls
        if let wants { lines.append(Line(label: language.say("文件对此处的安排", "Wanted here"), text: wants)) }
        lines += comparison + minded
        if let near { lines.append(Line(label: language.say("附近", "Near"), text: near)) }
        let items = assessment.uncheckedItems
        lines.append(
            Line(
                label: language.say("未核查", "Not checked"),
                text: items.prefix(4).map { $0.name[language] }.joined(separator: language.say("、", "; "))
                    + language.say(
                        "等 \(items.count) 项，见文末", " and others, \(items.count) in all: see the end")))
        return lines
    }

    /// Where it lies, how the activity compares and what to mind.
    var answers: [Line] { places + controls + comparison + minded }

    private var places: [Line] {
        assessment.layouts.map { Line(label: $0.layout.name[language], text: place(in: $0)) }
    }

    /// What of the site lies in imported control lines.
    private var controls: [Line] {
        assessment.controls.map { answer in
            Line(
                label: answer.layout.name[language], text: answer.finding[language],
                severity: assessment.flags.contains { $0.layout == answer.layout.id } ? .attention : nil)
        }
    }

    private var minded: [Line] {
        AssessmentFlag.Severity.allCases.compactMap { severity in
            titles(of: severity).map {
                Line(label: Vocabulary.word(for: severity)[language], text: $0, severity: severity)
            }
        }
    }

    // MARK: - Where it lies

    /// The zone people read first, how much of the site it holds and how sure that is; or why there is none.
    func place(in layout: LayoutAssessment) -> String {
        let isSilent = assessment.flags.contains { $0.rule == .textSilent && $0.layout == layout.layout.id }
        guard isSilent else { return drawnPlace(in: layout) }
        return language.say(
            "文本未写明属于哪一部分；仅就图面：", "The texts do not say which part holds it; on the drawing only: ")
            + drawnPlace(in: layout)
    }

    private func drawnPlace(in layout: LayoutAssessment) -> String {
        switch layout.answer {
        case .position(let answer):
            guard case .position(let whole) = assessment.answer else { return "" }
            return LayoutText(answer, of: whole, catalogue: catalogue, language: language).headline
        case .shares(let shares):
            guard shares.applicability == .covered else {
                return shares.notes.first { $0.code == "applicability_not_stated" }?.text[language]
                    ?? language.say("不在该规划的适用范围内，不作判定", "not covered (not_covered): no answer is given")
            }
            guard let principal = layout.principal, case .share(let share) = principal.measure else {
                return noZone(in: layout)
            }
            let path = layout.path.map { $0.name[language] }.joined(separator: " › ")
            if principal.placedBy != nil { return language.say("文本写明 ", "By the text: ") + path }
            var text = language.say("图面落位 ", "As drawn: ") + path + language.say("　", " — ")
            text += Vocabulary.word(for: share)[language]
            text += language.say("；占比 ", "; share ") + brief(share)
            let others = layout.innermost.filter { $0.zone.id != principal.zone.id }
            if !others.isEmpty {
                text +=
                    language.say("；另涉及 ", "; also ")
                    + others.map { "\($0.zone.name[language]) \(Figures.share($0.share))" }
                    .joined(separator: language.say("、", ", "))
            }
            return text
        }
    }

    private func brief(_ share: ZoneShare) -> String {
        guard let part = share.share, let interval = share.interval else { return "–" }
        let range = Figures.range(interval)
        return share.isShareMeaningless
            ? language.say("不宜按占比判断", "cannot be read (0–100%)")
            : range == Figures.share(part)
                ? range : Figures.share(part) + language.say("（", " (") + range + language.say("）", ")")
    }

    private func noZone(in layout: LayoutAssessment) -> String {
        var text =
            layout.notes.first { $0.code == "unassigned" }?.text[language]
            ?? language.say("不在任何结构单元的图面内", "in no drawn zone")
        if let nearest = layout.nearest {
            text +=
                language.say("；最近：", "; nearest: ") + nearest.zone.name[language] + language.say("，", ", ")
                + Figures.distance(nearest.distance) + language.say("，方向 ", " to the ")
                + Vocabulary.direction(nearest.bearing)[language]
        }
        return text
    }

    // MARK: - What is wanted

    /// The functions and industries of the innermost zones of the plans, with the sentences' places.
    private var wants: String? {
        let inner = Set(assessment.layouts.flatMap(\.innermost).map { "\($0.zone.layout)/\($0.zone.id)" })
        let stated = assessment.functions.filter { inner.contains("\($0.zone.layout)/\($0.zone.id)") }
        let parts = stated.map { one in
            let words = one.zone.industries.isEmpty ? one.zone.functions : one.zone.industries
            let source = one.sources.first.map { " \($0.document):\($0.line)" } ?? ""
            return one.zone.name[language] + language.say("：", ": ")
                + words.prefix(4).joined(separator: language.say("、", ", ")) + source
        }
        return parts.isEmpty ? nil : parts.joined(separator: language.say("；", "; "))
    }

    private var comparison: [Line] {
        guard let comparison = assessment.comparison else { return [] }
        let label = language.say("功能导向比对", "Functional fit")
        if let silence = comparison.fit.reading.silences.first {
            return [Line(label: label, text: silence.text[language])]
        }
        guard !comparison.activities.isEmpty else {
            return [
                Line(
                    label: label,
                    text: language.say("“\(comparison.fit.question)”：", "\(comparison.fit.question): ")
                        + Vocabulary.sentence(for: .notStated)[language])
            ]
        }
        return comparison.activities.map { activity in
            var text =
                activity.answer.activity.name[language] + language.say("：", ": ")
                + Vocabulary.sentence(for: activity.outcome)[language]
            if let nearest = activity.elsewhere.first, let distance = nearest.distance,
                activity.outcome == .elsewhere
            {
                let source = nearest.assignment.source
                text +=
                    language.say("；最近的是", "; nearest is ") + distance.zone.name[language]
                    + language.say("（", " (") + "\(source.document):\(source.line)"
                    + language.say("），", "), ") + Vocabulary.distance(distance)[language]
            }
            return Line(label: label, text: text)
        }
    }

    // MARK: - What to mind, what is near

    private func titles(of severity: AssessmentFlag.Severity) -> String? {
        let flags = assessment.flags.filter { $0.severity == severity }
        guard !flags.isEmpty else { return nil }
        var rules: [AssessmentFlag.Rule] = []
        for flag in flags where !rules.contains(flag.rule) { rules.append(flag.rule) }
        return rules.map { rule in
            let zones = flags.filter { $0.rule == rule }.flatMap(\.zones).map { $0.name[language] }
            let named = severity == .attention && !zones.isEmpty
            return Vocabulary.title(of: rule)[language]
                + (named
                    ? language.say("（", " (") + unique(zones, language.say("、", ", "))
                        + language.say("）", ")")
                    : "")
        }.joined(separator: language.say("；", "; "))
    }

    private func unique(_ names: [String], _ separator: String) -> String {
        names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
            .joined(separator: separator)
    }

    private var near: String? {
        let told = assessment.distances.filter {
            $0.distance.isCovered && $0.distance.metres <= AssessedDistance.contextReach
                && $0.distance.zone.name.zh != assessment.site.name
        }.prefix(3)
        guard !told.isEmpty else { return nil }
        return told.map { one in
            let distance = one.distance
            guard let bearing = distance.bearing else {
                return distance.zone.name[language]
                    + language.say("（位于其内或与之相交）", " (the site meets it)")
            }
            guard distance.metres > distance.accuracy else {
                return distance.zone.name[language]
                    + language.say("（相距不超过其位置误差）", " (nearer than its accuracy)")
            }
            return "\(distance.zone.name[language]) \(Figures.distance(distance.metres))"
                + language.say("（", " ") + Vocabulary.direction(bearing)[language] + language.say("）", "")
        }.joined(separator: language.say("、", ", "))
    }
}
