internal import PlanarGeometry
internal import Planning
internal import Wording

/// One map drafted: its marks, its labels, and what the legend has to explain.
struct FrameDraft {
    let view: FrameView
    private(set) var marks: [Mark] = []
    private(set) var labels: [DrawnMap.PlacedLabel] = []
    private(set) var signs: Set<LegendEntry.Sign> = []
    private(set) var roles: Set<Zone.Role> = []
    private(set) var leftOut: [String] = []
    private(set) var notes: [Note] = []

    /// Drafts the map of one layout; the names it must bear all find a place, or are told as left out.
    init(
        _ index: Int, _ view: FrameView, _ content: FrameContent, _ plane: borrowing SheetPlane,
        _ type: Typography, labels language: LabelLanguage, gutter: Double, requiresAllNames: Bool
    ) throws(MapError) {
        self.view = view
        let factor = type.factor
        let ground = ContextLayer(
            view: view, factor: factor, zones: content.context, coverage: content.coverage,
            notStated: content.notStated)
        let seen = content.zones.filter { Self.isSeen($0.shape, in: view) }
        let seenContext = content.context.filter { Self.isSeen($0.shape, in: view) }
        let wholes = Set(seenContext.filter { ground.isWhole($0) }.map(\.zone.id))
        let graticule = try GraticuleLayer(view: view, factor: factor, gutter: gutter).marks(plane, type)
        marks.append(.beginClip([view.rect.corners]))
        marks += ground.marks
        marks += graticule.lines
        marks += ZoneLayer(view: view, factor: factor).marks(of: seen)
        // Signs of places and the site: above all fills, and no label may cover them.
        var obstacles: [LabelBox] = []
        let places = seen.flatMap(\.shape.points).map { view.paper($0) }.filter(view.rect.covers)
        let towns = content.towns.filter {
            let point = view.paper($0.point)
            return view.rect.inset(by: 2).covers(point)
                // Where a layout's own place stands on it the township would only blot it.
                && !places.contains { Self.distance($0, point) < 2 * factor }
        }
        for town in towns {
            let point = view.paper(town.point)
            obstacles.append(PlaceLayer.obstacle(point, radius: PlaceLayer.townRadius * factor))
        }
        for point in places {
            marks += PlaceLayer.place(point, factor)
            obstacles.append(PlaceLayer.obstacle(point, radius: PlaceLayer.placeRadius * factor))
        }
        let site = content.site.map {
            SiteLayer(view: view, factor: factor, shape: $0.shape, accuracy: $0.accuracy)
        }
        if let site {
            marks += site.marks
            obstacles += site.obstacles
        }
        let grid = PaperGrid(view.rect, cell: 1.2 * factor)
        var masks: [String: PaperMask] = [:]
        for zone in seen where zone.zone.role.holdsSites {
            masks[zone.zone.id] = PaperMask(view.rings(zone.shape.polygons), on: grid)
        }
        var terrain = LabelTerrain(
            Self.lines(seen, seenContext, view) + Self.lines(of: content.site, view), on: grid)
        if let shape = content.site?.shape, !shape.polygons.isEmpty {
            terrain.reserved.append(PaperMask(view.rings(shape.polygons), on: grid))
        }
        let frameLabels = FrameLabels(
            view: view, factor: factor, language: language, type: type.type,
            terrain: terrain, zones: seen, masks: masks, requiresAll: requiresAllNames)
        var requests = frameLabels.requests(without: content.site?.words.first)
        let taken = Set(
            requests.compactMap { request in seen.first { $0.zone.id == request.id }?.zone.name.zh })
        var around = frameLabels
        around.terrain.reserved += seen.filter { !$0.hasParts }.compactMap { masks[$0.zone.id] }
        requests +=
            ContextLabels(
                labels: around, context: seenContext, wholes: wholes, towns: towns, taken: taken
            ).requests()
        if let site, let reading = content.site {
            requests.append(
                SiteLabels(layer: site, type: type.type, factor: factor).request(reading.words))
            if let pointer = site.pointer { marks += pointer.marks }
        }
        let outcome = LabelPlacer(
            rect: view.rect.inset(by: 0.8 * factor), obstacles: obstacles, gap: 0.35 * factor
        ).place(requests)
        // A sign without a name tells nobody anything.
        let named = Set(outcome.placed.map(\.request.id))
        let shownTowns = towns.filter { named.contains($0.place.name.zh) }
        for town in shownTowns { marks += PlaceLayer.town(view.paper(town.point), factor) }
        for (_, candidate) in outcome.placed {
            if candidate.leader.count == 2 {
                let (from, to) = (candidate.leader[0], candidate.leader[1])
                marks.append(.rule(from, to, Pen(colour: Palette.paper, width: 0.7 * factor, opacity: 0.8)))
                marks.append(.rule(from, to, Pen(colour: Palette.secondInk, width: 0.2 * factor)))
                if candidate.endsInArea { marks.append(.disc(to, radius: 0.45 * factor, Palette.secondInk)) }
            }
        }
        for (request, candidate) in outcome.placed {
            for text in candidate.texts { marks.append(.text(text)) }
            labels.append(DrawnMap.PlacedLabel(frame: index, id: request.id, boxes: candidate.boxes))
        }
        marks.append(.endClip)
        marks += graticule.frame
        leftOut = outcome.dropped.filter { dropped in seen.contains { $0.zone.id == dropped.id } }.map(\.id)
        roles = Set(seen.map(\.zone.role))
        signs = Self.signs(
            seen, seenContext, wholes, ground.coverage, towns: !shownTowns.isEmpty, site: site)
    }

    /// Whether any of a shape is on the map.
    static func isSeen(_ shape: DraftedShape, in view: FrameView) -> Bool {
        guard let box = shape.box, let paper = Box(around: [view.paper(box.lower), view.paper(box.upper)])
        else { return false }
        guard paper.lower.x < view.rect.right, paper.upper.x > view.rect.x, paper.lower.y < view.rect.bottom,
            paper.upper.y > view.rect.y
        else { return false }
        if shape.points.contains(where: { view.rect.covers(view.paper($0)) }) { return true }
        if shape.lines.contains(where: { !view.chainsInside($0).isEmpty }) { return true }
        let rings = view.rings(shape.polygons)
        return RingQuestions.hold(rings, view.rect.centre)
            || shape.polygons.contains { !view.chainsInside($0.exterior.points).isEmpty }
    }

    private static func distance(_ a: Point, _ b: Point) -> Double { Segment(a, a).distance(to: b) }

    private static func lines(
        of site: FrameContent.SiteContent?, _ view: FrameView
    ) -> [(points: [Point], weight: Double)] {
        guard let shape = site?.shape else { return [] }
        return shape.polygons.map { (view.paper($0.exterior.points), 5) }
            + shape.lines.map { (view.paper($0), 5) }
    }

    /// What names had better not be written over, with what it costs.
    private static func lines(
        _ zones: [DraftedZone], _ context: [DraftedZone], _ view: FrameView
    ) -> [(points: [Point], weight: Double)] {
        var lines: [(points: [Point], weight: Double)] = []
        for zone in zones {
            lines += zone.shape.polygons.flatMap(\.rings).map { (view.paper($0.points), 2.2) }
            lines += zone.shape.lines.map { (view.paper($0), 3) }
            if zone.zone.role == .screen { lines.append((view.paper(zone.spine), 2)) }
        }
        for zone in context {
            lines += zone.shape.polygons.flatMap(\.rings).map { (view.paper($0.points), 0.6) }
            lines += zone.shape.lines.map { (view.paper($0), 1.4) }
        }
        return lines
    }

    private static func signs(
        _ zones: [DraftedZone], _ context: [DraftedZone], _ wholes: Set<String>, _ coverage: Set<String>,
        towns: Bool, site: SiteLayer?
    ) -> Set<LegendEntry.Sign> {
        var signs = Set(zones.map { LegendEntry.Sign.zone($0.zone.role) })
        for zone in zones where !zone.shape.polygons.isEmpty && zone.accuracy > 0 {
            signs.insert(zone.isImported ? .importedEdge : .softEdge)
        }
        for zone in context {
            switch zone.zone.role {
            case .screen: signs.insert(.mountain)
            case .river: signs.insert(.river)
            case .axis: signs.insert(.road)
            case .area where coverage.contains(zone.zone.id): signs.insert(.coverage)
            case .area where wholes.contains(zone.zone.id): signs.insert(.district)
            case .area: signs.insert(.landmark)
            case .belt, .place, .control: break
            }
        }
        if towns { signs.insert(.town) }
        if let site {
            signs.insert(!site.shape.points.isEmpty ? .position : site.isTiny ? .smallParcel : .parcel)
        }
        return signs
    }
}
