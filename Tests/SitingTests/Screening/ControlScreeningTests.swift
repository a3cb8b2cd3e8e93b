import PlanarGeometry
import Planning
import Projection
import TestSupport
import Testing
import Wording

@testable import Planning
@testable import Siting

/// Candidates against a control line: a square from 106.35, 29.55 to 106.37, 29.57, known to half a metre, complete on
/// the land from 106.30, 29.50 to 106.40, 29.60 where that is stated.
@Suite struct ControlScreeningTests {
    private static let inside =
        "POLYGON((106.355 29.555,106.36 29.555,106.36 29.56,106.355 29.56,106.355 29.555))"
    private static let across =
        "POLYGON((106.34 29.555,106.36 29.555,106.36 29.56,106.34 29.56,106.34 29.555))"
    private static let beside = "POLYGON((106.31 29.51,106.32 29.51,106.32 29.52,106.31 29.52,106.31 29.51))"
    private static let beyond = "POLYGON((106.45 29.51,106.46 29.51,106.46 29.52,106.45 29.52,106.45 29.51))"

    private func catalogue(stated: Bool) throws -> Catalogue {
        func square(_ west: Double, _ south: Double, _ side: Double) -> String {
            let (east, north) = (west + side, south + side)
            return
                "POLYGON((\(west) \(south),\(east) \(south),\(east) \(north),\(west) \(north),\(west) \(south)))"
        }
        let around = try SyntheticLayout(
            "around", [SyntheticZone("land", square(106.30, 29.50, 0.1), accuracy: 300)])
        let line = try SyntheticLayout(
            "ecological-red-line",
            [SyntheticZone("line", square(106.35, 29.55, 0.02), accuracy: 0.5, role: .control)])
        let text = Bilingual(zh: "试", en: "test")
        return Catalogue(
            documents: [],
            layouts: SyntheticLayout.catalogue([around, line]).layouts.map { layout in
                let isLine = layout.id == "ecological-red-line"
                return Layout(
                    id: layout.id, name: text, kind: isLine ? .control : .context, documents: [],
                    coverage: isLine && stated ? Coverage(zones: ["land"], notStated: [], basis: text) : nil,
                    partitions: [], unassigned: nil, editions: layout.editions)
            })
    }

    private func screened(
        _ wkt: String, asking: (Zone) -> Criterion, stated: Bool
    ) throws -> ScreenedCandidate {
        let catalogue = try catalogue(stated: stated)
        let zone = try #require(catalogue.layout("ecological-red-line")?.editions.first?.zones.first)
        let screener = try Screener(try Screening([asking(zone)], in: catalogue), catalogue)
        let geometry = try WKTReader.geometry(wkt, vertexLimit: 100)
        if case .point(let point) = geometry {
            return try screener.screened(Candidate(.site(Site(LonLat(point)))))
        }
        return try screener.screened(Candidate(.parcel(try ParcelReader().parcel(wkt: wkt))))
    }

    @Test(arguments: [
        ("POINT(106.36 29.56)", CriterionFinding.Outcome.met, CriterionFinding.Outcome.notMet),
        ("POINT(106.31 29.51)", .notMet, .met), ("POINT(106.35 29.56)", .undecided, .undecided),
        (inside, .met, .notMet), (across, .notMet, .notMet), (beside, .notMet, .met),
        ("LINESTRING(106.355 29.555,106.36 29.56)", .met, .notMet),
        ("LINESTRING(106.34 29.56,106.36 29.56)", .notMet, .notMet),
        ("LINESTRING(106.31 29.51,106.32 29.51)", .notMet, .met),
        // Beyond the land on which it is complete nothing is known, not even that it is elsewhere.
        ("POINT(106.45 29.51)", .notAnswerable, .notAnswerable), (beyond, .notAnswerable, .notAnswerable),
    ])
    func insideAndOutsideOfALineThatIsCompleteHere(
        _ wkt: String, _ within: CriterionFinding.Outcome, _ without: CriterionFinding.Outcome
    ) throws {
        let asked = try screened(wkt, asking: { .inside($0) }, stated: true)
        #expect(asked.findings[0].outcome == within, "\(asked.findings[0])")
        let kept = try screened(wkt, asking: { .outside($0) }, stated: true)
        #expect(kept.findings[0].outcome == without, "\(kept.findings[0])")
        if let probability = kept.findings[0].probability, let other = asked.findings[0].probability {
            #expect(probability + other <= 1 + 1e-9)
        }
    }

    @Test(arguments: [
        ("POINT(106.36 29.56)", CriterionFinding.Outcome.met, CriterionFinding.Outcome.notMet),
        (inside, .met, .notMet), (across, .notMet, .notMet),
        ("POINT(106.31 29.51)", .notAnswerable, .notAnswerable), (beside, .notAnswerable, .notAnswerable),
    ])
    func whereCompletenessIsNotStatedOnlyWhatIsDrawnDecides(
        _ wkt: String, _ within: CriterionFinding.Outcome, _ without: CriterionFinding.Outcome
    ) throws {
        let asked = try screened(wkt, asking: { .inside($0) }, stated: false).findings[0]
        #expect(asked.outcome == within, "\(asked)")
        let kept = try screened(wkt, asking: { .outside($0) }, stated: false).findings[0]
        #expect(kept.outcome == without, "\(kept)")
        let reasons = kept.reasons.filter { $0 != Screener.hasNoExtent }
        #expect(reasons.isEmpty == (without != .notAnswerable))
    }

    @Test(arguments: [
        (beside, true, CriterionFinding.Outcome.met), (beside, false, .notAnswerable),
        (beyond, true, .notAnswerable),
        (inside, false, .notMet), (across, true, .notMet),
    ])
    func farFromALineIsAnsweredWhereItIsCompleteOnly(
        _ wkt: String, _ stated: Bool, _ outcome: CriterionFinding.Outcome
    ) throws {
        let found = try screened(wkt, asking: { .away($0, metres: 100) }, stated: stated).findings[0]
        #expect(found.outcome == outcome, "\(found)")
    }

    @Test func aCandidateOnALineNobodyAskedForSaysSo() throws {
        let area = try #require(StatedArea(1, .squareMetres))
        let occupied = try screened(Self.across, asking: { _ in .landArea(area) }, stated: true)
        #expect(occupied.decision == .kept)
        #expect(occupied.occupiedControls.map(\.layout.id) == ["ecological-red-line"])
        let free = try screened(Self.beside, asking: { _ in .landArea(area) }, stated: true)
        #expect(free.occupiedControls.isEmpty && free.controls.first?.isSettled == true)
    }
}
