import PlanarGeometry
import Planning
import Testing
import Wording

@testable import MapDrawing

@Suite struct LabelTests {
    @Test(arguments: SheetCase.all) func noLabelOverlapsAnotherAndNoneLeavesItsMap(_ row: SheetCase) throws {
        let map = try ShippedMaps.drafter().draw(row.sheet, as: .svg)
        #expect(map.labels.count > 5 * map.frames.count)
        for (index, label) in map.labels.enumerated() {
            let neatline = map.frames[label.frame].neatline
            #expect(label.boxes.allSatisfy { $0.lies(in: neatline) }, "\(label.id) leaves the map")
            for other in map.labels[..<index] where other.frame == label.frame {
                let overlap = label.boxes.contains { box in other.boxes.contains { $0.overlaps(box) } }
                #expect(!overlap, "\(label.id) overlaps \(other.id)")
            }
        }
        let size = row.sheet.size
        let page = PaperRect(x: 0, y: 0, width: size.width, height: size.height)
        for text in map.texts { #expect(text.box.lies(in: page), "\(text.text) leaves the page") }
        // In the margin too: a panel that does not fit would write over itself.
        let margin = map.texts.filter { text in
            !map.frames.contains { text.box.overlaps(LabelBox($0.neatline)) }
        }
        for (index, text) in margin.enumerated() {
            for other in margin[..<index] {
                #expect(!other.box.overlaps(text.box), "\(text.text) overlaps \(other.text)")
            }
        }
    }

    @Test(arguments: SheetCase.all.filter { $0.testDescription.contains("long name") })
    func aLongNameIsSetInLinesAtTheSiteOnEveryMap(_ row: SheetCase) throws {
        let map = try ShippedMaps.drafter().draw(row.sheet, as: .svg)
        for (index, frame) in map.frames.enumerated() {
            let label = try #require(map.labels.first { $0.frame == index && $0.id == "site" })
            #expect(label.boxes.count >= 3)
            let widest = label.boxes.compactMap { Box(around: $0.corners) }.map { $0.upper.x - $0.lower.x }
                .max()
            #expect(try #require(widest) < frame.neatline.width / 2)
        }
        // In full it stands in the margin.
        let margin = map.texts.map(\.text).joined()
        #expect(margin.contains("（拟选地块之二）"))
    }

    /// The boxes compared above are claims; the file's own outlines must bear them out.
    @Test func lettersLieInTheBoxesClaimedForThem() throws {
        let map = try ShippedMaps.plain([ShippedMaps.shapingba])
        let drawn = SVGGlyphs(map.bytes)
        #expect(drawn.boxes.count > map.texts.count)
        #expect(drawn.stray(beyond: map.texts.map(\.box)).isEmpty)
    }

    @Test(arguments: [ShippedMaps.five, ShippedMaps.north, ShippedMaps.shapingba])
    func onItsOwnA3SheetEveryLocatedZoneIsNamed(_ layout: String) throws {
        let drafter = try ShippedMaps.drafter()
        let map = try ShippedMaps.plain([layout])
        let edition = try #require(drafter.catalogue.layout(layout)?.edition(validOn: drafter.asOf))
        let named = Set(map.labels.map(\.id))
        for zone in edition.zones where zone.geometry != nil {
            #expect(named.contains(zone.id), "\(zone.name.zh) has no name on the map")
        }
        #expect(map.notes.isEmpty)
    }

    /// On the inner side of a bend letters would crowd one another out of sight.
    @Test func lettersAlongABendKeepTheirSpaces() throws {
        let rect = PaperRect(x: 0, y: 0, width: 100, height: 100)
        let labels = LineLabels(
            terrain: LabelTerrain([], on: PaperGrid(rect, cell: 1)), type: try TypeShaper(), rect: rect)
        let style = TypeStyle(points: 8, colour: Palette.riverInk, tracking: 0.05)
        func starts(_ line: [Point], _ offsets: [Double]) -> [[Point]] {
            labels.candidates("JialingRiver", style, along: line, offsets: offsets).map {
                $0.texts.map(\.origin)
            }
        }
        let straight = [Point(x: 10, y: 50), Point(x: 90, y: 50)]
        let plain = try #require(starts(straight, [0]).first)
        let bent = (0...40).map { step in
            let angle = Double.pi * (0.2 + 0.6 * Double(step) / 40)
            return Point(x: 50 - 20 * Direction(angle).cosine, y: 50 - 20 * Direction(angle).sine)
        }
        let found = starts(bent, [0, 0.85, 3]) + starts(bent + straight.reversed(), [0, 0.85, 3])
        #expect(!found.isEmpty)
        for letters in found {
            for index in 1..<letters.count {
                func apart(_ points: [Point]) -> Double {
                    let (dx, dy) = (
                        points[index].x - points[index - 1].x, points[index].y - points[index - 1].y
                    )
                    return (dx * dx + dy * dy).squareRoot()
                }
                #expect(apart(letters) > 0.7 * apart(plain))
            }
        }
    }

    @Test func aTownWithoutANameHasNoSign() throws {
        let map = try ShippedMaps.plain([ShippedMaps.five])
        #expect(map.legend.contains { $0.sign == .town } == map.labels.contains { $0.id == "虎溪" })
    }

    @Test func smallestTypeCanBeRead() throws {
        let points = 72 / 25.4
        let least = try #require(ShippedMaps.plain([]).texts.map { $0.size * points }.min())
        #expect(least >= 4.5, "\(least) points")
    }
}
