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
        let names = assessment.siteNames(in: catalogue, language)
        let isPoint = assessment.extent == nil
        var text =
            names.isEmpty ? language.say(isPoint ? "点位" : "拟选地块", "Site") : names.joined(separator: " ")
        if let extent = assessment.extent {
            let word =
                extent.hectares == nil ? language.say("长度 ", "length ") : language.say("面积 ", "area ")
            text += language.say("　", "  ") + word + Figures.extent(extent, language)
        }
        return text + position
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
        let headline = LayoutHeadline(layout, in: language).line
        guard isSilent else { return headline }
        return language.say(
            "文本未写明属于哪一部分；", "The texts do not say which part holds it. ")
            + headline
    }

    // MARK: - What is wanted

    /// The functions and industries of the zones of the plans that are read first and of the other innermost ones, with
    /// the sentences' places; slivers last, and named so.
    private var wants: String? {
        let told = assessment.layouts.flatMap(\.told)
        let stated = told.filter { !$0.isSliver } + told.filter(\.isSliver)
        let parts = stated.compactMap { standing in
            assessment.functions.first { $0.zone == standing.zone }
        }.map { one in
            let words = one.zone.industries.isEmpty ? one.zone.functions : one.zone.industries
            let source = one.sources.first.map { " \($0.document):\($0.line)" } ?? ""
            let sliver =
                one.standing.isSliver
                ? language.say("（\(Vocabulary.sliver.zh)）", " (\(Vocabulary.sliver.en))") : ""
            return one.zone.name[language] + sliver + language.say("：", ": ")
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
                        + comparison.fit.reading.silence[language])
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
                    ? language.say("（", " (") + some(zones) + language.say("）", ")")
                    : "")
        }.joined(separator: language.say("；", "; "))
    }

    /// Names, each once, and no more than a line takes.
    private func some(_ names: [String]) -> String {
        let unique = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }
            .map(\.element)
        let more =
            unique.count > 5
            ? language.say("等 \(unique.count) 个", " and others, \(unique.count) in all") : ""
        return unique.prefix(5).joined(separator: language.say("、", ", ")) + more
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

extension Assessment {
    /// The user's own id and name for the site, each once; of a zone its name alone, for the id is not the user's.
    func siteNames(in catalogue: Catalogue, _ language: Language) -> [String] {
        if case .parcel = site.shape, let zone = site.zone.flatMap({ catalogue.zone($0, on: asOf) }) {
            return [zone.name[language]]
        }
        let names = [site.id, site.name].compactMap(\.self).filter { !$0.isEmpty }
        return names.count == 2 && names[0] == names[1] ? [names[0]] : names
    }
}
