import Wording

extension ReferenceFrame {
    /// Reads a frame as people write it.
    ///
    /// Such as `wgs84`, `EPSG:4544`, `国家2000`, `CGCS2000 3度带 35带` or `高德`.
    /// Case, spaces, dashes, underscores and the width of characters do not matter. A zone number
    /// (`35带`, `zone 35`) means eastings that begin with it; a central meridian (`105°`, `CM 105E`) means
    /// eastings without. A strip named without its datum (`三度带35带`) is one of CGCS2000. No coordinate system
    /// language is read: such a text never reaches PROJ.
    ///
    /// - Throws: ``FrameError``, naming the text and what there is instead.
    public init(parsing text: String) throws(FrameError) {
        // Longer than any name: the beginning tells what kind of text it is.
        let text = text.utf8.count > 1000 ? String(text.prefix(300)) : text
        let spaced = text.foldedWidth.lowercased()
        let squeezed = String(spaced.unicodeScalars.filter { !" \t\r\n\u{A0}".unicodeScalars.contains($0) })
        guard !squeezed.isEmpty else { throw .empty }
        guard squeezed.utf8.count <= 200 else {
            throw RefusedDatum(naming: squeezed).map { .refused(text, $0) } ?? .unknown(text)
        }
        let compact = squeezed.removing("-", "_", "/", "(", ")", ",", "、", "·")
        if let known = Self.named(compact) {
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
        // "3度带" is the width and "35带" the zone: the width goes first, the zone number then stands alone.
        let widthWord = FrameWords.strip.words.first { compact.containsText($0) }
        var rest = compact
        if let datum = datumNames.first(where: { compact.containsText($0) }) {
            rest = compact.removing(datum)
        } else if compact.hasPrefix("2000") {
            rest = String(compact.dropFirst(4))
        } else if widthWord == nil {
            return nil
        }
        if rest.isEmpty { return nil }
        var width: Int?
        // Only where no digit stands before it: "33度带" is not a width.
        if let word = widthWord, rest.containsText(word), !rest.hasDigit(before: word) {
            width = word.hasPrefix("3") || word.hasPrefix("三") ? 3 : 6
            rest = rest.removing(word)
        }
        rest = rest.removing(
            "高斯克吕格", "高斯克里格", "高斯", "投影", "平面", "直角", "坐标系", "坐标", "gausskruger", "gausskrüger",
            "gausskrueger", "gk", "degree", ":", "=", ".")
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

    /// The words of the national datum that may stand in front of a strip; `2000` alone only begins a text.
    private static let datumNames = FrameWords.cgcs2000.words.filter { $0 != "2000" && $0 != "天地图" }
        .sorted { $0.utf8.count > $1.utf8.count }

    /// The frame a folded text names, whatever `坐标` or `经纬度` stands behind it; nil where it names none.
    private static func named(_ compact: String) -> ReferenceFrame? {
        var rest = compact
        while true {
            if let frame = names[rest] { return frame }
            guard let suffix = FrameWords.suffixes.first(where: { rest.hasSuffix($0) }) else { return nil }
            rest.removeLast(suffix.count)
        }
    }

    /// What people call the frames, folded.
    private static let names: [String: ReferenceFrame] = {
        var names: [String: ReferenceFrame] = [:]
        for family in FrameWords.allCases {
            guard let frame = frame(of: family) else { continue }
            for word in family.words { names[word] = frame }
        }
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

    /// The frame a family of words means; nil for those that are refused, or say only a strip.
    private static func frame(of family: FrameWords) -> ReferenceFrame? {
        switch family {
        case .wgs84: .wgs84
        case .cgcs2000: .cgcs2000
        case .gcj02: .gcj02
        case .bd09: .bd09
        case .bd09Plane, .xian80, .beijing54, .localCity, .strip: nil
        }
    }
}

extension ProjectedFrame {
    /// Whether the strip has the width said, where one is said.
    fileprivate func isStrip(of width: Int?) -> Bool {
        guard case .gaussKrueger(let own, _, _) = method else { return false }
        return width == nil || width == own
    }
}
