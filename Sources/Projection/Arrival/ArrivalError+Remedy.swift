import PlanarGeometry
public import Wording

extension ArrivalError {
    /// What to write instead.
    public var remedy: Bilingual {
        switch self {
        case .empty, .notANumber, .notFinite:
            return Bilingual(
                zh: "请写成数字，例如 106.33、106°19′48″ 或 3267643.66。",
                en: "Write a number such as 106.33, 106°19′48″ or 3267643.66.")
        case .notSexagesimal:
            return Bilingual(zh: "请写成 106°19′48″ 这样的形式。", en: "Write it like 106°19′48″.")
        case .notAPair:
            return Bilingual(
                zh: "请写两个数，用逗号隔开，例如 106.33,29.52（先经度后纬度）；不写高程。",
                en:
                    "Write two numbers with a comma between, such as 106.33,29.52 (longitude first); leave out a height."
            )
        case .conflictingDirections:
            return Bilingual(
                zh: "东经（E）只用于经度，北纬（N）只用于纬度；写了方位就不要再写负号。",
                en:
                    "E and W belong to longitude, N and S to latitude; leave out the minus sign where a letter stands."
            )
        case .latitudeOutOfRange, .longitudeOutOfRange:
            return Bilingual(
                zh: "请核对数字与顺序：先经度后纬度，例如 106.33,29.52。",
                en: "Check the number and the order: longitude first, as in 106.33,29.52.")
        case .swappedLonLat(let pair, _, _):
            let turned = Point(x: pair.y, y: pair.x).figures(geographic: true)
            return Bilingual(
                zh: "请写成 \(turned)，或把列名改为与内容相符（经度、纬度）。",
                en: "Write \(turned), or name the columns for what they hold (lon, lat).")
        case .projectedInGeographic(let pair, _):
            let remedy = Self.remedy(choosing: Self.readings(of: pair))
            guard let first = Self.readings(of: pair).first, first.point.x != pair.x else { return remedy }
            return Bilingual(
                zh: "看数值，所写顺序是 X（北）在前、Y（东）在后。" + remedy.zh,
                en: "By their size the northing (X of survey sheets) stands first. " + remedy.en)
        case .packedSexagesimal(_, let packed, _):
            return Bilingual(
                zh: "如确为度分秒，请写成 \(packed)（或换算为度）；如为平面坐标（米），请写明坐标系，例如 epsg:4544。",
                en:
                    "If so, write \(packed), or degrees with decimals; if they are metres, give the plane frame, "
                    + "such as epsg:4544.")
        case .geographicInProjected(_, let frame):
            let isWGS84 =
                switch frame.projectedFrame?.method {
                case .utmNorth, .webMercator: true
                case .gaussKrueger, nil: false
                }
            let other: ReferenceFrame = isWGS84 ? .wgs84 : .cgcs2000
            return Bilingual(
                zh: "如确为经纬度，坐标系请写 \(other.identifier)；否则请写 \(frame.identifier) 的米制坐标。",
                en:
                    "If they are longitude and latitude, give the frame as \(other.identifier); else give metres "
                    + "of \(frame.identifier).")
        case .zoneMismatch(_, let zone, _):
            let with = ProjectedFrame(zone: zone, numbered: true)?.epsg ?? 0
            let without = ProjectedFrame(zone: zone, numbered: false)?.epsg ?? 0
            return Bilingual(
                zh: "带号 \(zone) 的坐标系是 epsg:\(with)（横坐标带带号）或 epsg:\(without)（不带带号）：请改写坐标系，或核对带号。",
                en:
                    "Zone \(zone) is epsg:\(with) (eastings with the number) or epsg:\(without) (without): give that "
                    + "frame, or check the zone number.")
        case .ambiguousAxes:
            return Bilingual(
                zh: "请写明哪个是东、哪个是北，例如 E=…,N=…，或用列名“东坐标”“北坐标”。",
                en: "Say which is which, as in E=…,N=…, or by columns named easting and northing.")
        case .projection(let error):
            return error.remedy
        }
    }

    /// The plane frames two numbers in metres could be in: those of their zone number, else the two strips that meet
    /// in Chongqing, else web Mercator.
    static func readings(of pair: Point) -> [CandidateReading] {
        for position in [pair, Point(x: pair.y, y: pair.x)] where (330_000...6_010_000).contains(position.y) {
            guard position.x > 0, position.x < 100_000_000 else { continue }
            let zone = Int(position.x / 1_000_000)
            let frames =
                zone == 0
                ? [4544, 4545].compactMap { ProjectedFrame(epsg: $0) }
                : [ProjectedFrame(zone: zone, numbered: true)].compactMap(\.self)
            let readings =
                frames.filter { $0.eastings.contains(position.x) }
                .map { CandidateReading(frame: $0, point: position) }
            if !readings.isEmpty { return readings }
            if let mercator = ProjectedFrame(epsg: 3857), (8_120_000...15_150_000).contains(position.x) {
                return [CandidateReading(frame: mercator, point: position)]
            }
        }
        return []
    }

    private static func remedy(choosing readings: [CandidateReading]) -> Bilingual {
        guard let first = readings.first else {
            return Bilingual(
                zh: "请写明平面坐标系，例如 epsg:4544；或改写经纬度，例如 106.33,29.52。",
                en:
                    "Give the plane frame, such as epsg:4544, or longitude and latitude, such as 106.33,29.52."
            )
        }
        let zh = readings.map(\.text.zh).joined(separator: "；")
        let en = readings.map(\.text.en).joined(separator: "; ")
        guard readings.count > 1 else {
            let identifier = ReferenceFrame.projected(first.frame).identifier
            return Bilingual(
                zh: "坐标系请写 \(identifier)。照此读作：\(zh)。",
                en: "Give the frame as \(identifier). It would be read so: \(en).")
        }
        return Bilingual(
            zh: "数字本身看不出是哪一带，请按资料注明的中央经线写明坐标系：\(zh)。",
            en:
                "The numbers do not tell the zone; give the frame by the central meridian your data states: \(en)."
        )
    }
}
