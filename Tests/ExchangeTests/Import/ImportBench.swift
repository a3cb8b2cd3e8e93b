import Exchange
import GeoJSON
import PlanarGeometry
import Planning
import TestSupport
import Testing
import Wording

/// A copy of the shipped data to import into, and files to import.
struct ImportBench {
    let folder: TemporaryFolder
    let today = CalendarDate.today()
    let layout = "jinfeng-five-zones"

    init() throws {
        folder = try TemporaryFolder()
        try folder.copy(Repository.geoData, to: "data")
    }

    var data: GeoDataFolder { GeoDataFolder(path: folder.path + "/data") }

    /// Writes features as GeoJSON and asks for their import.
    func request(_ features: [Feature], as target: ImportRequest.Target? = nil) throws -> ImportRequest {
        let value = FeatureCollection(features: features).encoded(decimals: 12)
        try folder.write("in.geojson", JSONWriter().string(value))
        return request("in.geojson", as: target)
    }

    func request(_ file: String, as target: ImportRequest.Target? = nil) -> ImportRequest {
        var request = ImportRequest(
            [ImportSource("\(folder.path)/\(file)")], as: target ?? .layout(layout), validFrom: today,
            today: today)
        request.accuracy = 0.5
        return request
    }

    /// Features of zones of the layout, as a planner's table might have them.
    func features(_ ids: [String], named: (Zone) -> JSONObject = { ["MC": .string($0.name.zh)] }) throws
        -> [Feature]
    {
        let edition = try #require(try data.catalogue().layout(layout)?.editions.first)
        return try ids.map { id in
            let zone = try #require(edition.zone(id))
            return Feature(geometry: zone.geometry, properties: named(zone))
        }
    }

    static let five = [
        "chengyu-zonghexing-kexue-zhongxin", "daxuecheng", "kechuangjie", "keyangang", "kexuegu",
        "shengmingdao",
    ]
}
