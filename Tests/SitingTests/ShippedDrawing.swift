import PlanarGeometry
import Planning
import TestSupport

@testable import Siting

/// The shipped data with every layout drawn, for what a public answer does not show: zones it leaves out because
/// they are improbable, and zones of layouts that do not cover the site.
struct ShippedDrawing: ~Copyable {
    let catalogue: Catalogue
    let plane: MetricPlane
    let layouts: [DrawnLayout]

    init(asOf: CalendarDate) throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let editions = catalogue.layouts.compactMap { layout in
            layout.edition(validOn: asOf).map { (layout, $0) }
        }
        let located = editions.flatMap(\.1.zones).compactMap(\.geometry).flatMap(\.vertices)
        guard let box = Box(around: located) else { throw LocatorError.nothingDrawn }
        let plane = try MetricPlane(centre: LonLat(box.centre))
        var layouts: [DrawnLayout] = []
        for (layout, edition) in editions {
            layouts.append(try DrawnLayout(layout, edition, of: catalogue, plane: plane))
        }
        self.catalogue = catalogue
        self.layouts = layouts
        self.plane = plane
    }

    func measured(_ position: LonLat) throws -> MeasuredPosition {
        try MeasuredPosition(position, plane: plane)
    }
}

extension DrawnZone {
    var reference: ZoneReference { ZoneReference(layout: zone.layout, zone: zone.id) }
}
