public import Wording

/// Why a text names no frame this library converts.
public enum FrameError: ExplainedError, Hashable {
    /// Nothing was written.
    case empty
    /// A frame that is known and refused.
    case refused(String, RefusedDatum)
    /// A frame of strips named without its strip.
    case zoneUnstated(String)
    /// A strip that does not exist: three-degree zones are 25–45, six-degree zones 13–23.
    case noSuchZone(String)
    /// Anything else.
    case unknown(String)

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .empty: "empty"
        case .refused: "refused_frame"
        case .zoneUnstated: "ambiguous_frame"
        case .noSuchZone, .unknown: "unknown_frame"
        }
    }

    /// What is wrong with the frame as written.
    public var message: Bilingual {
        switch self {
        case .empty:
            Bilingual(zh: "没有写明坐标系。", en: "No reference frame is given.")
        case .refused(let text, .coordinateSystemText):
            Bilingual(
                zh: "不接受坐标系定义文本“\(text.quotable)”。",
                en: "“\(text.quotable)” is the text of a coordinate system; such texts are not taken.")
        case .refused(let text, let datum):
            Bilingual(
                zh: "“\(text.quotable)”属于\(datum.name.zh)，转换参数不公开，本工具不换算。",
                en:
                    "“\(text.quotable)” is \(datum.name.en); its parameters are not public, so it is not converted."
            )
        case .zoneUnstated(let text):
            Bilingual(
                zh: "“\(text.quotable)”没有写明是哪一带。", en: "“\(text.quotable)” does not say which zone.")
        case .noSuchZone(let text):
            Bilingual(
                zh: "“\(text.quotable)”中的带号或中央经线不存在：3度带为25—45带，6度带为13—23带。",
                en:
                    "“\(text.quotable)” names no existing zone or central meridian: three-degree zones are 25–45, "
                    + "six-degree zones 13–23.")
        case .unknown(let text):
            Bilingual(
                zh: "不认识坐标系“\(text.quotable)”。", en: "“\(text.quotable)” is not a frame known here.")
        }
    }

    /// What to write instead.
    public var remedy: Bilingual {
        switch self {
        case .refused(_, .coordinateSystemText):
            Bilingual(
                zh: "请改写坐标系名称或 EPSG 代码，例如 epsg:4544；坐标一律按先横（东、经度）后纵（北、纬度）的顺序。可用：\(Self.choices.zh)",
                en: "Name the frame or its EPSG code, such as epsg:4544; positions are then x, y. "
                    + "There are: \(Self.choices.en)")
        case .refused:
            Bilingual(
                zh: "请先向测绘主管部门或数据提供单位申请转换为2000国家大地坐标系（CGCS2000），再以 cgcs2000 或 epsg:4544 等提交。",
                en:
                    "Have the data converted to CGCS2000 by the surveying authority or whoever supplied it, then "
                    + "give it as cgcs2000 or, say, epsg:4544.")
        case .zoneUnstated:
            Bilingual(
                zh:
                    "重庆主城跨35带（中央经线105°）与36带（108°），以东经106°30′为界：请写 epsg:4544 或 epsg:4545（横坐标带带号时写 epsg:4523 或 epsg:4524）。",
                en:
                    "Two three-degree zones meet in Chongqing at 106°30′ E: write epsg:4544 (zone 35, 105°) or epsg:4545 "
                    + "(zone 36, 108°); epsg:4523 or epsg:4524 where eastings begin with the zone number.")
        case .empty, .noSuchZone, .unknown:
            Bilingual(zh: "可用：\(Self.choices.zh)", en: "There are: \(Self.choices.en)")
        }
    }

    /// The frames there are, in a line.
    private static let choices = Bilingual(
        zh: "wgs84、cgcs2000、gcj02（高德）、bd09（百度）、epsg:4513—4533（CGCS2000 3度带，带带号）、epsg:4534—4554（3度带，不带带号；"
            + "重庆为 4544、4545）、epsg:4491—4501（6度带，带带号）、epsg:4502—4512（6度带，不带带号）、epsg:3857、epsg:32648。",
        en:
            "wgs84, cgcs2000, gcj02 (Amap), bd09 (Baidu), epsg:4513–4533 (CGCS2000 three-degree, eastings with zone number), "
            + "epsg:4534–4554 (three-degree, without; 4544 and 4545 in Chongqing), epsg:4491–4501 (six-degree, with), "
            + "epsg:4502–4512 (six-degree, without), epsg:3857, epsg:32648.")
}
