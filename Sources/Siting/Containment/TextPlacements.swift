internal import Planning

/// The zones in which the documents themselves place a named place, each with its sentence.
///
/// Text beats geometry: 科学会堂 lies in 金凤组团东部 because a sentence says so, whatever the drawing says. A
/// place is also in every zone of which that zone is a part; and who asks by the name of a zone means that zone.
struct TextPlacements {
    private var sentences: [ZoneReference: Source] = [:]

    /// No placement: the site was given by coordinates.
    init() {}

    var isEmpty: Bool { sentences.isEmpty }

    /// Follows the stated relations up from a zone that is the named place.
    init(of place: ZoneReference, in catalogue: Catalogue, on date: CalendarDate) {
        if let zone = catalogue.zone(place, on: date), zone.role.holdsSites, let source = zone.sources.first {
            sentences[place] = source
        }
        let statements = catalogue.layouts.compactMap { $0.edition(validOn: date)?.relations }.joined()
        var open = [place]
        while let inner = open.popLast() {
            for (outer, sentence) in Self.stated(around: inner, statements)
                + Self.parent(of: inner, in: catalogue, on: date)
            where sentences[outer] == nil && outer != place {
                sentences[outer] = sentence
                open.append(outer)
            }
        }
    }

    /// The sentence that places the named place in a zone; nil where no document does.
    func sentence(for zone: Zone) -> Source? {
        sentences[ZoneReference(layout: zone.layout, zone: zone.id)]
    }

    private static func stated(
        around inner: ZoneReference, _ statements: some Sequence<Relation>
    ) -> [(ZoneReference, Source)] {
        statements.compactMap { statement in
            switch statement.kind {
            case .within where statement.subject == inner: (statement.object, statement.source)
            case .contains where statement.object == inner: (statement.subject, statement.source)
            default: nil
            }
        }
    }

    /// The parent a zone is drawn under, resting on the zone's own first sentence.
    private static func parent(
        of inner: ZoneReference, in catalogue: Catalogue, on date: CalendarDate
    ) -> [(ZoneReference, Source)] {
        guard let zone = catalogue.zone(inner, on: date), let parent = zone.parent,
            let source = zone.sources.first
        else { return [] }
        return [(ZoneReference(layout: inner.layout, zone: parent), source)]
    }
}
