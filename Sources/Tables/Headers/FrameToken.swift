/// Names of reference frames, and of the maps that imply one, as they turn up in headers.
///
/// What a name means is decided where frames are known; here it is only found.
enum FrameToken {
    /// Longer names before what they contain.
    private static let names = [
        "2000国家大地坐标系", "国家大地2000", "国家2000", "大地2000", "2000国家大地", "2000坐标系", "cgcs2000", "cgcs",
        "wgs1984", "wgs84", "gcj02", "gcj", "bd09mc", "bd09ll", "bd09", "百度地图", "百度", "baidu", "bmap", "高德地图",
        "高德",
        "amap", "gaode", "腾讯地图", "腾讯", "tencent", "火星坐标系", "火星坐标", "火星", "mars", "天地图", "谷歌", "google",
        "西安80",
        "西安1980", "1980西安", "xian80", "xian1980", "北京54", "北京1954", "1954北京", "beijing54", "beijing1954",
        "重庆市独立坐标系", "重庆独立坐标系", "重庆独立", "独立坐标系", "地方坐标系",
    ].map(Array.init)
    /// Numbers that are a frame only when nothing else stands beside them, as in `X(2000)`.
    private static let numbers = ["2000", "4326", "4490", "84", "80", "54"].map(Array.init)

    /// Where a frame's name stands in a folded header, breaks within it included: `WGS-84`, `EPSG: 4547`.
    static func range(in header: [Character]) -> Range<Int>? {
        for name in names {
            for start in header.indices {
                if let end = match(name, in: header, at: start) { return start..<end }
            }
        }
        let epsg = Array("epsg")
        for start in header.indices {
            guard var end = match(epsg, in: header, at: start) else { continue }
            var hasDigits = false
            while end < header.count, header[end].isNumber || (!hasDigits && isInner(header[end])) {
                hasDigits = hasDigits || header[end].isNumber
                end += 1
            }
            if hasDigits { return start..<end }
        }
        for number in numbers {
            for start in header.indices {
                guard let end = match(number, in: header, at: start) else { continue }
                let before = start > 0 ? header[start - 1] : " "
                let after = end < header.count ? header[end] : " "
                if !before.isNumber, !before.isLetter, !after.isNumber, !after.isLetter { return start..<end }
            }
        }
        return nil
    }

    private static func isInner(_ character: Character) -> Bool { " _-.:".contains(character) }

    /// The end of `name` at `start`, passing over spaces and hyphens inside it.
    private static func match(_ name: [Character], in header: [Character], at start: Int) -> Int? {
        var index = start
        for (position, letter) in name.enumerated() {
            while position > 0, index < header.count, isInner(header[index]) { index += 1 }
            guard index < header.count, header[index] == letter else { return nil }
            index += 1
        }
        return index
    }
}
