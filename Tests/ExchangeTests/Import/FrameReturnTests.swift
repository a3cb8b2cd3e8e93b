import Foundation
import GeoJSON
import PlanarGeometry
import Planning
import Projection
import TestSupport
import Testing
import Wording

@testable import Exchange

@Suite struct SHA256Tests {
    /// FIPS 180-4's own examples, and the lengths around a block.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 64),
            "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
        ),
    ])
    func hashesAreThoseOfTheStandard(_ text: String, _ hash: String) {
        #expect(SHA256.hexadecimal(of: Array(text.utf8)) == hash)
    }
}

@Suite struct FrameReturnTests {
    /// What goes out with vertices put in comes back without them, to the last bit.
    @Test(arguments: [4544, 4523, 4545, 3857, 32648])
    func whatWasExportedComesBackAsItWas(_ code: Int) throws {
        let frame = try ReferenceFrame.epsg(code)
        let out = try FrameMove(to: frame)
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let zones = catalogue.layouts.flatMap(\.editions).flatMap(\.zones)
        // Two of our towns have a corner exactly halfway along a straight side: no one can tell it from a halving.
        let back = try FrameReturn(
            from: frame, keeping: Set(zones.flatMap { $0.geometry?.vertices ?? [] }))
        var count = 0
        for zone in zones {
            guard let geometry = zone.geometry else { continue }
            count += 1
            #expect(try back.carried(try out.carried(geometry), of: zone.id) == geometry, "\(zone.id)")
        }
        #expect(count > 50)
    }

    /// Long edges, so that several levels of halving go in and out.
    @Test func longEdgesComeBackToo() throws {
        let frame = try ReferenceFrame.epsg(4544)
        let out = try FrameMove(to: frame)
        let back = try FrameReturn(from: frame)
        var random = SeededGenerator(seed: 11)
        for _ in 0..<60 {
            let points = (0..<2).map { _ in
                Point(
                    x: (Double.random(in: 106.1...106.7, using: &random) * 1e9).rounded() / 1e9,
                    y: (Double.random(in: 29.2...29.9, using: &random) * 1e9).rounded() / 1e9)
            }
            let line = Geometry.lineString(try LineString(points))
            let sent = try out.carried(line)
            #expect(sent.vertices.count > 2)
            #expect(try back.carried(sent, of: "") == line)
        }
    }

    /// A statutory edge is straight in its own plane: every place on it stays within 2 mm of the border imported.
    @Test func edgesStraightInThePlaneStayThere() throws {
        let frame = try ReferenceFrame.epsg(4544)
        let projector = try Projector(frame)
        let back = try FrameReturn(from: frame)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<40 {
            let ends = (0..<2).map { _ in
                Point(
                    x: .random(in: 620_000...650_000, using: &random),
                    y: .random(in: 3_250_000...3_290_000, using: &random))
            }
            let line = try back.carried(.lineString(try LineString(ends)), of: "")
            let segments = line.lines[0].segments
            for step in 1..<100 {
                let t = Double(step) / 100
                let place = try projector.toWGS84(
                    Point(
                        x: ends[0].x + t * (ends[1].x - ends[0].x), y: ends[0].y + t * (ends[1].y - ends[0].y)
                    ))
                let off = segments.map { $0.distance(to: place) }.min() ?? 1
                #expect(off * 111_320 < 0.002)
            }
        }
    }

    /// Neighbours keep the same vertices on their border, whichever way each runs it.
    @Test func aSharedBorderStaysShared() throws {
        let back = try FrameReturn(from: try ReferenceFrame.epsg(4523))
        let border = [Point(x: 35_628_000, y: 3_267_000), Point(x: 35_634_321, y: 3_271_234)]
        let one = try back.carried(.lineString(try LineString(border)), of: "")
        let other = try back.carried(.lineString(try LineString(border.reversed())), of: "")
        #expect(one.vertices.count > 2)
        #expect(one.vertices == other.vertices.reversed())
    }

    /// A corner of one zone halfway along another's side is a vertex of both, and stays in both.
    @Test func aCornerHalfwayAlongANeighboursSideStays() throws {
        let frame = try ReferenceFrame.epsg(4544)
        let out = try FrameMove(to: frame)
        var back = try FrameReturn(from: frame)
        let (a, b, c) = (Point(x: 106.30, y: 29.50), Point(x: 106.34, y: 29.50), Point(x: 106.32, y: 29.54))
        let middle = Point(x: 106.32, y: 29.50)
        func line(_ points: [Point]) throws -> Geometry {
            try out.carried(.lineString(try LineString(points)))
        }
        let side = try line([a, middle, b])
        #expect(try back.carried(side, of: "").vertices == [a, b])
        try back.keepCorners(of: try line([middle, c]), of: "")
        #expect(try back.carried(side, of: "").vertices == [a, middle, b])
    }

    /// Marks set on a straight side by a surveyor are no halvings and stay.
    @Test func surveyedMarksOnAStraightSideStay() throws {
        let frame = try ReferenceFrame.epsg(4544)
        let projector = try Projector(frame)
        let back = try FrameReturn(from: frame)
        let (a, b) = (Point(x: 106.3, y: 29.5), Point(x: 106.31, y: 29.507))
        let marks = try [0, 0.2, 0.61, 1].map { t in
            try projector.fromWGS84(Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y)))
        }
        #expect(try back.carried(.lineString(try LineString(marks)), of: "").vertices.count >= 4)
    }

    @Test func aRingOfAMillimetreIsNamed() throws {
        let back = try FrameReturn(from: try ReferenceFrame.epsg(4544))
        let corner = Point(x: 628_000, y: 3_267_000)
        let ring = try Ring([
            corner, Point(x: corner.x + 1e-5, y: corner.y), Point(x: corner.x, y: corner.y + 1e-5), corner,
        ])
        let error = try exchangeError {
            _ = try back.carried(.polygon(Polygon(exterior: ring)), of: "法定.shp#3")
        }
        #expect(error.code == "collapsed_ring")
        #expect(error.message.zh.contains("法定.shp#3"))
    }

    @Test func placesBeyondTheFrameNameTheFeature() throws {
        let back = try FrameReturn(from: try ReferenceFrame.epsg(4544))
        let error = try exchangeError {
            _ = try back.carried(.point(Point(x: 3_267_000, y: 628_000)), of: "a.shp#1")
        }
        #expect(error.code == "outside_area_of_use")
        #expect(error.message.en.contains("a.shp#1"))
        #expect(error.remedy.en.contains("--frame"))
    }
}
