import Planning
import Presenting
import TestSupport
import Testing
import Wording

@Suite struct AnswerColumnsTests {
    @Test func eachLayoutHasSevenColumnsAndTheRowOneForItsError() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let header = AnswerColumns(layouts: catalogue.plans, headers: .en).header
        #expect(header.count == catalogue.plans.count * 7 + 1)
        #expect(header.first == "jinfeng-five-zones:zone")
        #expect(header.last == "error")
    }
}
