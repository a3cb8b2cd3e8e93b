/// The `crs` member of the 2008 specification, which RFC 7946 section 4 removed but files still carry.
struct DeclaredCRS {
    /// The name as it stands in the file; nil where none is declared.
    let name: String?

    /// Looks for a `crs` among the members of a GeoJSON object.
    ///
    /// - Throws: ``JSONError`` `unsupported_crs` where it does not name longitude and latitude on WGS 84 or
    ///   CGCS2000, unless any frame is accepted because the caller states the frame.
    init(in members: JSONObject, acceptingAny: Bool) throws(JSONError) {
        guard let crs = members["crs"], crs != .null else {
            name = nil
            return
        }
        let properties = crs["properties"]
        let code = properties?["code"].map { "EPSG:\(JSONWriter().string($0))" }
        let name = properties?["name"]?.stringValue ?? code ?? properties?["href"]?.stringValue ?? "?"
        guard acceptingAny || Self.isLonLat(name) else {
            throw .unsupportedCRS(name, path: JSONPath.root.member("crs"))
        }
        self.name = name
    }

    /// CRS84, EPSG:4326 (WGS 84) and EPSG:4490 (CGCS2000) in any of their spellings, such as
    /// `urn:ogc:def:crs:OGC:1.3:CRS84`, `EPSG:4326` and `http://www.opengis.net/def/crs/EPSG/0/4490`.
    private static func isLonLat(_ name: String) -> Bool {
        let parts = name.uppercased().split { $0 == ":" || $0 == "/" }
        switch parts.last {
        case "CRS84": return true
        case "4326", "4490": return parts.contains("EPSG")
        default: return false
        }
    }
}
