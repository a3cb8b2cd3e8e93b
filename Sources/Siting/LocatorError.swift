internal import PlanarGeometry
public import Planning
public import Projection
public import Topology
public import Wording

/// Why a catalogue cannot be made ready, or a position not be measured.
public enum LocatorError: ExplainedError, Hashable {
    /// A zone's drawing is no valid area, such as a bow-tie.
    case invalidArea(ZoneReference, Invalidity)
    /// GEOS refused a zone.
    case topology(ZoneReference, TopologyError)
    /// GEOS refused the site.
    case site(TopologyError)
    /// PROJ refused a position.
    case projection(ProjectionError)
    /// The catalogue draws no zone at all.
    case nothingDrawn

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .invalidArea: "invalid_area"
        case .topology(_, let error), .site(let error): error.code
        case .projection(let error): error.code
        case .nothingDrawn: "nothing_drawn"
        }
    }

    /// What is wrong, naming the zone and the place.
    public var message: Bilingual {
        switch self {
        case .invalidArea(let zone, let invalidity):
            let place = "\(invalidity.location.x), \(invalidity.location.y)"
            return Bilingual(
                zh: "结构单元 \(zone) 的图形无效（\(invalidity.reason)），位置 \(place)。",
                en: "Zone \(zone) is no valid area (\(invalidity.reason)) at \(place).")
        case .topology(let zone, let error):
            return Bilingual(
                zh: "结构单元 \(zone)：\(error.message.zh)", en: "Zone \(zone): \(error.message.en)")
        case .site(let error): return error.message
        case .projection(let error): return error.message
        case .nothingDrawn:
            return Bilingual(zh: "数据中没有任何已上图的结构单元。", en: "The data draw no zone at all.")
        }
    }

    /// What to do about it.
    public var remedy: Bilingual {
        switch self {
        case .invalidArea:
            Bilingual(
                zh: "请在 zones.geojson 中改正该处的顶点，使边界不自相交。",
                en: "Mend the vertices there in zones.geojson so that the boundary does not cross itself.")
        case .topology(_, let error), .site(let error): error.remedy
        case .projection(let error): error.remedy
        case .nothingDrawn:
            Bilingual(
                zh: "请检查 GeoData 目录（--geodata）是否完整。",
                en: "Check that the GeoData folder (--geodata) is whole.")
        }
    }
}
