import Exchange
import GeoJSON
import PlanarGeometry
import Planning
import Siting
import TestSupport
import Testing
import Topology
import Validation
import Wording

/// A zone imported some way off its sketch, the sketches around it kept.
@Suite struct SketchFittingTests {
    let bench: ImportBench
    static let street = "kechuangjie"
    static let centre = "chengyu-zonghexing-kexue-zhongxin"

    init() throws { bench = try ImportBench() }

    /// The street moved, and the edition in which it stands so.
    private func edition(movedBy dx: Double, _ dy: Double) throws -> (EditionImport, Edition) {
        var feature = try #require(try bench.features([Self.street]).first)
        let polygons = try #require(feature.geometry).polygons.map { polygon in
            Polygon(exterior: try Ring(polygon.exterior.points.map { Point(x: $0.x + dx, y: $0.y + dy) }))
        }
        feature.geometry = .polygon(polygons[0])
        var request = try bench.request([feature])
        request.missing = .keep
        let made = try EditionImport(request, into: bench.data)
        #expect(made.obstacles.isEmpty, "\(made.obstacles.map(\.message.en))")
        try made.publish()
        return (made, try #require(try bench.data.catalogue().layout(bench.layout)?.editions.last))
    }

    @Test(arguments: [(-0.004, 0.0), (0.004, 0), (0, 0.004), (0.003, -0.004)])
    func theEditionIsOneDrawing(_ dx: Double, _ dy: Double) throws {
        let (made, edition) = try edition(movedBy: dx, dy)
        let operators = SpatialOperators()
        let street = try #require(edition.zone(Self.street)?.geometry)
        let centre = try #require(edition.zone(Self.centre)?.geometry)
        // Not by a hair: a neighbour shares the border, and the whole holds its part.
        #expect(try operators.covers(centre, street))
        for id in ImportBench.five where id != Self.street && id != Self.centre {
            let other = try #require(edition.zone(id)?.geometry)
            #expect(!(try operators.relation(street, other)).sharesInterior, "\(id)")
        }
        #expect(!made.report.warnings.contains { $0.rule.id == "hierarchy.beyond-sketch" })
    }

    /// The port gives way to a university town moved over it, and shares its border as before.
    @Test func aNeighbourGivesWayAndSharesTheBorder() throws {
        var feature = try #require(try bench.features(["keyangang"]).first)
        let polygons = try #require(feature.geometry).polygons.map { polygon in
            Polygon(
                exterior: try Ring(polygon.exterior.points.map { Point(x: $0.x + 0.001, y: $0.y + 0.002) }))
        }
        feature.geometry = .polygon(polygons[0])
        var request = try bench.request([feature])
        request.missing = .keep
        let made = try EditionImport(request, into: bench.data)
        #expect(made.obstacles.isEmpty, "\(made.obstacles.map(\.message.en))")
        try made.publish()
        let overlay = try ZoneOverlay(try bench.data.catalogue())
        let answer = try #require(
            try overlay.neighbours(of: ZoneReference(layout: bench.layout, zone: "keyangang"), within: 0))
        let neighbours = answer.neighbours
        let town = try #require(neighbours.first { $0.zone.id == "daxuecheng" })
        #expect(town.kind == .edge)
        let whole = try #require(neighbours.first { $0.zone.id == Self.centre })
        #expect(whole.kind == .within)
    }

    @Test func whatWasFittedIsSaid() throws {
        let (made, edition) = try edition(movedBy: 0.004, 0)
        let note = try #require(made.notes.first { $0.code == "sketches_fitted" }).text
        #expect(note.zh.contains("“成渝综合性科学中心”并入") && note.zh.contains("公顷"))
        #expect(note.en.contains("took in"))
        let centre = try #require(edition.zone(Self.centre))
        #expect(centre.note?.zh.contains("按后者调整：并入") == true)
        #expect(centre.accuracy?.metres == 800)
        // The edition before is as it was.
        let before = try #require(try bench.data.catalogue().layout(bench.layout)?.editions.first)
        #expect(before.zone(Self.centre)?.geometry != centre.geometry)
        #expect(before.zone(Self.centre)?.note?.zh.contains("按后者调整") != true)
    }

    /// Its own outline imported again is the sketch's to the millimetre: nothing is to be fitted.
    @Test func whatFitsStaysAsItIs() throws {
        let (made, edition) = try edition(movedBy: 0, 0)
        #expect(!made.notes.contains { $0.code == "sketches_fitted" })
        let before = try #require(try bench.data.catalogue().layout(bench.layout)?.editions.first)
        for zone in before.zones { #expect(edition.zone(zone.id)?.geometry == zone.geometry, "\(zone.id)") }
    }

    /// A whole holds no less of a parcel than its parts do, in shares as in probabilities.
    @Test func aParcelAcrossTheLineHasNoLessInTheWholeThanInThePart() throws {
        _ = try edition(movedBy: 0.004, 0)
        let overlay = try ZoneOverlay(try bench.data.catalogue())
        let catalogue = try bench.data.catalogue()
        let street = try #require(catalogue.layout(bench.layout)?.editions.last?.zone(Self.street)?.geometry)
        var random = SeededGenerator(seed: 5)
        var crossing = 0
        for vertex in street.vertices where Double.random(in: 0...1, using: &random) < 0.3 {
            let (dx, dy) = (0.0012, 0.001)
            let ring = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
                Point(x: vertex.x + $0.0 * dx, y: vertex.y + $0.1 * dy)
            }
            let parcel = try ParcelReader().parcel(.polygon(Polygon(exterior: try Ring(ring))))
            let answer = try #require(try overlay.shares(of: parcel, layouts: [bench.layout]).layouts.first)
            guard let part = answer.zones.first(where: { $0.zone.id == Self.street }),
                let whole = answer.zones.first(where: { $0.zone.id == Self.centre })
            else { continue }
            #expect(try #require(part.share) <= (try #require(whole.share)) + 1e-6)
            #expect(part.probabilityWhole <= whole.probabilityWhole)
            #expect(part.probabilityAny <= whole.probabilityAny)
            crossing += 1
        }
        #expect(crossing > 5)
    }
}
