import GeoJSON
import Planning
import Presenting
import Siting
import TestSupport
import Testing
import Wording

@testable import SitingService

/// Questions that are answered at the parser's door, and those that are not.
@Suite struct ShortAnswerTests {
    /// Sends requests one behind the other on one connection; the last ends it.
    private static func replies(to heads: [String], _ service: LiveService) async throws -> [Reply] {
        let closing = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        var rest = try await service.exchange(Array((heads.joined() + closing).utf8))[...]
        var replies: [Reply] = []
        while !rest.isEmpty {
            let end = try #require(rest.firstRange(of: Array("\r\n\r\n".utf8))).upperBound
            let head = String(decoding: rest[..<end], as: UTF8.self).lowercased()
            let names = head.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != ":" } }
            #expect(Set(names).count == names.count, "said twice: \(head)")
            let length =
                head.split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }
                .flatMap { Int($0.dropFirst(16)) } ?? 0
            replies.append(try Reply(Array(rest[..<(end + length)])))
            rest = rest[(end + length)...]
        }
        #expect(replies.count == heads.count + 1)
        return replies
    }

    private static func head(_ target: String, _ lines: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: a\r\n\(lines)\r\n"
    }

    @Test func bytesAreThoseOfTheCommand() async throws {
        var random = SeededGenerator(seed: 5)
        let targets = (0..<400).map { number in
            let x = Double.random(in: 106.1...106.7, using: &random)
            let y = Double.random(in: 29.2...29.9, using: &random)
            let more = ["", "&accuracy=120", "&confidence=0.8", "&layout=jinfeng-five-zones"]
            return (x, y, more[number % 4], number.isMultiple(of: 2) ? Language.zh : .en)
        }
        let locator = try Locator(GeoDataFolder(path: Repository.geoData).catalogue())
        let expected = try targets.map { x, y, more, language in
            let site = try SiteReader().site(
                SiteText(
                    position: Query.Spot.position("\(x),\(y)").text,
                    accuracy: more.hasPrefix("&accuracy") ? "120" : nil))
            let answer = try locator.locate(
                site, confidence: more.hasPrefix("&confidence") ? #require(Confidence(0.8)) : .standard,
                layouts: more.hasPrefix("&layout") ? ["jinfeng-five-zones"] : nil)
            let writer = JSONAnswerWriter(.object, language: language)
            var bytes: [UInt8] = []
            writer.begin(&bytes)
            writer.write(
                AnsweredRow(origin: .position, id: nil, name: nil, outcome: .success(answer)), to: &bytes)
            writer.end(&bytes)
            return bytes
        }
        try await LiveService.run { service in
            let replies = try await Self.replies(
                to: targets.map { x, y, more, language in
                    Self.head("/locate?position=\(x),\(y)\(more)&lang=\(language.rawValue)")
                }, service)
            for (reply, (target, bytes)) in zip(replies, zip(targets, expected)) {
                try #require(reply.status == 200 && reply.bytes == bytes, "\(target)")
            }
        }
    }

    @Test func aHeadSaysTheSameWhicheverWayItWent() async throws {
        try await LiveService.run { service in
            for lines in ["", "Accept-Language: zh\r\n", "Accept: application/json\r\nX-Request-ID: a-1\r\n"]
            {
                // A body, be it of no length, is not for the door.
                let target = "/locate?position=106.33%2C29.52"
                let replies = try await Self.replies(
                    to: [Self.head(target, lines), Self.head(target, lines + "Content-Length: 0\r\n")],
                    service)
                let names = replies.map { Set($0.headers.keys) }
                #expect(names[0] == names[1])
                for name in names[0].subtracting(["date", "x-request-id"]) {
                    #expect(replies[0].headers[name] == replies[1].headers[name], "\(name)")
                }
                #expect(replies[0].bytes == replies[1].bytes)
                if lines.contains("a-1") { #expect(replies[0].headers["x-request-id"] == "a-1") }
                let date = try #require(replies[0].headers["date"])
                #expect(date.hasSuffix(" GMT") && date.count == 29)
            }
        }
    }

    @Test func answersComeInTheOrderOfTheirQuestions() async throws {
        try await LiveService.run { service in
            let good = Self.head("/locate?position=106.33,29.52")
            let heads = [
                good, Self.head("/fit?activity=IVD"), good, Self.head("/locate?position=29.52,106.33"), good,
                Self.head("/locate?position=106.33,29.52&f=text"), good,
                Self.head("/locate?position=106.33,29.52&f=json"), Self.head("/locate"), good,
                Self.head("/locate?position=106.33,29.52", "Accept: text/html\r\n"), good,
                Self.head("/locates?position=106.33,29.52"),
            ]
            let replies = try await Self.replies(to: heads, service)
            #expect(
                replies.map(\.status) == [
                    200, 200, 200, 400, 200, 200, 200, 200, 400, 200, 200, 200, 404, 200,
                ])
            #expect(replies[3].problem == "swapped_lon_lat")
            #expect(replies[8].problem == "missing_parameter")
            #expect(replies[5].headers["content-type"] == "text/plain; charset=utf-8")
            #expect(replies[10].headers["content-type"] == "text/html; charset=utf-8")
            #expect(Set([0, 2, 4, 6, 7, 9, 11].map { replies[$0].bytes }).count == 1)
            #expect(try replies[1].json()["activity"] == "IVD")
        }
    }
}
