extension ReferenceFrame {
    /// Reads a frame as people write it.
    ///
    /// Such as `wgs84`, `EPSG:4544`, `国家2000`, `CGCS2000 3度带 35带` or `高德`.
    /// Case, spaces, dashes, underscores and the width of characters do not matter. A zone number
    /// (`35带`, `zone 35`) means eastings that begin with it; a central meridian (`105°`, `CM 105E`) means
    /// eastings without. No coordinate system language is read: such a text never reaches PROJ.
    ///
    /// - Throws: ``FrameError``, naming the text and what there is instead.
    public init(parsing text: String) throws(FrameError) {
        // Longer than any name: the beginning tells what kind of text it is.
        let text = text.utf8.count > 1000 ? String(text.prefix(300)) : text
        let spaced = foldingWidth(of: text).text.lowercased()
        let squeezed = String(spaced.unicodeScalars.filter { !" \t\r\n\u{A0}".unicodeScalars.contains($0) })
        guard !squeezed.isEmpty else { throw .empty }
        guard squeezed.utf8.count <= 200 else {
            throw RefusedDatum(naming: squeezed).map { .refused(text, $0) } ?? .unknown(text)
        }
        let compact = squeezed.removing("-", "_", "/", "(", ")", ",", "、", "·")
        if let known = Self.names[compact] {
            self = known
            return
        }
        if let code = Self.code(in: squeezed) {
            do throws(FrameError) { self = try .epsg(code) } catch {
                // Said again with the user's own spelling.
                if case .refused(_, let datum) = error { throw .refused(text, datum) }
                throw .unknown(text)
            }
            return
        }
        if let frame = try Self.strip(in: compact, writtenAs: text) {
            self = .projected(frame)
            return
        }
        if let datum = RefusedDatum(naming: squeezed) { throw .refused(text, datum) }
        throw .unknown(text)
    }

    /// The number of `epsg:4544`, `epsg 4544`, `epsg::4544` or a bare `4544`.
    private static func code(in text: String) -> Int? {
        var digits = Substring(text)
        if digits.hasPrefix("epsg") { digits = digits.dropFirst(4).drop { ":-_".contains($0) } }
        guard (4...6).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }

    /// The Gauss–Krüger strip of `cgcs20003度带35带` and the like; nil where the text is about something else.
    private static func strip(in compact: String, writtenAs text: String) throws(FrameError)
        -> ProjectedFrame?
    {
        guard let datum = datumNames.first(where: { compact.containsText($0) }) else { return nil }
        var rest = compact.removing(datum)
        if rest.isEmpty { return nil }
        // "3度带" is the width and "35带" the zone: the width goes first, the zone number then stands alone.
        let widths = [
            ("3度分带", 3), ("三度分带", 3), ("6度分带", 6), ("六度分带", 6), ("3度带", 3), ("三度带", 3), ("6度带", 6),
            ("六度带", 6), ("3°带", 3), ("6°带", 6), ("3degree", 3), ("6degree", 6), ("3deg", 3), ("6deg", 6),
        ]
        var width: Int?
        // Only where no digit stands before it: "33度带" is not a width.
        if let (word, degrees) = widths.first(where: { rest.containsText($0.0) }),
            !rest.hasDigit(before: word)
        {
            width = degrees
            rest = rest.removing(word)
        }
        rest = rest.removing(
            "高斯克吕格", "高斯克里格", "高斯", "投影", "平面", "直角", "坐标系", "坐标", "gausskruger", "gausskrüger",
            "gausskrueger", "gk",
            "degree", ":", "=", ".")
        let saysZone = ["带", "zone"].contains { rest.containsText($0) }
        let saysMeridian = ["中央", "cm", "°", "度", "e"].contains { rest.removing("zone").containsText($0) }
        rest = rest.removing(
            "中央子午线", "中央经线", "带号", "分带", "第", "带", "度", "°", "zone", "cm", "e", "n")
        guard rest.utf8.allSatisfy({ (48...57).contains($0) }), rest.utf8.count <= 3 else { return nil }
        guard let number = Int(rest) else { throw .zoneUnstated(text) }
        if saysZone, !saysMeridian || number < 73 {
            guard let frame = ProjectedFrame(zone: number, numbered: true), frame.isStrip(of: width) else {
                throw .noSuchZone(text)
            }
            return frame
        }
        let zone = width == 6 ? (number + 3) / 6 : number / 3
        guard let frame = ProjectedFrame(zone: zone, numbered: false), frame.centralMeridian == Double(number)
        else { throw .noSuchZone(text) }
        return frame
    }

    private static let datumNames = [
        "chinageodeticcoordinatesystem2000", "2000国家大地坐标系", "2000国家大地", "国家大地2000", "国家2000坐标系", "国家2000",
        "大地2000",
        "cgcs2000",
    ]

    /// What people call the frames, squeezed and in lower case.
    private static let names: [String: ReferenceFrame] = {
        let table: [(ReferenceFrame, [String])] = [
            (
                .wgs84,
                [
                    "wgs84", "wgs1984", "gcswgs1984", "世界大地坐标系", "crs84", "ogc:crs84", "ogccrs84", "gps",
                    "gps坐标",
                    "wgs84坐标系", "wgs84经纬度", "worldgeodeticsystem1984",
                ]
            ),
            (
                .cgcs2000,
                [
                    "cgcs2000", "cgcs", "gcscgcs2000", "国家2000", "国家2000坐标系", "2000国家大地坐标系", "国家大地2000",
                    "2000国家大地",
                    "大地2000", "2000坐标系", "2000大地坐标系", "2000系", "cgcs2000坐标系", "cgcs2000经纬度", "天地图",
                    "tianditu",
                    "chinageodeticcoordinatesystem2000",
                ]
            ),
            (
                .gcj02,
                [
                    "gcj02", "gcj", "gcj02坐标系", "高德", "高德地图", "高德坐标", "高德坐标系", "火星坐标", "火星坐标系", "火星", "amap",
                    "gaode", "autonavi", "腾讯", "腾讯地图", "tencent", "国测局坐标", "国测局坐标系", "国测局",
                ]
            ),
            (
                .bd09,
                ["bd09", "bd09ll", "bd", "百度", "百度地图", "百度坐标", "百度坐标系", "baidu", "bd09坐标系"]
            ),
        ]
        var names: [String: ReferenceFrame] = [:]
        for (frame, words) in table { for word in words { names[word] = frame } }
        let planes: [(Int, [String])] = [
            (3857, ["webmercator", "web墨卡托", "web墨卡托投影", "pseudomercator", "wgs84pseudomercator"]),
            (32648, ["utm48n", "utmzone48n", "wgs84utmzone48n", "wgs1984utmzone48n", "wgs84utm48n"]),
        ]
        for (code, words) in planes {
            guard let frame = ProjectedFrame(epsg: code) else { continue }
            for word in words { names[word] = .projected(frame) }
        }
        return names
    }()
}

extension ProjectedFrame {
    /// Whether the strip has the width said, where one is said.
    fileprivate func isStrip(of width: Int?) -> Bool {
        guard case .gaussKrueger(let own, _, _) = method else { return false }
        return width == nil || width == own
    }
}
