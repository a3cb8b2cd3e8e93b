import Foundation
import TestSupport

extension TemporaryFolder {
    /// The shipped data with every accuracy four times as large, in a folder of this one.
    ///
    /// Tables of answers are then a sixteenth in size: made without optimization, they take long.
    func coarseGeoData() throws -> String {
        try copy(Repository.geoData, to: "GeoData")
        let names =
            FileManager.default.enumerator(atPath: path + "/GeoData")?.compactMap { $0 as? String } ?? []
        for name in names where name.hasSuffix("zones.geojson") {
            let text = try self.text("GeoData/" + name).replacing(#/"accuracy_m": *(\d+)/#) { match in
                "\"accuracy_m\": \((Int(match.1) ?? 0) * 4)"
            }
            try write("GeoData/" + name, text)
        }
        return path + "/GeoData"
    }
}
