import PlanarGeometry
import Planning
import Projection
import TestSupport
import Testing

@testable import Siting

/// A shift that is told is carried out on the ellipsoid, and the moved site assessed anew.
@Suite struct AssessmentShiftTests {
    /// What tells a flag from the others of its rule.
    private static func key(_ flag: AssessmentFlag) -> String {
        let subject =
            switch flag.rule {
            case .inScreen: flag.zones.map(\.id).joined(separator: ",")
            // A layout may have several partitions; the members of one have one parent.
            case .straddlesZones: Set(flag.zones.compactMap(\.parent)).sorted().joined(separator: ",")
            default: ""
            }
        return "\(flag.rule.rawValue) \(flag.layout ?? "") \(subject)"
    }

    /// Whether all of the site lies in a zone the texts assign the activity to.
    private static func isWhollyHere(_ assessment: Assessment) -> Bool {
        assessment.comparison?.activities.contains { [.here, .nominallyHere].contains($0.outcome) } ?? false
    }

    private static func isRaised(_ flag: AssessmentFlag, _ assessment: Assessment) -> Bool {
        assessment.flags.contains { key($0) == key(flag) }
    }

    /// Whether a moved site is no better off: what a flag says of one layout may come to be said of all, and a site
    /// is in no assigned zone just because the document no longer speaks of its land.
    private static func raises(_ flag: AssessmentFlag, _ assessment: Assessment) -> Bool {
        switch flag.rule {
        case .activityAssignedElsewhere:
            return !isWhollyHere(assessment)
        // A layout that no longer speaks of the land raises nothing.
        case .straddlesZones, .inScreen, .nearBoundary:
            let layout = flag.layout.flatMap(assessment.layout)
            return layout?.applicability == .notCovered || assessment.flags.contains { key($0) == key(flag) }
        case .notCovered where assessment.flags.contains { $0.rule == .outsideEveryLayout }: return true
        default: return assessment.flags.contains { key($0) == key(flag) }
        }
    }

    /// Sites of several sizes and shapes over the city and around it.
    private static func sites(_ count: Int, seed: UInt64) throws -> [AssessedSite] {
        var random = SeededGenerator(seed: seed)
        return try (0..<count).map { index in
            let longitude = Double.random(in: 106.27...106.47, using: &random)
            let latitude = Double.random(in: 29.40...29.72, using: &random)
            let size = [0, 150, 600, 1800, 3500][index % 5]
            guard size > 0 else { return Shipped.position(longitude, latitude) }
            let square = try Shipped.square(longitude, latitude, metres: Double(size))
            guard index.isMultiple(of: 2), case .polygon(let polygon) = square.parcel.geometry else {
                return square
            }
            // An L: a corner of the square taken out.
            var points = polygon.exterior.points
            let middle = Point(x: longitude, y: latitude)
            points.replaceSubrange(
                2...2,
                with: [
                    Point(x: points[2].x, y: middle.y), middle, Point(x: middle.x, y: points[2].y),
                ])
            return AssessedSite(
                try ParcelReader().parcel(.polygon(Polygon(exterior: try Ring(points)))))
        }
    }

    @Test func movingASiteByTheShiftLiftsTheFlagAndNoClearlyShorterShiftDoes() throws {
        let assessor = try Shipped.assessor()
        var told: [AssessmentFlag.Rule: Int] = [:]
        let chosen = [
            try Shipped.square(106.335, 29.545, metres: 4500), try Shipped.square(106.41, 29.60, metres: 900),
            Shipped.position(106.57, 29.56),
        ]
        for site in try chosen + Self.sites(12, seed: 4) {
            let assessment = try assessor.assess(site, activity: "集成电路设计")
            for flag in assessment.flags {
                guard let shift = flag.shift else { continue }
                told[flag.rule, default: 0] += 1
                #expect(shift.metres > 2 * (flag.accuracy ?? 0))
                let moved = try assessor.assess(
                    try site.moved(shift.metres, at: shift.bearing), activity: "集成电路设计")
                #expect(!Self.isRaised(flag, moved), "\(Self.key(flag)) stays after \(shift.metres) m")
                if flag.rule == .activityAssignedElsewhere {
                    #expect(Self.isWhollyHere(moved), "\(shift.metres) m bring the site in only in part")
                    #expect(moved.standing(try #require(shift.zone?.reference))?.holding == .whole)
                }
                guard told[flag.rule, default: 0] <= 2 else { continue }
                for step in 0..<8 {
                    let shorter = try assessor.assess(
                        try site.moved((shift.metres - 2) * 0.98, at: Double(step) * 45 + 11),
                        activity: "集成电路设计")
                    #expect(
                        Self.raises(flag, shorter), "\(Self.key(flag)): \(shift.metres) m is not the shortest"
                    )
                }
            }
        }
        for rule in [
            AssessmentFlag.Rule.straddlesZones, .inScreen, .nearBoundary, .outsideEveryLayout, .notCovered,
            .activityAssignedElsewhere,
        ] {
            #expect(told[rule, default: 0] > 0, "no shift was told for \(rule.rawValue)")
        }
    }

    @Test func aShiftTheDrawingCannotTellIsNotTold() throws {
        let assessor = try Shipped.assessor()
        var within = 0
        for site in try Self.sites(10, seed: 5) {
            for flag in try assessor.assess(site).flags where flag.lift == .withinAccuracy {
                within += 1
                #expect(flag.shift == nil)
            }
        }
        #expect(within > 0)
    }
}
