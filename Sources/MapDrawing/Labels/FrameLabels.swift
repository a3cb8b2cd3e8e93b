internal import PlanarGeometry
internal import Planning
internal import Wording

/// All names that want a place on one map.
struct FrameLabels {
    let view: FrameView
    let factor: Double
    let language: LabelLanguage
    let type: TypeShaper
    var terrain: LabelTerrain
    let zones: [DraftedZone]
    /// By the zone's id, the squares of the map that lie in it.
    let masks: [String: PaperMask]
    /// Whether the map is wrong without the least of the names.
    let requiresAll: Bool

    private var rect: PaperRect { view.rect.inset(by: 1.2 * factor) }

    /// The names of a layout's own zones, but for one the site bears already.
    func requests(without named: String?) -> [LabelRequest] {
        zones.filter { ![$0.zone.name.zh, $0.zone.name.en].contains(named) }.flatMap { drafted in
            let zone = drafted.zone
            let style = style(of: drafted)
            let candidates =
                if !drafted.shape.polygons.isEmpty {
                    area(drafted, style)
                } else if !drafted.shape.lines
                    .isEmpty
                { line(drafted, style, offsets: [0.85, 1.1]) } else { place(drafted, style) }
            guard !candidates.isEmpty else { return [] as [LabelRequest] }
            let request = LabelRequest(
                id: zone.id, priority: priority(of: drafted), isRequired: requiresAll || drafted.depth < 2,
                candidates: candidates)
            guard language == .both, drafted.shape.points.isEmpty, let chain = alongWhich(drafted) else {
                return [request]
            }
            // Along a line the two languages stand apart: one is stacked, the other runs.
            let second = line(chain, Bilingual(zh: "", en: name(drafted).en), second(style), offsets: [0.95])
            guard !second.isEmpty else { return [request] }
            return [
                request,
                LabelRequest(id: "\(zone.id)#en", priority: 4, isRequired: false, candidates: second),
            ]
        }
    }

    /// The line a name runs along; nil where it stands level.
    private func alongWhich(_ drafted: DraftedZone) -> [Point]? {
        if let line = drafted.shape.lines.first { return line }
        return drafted.spine.isEmpty || drafted.zone.role == .area ? nil : drafted.spine
    }

    /// The style of the second language.
    private func second(_ style: TypeStyle) -> TypeStyle {
        var second = style
        second.size *= 0.75
        second.tracking = 0.05
        second.isBold = false
        return second
    }

    private func priority(of drafted: DraftedZone) -> Double {
        switch drafted.zone.role {
        case .place: 1
        case .axis, .river: 2
        // The deeper zone is the smaller one and has the fewer places.
        case .area, .belt, .screen, .control: 3 - 0.2 * Double(drafted.depth) + (drafted.hasParts ? 0.5 : 0)
        }
    }

    private func style(of drafted: DraftedZone) -> TypeStyle {
        let role = drafted.zone.role
        let ink = Palette.edge(role)
        let points: Double =
            switch role {
            case .area, .belt, .control: [12, 9, 7.2][min(drafted.depth, 2)]
            case .screen: 10
            case .axis, .river: 7.5
            case .place: 7
            }
        let isBold = role != .place && role != .river
        return TypeStyle(
            points: points * factor, isBold: isBold, colour: ink,
            tracking: role == .screen ? 0.5 : drafted.depth == 0 && role == .area ? 0.12 : 0.02,
            halo: Palette.paper)
    }

    /// A zone's name as it stands within its parent: what tells it from others of the name is left out there.
    private func name(_ drafted: DraftedZone) -> Bilingual {
        guard drafted.depth > 0 else { return drafted.zone.name }
        let name = drafted.zone.name
        return Bilingual(
            zh: Self.withoutAside(name.zh, "（", "）"), en: Self.withoutAside(name.en, " (", ")"))
    }

    private static func withoutAside(_ text: String, _ open: String, _ close: String) -> String {
        guard text.hasSuffix(close), let found = text.firstRange(of: open), found.lowerBound > text.startIndex
        else { return text }
        return String(text[..<found.lowerBound])
    }

    private func area(_ drafted: DraftedZone, _ style: TypeStyle) -> [LabelCandidate] {
        guard let mask = masks[drafted.zone.id], !mask.isEmpty else { return [] }
        var candidates: [LabelCandidate] = []
        if !drafted.spine.isEmpty, drafted.zone.role != .area {
            let offsets = drafted.zone.role == .screen ? [0.95] : [0, 0.9]
            candidates += line(drafted.spine, name(drafted), style, offsets: offsets)
        }
        var ground = AreaLabels.Ground(rings: view.rings(drafted.shape.polygons), area: mask)
        ground.parts = zones.filter { $0.zone.parent == drafted.zone.id && $0.zone.role.holdsSites }
            .compactMap { masks[$0.zone.id] }
        ground.others = others(than: drafted)
        let inside = AreaLabels(terrain: terrain, type: type, rect: rect).candidates(
            LabelText.settings(of: name(drafted), style, in: language, factor: factor), on: ground)
        // A name along a belt says better how it runs; where it cannot, it stands level.
        let levelCost = candidates.isEmpty ? 0 : 14.0
        return candidates
            + inside.map { candidate in
                var candidate = candidate
                candidate.cost += levelCost
                return candidate
            }
    }

    /// The areas a name outside its own would seem to name: all that neither hold it nor lie in it.
    private func others(than drafted: DraftedZone) -> [PaperMask] {
        func ancestors(of zone: Zone) -> Set<String> {
            var found: Set<String> = [zone.id]
            var next = zone.parent
            while let parent = next, found.insert(parent).inserted {
                next = zones.first { $0.zone.id == parent }?.zone.parent
            }
            return found
        }
        let own = ancestors(of: drafted.zone)
        return zones.filter { other in
            other.zone.role.holdsSites && !own.contains(other.zone.id)
                && !ancestors(of: other.zone).contains(drafted.zone.id)
        }.compactMap { masks[$0.zone.id] }
    }

    private func line(_ drafted: DraftedZone, _ style: TypeStyle, offsets: [Double]) -> [LabelCandidate] {
        drafted.shape.lines.flatMap { line($0, name(drafted), style, offsets: offsets) }
    }

    /// The ways to set a name along a line: Chinese where both languages are asked for, unless there is none.
    func line(_ metres: [Point], _ name: Bilingual, _ style: TypeStyle, offsets: [Double]) -> [LabelCandidate]
    {
        let text =
            switch language {
            case .zh: name.zh
            case .en: name.en
            case .both: name.zh.isEmpty ? name.en : name.zh
            }
        let lines = LineLabels(terrain: terrain, type: type, rect: rect)
        var candidates: [LabelCandidate] = []
        for chain in view.chainsInside(metres) {
            candidates += lines.candidates(text, style, along: chain, offsets: offsets)
        }
        guard candidates.isEmpty else { return candidates }
        var smaller = style
        smaller.tracking = 0
        smaller.size *= 0.82
        for chain in view.chainsInside(metres) {
            candidates += lines.candidates(
                text, smaller, along: chain, offsets: offsets)
        }
        return candidates
    }

    private func place(_ drafted: DraftedZone, _ style: TypeStyle) -> [LabelCandidate] {
        drafted.shape.points.map { view.paper($0) }.filter(rect.covers).flatMap { point in
            PointLabels(terrain: terrain, type: type).candidates(
                LabelText.settings(of: name(drafted), style, in: language, factor: factor), at: point,
                radius: PlaceLayer.placeRadius * factor,
                mayStandApart: requiresAll)
        }
    }
}

extension FrameView {
    /// The pieces of a chain that lie on the map, on paper.
    func chainsInside(_ metres: [Point]) -> [[Point]] {
        let inside = rect.inset(by: 2)
        var chains: [[Point]] = []
        var chain: [Point] = []
        // Long pieces are cut, so that a line leaving the map is followed to near its edge.
        for (a, b) in zip(metres, metres.dropFirst()) {
            let (from, to) = (paper(a), paper(b))
            let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
            let steps = max(1, Int(length / 2))
            for step in 0...steps {
                let part = Double(step) / Double(steps)
                let point = Point(x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part)
                if inside.covers(point) {
                    if chain.last != point { chain.append(point) }
                } else if !chain.isEmpty {
                    if chain.count > 2 { chains.append(chain) }
                    chain = []
                }
            }
        }
        if chain.count > 2 { chains.append(chain) }
        return chains
    }
}
