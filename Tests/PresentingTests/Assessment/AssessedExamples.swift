import Planning
import Presenting
import Siting
import TestSupport
import Testing

/// Assessments of the shipped data, and the catalogue they are presented with.
struct AssessedExamples {
    let catalogue: Catalogue
    let assessments: [Assessment]

    /// Assesses shapes and positions on a fixed day.
    init(_ sites: [AssessedSite], activity: String? = nil) throws {
        let folder = GeoDataFolder(path: Repository.geoData)
        catalogue = try folder.catalogue()
        let assessor = try Assessor(
            catalogue, try folder.activities(in: catalogue),
            unchecked: try folder.uncheckedItems(in: catalogue),
            asOf: try #require(CalendarDate("2026-11-21")))
        var assessments: [Assessment] = []
        for site in sites { assessments.append(try assessor.assess(site, activity: activity)) }
        self.assessments = assessments
    }

    /// A parcel of some 400 m at 西永, a position on 生命岛, one in the 中梁山 screen and one in Tokyo.
    static func usual() throws -> AssessedExamples {
        try AssessedExamples(
            [
                AssessedSite(
                    try ParcelReader().parcel(
                        wkt:
                            "POLYGON((106.37 29.595,106.374 29.595,106.374 29.599,106.37 29.599,106.37 29.595))",
                        id: "A-12", name: "<西永>")),
                AssessedSite(Site(LonLat(longitude: 106.33, latitude: 29.52))),
                AssessedSite(Site(LonLat(longitude: 106.4157, latitude: 29.5763))),
                AssessedSite(Site(LonLat(longitude: 139.7, latitude: 35.6))),
            ], activity: "集成电路设计")
    }

    func rows() -> [AssessedRow] {
        assessments.map {
            AssessedRow(label: "site", id: $0.site.id, name: $0.site.name, outcome: .success($0))
        }
    }
}
