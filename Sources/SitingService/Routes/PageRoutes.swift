internal import GeoJSON
internal import HTTPTypes
internal import Hummingbird
internal import MapDrawing
internal import Planning

/// The page for people at `/map`, the files it is made of, and what its map shows.
struct PageRoutes: Sendable {
    let desk: QuestionDesk

    private var leaflet: Leaflet { desk.leaflet }

    var endpoints: [Endpoint] { [page, data] + (PageFile.own.map { file($0, in: "page") }) + library }

    private var page: Endpoint {
        let baseMap = desk.settings.baseMap
        return Endpoint(
            .get, "/map", id: "mapPage", .maps, zh: "地图页面：点选、输入坐标或地名、拖入文件即可查询",
            en: "The page: click the map, type a position or a name, or drop a file.", formats: [.html]
        ) { _ in
            guard !leaflet.files.isEmpty else { throw leaflet.missing }
            var response = PageFile.index.response
            response.headers[.contentSecurityPolicy] = Self.policy(baseMap)
            // The keys of map services are bound to the page's origin; the address behind # goes nowhere all the same.
            if baseMap != nil { response.headers[.referrerPolicy] = "strict-origin" }
            return response
        }
    }

    /// No style and no script but the page's own; pictures from the base map's hosts and no others.
    static func policy(_ baseMap: BaseMap?) -> String {
        let pictures = baseMap.map { " \($0.origins)" } ?? ""
        return """
            default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:\(pictures); \
            connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
            """
    }

    private var data: Endpoint {
        Endpoint(
            .get, "/map/data", id: "mapData", .maps, zh: "地图页面所画：空间格局及其样式、坐标系、用词",
            en: "What the page's map shows: layouts with their styles, frames, words."
        ) { _ in
            try await desk.mapData(on: .today()).response
        }
    }

    private func file(_ file: PageFile, in folder: String) -> Endpoint {
        Endpoint(
            .get, "/map/\(folder)/\(file.name)", id: "file\(file.name)", .page, zh: "地图页面的文件",
            en: "A file of the page.", formats: [file.format]
        ) { _ in file.response }
    }

    /// Where Leaflet is missing its files are answered by why.
    private var library: [Endpoint] {
        leaflet.files.map { file($0, in: "leaflet") }
    }
}
