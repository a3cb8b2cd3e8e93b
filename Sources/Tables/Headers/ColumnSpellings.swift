/// The headers people write for each role, folded as `HeaderName` folds them.
///
/// Gathered from what Chinese survey sheets, web map exports, ArcGIS/QGIS attribute tables and Darwin Core use.
enum ColumnSpellings {
    /// A role, and how strongly a spelling claims it: 0 is the strongest.
    struct Claim: Hashable {
        let role: ColumnRole
        let rank: Int
    }

    static func claim(_ spelling: String) -> Claim? { table[spelling] }

    /// Any of these claims its role alike: two of them in one header are a tie.
    private static let equals: [(ColumnRole, Int, String)] = [
        (.longitude, 0, "经度 东经 东经度 经度东经 longitude lon lng long"),
        (.longitude, 1, "jingdu jd longi longitud 经线"),
        (.latitude, 0, "纬度 北纬 北纬度 纬度北纬 latitude lat"),
        (.latitude, 1, "weidu wd lati latit 纬线"),
        (.northing, 0, "x坐标 坐标x 纵坐标 纵坐标x x纵坐标 纵坐标y y纵坐标 北坐标 n坐标 坐标n 北向坐标 northing"),
        (.northing, 1, "north 北 北向"),
        (.easting, 0, "y坐标 坐标y 横坐标 横坐标y y横坐标 横坐标x x横坐标 东坐标 e坐标 坐标e 东向坐标 easting"),
        (.easting, 1, "east 东 东向"),
        (.x, 0, "x"),
        (.x, 1, "xcoord coordx xcoordinate coordinatex xcoor pointx posx xpos x轴"),
        (.y, 0, "y"),
        (.y, 1, "ycoord coordy ycoordinate coordinatey ycoor pointy posy ypos y轴"),
        (.position, 0, "经纬度 经纬度坐标 坐标经纬度 经纬 lnglat lonlat longlat longitudelatitude 经度纬度 东经北纬"),
        (.position, 0, "latlng latlon latlong latitudelongitude 纬度经度 纬经度 北纬东经"),
        (.position, 1, "坐标 坐标点 坐标位置 位置坐标 position coordinates coordinate coords coord xy xy坐标 坐标xy"),
        (.position, 2, "location geolocation"),
        (.place, 0, "地点 地名 place placename 地点名称"),
        (.place, 1, "位置 所在位置 所在地点 toponym"),
        (.frame, 0, "frame crs 坐标系 坐标系统 坐标参考系 坐标参考系统 参考系 参考坐标系 坐标框架 空间参考"),
        (.frame, 1, "srs srid epsg datum 大地基准 坐标系名称 坐标类型"),
        (.accuracy, 0, "accuracy 精度 中误差 点位中误差 位置中误差 点位精度 位置精度 定位精度 误差 定位误差"),
        (
            .shape, 0,
            "wkt 图形 图形wkt wkt图形 geometry geom thegeom shape wktgeom wktgeometry geometrywkt geomwkt 红线wkt wkt红线 范围wkt 空间范围wkt 用地红线wkt 宗地红线wkt 边界坐标wkt 红线坐标wkt 范围坐标wkt 坐标wkt"
        ),
        (.shape, 1, "几何 几何图形 几何信息 空间图形 地块图形 宗地图形 地块边界 宗地边界 图形坐标 边界wkt wkt边界 wkb geojson"),
        (
            .accuracy, 1,
            "uncertainty horizontalaccuracy hacc 水平精度 平面精度 误差半径 coordinateuncertainty "
                + "coordinateuncertaintyinmeters 坐标精度"
        ),
    ]

    /// An earlier spelling beats a later one: a table has many numbers and names, and a serial number comes last.
    private static let ordered: [(ColumnRole, String)] = [
        (
            .id,
            "地块编号 dkbh siteid 宗地编号 宗地号 宗地代码 parcelid parcelno zddm 地块号 地块代码 图斑编号 图斑号 站点编号 点位编号 "
                + "项目编号 xmbh 项目代码 projectid 编号 id 唯一编号 uid uuid 点号 点名 代码 编码 code key fid objectid oid site "
                + "序号 no num number index"
        ),
        (
            .name,
            "地块名称 dkmc 地块名 sitename 宗地名称 parcelname 站点名称 点位名称 项目名称 xmmc projectname 项目名 名称 name 企业名称 "
                + "单位名称 项目 企业 title label 标题"
        ),
    ]

    private static let table: [String: Claim] = {
        var table: [String: Claim] = [:]
        for (role, rank, spellings) in equals {
            for spelling in spellings.split(separator: " ") {
                table[String(spelling)] = Claim(role: role, rank: rank)
            }
        }
        for (role, spellings) in ordered {
            for (rank, spelling) in spellings.split(separator: " ").enumerated() {
                table[String(spelling)] = Claim(role: role, rank: rank)
            }
        }
        return table
    }()

    /// What may stand before or behind a coordinate's word without changing it: `中心点经度`, `GPS经度`, `经度坐标`.
    static let prefixes = [
        "中心点", "中心", "质心", "宗地", "地块", "项目", "站点", "点位", "位置", "大地", "地理", "坐标", "平面", "gps",
        "site", "point", "centroid", "center", "centre", "geo",
    ]
    static let suffixes = [
        "坐标值", "坐标", "值", "数据", "coordinate", "coord", "degrees", "degree", "deg", "°", "度",
    ]
    /// Axis letters beside a word that needs none: `经度X`, `E经度`.
    static let axisLetters: Set<Character> = ["x", "y", "e", "n"]

    /// Metres in one of a header's unit of length; nil for what is none.
    static func metres(unit: String) -> Double? {
        let bare = unit.hasPrefix("单位") ? String(unit.dropFirst(2)) : unit
        switch bare {
        case "m", "米", "meter", "meters", "metre", "metres", "公尺": return 1
        case "cm", "厘米", "公分": return 0.01
        case "mm", "毫米": return 0.001
        case "km", "公里", "千米": return 1000
        default: return nil
        }
    }
}
