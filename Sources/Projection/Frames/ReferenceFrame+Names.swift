public import Wording

extension ReferenceFrame {
    /// The frame's name for people.
    public var name: Bilingual {
        switch self {
        case .wgs84: Bilingual(zh: "WGS 84 经纬度", en: "WGS 84 longitude and latitude")
        case .cgcs2000: Bilingual(zh: "2000国家大地坐标系经纬度", en: "CGCS2000 longitude and latitude")
        case .gcj02:
            Bilingual(zh: "GCJ-02（高德、腾讯、谷歌中国地图）", en: "GCJ-02 (Amap, Tencent, Google's map of China)")
        case .bd09: Bilingual(zh: "BD-09（百度地图）", en: "BD-09 (Baidu maps)")
        case .projected(let frame): frame.name
        }
    }
}

extension ProjectedFrame {
    /// The frame's name for people, with strip, central meridian and whether eastings carry the zone number.
    public var name: Bilingual {
        switch method {
        case .gaussKrueger(let width, let zone, let numbered):
            let meridian = width == 3 ? 3 * zone : 6 * zone - 3
            return Bilingual(
                zh: "CGCS2000 \(width)度带 中央经线\(meridian)°，\(numbered ? "横坐标带带号\(zone)" : "横坐标不带带号")",
                en: "CGCS2000 \(width)-degree Gauss-Krüger, central meridian \(meridian)°E, "
                    + "\(numbered ? "eastings begin with zone \(zone)" : "eastings without zone number")")
        case .utmNorth(let zone):
            return Bilingual(zh: "WGS 84 UTM 北\(zone)带", en: "WGS 84 / UTM zone \(zone)N")
        case .webMercator:
            return Bilingual(zh: "Web 墨卡托", en: "WGS 84 / Pseudo-Mercator")
        }
    }
}
