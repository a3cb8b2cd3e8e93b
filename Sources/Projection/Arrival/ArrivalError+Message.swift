import PlanarGeometry
public import Wording

extension ArrivalError {
    /// What is wrong, naming what was written.
    public var message: Bilingual {
        switch self {
        case .empty:
            return Bilingual(zh: "没有写坐标。", en: "No coordinate is given.")
        case .notANumber(let text):
            return Bilingual(zh: "“\(text.quotable)”不是坐标数字。", en: "“\(text.quotable)” is not a coordinate.")
        case .notFinite(let text):
            return Bilingual(
                zh: "“\(text.quotable)”不是有限的数。", en: "“\(text.quotable)” is not a finite number.")
        case .notSexagesimal(let text):
            return Bilingual(
                zh: "“\(text.quotable)”不是正确的度分秒：分、秒须小于 60，只有最后一项可带小数，符号依次为 °′″。",
                en:
                    "“\(text.quotable)” is not degrees, minutes and seconds: minutes and seconds stay below 60, only "
                    + "the last number may have decimals, and the marks come in the order ° ′ ″.")
        case .notAPair(let text):
            return Bilingual(
                zh: "“\(text.quotable)”不是一对坐标。", en: "“\(text.quotable)” is not one pair of coordinates.")
        case .conflictingDirections(let text):
            return Bilingual(
                zh: "“\(text.quotable)”中的方位（东西南北、E/W/N/S、正负号）相互矛盾，或与所在列不符。",
                en:
                    "The directions in “\(text.quotable)” contradict each other, the sign or the column they stand in."
            )
        case .latitudeOutOfRange(let value):
            return Bilingual(
                zh: "纬度 \(value.figures()) 超出 -90—90。",
                en: "Latitude \(value.figures()) is beyond -90 to 90.")
        case .longitudeOutOfRange(let value):
            return Bilingual(
                zh: "经度 \(value.figures()) 超出 -180—180。",
                en: "Longitude \(value.figures()) is beyond -180 to 180.")
        case .swappedLonLat(let pair, let order, let frame):
            let said =
                order == .northingFirst
                ? Bilingual(zh: "先纬度后经度", en: "latitude first")
                : Bilingual(zh: "先经度后纬度", en: "longitude first")
            return Bilingual(
                zh: "\(pair.figures(geographic: true)) 的经纬度写反了：应\(said.zh)（\(frame.identifier)）。",
                en: "\(pair.figures(geographic: true)) has longitude and latitude the wrong way round: "
                    + "it is read \(said.en) (\(frame.identifier)).")
        case .projectedInGeographic(let pair, let frame):
            return Bilingual(
                zh: "\(pair.figures(geographic: false)) 是以米为单位的平面坐标，而 \(frame.identifier) 要求经纬度（度）。",
                en:
                    "\(pair.figures(geographic: false)) are metres in a plane, but \(frame.identifier) takes longitude "
                    + "and latitude in degrees.")
        case .packedSexagesimal(let pair, let packed, let frame):
            return Bilingual(
                zh:
                    "\(pair.figures(geographic: false)) 可能是连写的度分秒，即 \(packed)；\(frame.identifier) 的经纬度以度为单位，不作推测。",
                en:
                    "\(pair.figures(geographic: false)) may be degrees, minutes and seconds run together, \(packed); "
                    + "\(frame.identifier) takes degrees, and no guess is made.")
        case .geographicInProjected(let pair, let frame):
            return Bilingual(
                zh: "\(pair.figures(geographic: true)) 是经纬度（度），而 \(frame.identifier) 要求以米为单位的平面坐标。",
                en:
                    "\(pair.figures(geographic: true)) are degrees, but \(frame.identifier) takes easting and northing "
                    + "in metres.")
        case .zoneMismatch(let easting, let zone, let frame):
            let meridian = ProjectedFrame(zone: zone, numbered: true)?.centralMeridian ?? 0
            return Bilingual(
                zh:
                    "横坐标 \(easting.figures(decimals: 3)) 的带号是 \(zone)（中央经线\(meridian.figures())°），与 \(frame.identifier)"
                    + "（\(frame.name.zh)）不符。",
                en: "The easting \(easting.figures(decimals: 3)) has zone number \(zone) (central meridian "
                    + "\(meridian.figures())°E), which is not that of \(frame.identifier) (\(frame.name.en))."
            )
        case .ambiguousAxes(let pair, let readings):
            return Bilingual(
                zh: "\(pair.figures(geographic: false)) 两种顺序都讲得通："
                    + readings.map(\.text.zh).joined(separator: "；") + "。",
                en: "\(pair.figures(geographic: false)) can be read both ways: "
                    + readings.map(\.text.en).joined(separator: "; ") + ".")
        case .projection(let error):
            return error.message
        }
    }
}
