internal import PlanarGeometry
internal import Wording

extension Catalogue {
    /// The catalogue with a control point among the places of its context, so that a distance to it can be asked for.
    ///
    /// It rests on no document: it has no sentence, and its period says nothing.
    ///
    /// - Parameters:
    ///   - place: the control point.
    ///   - date: the day whose edition of the context it joins.
    /// - Returns: nil for one without a position, and where there is no context.
    public func adding(_ place: NamedPlace, on date: CalendarDate) -> Catalogue? {
        guard let position = place.position, var context, let edition = context.edition(validOn: date),
            let index = context.editions.firstIndex(of: edition),
            let number = layouts.firstIndex(where: { $0.id == context.id })
        else { return nil }
        let zone = Zone(
            id: place.name.zh, name: place.name, aliases: place.aliases, layout: context.id, parent: nil,
            statedParent: nil, role: .place, functions: [], industries: [],
            location: .located(
                .point(position.point), accuracy: Accuracy(metres: place.accuracy ?? 0, basis: place.origin)),
            sources: [], planPeriod: PlanPeriod(from: 0, to: 9999, outlook: nil), note: place.note,
            counterpart: nil)
        context.editions[index].zones.append(zone)
        var layouts = layouts
        layouts[number] = context
        return Catalogue(documents: documents, layouts: layouts)
    }
}
