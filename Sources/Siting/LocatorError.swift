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
    /// A zone lies so far from the others that no one plane measures them all.
    case farFromOthers(ZoneReference)
    /// No edition is valid on the day asked for; the first day on which one is, where there is any.
    case noEdition(on: CalendarDate, earliest: CalendarDate?)
    /// The catalogue draws no zone at all.
    case nothingDrawn
    /// The zones cannot be indexed for bulk questions.
    case bulkIndex(BulkIndexError)

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .invalidArea: "invalid_area"
        case .topology(_, let error), .site(let error): error.code
        case .projection(let error): error.code
        case .farFromOthers: "far_from_others"
        case .noEdition: "no_edition"
        case .nothingDrawn: "nothing_drawn"
        case .bulkIndex(let error): error.code
        }
    }

    /// What is wrong, naming the zone and the place.
    public var message: Bilingual {
        switch self {
        case .invalidArea(let zone, let invalidity):
            let place = "\(invalidity.location.x), \(invalidity.location.y)"
            return Bilingual(
                zh: "结构单元 \(zone) 的图形无效（\(invalidity.words.zh)），位置 \(place)。",
                en: "Zone \(zone) is no valid area (\(invalidity.words.en)) at \(place).")
        case .topology(let zone, let error):
            return Bilingual(
                zh: "结构单元 \(zone)：\(error.message.zh)", en: "Zone \(zone): \(error.message.en)")
        case .site(let error): return error.message
        case .projection(let error): return error.message
        case .farFromOthers(let zone):
            return Bilingual(
                zh: "结构单元 \(zone) 与其他单元相距过远，无法在同一平面内量算。",
                en: "Zone \(zone) lies too far from the others to be measured in one plane with them.")
        case .noEdition(let day, _):
            return Bilingual(zh: "\(day) 没有任何有效的数据版本。", en: "No edition of any layout is valid on \(day).")
        case .nothingDrawn:
            return Bilingual(zh: "数据中没有任何已上图的结构单元。", en: "The data draw no zone at all.")
        case .bulkIndex(let error): return error.message
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
        case .farFromOthers:
            Bilingual(
                zh: "请检查该单元的坐标（先经度后纬度）。", en: "Check the zone's coordinates (longitude first).")
        case .bulkIndex(let error): error.remedy
        case .noEdition(_, let earliest?):
            Bilingual(zh: "最早的版本自 \(earliest) 起有效。", en: "The earliest edition is valid from \(earliest).")
        case .noEdition(_, nil), .nothingDrawn:
            Bilingual(
                zh: "请检查 GeoData 目录（--geodata）是否完整。",
                en: "Check that the GeoData folder (--geodata) is whole.")
        }
    }
}
