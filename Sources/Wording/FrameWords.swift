/// What people call the reference frames, and the maps that imply one: in headers, in cells, in options.
///
/// One list for whoever must find such a word (a header such as `高德经度`) and for whoever must say what it means;
/// which frame each family is, and which are refused, is decided where frames are known. Words are folded: ordinary
/// width, lower case, without spaces, hyphens and underscores.
public enum FrameWords: CaseIterable, Sendable {
    /// Satellite positioning, and Google Earth.
    case wgs84
    /// The national frame, and 天地图.
    case cgcs2000
    /// Amap, Tencent and Google's map of China (within the mainland it is shifted alike).
    case gcj02
    /// Baidu's longitude and latitude.
    case bd09
    /// Baidu's own plane.
    case bd09Plane
    /// 1980西安坐标系.
    case xian80
    /// 1954北京坐标系.
    case beijing54
    /// A city's own frame.
    case localCity
    /// A strip of degrees, whatever its datum: `三度带35带`.
    case strip

    /// The words of the family.
    public var words: [String] {
        switch self {
        case .wgs84:
            [
                "wgs84", "wgs1984", "gcswgs1984", "worldgeodeticsystem1984", "世界大地坐标系", "crs84", "ogc:crs84",
                "ogccrs84", "gps", "谷歌地球", "googleearth", "84",
            ]
        case .cgcs2000:
            [
                "cgcs2000", "cgcs", "gcscgcs2000", "chinageodeticcoordinatesystem2000", "2000国家大地坐标系",
                "2000国家大地",
                "国家大地2000", "国家2000", "大地2000", "2000大地坐标系", "2000坐标系", "2000系", "2000", "天地图", "tianditu",
            ]
        case .gcj02:
            [
                "gcj02", "gcj", "火星坐标系", "火星坐标", "火星", "mars", "高德地图", "高德", "amap", "gaode", "autonavi",
                "腾讯地图",
                "腾讯", "tencent", "谷歌地图", "谷歌", "googlemaps", "googlemap", "google", "国测局坐标系", "国测局坐标", "国测局",
            ]
        case .bd09: ["bd09ll", "bd09", "bd", "百度地图", "百度", "baidu", "bmap"]
        case .bd09Plane: ["bd09mc", "百度墨卡托"]
        case .xian80: ["西安80", "西安1980", "1980西安", "80西安", "xian80", "xian1980", "80"]
        case .beijing54: ["北京54", "北京1954", "1954北京", "54北京", "beijing54", "beijing1954", "54"]
        case .localCity:
            [
                "重庆市独立坐标系", "重庆独立坐标系", "重庆市独立", "重庆独立", "独立坐标系", "独立坐标", "地方坐标系", "城市坐标系",
            ]
        case .strip:
            [
                "3度分带", "三度分带", "6度分带", "六度分带", "3度带", "三度带", "6度带", "六度带", "3°带", "6°带", "3degree",
                "6degree",
                "3deg", "6deg",
            ]
        }
    }

    /// What may follow a frame's word and belong to it: `CGCS2000 3度带 35带`, `CGCS2000_3_Degree_GK_Zone_35`.
    public static let stripWords = [
        "高斯克吕格", "高斯克里格", "高斯", "投影", "gausskrueger", "gausskruger", "gausskrüger", "gk", "中央子午线", "中央经线",
        "带号",
        "zone", "cm", "第", "带",
    ]

    /// What may stand behind any of the words and change nothing: `腾讯地图坐标`, `WGS84经纬度`.
    public static let suffixes = ["坐标系统", "坐标系", "坐标", "经纬度"]
}
