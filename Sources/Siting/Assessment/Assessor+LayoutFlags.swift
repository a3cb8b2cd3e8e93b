internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

extension Assessor {
    // MARK: - Coverage

    func outsideEveryLayout(_ measured: MeasuredParcel, _ placed: Placement) throws(LocatorError)
        -> AssessmentFlag
    {
        var targets: [(CoveredLand, Double)] = []
        for answer in placed.layouts { targets += try land(of: answer.layout, measured) }
        return AssessmentFlag(
            .outsideEveryLayout, .attention,
            placed.layouts.count < catalogue.plans.count
                ? Bilingual(
                    zh:
                        "不在\(placed.layouts.map { "“\($0.layout.name.zh)”" }.joined(separator: "、"))的适用范围内，无从判定所在结构单元；其余空间格局未查。",
                    en:
                        "The documents of \(placed.layouts.map(\.layout.name.en).joined(separator: ", ")) do not speak about this land: no zone can be answered. The other layouts were not asked."
                )
                : Bilingual(
                    zh: "不在任何一个空间格局的适用范围内，无从判定所在结构单元。",
                    en: "No layout's documents speak about this land: no zone can be answered."),
            accuracy: targets.map(\.1).max(), lift: try lift(measured, into: targets))
    }

    /// Told where a layout speaks about none of the site's land, or not about all of it.
    func coverage(of answer: LayoutAssessment, _ measured: MeasuredParcel) throws(LocatorError)
        -> AssessmentFlag?
    {
        let unstated = answer.notes.first(.applicabilityNotStated)?.text
        let name = answer.layout.name
        if answer.applicability == .notCovered {
            let targets = try land(of: answer.layout, measured)
            return AssessmentFlag(
                .notCovered, .hint, layout: answer.layout.id,
                Bilingual(
                    zh: "“\(name.zh)”：" + (unstated?.zh ?? "拟选地块不在其适用范围内") + "，不作判定。",
                    en: "\(name.en): " + (unstated?.en ?? "its documents do not speak about this land")
                        + "; no answer is given."),
                accuracy: targets.map(\.1).max(), lift: try lift(measured, into: targets))
        }
        guard let share = answer.coveredShare, share < 1 - 1e-6 else { return nil }
        // Never nothing of what is something, nor all of what is not.
        let percent = min(max(Int((share * 100).rounded()), 1), 99)
        let (zh, en) =
            share < 0.01
            ? ("不到 1%", "less than 1 %")
            : share > 0.99 ? ("99% 以上", "more than 99 %") : ("约 \(percent)%", "some \(percent) %")
        let rest = unstated.map { Bilingual(zh: "（\($0.zh)）", en: " (\($0.en))") }
        return AssessmentFlag(
            .partlyCovered, .hint, layout: answer.layout.id,
            Bilingual(
                zh: "“\(name.zh)”只适用于拟选地块\(zh)的面积（长度）\(rest?.zh ?? "")，其余不作判定。",
                en:
                    "\(name.en) speaks about \(en) of the site only\(rest?.en ?? ""); of the rest no answer is given."
            ))
    }

    /// The land a layout speaks about, with how well its edge is known from the site.
    private func land(
        of layout: Layout, _ measured: MeasuredParcel
    ) throws(LocatorError) -> [(CoveredLand, Double)] {
        guard let drawn = overlay.layouts.first(where: { $0.layout.id == layout.id }) else { return [] }
        let zones = layout.coverage?.zones.compactMap { overlay.context?.zone($0) } ?? []
        let accuracy = zones.map { self.accuracy(of: $0, measured) }.max() ?? 0
        do throws(TopologyError) {
            return try outlines.coverage(of: drawn, in: overlay).map { [($0, accuracy)] } ?? []
        } catch {
            throw LocatorError.site(error)
        }
    }

    // MARK: - Zones

    /// Told of each partition of which the site lies in two members or more.
    ///
    /// `among` all layouts that speak here: a way out of one partition must not lead across another's members.
    func straddling(
        _ answer: LayoutAssessment, among covered: [LayoutAssessment], _ measured: MeasuredParcel
    ) throws(LocatorError) -> [AssessmentFlag] {
        var flags: [AssessmentFlag] = []
        for partition in answer.layout.partitions {
            let met = Self.members(of: partition, in: answer)
            guard met.count > 1 else { continue }
            let spared = covered.flatMap { other in
                other.layout.partitions.filter { Self.members(of: $0, in: other).count < 2 }.map {
                    drawn($0, in: other)
                }
            }
            // What parts an imported zone from one sketch is the imported line.
            let sketches = met.filter { !(answer.edition.origin?.draws($0.zone.id) ?? false) }
            let parting = sketches.count == 1 && met.count > 1 ? met.filter { !sketches.contains($0) } : met
            let accuracy = parting.map(\.accuracy).max() ?? 0
            let isSliver = met.filter { !$0.isSliver }.count < 2
            let names = (
                zh: met.map { "“\($0.zone.name.zh)”" }.joined(separator: "、"),
                en: met.map(\.zone.name.en).joined(separator: ", ")
            )
            flags.append(
                AssessmentFlag(
                    .straddlesZones, isSliver ? .hint : .attention, layout: answer.layout.id,
                    zones: met.map(\.zone),
                    Bilingual(
                        zh: "拟选地块跨\(names.zh)\(met.count)个结构单元"
                            + (isSliver ? "，但其中只有细碎交叠，窄于中误差。" : "，功能导向可能不一致。"),
                        en: "The site lies across \(met.count) zones: \(names.en)"
                            + (isSliver
                                ? "; all but one of the parts are slivers, narrower than the accuracy."
                                : "; what the documents want may differ between them.")),
                    source: met.lazy.compactMap(\.zone.sources.first).first, accuracy: accuracy,
                    lift: try lift(
                        measured, outOf: drawn(partition, in: answer), butFor: 1, sparing: spared,
                        accuracy: accuracy)))
        }
        return flags
    }

    /// The members of a partition that some of the site lies in.
    private static func members(
        of partition: Partition, in answer: LayoutAssessment
    ) -> [ZoneStanding] {
        answer.zones.filter { standing in
            guard partition.members.contains(standing.zone.id), case .share(let share) = standing.measure
            else { return false }
            return share.relation.sharesInterior
        }
    }

    private func drawn(_ partition: Partition, in answer: LayoutAssessment) -> [OverlaidZone] {
        partition.members.compactMap {
            overlay.zone(ZoneReference(layout: answer.layout.id, zone: $0))
        }
    }

    /// Told of each screen that some of the site lies in.
    func screens(_ zones: [ZoneStanding], _ measured: MeasuredParcel) throws(LocatorError) -> [AssessmentFlag]
    {
        var flags: [AssessmentFlag] = []
        for standing in zones where standing.zone.role == .screen {
            let zone = standing.zone
            let part = standing.holding == .part
            let drawn = overlay.zone(zone.reference)
            let accuracy = drawn.map { self.accuracy(of: $0, measured) } ?? standing.accuracy
            flags.append(
                AssessmentFlag(
                    .inScreen, .attention, layout: zone.layout, zones: [zone],
                    Bilingual(
                        zh: "拟选地块\(part ? "部分" : "")位于“\(zone.name.zh)”。这是提示，不是禁止：生态屏障不是生态保护红线，红线须另查。",
                        en:
                            "\(part ? "Part of the site" : "The site") lies in the screen \(zone.name.en): a hint, not a ban. A screen is no ecological red line; that one has to be looked up."
                    ), source: standing.placedBy ?? zone.sources.first, accuracy: accuracy,
                    // What a text places there no shift takes away.
                    lift: standing.placedBy == nil
                        ? try drawn.flatMap { drawn throws(LocatorError) in
                            try lift(measured, outOf: [drawn], accuracy: accuracy)
                        } : nil))
        }
        return flags
    }

    /// The screens of the context, save those whose counterpart in a plan has been told already.
    func contextScreens(_ placed: Placement, _ measured: MeasuredParcel) throws(LocatorError)
        -> [AssessmentFlag]
    {
        let told = Set(placed.layouts.flatMap(\.holding).map(\.zone.reference))
        return try screens(
            placed.context.filter { standing in
                standing.holds && !(standing.zone.counterpart.map(told.contains) ?? false)
            }, measured)
    }

    /// Told where drawn boundaries of a layout run through the site or nearer to it than they are known.
    ///
    /// Imported lines and sketches are told apart: what takes a site off the one leaves it within the other's accuracy.
    func boundaries(
        of answer: LayoutAssessment, _ measured: MeasuredParcel
    ) throws(LocatorError) -> [AssessmentFlag] {
        guard let box = measured.metricBox,
            let layout = overlay.layouts.first(where: { $0.layout.id == answer.layout.id })
        else { return [] }
        let holding = layout.zones.filter(\.holdsSites)
        let sheets = try overlay.sheets(of: layout, holding)
        var bounded: [BoundedZone] = []
        for zone in holding {
            bounded.append(BoundedZone(zone: zone, accuracy: accuracy(of: zone, measured)))
        }
        var surveyed: [NearBoundary] = []
        var sketched: [NearBoundary] = []
        for (place, one) in bounded.enumerated() {
            guard one.zone.metricBox.distance(to: box) <= one.accuracy else { continue }
            let isSketch = sheets?.rules.sketched.contains(place) ?? true
            let distance: Double
            if let sheets, isSketch {
                // A line that a sketch shares with a surveyed zone is that zone's, and known as well as that one is.
                distance = try overlay.edgeDistance(of: measured, to: place, among: holding, sheets)
            } else {
                // A boundary that runs within the site meets no edge of it.
                let matrix = try overlay.matrix(of: measured, to: one.zone)
                let isThrough = matrix.sharesInterior && !matrix.isCoveredBy
                distance = isThrough ? 0 : try overlay.boundaryDistance(of: measured, to: one.zone)
            }
            guard distance <= one.accuracy else { continue }
            let found = NearBoundary(bounded: one, distance: distance)
            if isSketch { sketched.append(found) } else { surveyed.append(found) }
        }
        var flags: [AssessmentFlag] = []
        for near in [surveyed, sketched] where !near.isEmpty {
            flags.append(
                AssessmentFlag(
                    .nearBoundary, .hint, layout: answer.layout.id, zones: near.map(\.zone),
                    NearBoundary.sentence(near), accuracy: near.map(\.accuracy).max(),
                    lift: try lift(
                        measured, clearOfBoundaries: sheets == nil ? bounded : near.map(\.bounded))))
        }
        return flags
    }

    static func unassigned(_ answer: LayoutAssessment) -> AssessmentFlag? {
        guard let note = answer.notes.first(.unassigned) ?? answer.notes.first(.partlyUnassigned) else {
            return nil
        }
        return AssessmentFlag(
            .unassigned, .hint, layout: answer.layout.id,
            Bilingual(
                zh: "“\(answer.layout.name.zh)”：\(note.text.zh)。",
                en: "\(answer.layout.name.en): \(note.text.en)."))
    }

    static func meaninglessShares(_ answer: LayoutAssessment) -> AssessmentFlag? {
        let zones = answer.zones.filter { standing in
            if case .share(let share) = standing.measure { share.isShareMeaningless } else { false }
        }
        guard !zones.isEmpty else { return nil }
        return AssessmentFlag(
            .shareMeaningless, .hint, layout: answer.layout.id, zones: zones.map(\.zone),
            Bilingual(
                zh:
                    "相对边界的中误差，拟选地块太小，在\(zones.map { "“\($0.zone.name.zh)”" }.joined(separator: "、"))中的占比可能是 0 到 100% 之间的任何值，不宜按面积占比判断。",
                en:
                    "Against the accuracy of the boundary the site is so small that its share in \(zones.map(\.zone.name.en).joined(separator: ", ")) may be anything from 0 to 100 %: do not judge by shares."
            ), accuracy: zones.map(\.accuracy).max())
    }
}
