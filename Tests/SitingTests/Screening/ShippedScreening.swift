import PlanarGeometry
import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

/// The shipped data, made ready for criteria as people write them.
enum ShippedScreening {
    static let day = CalendarDate("2026-11-21")

    private static let shared = Result { try read() }

    private static func read() throws -> (Catalogue, FunctionalFit) {
        let folder = GeoDataFolder(path: Repository.geoData)
        let catalogue = try folder.catalogue()
        let fit = FunctionalFit(
            try folder.activities(in: catalogue), catalogue, asOf: try #require(day))
        return (catalogue, fit)
    }

    static func catalogue() throws -> Catalogue { try shared.get().0 }

    static func reader() throws -> CriterionReader {
        let (catalogue, fit) = try shared.get()
        return CriterionReader(catalogue, asOf: try #require(day), fit: fit)
    }

    /// A screening by texts such as `in:生命岛`.
    static func screening(
        _ texts: [String], confidence: Confidence = .standard, minimumProbability: Double? = nil
    ) throws -> Screening {
        let reader = try reader()
        var criteria: [Criterion] = []
        for text in texts {
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            criteria += try reader.criteria(try #require(Criterion.Kind(rawValue: parts[0])), parts[1])
        }
        return try Screening(
            criteria, in: try catalogue(), asOf: try #require(day), confidence: confidence,
            minimumProbability: minimumProbability)
    }

    /// What a candidate comes to.
    static func screened(
        _ candidate: Candidate, _ texts: [String], minimumProbability: Double? = nil
    ) throws -> ScreenedCandidate {
        let screening = try screening(texts, minimumProbability: minimumProbability)
        return try Screener(screening, try catalogue()).screened(candidate)
    }

    static func point(_ x: Double, _ y: Double, landArea: StatedLandArea = .none) -> Candidate {
        Candidate(.site(Site(LonLat(longitude: x, latitude: y))), landArea: landArea)
    }

    /// A square with its middle at a position and a side in metres, near enough.
    static func square(
        _ x: Double, _ y: Double, side: Double, accuracy: Double = 0, landArea: StatedLandArea = .none
    ) throws -> Candidate {
        let (dx, dy) = (side / 2 / 96_900, side / 2 / 110_850)
        let corners = [(-dx, -dy), (dx, -dy), (dx, dy), (-dx, dy), (-dx, -dy)].map {
            Point(x: x + $0.0, y: y + $0.1)
        }
        let polygon = Polygon(exterior: try Ring(corners))
        let parcel = try ParcelReader().parcel(
            .polygon(polygon), accuracy: accuracy, statedArea: landArea.area)
        return Candidate(.parcel(parcel), landArea: landArea)
    }
}
