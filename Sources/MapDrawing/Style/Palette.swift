internal import Planning

/// The colours of a sheet.
///
/// They keep clear of the fills that 国土空间调查、规划、用途管制用地用海分类指南 (2023) and the plans drawn by it have made
/// a language of: the yellows of 居住, the magentas of 公共管理, the reds of 商业, the browns of 工矿, the purples of 仓储,
/// the bright greens of 绿地 and 林地, the cyans of 水域, and the reds and greens of control lines. What is left is
/// slate, teal-grey and moss-grey, quiet enough to be taken for a structure and no land use. Roles differ by texture
/// and lightness as well as by hue, so that they are told apart in grey and by any eye.
enum Palette {
    static let paper = Colour(0xFFFFFF)
    /// Land the layout's documents do not speak about.
    static let ground = Colour(0xEFF0EE)
    /// Land they do.
    static let coverage = Colour(0xFBFBF9)
    static let ink = Colour(0x20272E)
    static let secondInk = Colour(0x5C656E)
    static let rule = Colour(0x8B939A)
    static let hairline = Colour(0xC9CDD1)

    /// Fills of areas, by shade.
    static let areas = [Colour(0x6585A9), Colour(0xA3B8CB), Colour(0x8F9DA8)]
    static let areaEdge = Colour(0x2F4A68)
    static let belt = Colour(0x6FA3A3)
    static let beltEdge = Colour(0x2C6468)
    static let screen = Colour(0xA9B3A0)
    static let screenEdge = Colour(0x55644F)
    static let axis = Colour(0x3D3A45)
    static let river = Colour(0x6E9BB5)
    static let riverInk = Colour(0x33647F)
    static let control = Colour(0x2B2B2B)

    static let contextLine = Colour(0x9AA1A8)
    static let contextInk = Colour(0x6B747C)
    static let contextScreen = Colour(0xC4CABD)
    static let contextRiver = Colour(0xA5C2D2)

    /// The site: the one warm colour on the sheet, and in grey the darkest thing on it.
    static let site = Colour(0xB3400F)

    /// The fill of a zone.
    static func fill(_ role: Zone.Role, shade: Int) -> Colour {
        switch role {
        case .area: areas[shade % areas.count]
        case .belt: belt
        case .screen: screen
        case .control: control
        case .axis, .river, .place: ink
        }
    }

    /// The edge and the name of a zone.
    static func edge(_ role: Zone.Role) -> Colour {
        switch role {
        case .area: areaEdge
        case .belt: beltEdge
        case .screen: screenEdge
        case .control: control
        case .axis: axis
        case .river: riverInk
        case .place: ink
        }
    }
}
