import GeoJSON
import Testing

@testable import SitingService

/// Where a position lies, over the wire.
@Suite struct LocateRouteTests {
    @Test func aPositionIsAnsweredByTheZoneThatCoversIt() async throws {
        try await LiveService.run { service in
            let reply = try await service.get("/locate?position=106.33,29.52")
            #expect(reply.status == 200)
            #expect(reply.headers["content-type"] == "application/json")
            let layouts = try #require(try reply.json()["layouts"]?.elements)
            #expect(layouts.first?["zone"]?.stringValue == "shengmingdao")
        }
    }

    /// What a client may get wrong, and the code it is told by.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let target: String
        let status: Int
        let code: String
        var testDescription: String { "\(target.prefix(60)) → \(code)" }

        init(_ target: String, _ status: Int, _ code: String) {
            self.target = target
            self.status = status
            self.code = code
        }
    }

    static let mistakes = [
        Mistake("/locate", 400, "missing_parameter"),
        Mistake("/locate?position=29.52,106.33", 400, "swapped_lon_lat"),
        Mistake("/locate?positon=106.33,29.52", 400, "unknown_parameter"),
        Mistake("/locate?position=106.33,29.52&position=106.33,29.52", 400, "repeated_parameter"),
        Mistake(
            "/locate?position=106.33,29.52&place=%E7%A7%91%E5%AD%A6%E4%BC%9A%E5%A0%82", 400,
            "conflicting_parameters"),
        Mistake("/locate?position=%FF%FE", 400, "bad_encoding"),
        Mistake("/locate?position=106.33%0029.52", 400, "bad_encoding"),
        Mistake("/locate?position=%zz", 400, "bad_encoding"),
        Mistake("/locate?position=106.33,29.52&frame=EPSG:99999", 400, "unknown_frame"),
        Mistake("/locate?position=106.33,29.52&frame=%2Bproj%3Dlonglat", 400, "refused_frame"),
        Mistake("/locate?position=nan,nan", 400, "not_finite"),
        Mistake("/locate?position=106.33,29.52&accuracy=-5", 400, "invalid_accuracy"),
        Mistake("/locate?position=106.33,29.52&confidence=1", 400, "invalid_parameter"),
        Mistake("/locate?position=106.33,29.52&confidence=NaN", 400, "invalid_parameter"),
        Mistake("/locate?position=106.33,29.52&layout=nowhere", 400, "unknown_layout"),
        Mistake("/locate?position=106.33,29.52&as-of=yesterday", 400, "invalid_parameter"),
        Mistake("/locate?position=106.33,29.52&as-of=1900-01-01", 400, "no_edition"),
        Mistake("/locate?position=106.33,29.52&lang=fr", 400, "invalid_parameter"),
        Mistake("/locate?position=106.33,29.52&f=xml", 400, "unknown_format"),
        Mistake("/nowhere", 404, "not_found"),
        Mistake("/../../etc/passwd", 404, "not_found"),
        Mistake("/%2e%2e/%2e%2e/etc/passwd", 404, "not_found"),
    ]

    /// What the command takes for a name, a door of the service takes too.
    @Test(arguments: [
        ("/adjacency?layout=jinfeng-five-zones", "/adjacency?layout=%E4%BA%94%E5%A4%A7%E5%88%9B%E6%96%B0"),
        (
            "/fit?activity=IVD&layout=north-middle-south",
            "/fit?activity=IVD&layout=%E5%8C%97%E7%A0%94%E5%8F%91"
        ),
        ("/zones/shengmingdao", "/zones/Life-Island"),
        ("/zones/shengmingdao/neighbors", "/zones/jinfeng-five-zones%2Fshengmingdao/neighbors"),
        (
            "/locate?position=106.33,29.52&layout=jinfeng-five-zones",
            "/locate?position=106.33,29.52&layout=%E4%BA%94%E5%A4%A7%E5%88%9B%E6%96%B0%E6%94%AF%E6%92%91"
        ),
    ])
    func aNameMeansTheSameAsTheID(_ byID: String, _ byName: String) async throws {
        try await LiveService.run { service in
            let (one, other) = (try await service.get(byID), try await service.get(byName))
            #expect(one.status == 200)
            #expect(other.status == 200, "\(other.text.prefix(300))")
            #expect(one.bytes == other.bytes)
        }
    }

    @Test func aZoneGivenAsAPlaceIsToldToBeOne() async throws {
        try await LiveService.run { service in
            let reply = try await service.get("/locate?place=%E7%94%9F%E5%91%BD%E5%B2%9B&lang=zh")
            #expect(reply.status == 400)
            #expect(reply.text.contains("结构单元"))
        }
    }

    @Test func everyMistakeIsToldByAStableCode() async throws {
        try await LiveService.run { service in
            for mistake in Self.mistakes {
                let reply = try await service.get(mistake.target)
                #expect(reply.status == mistake.status, "\(mistake.testDescription)")
                #expect(reply.problem == mistake.code, "\(mistake.testDescription): \(reply.text)")
                let problem = try reply.json()
                #expect(problem["remedy"]?.stringValue?.isEmpty == false, "\(mistake.testDescription)")
                #expect(problem["request_id"]?.stringValue == reply.headers["x-request-id"])
            }
        }
    }

    @Test func problemsSpeakTheClientsLanguage() async throws {
        try await LiveService.run { service in
            let chinese = try await service.get("/locate", ["Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"])
            #expect(try chinese.json()["title"] == "缺少参数 position。")
            let english = try await service.get("/locate", ["Accept-Language": "en-GB,zh;q=0.5"])
            #expect(try english.json()["title"] == "The parameter position is missing.")
        }
    }

    @Test func headersSayWhatABrowserMayDo() async throws {
        try await LiveService.run { service in
            let headers = try await service.get("/locate?position=106.33,29.52").headers
            #expect(headers["x-content-type-options"] == "nosniff")
            #expect(headers["referrer-policy"] == "no-referrer")
            #expect(headers["access-control-allow-origin"] == "*")
            let policy = try #require(headers["content-security-policy"])
            #expect(policy.contains("script-src 'self'") && !policy.contains("script-src 'self' 'unsafe"))
        }
    }

    @Test func otherMethodsAreToldWhichThereAre() async throws {
        try await LiveService.run { service in
            let head = try await service.send("HEAD", "/locate?position=106.33,29.52")
            let body = try await service.get("/locate?position=106.33,29.52").bytes
            #expect(head.status == 200 && head.bytes.isEmpty)
            #expect(head.headers["content-length"] == "\(body.count)")
            for method in ["DELETE", "TRACE", "QUERY"] {
                let refused = try await service.send(method, "/locate")
                #expect(refused.status == 405 && refused.headers["allow"]?.contains("GET") == true)
                #expect(refused.problem == "method_not_allowed")
            }
            let options = try await service.send("OPTIONS", "/locate")
            #expect(options.status == 204 && options.headers["allow"]?.contains("GET") == true)
        }
    }
}
