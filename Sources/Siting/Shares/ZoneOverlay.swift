internal import PlanarGeometry
public import Planning
internal import Projection
internal import Topology

/// Lays sites and zones over each other: the shares of a parcel, the neighbours of a zone, the graph of a layout.
///
/// Owns what GEOS and PROJ made for it, so it is noncopyable and stays with the task that made it, like ``Locator``.
///
/// ```swift
/// let overlay = try ZoneOverlay(catalogue)
/// let answer = try overlay.shares(of: try ParcelReader().parcel(wkt: text))
/// let neighbours = try overlay.neighbours(of: ZoneReference(layout: "jinfeng-five-zones", zone: "shengmingdao"))
/// ```
public struct ZoneOverlay: ~Copyable {
    /// What the answers are taken from.
    public let catalogue: Catalogue
    /// The day for which editions are chosen.
    public let asOf: CalendarDate

    let operators: SpatialOperators
    let geodesic = Geodesic()
    let plane: MetricPlane
    let local: LocalDegrees
    /// The land around all zones on which metres are measured, local degrees.
    let reach: Geometry
    let layouts: [OverlaidLayout]
    let memory = LastParcel()

    /// Makes the editions valid on a day ready.
    ///
    /// - Throws: ``LocatorError`` naming the zone whose drawing is no valid area.
    public init(_ catalogue: Catalogue, asOf: CalendarDate = .today()) throws(LocatorError) {
        let editions = catalogue.layouts.compactMap { layout in
            layout.edition(validOn: asOf).map { (layout, $0) }
        }
        let vertices = editions.flatMap { $0.1.zones.compactMap(\.geometry).flatMap(\.vertices) }
        guard let box = Box(around: vertices) else { throw LocatorError.nothingDrawn }
        let plane = try MetricPlane(centre: LonLat(box.centre))
        let local = LocalDegrees(origin: box.centre)
        var layouts: [OverlaidLayout] = []
        for (layout, edition) in editions {
            layouts.append(try OverlaidLayout(layout, edition, local: local, plane: plane))
        }
        let operators = SpatialOperators()
        for zone in layouts.flatMap(\.zones) where zone.dimension == 2 {
            let found = try Self.explained(zone) { () throws(TopologyError) in
                // In degrees as drawn: the place named is one to be found in the file.
                try zone.zone.geometry.flatMap { drawn throws(TopologyError) in
                    try operators.invalidity(of: drawn)
                }
            }
            if let found { throw LocatorError.invalidArea(zone.reference, found) }
        }
        self.operators = operators
        self.catalogue = catalogue
        self.asOf = asOf
        self.layouts = layouts
        self.plane = plane
        self.local = local
        reach = Self.rectangle(around: box, local: local)
    }

    /// The box of all zones with some 55 km around it, which stays on the plane and beyond which none matters.
    private static func rectangle(around box: Box, local: LocalDegrees) -> Geometry {
        let margin = 0.5  // degrees
        let (west, south) = (box.lower.x - margin, box.lower.y - margin)
        let (east, north) = (box.upper.x + margin, box.upper.y + margin)
        let corners = [
            Point(x: west, y: south), Point(x: east, y: south), Point(x: east, y: north),
            Point(x: west, y: north),
            Point(x: west, y: south),
        ]
        do throws(GeometryError) {
            return local.from(.polygon(Polygon(exterior: try Ring(corners))))
        } catch {
            preconditionFailure("five finite corners, the last the first: \(error)")
        }
    }

    /// Runs a question to GEOS about a zone.
    static func explained<Answer>(
        _ zone: OverlaidZone, _ ask: () throws(TopologyError) -> Answer
    ) throws(LocatorError) -> Answer {
        do throws(TopologyError) { return try ask() } catch {
            throw LocatorError.topology(zone.reference, error)
        }
    }

    /// The zone with a layout and id.
    func zone(_ reference: ZoneReference) -> OverlaidZone? {
        layouts.first { $0.layout.id == reference.layout }?.zone(reference.zone)
    }

    /// The context layout.
    var context: OverlaidLayout? { layouts.first { $0.layout.kind == .context } }
}

@available(
    *, unavailable, message: "an overlay serves one task at a time: make one for each from the same catalogue"
)
extension ZoneOverlay: Sendable {}

/// The parcel asked about last.
final class LastParcel {
    var parcel: MeasuredParcel?
}

/// One layout in the edition valid on the day asked about, its located zones made ready for lines and areas.
final class OverlaidLayout {
    let layout: Layout
    let edition: Edition
    let zones: [OverlaidZone]
    /// By the index of the partition; filled as they are asked for.
    var grounds: [Int: DividedGround] = [:]
    /// Imported outlines and kept sketches, where the edition holds both; made when first asked for.
    var sheets: OverlaidSheets??
    /// The land its documents speak about, joined from several zones; made when first asked for.
    var spoken: Geometry??

    init(
        _ layout: Layout, _ edition: Edition, local: LocalDegrees, plane: borrowing MetricPlane
    ) throws(LocatorError) {
        self.layout = layout
        self.edition = edition
        var zones: [OverlaidZone] = []
        for (order, zone) in edition.zones.enumerated() {
            if let made = try OverlaidZone(zone, order: order, local: local, plane: plane) {
                zones.append(made)
            }
        }
        self.zones = zones
    }

    func zone(_ id: String) -> OverlaidZone? { zones.first { $0.zone.id == id } }
}
