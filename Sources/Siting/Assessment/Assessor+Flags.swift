internal import PlanarGeometry
internal import Planning
internal import Projection
internal import Wording

extension Assessor {
    /// What to mind about a site: the weightier first, then in the order of the rules.
    func flags(
        on site: AssessedSite, _ measured: MeasuredParcel, _ placed: Placement,
        _ comparison: ActivityComparison?, _ controls: [ControlAnswer], _ confidence: Confidence
    ) throws(LocatorError) -> [AssessmentFlag] {
        var flags: [AssessmentFlag] = []
        let covered = placed.layouts.filter { $0.applicability == .covered }
        flags += remoteness(of: site)
        flags += controls.compactMap(Self.control)
        if covered.isEmpty, !placed.layouts.isEmpty {
            flags.append(try outsideEveryLayout(measured, placed))
        } else {
            for answer in placed.layouts {
                if let flag = try coverage(of: answer, measured) { flags.append(flag) }
            }
        }
        for answer in covered {
            flags += try straddling(answer, among: covered, measured)
            flags += try screens(answer.holding, measured)
            flags += try boundaries(of: answer, measured)
            if let flag = Self.unassigned(answer) { flags.append(flag) }
            if let flag = Self.meaninglessShares(answer) { flags.append(flag) }
            if let flag = textSilence(answer, on: site) { flags.append(flag) }
        }
        flags += try contextScreens(placed, measured)
        if let flag = Self.inaccuracy(of: site, measured, covered) { flags.append(flag) }
        if let flag = statedArea(measured, placed) { flags.append(flag) }
        if let flag = planPeriods(covered.isEmpty ? placed.layouts : covered) { flags.append(flag) }
        for activity in comparison?.activities ?? [] {
            if let flag = try elsewhere(activity, measured) { flags.append(flag) }
        }
        let rules = AssessmentFlag.Rule.allCases
        func key(_ flag: (offset: Int, element: AssessmentFlag)) -> (Int, Int, Int) {
            let weight = flag.element.severity == .attention ? 0 : 1
            return (weight, rules.firstIndex(of: flag.element.rule) ?? 0, flag.offset)
        }
        return flags.enumerated().sorted { key($0) < key($1) }.map(\.element)
    }

    // MARK: - The site as a whole

    private func remoteness(of site: AssessedSite) -> [AssessmentFlag] {
        guard let vertex = site.parcel.geometry.vertices.first else { return [] }
        var flags: [AssessmentFlag] = []
        if !ReferenceFrame.cgcs2000.areaOfUse.covers(vertex) {
            flags.append(
                AssessmentFlag(
                    .outsideChina, .attention,
                    Bilingual(
                        zh: "位置在中国范围以外，请核对经纬度是否写反、坐标系是否选错。",
                        en:
                            "The site lies outside China: check the order of longitude and latitude, and the frame."
                    )))
        } else if let far = overlay.plane.remoteness(of: LonLat(vertex)) {
            flags.append(
                AssessmentFlag(.farAway, .attention, Bilingual(zh: far.zh + "。", en: far.en + ".")))
        }
        return flags
    }

    /// Ground in a line that keeps building out, or beyond one that it belongs inside of.
    private static func control(_ answer: ControlAnswer) -> AssessmentFlag? {
        guard answer.isAdverse, answer.isMet || answer.reach == .covered else { return nil }
        let isForBuilding = answer.line?.isForBuilding ?? false
        return AssessmentFlag(
            isForBuilding ? .outsideControl : .occupiesControl, .attention, layout: answer.layout.id,
            zones: answer.parts.map(\.zone), answer.statement, accuracy: answer.accuracy)
    }

    private func statedArea(_ measured: MeasuredParcel, _ placed: Placement) -> AssessmentFlag? {
        guard let note = placed.notes.first(.statedAreaDiffers) else { return nil }
        return AssessmentFlag(.statedAreaDiffers, .attention, note.text)
    }

    /// Told where the site's own accuracy is worse than the drawing's.
    private static func inaccuracy(
        of site: AssessedSite, _ measured: MeasuredParcel, _ covered: [LayoutAssessment]
    ) -> AssessmentFlag? {
        let own = measured.parcel.totalAccuracy
        let zones = covered.flatMap(\.zones).filter {
            guard let drawing = $0.zone.accuracy?.metres else { return false }
            return drawing < own
        }
        guard !zones.isEmpty else { return nil }
        let metres = FixedDecimals.metres(own)
        return AssessmentFlag(
            .siteInaccurate, .hint, zones: zones.map(\.zone),
            Bilingual(
                zh: "位置本身的中误差约 \(metres) 米，比图面还粗；请给出实测坐标或宗地界线，结论才有意义。",
                en:
                    "Where the site lies is known to \(metres) m only, worse than the drawing: give surveyed coordinates or the parcel's boundary."
            ), accuracy: own)
    }

    private func planPeriods(_ answers: [LayoutAssessment]) -> AssessmentFlag? {
        let over = answers.filter { $0.planStatus == .periodEnded || $0.planStatus == .ended }
        guard let last = over.compactMap(\.planPeriod?.to).max() else { return nil }
        let ids = over.flatMap(\.layout.documents)
        let documents = catalogue.documents.map(\.id).filter(ids.contains)
        return AssessmentFlag(
            .planPeriodEnded, .hint,
            Bilingual(
                zh: "所据规划（\(documents.joined(separator: "、"))）的规划期到\(last)年止，已届满；届满不等于失效，请核对现行国土空间规划及后续规划。",
                en:
                    "The plans used (\(documents.joined(separator: ", "))) ran to \(last) and their period has ended, which does not void them: check the territorial plan in force and later plans."
            ))
    }

    private func textSilence(_ answer: LayoutAssessment, on site: AssessedSite) -> AssessmentFlag? {
        guard let asked = site.zone, asked.layout != answer.layout.id, !answer.holding.isEmpty,
            !answer.zones.contains(where: { $0.placedBy != nil }),
            let zone = catalogue.zone(asked, on: asOf)
        else { return nil }
        return AssessmentFlag(
            .textSilent, .hint, layout: answer.layout.id, zones: [zone],
            Bilingual(
                zh: "文本未写明“\(zone.name.zh)”属于“\(answer.layout.name.zh)”的哪一部分；图面叠合只是两张示意图相叠，不能代替文本。",
                en:
                    "No text says which part of “\(answer.layout.name.en)” holds \(zone.name.en); two schematic drawings laid over each other do not stand in for one."
            ), source: zone.sources.first)
    }

    // MARK: - The activity

    private func elsewhere(
        _ activity: ComparedActivity, _ measured: MeasuredParcel
    ) throws(LocatorError) -> AssessmentFlag? {
        let nearby = activity.assignments.filter { $0.place == .possibly }
        let isAlong = activity.assignments.contains { if case .along = $0.place { true } else { false } }
        let isOpen = activity.outcome == .possiblyHere && !isAlong
        guard activity.outcome == .elsewhere || isOpen,
            let first = isOpen ? nearby.first : activity.elsewhere.first
        else { return nil }
        // Zones that hold sites: along a line there is no edge to come to.
        let zones = (nearby + activity.elsewhere).compactMap(\.assignment.target.zone).filter(
            \.role.holdsSites)
        let targets = zones.unique.compactMap { overlay.zone($0.reference) }.map {
            BoundedZone(zone: $0, accuracy: accuracy(of: $0, measured))
        }
        let name = activity.answer.activity.name
        return AssessmentFlag(
            .activityAssignedElsewhere, isOpen ? .hint : .attention, zones: zones.unique,
            Bilingual(
                zh:
                    "文本把“\(name.zh)”安排在\(zones.unique.map { "“\($0.name.zh)”" }.joined(separator: "、"))，"
                    + (isOpen
                        ? "拟选地块图面不在其中，但未超出中误差所及，难以判定。"
                        : "拟选地块不在其中；最近的是“\(first.assignment.target.name.zh)”。"),
                en:
                    "The texts assign \(name.en) to \(zones.unique.map(\.name.en).joined(separator: ", ")); "
                    + (isOpen
                        ? "as drawn the site lies in none of them, but the accuracy leaves it open."
                        : "the site lies in none of them, nearest is \(first.assignment.target.name.en).")
            ), source: first.assignment.source, accuracy: targets.map(\.accuracy).max(),
            lift: try lift(measured, whollyInto: targets))
    }
}

extension Assessor {
    /// How well an edge of a zone is known as seen from the site: both in squares.
    func accuracy(of zone: OverlaidZone, _ measured: MeasuredParcel) -> Double {
        let own = measured.parcel.totalAccuracy
        return (zone.accuracy * zone.accuracy + own * own).squareRoot()
    }
}

extension [Zone] {
    /// Each zone once, in the order of the first.
    var unique: [Zone] {
        var seen: Set<ZoneReference> = []
        return filter { seen.insert($0.reference).inserted }
    }
}

extension AssessmentFlag {
    init(
        _ rule: Rule, _ severity: Severity, layout: String? = nil, zones: [Zone] = [], _ reason: Bilingual,
        source: Source? = nil, accuracy: Double? = nil, lift: Lift? = nil
    ) {
        self.init(
            rule: rule, severity: severity, layout: layout, zones: zones, reason: reason, source: source,
            accuracy: accuracy, lift: lift)
    }
}
