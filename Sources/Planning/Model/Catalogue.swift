/// Everything a GeoData folder says: documents, layouts, zones.
///
/// An immutable value, free to share.
public struct Catalogue: Hashable, Sendable {
    /// The documents, in order.
    public let documents: [Document]
    /// The layouts, in order; plans and context.
    public let layouts: [Layout]

    /// The document with an id.
    public func document(_ id: String) -> Document? { documents.first { $0.id == id } }

    /// The layout with an id.
    public func layout(_ id: String) -> Layout? { layouts.first { $0.id == id } }

    /// The context layout: things other layouts own and the plans refer to.
    public var context: Layout? { layouts.first { $0.kind == .context } }

    /// The layouts that answer which zone a site falls in.
    public var plans: [Layout] { layouts.filter { $0.kind == .plan } }

    /// The catalogue without some layouts.
    public func leavingOut(_ ids: Set<String>) -> Catalogue {
        Catalogue(documents: documents, layouts: layouts.filter { !ids.contains($0.id) })
    }

    /// A zone by layout and id in the editions valid on a day.
    public func zone(_ reference: ZoneReference, on date: CalendarDate) -> Zone? {
        layout(reference.layout)?.edition(validOn: date)?.zone(reference.zone)
    }
}
