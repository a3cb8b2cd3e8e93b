import PlanarGeometry
import Testing
import Wording

@testable import Projection

@Suite struct PlaneConversionTests {
    @Test(arguments: [
        "+proj=nonsense", "+proj=tmerc +lon_0=x +ellps=nowhere", "+proj=utm +zone=99 +ellps=WGS84", "",
    ])
    func refusedParametersCarryPROJsOwnWords(step: String) throws {
        do throws(ProjectionError) {
            _ = try PlaneConversion(step: step)
            Issue.record("no error")
        } catch {
            guard case .library(let function, let words) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(function == "proj_create")
            #expect(!words.isEmpty && words != "no message" && !words.contains("proj.db"), "\(words)")
            #expect(error.code == "projection_failed" && error.message.zh.contains(words))
        }
    }

    @Test func aFailureIsNotBlamedOnTheNextPoint() throws {
        let plane = try PlaneConversion(step: "+proj=tmerc +lon_0=105 +ellps=GRS80")
        #expect(plane.carry(Point(x: 106, y: 95), .toPlane) == nil)
        #expect(plane.carry(Point(x: 106, y: 29), .toPlane) != nil)
        var points = [Point(x: 106, y: 29), Point(x: 106, y: 95), Point(x: 107, y: 29)]
        try plane.carry(inPlace: &points, .toPlane)
        #expect(points.map(\.isFinite) == [true, false, true])
        #expect(plane.carry(Point(x: 106, y: 29), .toPlane) == points[0])
    }
}
