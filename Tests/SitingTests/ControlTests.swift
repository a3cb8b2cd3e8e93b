import Foundation
import PlanarGeometry
import Planning
import Projection
import TestSupport
import Testing
import Wording

@testable import Planning
@testable import Siting

/// Control lines over squares of 0.01°, measured against the geodesic areas of the pieces themselves.
@Suite struct ControlTests {
    /// A control layout beside a context whose zone `land` covers 106.30–106.40, 29.50–29.60.
    private func overlay(_ zones: [SyntheticZone], coverage: [String]? = ["land"]) throws -> ZoneOverlay {
        let context = try SyntheticLayout(
            "around", [SyntheticZone("land", Self.square(106.30, 29.50, 0.1), accuracy: 300)])
        let control = try SyntheticLayout("ecological-red-line", zones)
        var catalogue = SyntheticLayout.catalogue([context, control])
        let text = Bilingual(zh: "试", en: "test")
        catalogue = Catalogue(
            documents: [],
            layouts: catalogue.layouts.map { layout in
                let isControl = layout.id == "ecological-red-line"
                return Layout(
                    id: layout.id, name: text, kind: isControl ? .control : .context, documents: [],
                    coverage: isControl
                        ? coverage.map { Coverage(zones: $0, notStated: [], basis: text) } : nil,
                    partitions: [], unassigned: nil, editions: layout.editions)
            })
        return try ZoneOverlay(catalogue)
    }

    private static func square(_ west: Double, _ south: Double, _ side: Double) -> String {
        let (east, north) = (west + side, south + side)
        return
            "POLYGON((\(west) \(south),\(east) \(south),\(east) \(north),\(west) \(north),\(west) \(south)))"
    }

    private func area(_ wkt: String) throws -> Double {
        Geodesic().area(of: try WKTReader.geometry(wkt, vertexLimit: 100).polygons)
    }

    private func answer(_ overlay: borrowing ZoneOverlay, _ wkt: String) throws -> ControlAnswer {
        let answers = try overlay.controls(on: try ParcelReader().parcel(wkt: wkt))
        #expect(answers.count == 1)
        return try #require(answers.first)
    }

    @Test func whatLiesInTheLineIsMeasuredOnTheEllipsoid() throws {
        let overlay = try overlay([
            SyntheticZone("a", Self.square(106.35, 29.55, 0.02), accuracy: 0.5, role: .control)
        ])
        // A quarter of the parcel lies in the line.
        let parcel = Self.square(106.34, 29.54, 0.02)
        let answer = try answer(overlay, parcel)
        let inside = try area(Self.square(106.35, 29.55, 0.01))
        #expect(abs((answer.inside?.value ?? 0) - inside) < 1e-6 * inside)
        #expect(abs((answer.outside?.value ?? 0) - (try area(parcel) - inside)) < 1e-6 * inside)
        #expect(answer.reach == .covered)
        #expect(!answer.holdsAll)
        #expect(abs((answer.inside?.mu ?? 0) - inside * 15 / 10_000) < 1e-3)
    }

    @Test func groundInTwoZonesCountsOnce() throws {
        let overlay = try overlay([
            SyntheticZone("a", Self.square(106.35, 29.55, 0.02), accuracy: 0.5, role: .control),
            SyntheticZone("b", Self.square(106.36, 29.55, 0.02), accuracy: 0.5, role: .control),
        ])
        let parcel = "POLYGON((106.35 29.555,106.38 29.555,106.38 29.56,106.35 29.56,106.35 29.555))"
        let answer = try answer(overlay, parcel)
        #expect(answer.parts.count == 2)
        #expect(answer.holdsAll)
        let whole = try area(parcel)
        #expect(abs((answer.inside?.value ?? 0) - whole) < 1e-6 * whole)
        #expect((answer.outside?.value ?? 1) < 1e-3)
    }

    @Test(arguments: [
        (
            "touching only", "POLYGON((106.34 29.55,106.35 29.55,106.35 29.56,106.34 29.56,106.34 29.55))",
            false, true
        ),
        (
            "well away", "POLYGON((106.31 29.51,106.32 29.51,106.32 29.52,106.31 29.52,106.31 29.51))", false,
            false
        ),
        ("a position inside", "POINT(106.36 29.56)", true, false),
        ("a position on the line", "POINT(106.35 29.555)", true, true),
        ("a position outside", "POINT(106.34 29.56)", false, false),
        ("a line through", "LINESTRING(106.34 29.56,106.36 29.56)", true, true),
    ])
    func meetingTheLine(_ name: String, _ wkt: String, _ isMet: Bool, _ isClose: Bool) throws {
        let overlay = try overlay([
            SyntheticZone("a", Self.square(106.35, 29.55, 0.02), accuracy: 0.5, role: .control)
        ])
        let answer = try answer(overlay, wkt)
        #expect(answer.isMet == isMet)
        #expect(answer.isClose == isClose)
    }

    @Test func whereTheDataAreCompleteDecidesWhetherItIsSettled() throws {
        let zones = [SyntheticZone("a", Self.square(106.35, 29.55, 0.02), accuracy: 0.5, role: .control)]
        let within = Self.square(106.31, 29.51, 0.01)
        let across = Self.square(106.295, 29.51, 0.01)
        #expect(try answer(try overlay(zones), within).isSettled)
        #expect(try answer(try overlay(zones), across).reach == .notCovered)
        #expect(try answer(try overlay(zones, coverage: nil), within).reach == .unstated)
        // Land that is not drawn says nothing.
        #expect(try answer(try overlay(zones, coverage: ["elsewhere"]), within).reach == .unstated)
    }

    @Test func inAndOutAddUpForAnyParcel() throws {
        let overlay = try overlay([
            SyntheticZone("a", Self.square(106.35, 29.55, 0.02), accuracy: 0.5, role: .control),
            SyntheticZone("b", Self.square(106.32, 29.52, 0.015), accuracy: 0.5, role: .control),
        ])
        var random = SeededGenerator(seed: 3)
        for _ in 0..<40 {
            let centre = Point(
                x: .random(in: 106.31...106.38, using: &random), y: .random(in: 29.51...29.58, using: &random)
            )
            let corners = (0..<5).map { corner in
                let radius = Double.random(in: 0.002...0.02, using: &random)
                let turn = Double(corner) * 72 * .pi / 180
                return Point(x: centre.x + radius * cos(turn), y: centre.y + radius * sin(turn))
            }
            let ring = (corners + [corners[0]]).map { "\($0.x) \($0.y)" }.joined(separator: ",")
            let parcel = "POLYGON((\(ring)))"
            let answer = try answer(overlay, parcel)
            let whole = try area(parcel)
            let sum = (answer.inside?.value ?? 0) + (answer.outside?.value ?? 0)
            #expect(abs(sum - whole) < 1e-8 * whole)
            #expect(answer.parts.allSatisfy { ($0.extent?.value ?? 0) <= (answer.inside?.value ?? 0) + 1e-6 })
        }
    }

    @Test func withoutAControlLineThereIsNoAnswer() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let overlay = try ZoneOverlay(catalogue)
        #expect(try overlay.controls(on: try ParcelReader().parcel(wkt: "POINT(106.33 29.52)")).isEmpty)
    }
}
