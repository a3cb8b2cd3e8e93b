import Glibc
import JinfengC
import Planning
import Projection
import Siting
import TestSupport
import Testing

/// The C face called as C calls it, in this process; `make test-c` does the same from C under AddressSanitizer.
@Suite struct ArrayTests {
    // One for all tests: unoptimised, tables take seconds to make.
    private nonisolated(unsafe) static let face = Result { try Face() }
    private nonisolated(unsafe) static let plainTable = Result { try #require(try face.get().table(nil)) }

    private let face: Face
    private let table: OpaquePointer

    init() throws {
        face = try Self.face.get()
        table = try Self.plainTable.get()
    }

    @Test(arguments: ["gcj02"]) func arraysAnswerAsTheLocatorDoes(_ frame: String)
        throws
    {
        var points = Points(seed: 41, count: 200)
        try points.carry(to: frame)
        let table = try #require(face.table(#"{"frame":"\#(frame)","accuracy":20}"#))
        defer { jinfengTableClose(table) }
        let answers = Answers(table, points, layouts: 3)
        #expect(answers.status == 0)
        let locator = try Locator(face.catalogue)
        let reader = SiteReader(frame: try .init(parsing: frame), accuracy: 20)
        for row in points.x.indices {
            let site = try reader.site(
                SiteText(position: .pair("\(points.x[row])", "\(points.y[row])", order: .eastingFirst)))
            for (plan, single) in try locator.locate(site).layouts.enumerated() {
                let place = plan * points.x.count + row
                let zones = single.edition.zones.filter { $0.role.holdsSites && $0.geometry != nil }
                #expect(
                    answers.zones[place]
                        == (single.deepest.flatMap { deepest in
                            zones.firstIndex { $0.id == deepest.zone.id }
                        }.map { Int32($0) } ?? (single.applicability == .covered ? -1 : -2)))
                var possible: UInt64 = 0
                for other in single.zones where !other.holds {
                    let bit = try #require(zones.firstIndex { $0.id == other.zone.id })
                    possible |= 1 << UInt64(bit)
                }
                #expect(answers.possible[place] == possible)
                let word = single.deepest?.verdict.rawValue ?? single.absence?.rawValue ?? ""
                #expect(Self.verdicts[Int(answers.verdicts[place])] == word)
                if let deepest = single.deepest {
                    #expect(abs(answers.probabilities[place] - deepest.probability) < 1e-4)
                    #expect(abs(answers.distances[place] - deepest.boundaryDistance) < 1e-3)
                }
            }
        }
    }

    private static let verdicts = [
        "inside", "outside", "uncertain", "not_covered", "not_stated", "coverage_uncertain", "unassigned",
    ]

    @Test func zoneSetsAskedAloneAreThoseAskedBesideColumns() throws {
        let points = Points(seed: 7, count: 20_000)
        var alone = [UInt32](repeating: 0, count: points.x.count)
        let status = jinfengLocate(
            table, points.x, points.y, Int64(alone.count), Int64(alone.count), &alone, nil, nil, nil, nil,
            nil,
            nil
        )
        #expect(status == 0)
        #expect(alone == Answers(table, points, layouts: 3).sets)
        #expect(Set(alone).count > 20)
    }

    @Test(arguments: [
        (Double.nan, 29.5), (106.3, .infinity), (29.52, 106.33), (1e300, 0), (181, 0), (106.3, -90.5),
    ])
    func whatIsNoPositionIsAnsweredInPlace(_ position: (Double, Double)) throws {
        let points = Points(x: [106.33, position.0, 106.33], y: [29.52, position.1, 29.52])
        let answers = Answers(table, points, layouts: 3)
        #expect(answers.sets[1] == 0x7FFF_FFFF)
        #expect(answers.zones[1] == -3 && answers.verdicts[1] == 255)
        #expect(answers.sets[0] == answers.sets[2] && answers.zones[0] == answers.zones[2])
        var alone: [UInt32] = [0, 0, 0]
        _ = jinfengLocate(table, points.x, points.y, 3, 3, &alone, nil, nil, nil, nil, nil, nil)
        #expect(alone == answers.sets)
        #expect(jinfengTableCheck(table, position.0, position.1, nil) == 65)
        #expect(jinfengTableCheck(table, 106.33, 29.52, nil) == 0)
    }

    @Test func theLegendSaysWhatAReaderShouldKnow() throws {
        let plain = try #require(jinfengTableLegend(table).map { String(cString: $0) })
        for code in ["frame_assumed", "plan_period_ended"] { #expect(plain.contains(#""code":"\#(code)""#)) }
        #expect(plain.contains("规划期2021—2025年，已届满") && plain.contains("plan period 2021—2025 has ended"))
        let amap = try #require(face.table(#"{"frame":"gcj02","as_of":"2026-11-22"}"#))
        defer { jinfengTableClose(amap) }
        let stated = try #require(jinfengTableLegend(amap).map { String(cString: $0) })
        #expect(stated.contains(#""code":"frame_accuracy""#) && !stated.contains("frame_assumed"))
    }

    @Test func countsAndPointersThatCannotBeAreRefused() throws {
        var sets: [UInt32] = [0]
        var error: OpaquePointer?
        #expect(jinfengLocate(table, [1], [1], -1, 0, &sets, nil, nil, nil, nil, nil, &error) == 64)
        #expect(face.code(of: error) == "bad_count")
        for stride in [0, Int64.max] {
            #expect(jinfengLocate(table, [1], [1], 1, stride, &sets, nil, nil, nil, nil, nil, nil) == 64)
        }
        #expect(jinfengLocate(table, nil, [1], 1, 1, &sets, nil, nil, nil, nil, nil, nil) == 64)
        #expect(jinfengLocate(table, [1], [1], 1, 1, nil, nil, nil, nil, nil, nil, nil) == 64)
        #expect(jinfengLocate(nil, [1], [1], 1, 1, &sets, nil, nil, nil, nil, nil, nil) == 64)
        #expect(jinfengLocate(table, nil, nil, 0, 0, nil, nil, nil, nil, nil, nil, nil) == 0)
    }
}
