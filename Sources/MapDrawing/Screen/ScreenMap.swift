internal import PlanarGeometry
public import Planning
internal import Topology

/// The layouts of a catalogue as the printed sheet draws them, for a map in a browser: shapes in degrees, lengths in CSS
/// pixels.
///
/// One table of styles stands behind both, so that a zone has the same colour on paper and on the screen.
public struct ScreenMap: Sendable {
    /// The plans valid on the day, in catalogue order.
    public let layouts: [ScreenLayout]
    /// The colour of the site, `#RRGGBB`.
    public let siteColour = Palette.site.hexadecimal
    /// The colour under everything.
    public let paperColour = Palette.paper.hexadecimal

    /// Pixels a millimetre: CSS has 96 to the inch.
    static let scale = 96 / 25.4

    /// Drafts all plans.
    ///
    /// - Throws: ``MapError`` where nothing is drawn, or GEOS or PROJ fails.
    public init(_ catalogue: Catalogue, asOf: CalendarDate) throws(MapError) {
        let plans = catalogue.plans.compactMap { layout in
            layout.edition(validOn: asOf).map { (layout, $0) }
        }
        let degrees = plans.flatMap { $0.1.zones.compactMap(\.geometry).flatMap(\.vertices) }
        guard let box = Box(around: degrees) else {
            throw MapError.nothingDrawn(layout: catalogue.plans.map(\.id).joined(separator: ", "))
        }
        let plane = try SheetPlane(centre: LonLat(box.centre))
        let operators = SpatialOperators()
        var ground: DraftedLayout?
        if let context = catalogue.context, let edition = context.edition(validOn: asOf) {
            ground = try DraftedLayout(context, edition, plane: plane, with: operators)
        }
        var layouts: [ScreenLayout] = []
        for (layout, edition) in plans {
            let drafted = try DraftedLayout(layout, edition, plane: plane, with: operators)
            layouts.append(try ScreenLayout(drafted, on: ground, plane, operators))
        }
        self.layouts = layouts
    }
}

/// One plan of a ``ScreenMap``.
public struct ScreenLayout: Sendable {
    /// The layout.
    public let layout: Layout
    /// The edition drawn.
    public let edition: Edition
    /// Its located zones, outermost first.
    public let zones: [ScreenZone]
    /// What lies under them, the lowest first.
    public let ground: [ScreenZone]
    /// Zones the documents do not locate.
    public let unlocated: [Zone]
    /// West, south, east and north of its zones, degrees.
    public let bounds: [Double]

    init(
        _ drafted: DraftedLayout, on context: DraftedLayout?, _ plane: borrowing SheetPlane,
        _ operators: borrowing SpatialOperators
    ) throws(MapError) {
        layout = drafted.layout
        edition = drafted.edition
        unlocated = drafted.unlocated
        var zones: [ScreenZone] = []
        for zone in drafted.zones { zones.append(try ScreenZone(zone, plane, operators)) }
        self.zones = zones
        let coverage = drafted.layout.coverage
        let ids = (Set(coverage?.zones ?? []), Set(coverage?.notStated.map(\.zone) ?? []))
        var ground: [(order: Int, zone: ScreenZone)] = []
        for zone in context?.zones.filter(ContextLayer.isShown) ?? [] {
            ground.append(
                try ScreenZone.ground(zone, coverage: ids.0, notStated: ids.1, plane, operators))
        }
        self.ground = ground.enumerated().sorted {
            ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
        }.map(\.element.zone)
        let box = Box(around: drafted.edition.zones.compactMap(\.geometry).flatMap(\.vertices))
        bounds = box.map { [$0.lower.x, $0.lower.y, $0.upper.x, $0.upper.y] } ?? []
    }
}

extension Colour {
    /// `#RRGGBB`, as style sheets write colours.
    var hexadecimal: String {
        let parts = [red, green, blue].map { part in
            let digits = String(Int((part * 255).rounded()), radix: 16, uppercase: true)
            return digits.count == 1 ? "0\(digits)" : digits
        }
        return "#\(parts.joined())"
    }
}
