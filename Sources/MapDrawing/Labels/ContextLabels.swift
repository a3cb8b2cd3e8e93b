internal import PlanarGeometry
internal import Planning
internal import Wording

/// The names of what lies under a layout: smaller, paler, and left out where there is no room.
struct ContextLabels {
    let labels: FrameLabels
    let context: [DraftedZone]
    /// Whole outlines, named along their inside.
    let wholes: Set<String>
    /// Townships and where they lie, metres.
    let towns: [(place: NamedPlace, point: Point)]
    /// Names the layout's own zones bear already.
    let taken: Set<String>

    private var factor: Double { labels.factor }

    func requests() -> [LabelRequest] {
        context.compactMap(zone) + towns.compactMap(town)
    }

    private func zone(_ drafted: DraftedZone) -> LabelRequest? {
        let zone = drafted.zone
        guard !taken.contains(zone.name.zh) else { return nil }
        // What a comma adds explains the name and has no room on a map.
        let name = Bilingual(
            zh: zone.name.zh, en: zone.name.en.split(separator: ",").first.map { String($0) } ?? zone.name.en)
        let style = TypeStyle(
            points: (wholes.contains(zone.id) ? 8 : 7) * factor,
            colour: zone.role == .river
                ? Palette.riverInk : zone.role == .screen ? Palette.screenEdge : Palette.contextInk,
            tracking: wholes.contains(zone.id) || zone.role == .screen ? 0.4 : 0.05, halo: Palette.paper)
        let candidates: [LabelCandidate]
        switch zone.role {
        case .screen: candidates = labels.line(drafted.spine, name, style, offsets: [0])
        case .river, .axis:
            candidates = drafted.shape.lines.flatMap {
                labels.line($0, name, style, offsets: [0.85, 1.1])
            }
        case .area, .belt, .place, .control:
            let rings = labels.view.rings(drafted.shape.polygons)
            guard wholes.contains(zone.id) else {
                let ground = AreaLabels.Ground(
                    rings: rings, area: PaperMask(rings, on: labels.terrain.grid), mayStandApart: false)
                candidates = AreaLabels(
                    terrain: labels.terrain, type: labels.type, rect: labels.view.rect.inset(by: 1.2 * factor)
                ).candidates(
                    LabelText.settings(of: name, style, in: labels.language, factor: factor), on: ground)
                break
            }
            // A whole is named along its outline, on the inner side: in the middle stand its parts.
            candidates = drafted.shape.polygons.flatMap { polygon in
                labels.line(polygon.exterior.points, name, style, offsets: [0.95])
            }.filter { candidate in
                candidate.texts.allSatisfy { RingQuestions.hold(rings, $0.box.centre) }
            }
        }
        guard !candidates.isEmpty else { return nil }
        return LabelRequest(
            id: zone.id, priority: zone.role == .area ? 5 : 4.5, isRequired: false, candidates: candidates,
            clearance: wholes.contains(zone.id) ? 2.5 * factor : 0)
    }

    private func town(_ town: (place: NamedPlace, point: Point)) -> LabelRequest? {
        let point = labels.view.paper(town.point)
        guard labels.view.rect.inset(by: 2).covers(point), !taken.contains(town.place.name.zh) else {
            return nil
        }
        let style = TypeStyle(points: 6.2 * factor, colour: Palette.contextInk, halo: Palette.paper)
        let candidates = PointLabels(terrain: labels.terrain, type: labels.type).candidates(
            Array(
                LabelText.settings(of: town.place.name, style, in: labels.language, factor: factor).prefix(1)),
            at: point,
            radius: PlaceLayer.townRadius * factor)
        return LabelRequest(
            id: town.place.name.zh, priority: 6, isRequired: false, candidates: candidates)
    }
}
