public import Wording

/// A frame people have data in that cannot be converted here, because its parameters are not public.
public enum RefusedDatum: Hashable, Sendable {
    /// 1980西安坐标系.
    case xian80
    /// 1954北京坐标系 and its 1982 readjustment, 新1954北京坐标系.
    case beijing54
    /// 重庆市独立坐标系 and any other city's own frame.
    case localCity
    /// Free text in a coordinate system language: a PROJ string, WKT, PROJJSON, a URN or URI.
    case coordinateSystemText

    /// The refused family an EPSG code belongs to (EPSG dataset 12.0); nil for any other code.
    init?(epsg: Int) {
        switch epsg {
        case 4610, 2327...2390: self = .xian80
        case 4214, 2401...2442, 21413...21423, 21453...21463, 21473...21483: self = .beijing54
        case 4555, 4568...4589, 4652...4656, 4766...4800, 4812, 4822: self = .beijing54
        default: return nil
        }
    }

    /// The refused family a folded, lower-case, space-free text speaks of; nil where it speaks of none.
    init?(naming text: String) {
        func says(_ words: String...) -> Bool { words.contains { text.containsText($0) } }
        // A bare number is a frame only where nothing else is said, suffixes apart.
        func names(_ family: FrameWords) -> Bool {
            family.words.contains { word in
                word.allSatisfy(\.isNumber)
                    ? text == word || FrameWords.suffixes.contains { text == word + $0 }
                    : text.containsText(word)
            }
        }
        if says("+proj", "proj=", "+init", "[", "{", "urn:", "http:", "https:", "+type", "+lon") {
            self = .coordinateSystemText
        } else if names(.xian80) || says("西安", "xian", "xi'an", "xi’an", "1980") {
            self = .xian80
        } else if names(.beijing54) || says("北京", "beijing", "bj54", "1954") {
            self = .beijing54
        } else if names(.localCity)
            || says("地方坐标", "城市坐标", "重庆坐标", "重庆市坐标", "localcity", "chongqing") || text == "local"
        {
            self = .localCity
        } else {
            return nil
        }
    }

    /// The family's name for people.
    public var name: Bilingual {
        switch self {
        case .xian80: Bilingual(zh: "1980西安坐标系", en: "Xi'an 1980")
        case .beijing54: Bilingual(zh: "1954北京坐标系", en: "Beijing 1954")
        case .localCity: Bilingual(zh: "城市独立坐标系（如重庆市独立坐标系）", en: "a city's own frame, such as Chongqing's")
        case .coordinateSystemText: Bilingual(zh: "坐标系定义文本", en: "the text of a coordinate system")
        }
    }
}
