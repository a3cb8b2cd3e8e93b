import Foundation
import PlanarGeometry
import Planning
import Projection
import TestSupport
import Testing

@testable import Siting

/// The shipped data made ready on a fixed day, and the plans' ids.
enum Shipped {
    static let five = "jinfeng-five-zones"
    static let north = "north-middle-south"
    static let two = "liang-cheng-liang-dai-liang-ping"

    static func assessor(asOf day: String = "2026-11-21") throws -> Assessor {
        let folder = GeoDataFolder(path: Repository.geoData)
        let catalogue = try folder.catalogue()
        return try Assessor(
            catalogue, try folder.activities(in: catalogue),
            unchecked: try folder.uncheckedItems(in: catalogue), asOf: try #require(CalendarDate(day)))
    }

    static func place(_ name: String) throws -> AssessedSite {
        let gazetteer = try GeoDataFolder(path: Repository.geoData).gazetteer()
        let place = try gazetteer.place(named: name)
        return AssessedSite(try #require(Site(place)))
    }

    static func zone(_ id: String, of layout: String, in catalogue: Catalogue) throws -> AssessedSite {
        let edition = try #require(catalogue.layout(layout)?.editions.last)
        let zone = try #require(edition.zone(id))
        return try #require(AssessedSite(zone))
    }

    static func parcel(_ wkt: String, accuracy: Double = 0, stated: StatedArea? = nil) throws -> AssessedSite
    {
        AssessedSite(try ParcelReader(accuracy: accuracy).parcel(wkt: wkt, statedArea: stated))
    }

    /// A square around a position, its sides so many metres long.
    static func square(_ longitude: Double, _ latitude: Double, metres: Double) throws -> AssessedSite {
        let frame = try LocalMetricFrame(centre: Point(x: longitude, y: latitude))
        let half = metres / 2
        var corners: [Point] = []
        for (x, y) in [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)] {
            corners.append(try frame.lonLat(Point(x: x, y: y)))
        }
        return AssessedSite(
            try ParcelReader().parcel(.polygon(Polygon(exterior: try Ring(corners)))))
    }

    static func position(_ longitude: Double, _ latitude: Double, accuracy: Double = 0) -> AssessedSite {
        AssessedSite(Site(LonLat(longitude: longitude, latitude: latitude), accuracy: accuracy))
    }
}

extension AssessedSite {
    /// The site moved along the ellipsoid: metres, and degrees clockwise from true north at the middle of its box.
    func moved(_ metres: Double, at bearing: Double) throws -> AssessedSite {
        let parcel = self.parcel
        let centre = try #require(parcel.geometry.box?.centre)
        let frame = try LocalMetricFrame(centre: centre)
        let radians = bearing * .pi / 180
        let (east, north) = (metres * sin(radians), metres * cos(radians))
        let geometry = try parcel.geometry.mapped { points in
            try points.map { point in
                let place = try frame.metres(point)
                return try frame.lonLat(Point(x: place.x + east, y: place.y + north))
            }
        }
        return AssessedSite(try ParcelReader().parcel(geometry, accuracy: parcel.accuracy))
    }
}
