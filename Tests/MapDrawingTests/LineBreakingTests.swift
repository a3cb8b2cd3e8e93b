import Testing

@testable import MapDrawing

@Suite struct LineBreakingTests {
    @Test(arguments: [
        ("重大科技基础设施集聚区", 2, ["重大科技基础", "设施集聚区"]), ("生命岛", 2, ["生命岛"]),
        ("Central Transfer-Leading Area", 2, ["Central Transfer-", "Leading Area"]),
        ("Life Island", 2, ["Life", "Island"]),
    ])
    func namesBreakIntoLinesOfMuchTheSameLength(_ text: String, _ count: Int, _ lines: [String]) {
        #expect(LineBreaking.even(text, lines: count) == lines)
    }

    @Test func noLineBeginsWithAClosingMarkOrEndsWithAnOpeningOne() {
        let text = "依据：《重庆高新区国民经济和社会发展第十四个五年规划》（渝府发〔2022〕3号），规划期2021—2025年，已届满。"
        for width in 2...30 {
            let lines = LineBreaking.wrapped(text, width: Double(width)) { Double($0.count) }
            #expect(lines.joined() == text)
            for line in lines {
                #expect(!"，。、；：）〕》".contains(line.first ?? "x"), "\(line)")
                #expect(!"（〔《".contains(line.last ?? "x"), "\(line)")
            }
        }
    }
}
