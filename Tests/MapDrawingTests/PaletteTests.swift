import Foundation
import Planning
import Testing

@testable import MapDrawing

/// The colours of a sheet under eyes that lack a cone, and in grey.
@Suite struct PaletteTests {
    /// How a colour is seen.
    enum Eye: CaseIterable, Sendable {
        case usual
        case protanope
        case deuteranope
        case tritanope
        case grey

        // Viénot, Brettel and Mollon (1999), their way taken for the third as well, on linear sRGB; grey is the luminance of
        // ITU-R BT.709.
        var matrix: [[Double]] {
            switch self {
            case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
            case .protanope: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]]
            case .deuteranope: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]
            case .tritanope: [[1, 0.14461, -0.14461], [0, 0.85924, 0.14076], [0, 0.85924, 0.14076]]
            case .grey: Array(repeating: [0.2126, 0.7152, 0.0722], count: 3)
            }
        }
    }

    /// A colour as an eye sees it: lightness and the two opponent axes of CIE 1976 L*a*b*, white of D65.
    private func seen(_ colour: Colour, by eye: Eye) -> [Double] {
        let linear = [colour.red, colour.green, colour.blue].map(Self.linear)
        let rgb = eye.matrix.map { max(0, Self.sum($0, linear)) }
        let f = zip(Self.toXYZ, [0.95047, 1, 1.08883]).map { Self.cubeRoot(Self.sum($0, rgb) / $1) }
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    }

    private static let toXYZ = [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]

    private static func linear(_ channel: Double) -> Double {
        channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }

    private static func sum(_ row: [Double], _ parts: [Double]) -> Double {
        row[0] * parts[0] + row[1] * parts[1] + row[2] * parts[2]
    }

    private static func cubeRoot(_ part: Double) -> Double {
        part > 216.0 / 24389 ? cbrt(part) : (part * 24389 / 27 + 16) / 116
    }

    /// How far apart two colours are seen: 2.3 is what can just be told (CIE 1976).
    private func difference(_ one: Colour, _ other: Colour, by eye: Eye) -> Double {
        let apart = zip(seen(one, by: eye), seen(other, by: eye)).map { $0 - $1 }
        return Self.sum(apart, apart).squareRoot()
    }

    /// A colour laid on paper with the strength zones have.
    private func laid(_ colour: Colour, _ opacity: Double) -> Colour {
        func mixed(_ channel: Double) -> UInt32 { UInt32((255 * (1 - opacity * (1 - channel))).rounded()) }
        return Colour(mixed(colour.red) << 16 | mixed(colour.green) << 8 | mixed(colour.blue))
    }

    /// Neighbouring areas differ by their shade and nothing else, so the shades as laid must be told apart by everybody.
    @Test(arguments: Eye.allCases) func neighboursAreToldApartByEveryEye(_ eye: Eye) {
        let shades = (0..<Palette.areas.count).map { laid(Palette.fill(.area, shade: $0), 0.58) }
        for (index, one) in shades.enumerated() {
            for other in shades[..<index] {
                #expect(difference(one, other, by: eye) > 2.3 * 2, "\(one) and \(other)")
            }
            // And an area from the land around it, drawn or not.
            for ground in [Palette.ground, Palette.coverage] {
                #expect(difference(one, ground, by: eye) > 2.3 * 4)
            }
        }
    }

    /// The site is the one warm colour, and to whoever sees no warmth the darkest fill.
    @Test(arguments: Eye.allCases) func theSiteStandsOutToEveryEye(_ eye: Eye) {
        let site = seen(Palette.site, by: eye)[0]
        for role in [Zone.Role.area, .belt, .screen] {
            for shade in 0..<3 {
                let fill = laid(Palette.fill(role, shade: shade), 0.62)
                #expect(site < seen(fill, by: eye)[0] - 15, "\(role)")
                #expect(difference(Palette.site, fill, by: eye) > 2.3 * 8)
            }
        }
    }

    /// Roles that share a lightness have textures of their own, which no eye loses.
    @Test func rolesThatLookAlikeInGreyDifferInTexture() {
        let areas: [Zone.Role] = [.area, .belt, .screen]
        #expect(Set(areas.map(texture)).count == areas.count)
    }

    private func texture(of role: Zone.Role) -> String {
        let marks = LegendSample(factor: 1, box: PaperRect(x: 0, y: 0, width: 12, height: 5)).marks(
            of: .zone(role))
        // Beside its fill and outline: nothing, hatching, hills with a ridge.
        let strokes = marks.count { if case .strokes = $0 { true } else { false } }
        let lines = marks.count { if case .line = $0 { true } else { false } }
        return "\(strokes) \(lines)"
    }

    /// Letters are read on whatever lies under them: contrast of 4.5 to one (WCAG 2.1, 1.4.3) with their rim of paper.
    @Test(arguments: Eye.allCases) func lettersAreReadByEveryEye(_ eye: Eye) {
        func luminance(_ colour: Colour) -> Double {
            let light = seen(colour, by: eye)[0]
            return light > 8 ? pow((light + 16) / 116, 3) : light * 27 / 24389
        }
        for ink in [
            Palette.ink, Palette.secondInk, Palette.areaEdge, Palette.beltEdge, Palette.screenEdge,
            Palette.riverInk, Palette.site, Palette.contextInk,
        ] {
            let ratio = (1 + 0.05) / (luminance(ink) + 0.05)
            #expect(ratio > 4.5, "\(ink): \(ratio)")
        }
    }
}
