import PlanarGeometry
import Projection
import TestSupport
import Testing
import Wording

/// Whatever is written, the answer is a finite position or an explained error.
@Suite struct RandomTextTests {
    private static let pieces =
        [
            "0", "1", "29", "52", "106", "33", "999", "628945.81", "3267643.66", "35628945.81", "1e9",
            "1e308", ".", ",", "，", ";",
            "-", "+", " ", "°", "′", "″", "'", "\"", "度", "分", "秒", "E", "W", "N", "S", "e", "X=", "Y=", "东经",
            "北纬", "lat", "１",
            "．", "nan", "(", ")", "\u{301}", "\u{FEFF}", "\r\n", "带", "CGCS2000", "epsg:", "4544", "zone",
            "m", "km", "米", ":",
            "cm",
        ]

    /// A number more often than not, anything or nothing else.
    private static func piece(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: pieces.randomElement(using: &random) ?? ""
        case 1: ["29.52", "106.33", "628945.81", "3267643.66"].randomElement(using: &random) ?? ""
        default: ""
        }
    }

    @Test func noTextTrapsOrPassesForAnInfinitePlace() throws {
        var random = SeededGenerator(seed: 99)
        let frames = try ["wgs84", "cgcs2000", "gcj02", "epsg:4544", "epsg:4523", "epsg:3857", "epsg:32648"]
            .map {
                try ReferenceFrame(parsing: $0)
            }
        var read = 0
        var refused = 0
        for frame in frames {
            let projector = try Projector(frame)
            for _ in 0..<1000 {
                // Two noisy numbers with something between, which now and then are a position.
                var parts = [
                    Self.piece(&random), Self.piece(&random),
                    [",", " ", "，", ";"].randomElement(using: &random) ?? ",",
                ]
                parts += [Self.piece(&random), Self.piece(&random)]
                let text = parts.joined()
                _ = try? ReferenceFrame(parsing: text)
                do throws(ArrivalError) {
                    let position = try projector.read(
                        text, order: AxisOrder.allCases.randomElement(using: &random) ?? .unstated)
                    #expect(position.wgs84.isFinite && position.wgs84.y.magnitude <= 90, "\(text)")
                    read += 1
                } catch {
                    #expect(
                        !error.message.zh.isEmpty && !error.remedy.en.isEmpty && error.message.en.count < 600)
                    refused += 1
                }
            }
        }
        // Both happen, or nothing was tried.
        #expect(read > 50 && refused > 1000, "\(read) \(refused)")
    }
}
