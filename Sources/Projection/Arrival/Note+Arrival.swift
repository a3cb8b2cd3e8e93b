internal import Wording

/// What is said of how a position was read: codes such as `northing_first`.
extension Note {
    private init(_ code: String, zh: String, en: String) {
        self.init(code: code, text: Bilingual(zh: zh, en: en))
    }

    static func fullwidthFigures(_ text: String) -> Note {
        Note(
            "fullwidth_figures", zh: "“\(text.quotable)”中的全角字符已按半角读取。",
            en: "“\(text.quotable)” holds full-width characters, read as ordinary ones.")
    }

    static func thousandsSeparator(_ text: String, value: Double) -> Note {
        Note(
            "thousands_separator", zh: "“\(text.quotable)”中的逗号按千分位读取，即 \(value.figures())。",
            en: "The commas in “\(text.quotable)” are read as thousands separators: \(value.figures()).")
    }

    static func unitRead(_ text: String, metres: Double) -> Note {
        Note(
            "unit_read", zh: "“\(text.quotable)”按所写单位读取，即 \(metres.figures(decimals: 3)) 米。",
            en: "“\(text.quotable)” is read with its unit: \(metres.figures(decimals: 3)) m.")
    }

    static func lettersDecideOrder(northingFirst: Bool) -> Note {
        northingFirst
            ? Note(
                "letters_decide_order", zh: "按所写方位字样，第一个数为纬度（北），第二个数为经度（东）。",
                en: "By the letters written, the first number is north and the second east.")
            : Note(
                "letters_decide_order", zh: "按所写方位字样，第一个数为经度（东），第二个数为纬度（北）。",
                en: "By the letters written, the first number is east and the second north.")
    }

    static func northingFirst(northing: Double, easting: Double) -> Note {
        Note(
            "northing_first",
            zh: "按测绘习惯 X 为北（纵）坐标：\(northing.figures()) 读作北坐标，\(easting.figures()) 读作东坐标。",
            en: "Read as Chinese survey sheets have it, X north: \(northing.figures()) is the northing, "
                + "\(easting.figures()) the easting.")
    }

    static func eastingFirst(easting: Double, northing: Double) -> Note {
        Note(
            "easting_first",
            zh: "虽标明先北后东，但按数值范围 \(easting.figures()) 只能是东（横）坐标，\(northing.figures()) 是北（纵）坐标，已照此读取。",
            en:
                "Said to be northing first, but by their ranges \(easting.figures()) can only be the easting and "
                + "\(northing.figures()) the northing; read so.")
    }

    static func zoneRemoved(written: Double, zone: Int, frame: ReferenceFrame) -> Note {
        Note(
            "zone_number_removed",
            zh: "横坐标 \(written.figures()) 带有带号 \(zone)，与 \(frame.identifier) 的中央经线一致，已去掉带号读取。",
            en:
                "The easting \(written.figures()) begins with zone number \(zone), which has the central meridian of "
                + "\(frame.identifier); read without it.")
    }

    static func zoneAdded(written: Double, zone: Int, frame: ReferenceFrame) -> Note {
        Note(
            "zone_number_added",
            zh: "\(frame.identifier) 的横坐标应带带号 \(zone)，所给 \(written.figures()) 未带，已按 \(zone) 带读取。",
            en:
                "Eastings of \(frame.identifier) begin with zone number \(zone); \(written.figures()) does not and is "
                + "read as of zone \(zone).")
    }

    static func unshifted(frame: ReferenceFrame) -> Note {
        Note(
            "outside_china_unshifted", zh: "该位置不在 \(frame.identifier) 的偏移范围（中国）内，按 WGS 84 读取。",
            en: "The position lies outside China, where \(frame.identifier) shifts nothing; read as WGS 84.")
    }
}
