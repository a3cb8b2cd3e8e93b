import GeoJSON
import Testing
import Wording

@testable import SitingService

/// What clients send that nobody can answer: each is told what is wrong, and the service goes on.
@Suite struct BadInputTests {
    struct Bad: Sendable {
        let method: String
        let target: String
        let type: String?
        let body: [UInt8]?
        let status: Int
        let code: String

        init(_ target: String, _ status: Int, _ code: String) {
            (method, self.target, type, body, self.status, self.code) = (
                "GET", target, nil, nil, status, code
            )
        }

        init(post target: String, _ type: String?, _ body: [UInt8], _ status: Int, _ code: String) {
            (method, self.target, self.type, self.body, self.status, self.code) = (
                "POST", target, type, body, status, code
            )
        }

        init(post target: String, _ type: String?, _ body: String, _ status: Int, _ code: String) {
            self.init(post: target, type, Array(body.utf8), status, code)
        }
    }

    static let items = "/collections/jinfeng-five-zones/items"
    static let geojson = "application/geo+json"

    static let queries = [
        Bad(items + "?limit=-1", 400, "invalid_parameter"), Bad(items + "?limit=0", 400, "invalid_parameter"),
        Bad(items + "?limit=all", 400, "invalid_parameter"),
        Bad(items + "?limit=1.5", 400, "invalid_parameter"),
        Bad(items + "?offset=-1", 400, "invalid_parameter"),
        Bad(items + "?bbox=107,29,106,30", 400, "invalid_bbox"),
        Bad(items + "?bbox=106,30,107,29", 400, "invalid_bbox"),
        Bad(items + "?bbox=1,2,3", 400, "invalid_bbox"),
        Bad(items + "?bbox=NaN,29,107,30", 400, "invalid_bbox"),
        Bad(items + "?bbox=a,b,c,d", 400, "invalid_bbox"), Bad(items + "?bbox=,,,", 400, "invalid_bbox"),
        Bad(items + "?crs=EPSG:4326", 400, "unknown_crs"),
        Bad(items + "?crs=http://www.opengis.net/def/crs/EPSG/0/2154", 400, "unknown_crs"),
        Bad(items + "?bbox-crs=%2Bproj%3Dlonglat", 400, "unknown_crs"),
        Bad(items + "?datetime=2026-13-01", 400, "invalid_parameter"),
        Bad(items + "?datetime=2026-11-21%2F2026-01-01", 400, "invalid_parameter"),
        Bad(items + "?datetime=2026-11-21%2F2026-11-22%2F2026-11-23", 400, "invalid_parameter"),
        Bad(items + "?filter=role%20%3D", 400, "invalid_filter"),
        Bad(items + "?filter=located&filter-lang=sql", 400, "invalid_parameter"),
        Bad(items + "?filter-lang=sql", 400, "invalid_parameter"),
        Bad(items + "?limit=", 400, "invalid_parameter"), Bad("/conformance?f=", 400, "invalid_parameter"),
        Bad(items + "?role=area", 400, "unknown_parameter"),
        Bad("/export?f=docx", 400, "unknown_format"), Bad("/export?layout=x", 400, "unknown_layout"),
        Bad("/export?f=kml&frame=epsg:4544", 400, "frame_not_in_format"),
        Bad("/export?frame=epsg:4547", 400, "outside_area_of_use"),
        Bad("/export?frame=epsg:999999", 400, "unknown_frame"),
        Bad("/export?f=txt&frame=wgs84", 400, "frame_not_in_format"),
        Bad("/export?f=shp&encoding=big5", 400, "invalid_parameter"),
        Bad("/export?as-of=1990-01-01", 400, "no_edition"),
        Bad("/collections/nowhere/export", 404, "unknown_id"),
        Bad("/collections/..%2Fcontext/export", 404, "unknown_id"),
        Bad("/collections/nowhere", 404, "unknown_id"), Bad("/collections/nowhere/items", 404, "unknown_id"),
        Bad(items + "/nowhere", 404, "unknown_id"),
        Bad("/collections/..%2F..%2Fetc/items", 404, "unknown_id"),
        Bad("/zones/%00", 400, "bad_encoding"), Bad("/zones/%FF", 400, "bad_encoding"),
        Bad("/zones/..%2f..%2fetc%2fpasswd", 404, "unknown_id"),
        Bad("/zones/" + String(repeating: "a", count: 60_000), 404, "unknown_id"),
        Bad("/zones/nowhere/neighbors", 404, "unknown_id"),
        Bad("/zones/shengmingdao/neighbors?within=5", 400, "invalid_distance"),
        Bad("/zones/shengmingdao/neighbors?within=-5m", 400, "invalid_distance"),
        Bad("/adjacency", 400, "missing_parameter"), Bad("/adjacency?layout=x", 400, "unknown_layout"),
        Bad("/fit", 400, "missing_parameter"), Bad("/fit?activity=IVD&stage=sale", 400, "invalid_parameter"),
        Bad("/fit?activity=IVD&document=999", 400, "unknown_id"),
        Bad("/assess", 400, "missing_parameter"),
        Bad("/assess?position=106.33,29.52&make-valid=yes", 400, "invalid_parameter"),
        Bad("/assess?position=106.33,29.52&area=50", 400, "invalid_area"),
        // No path, no address and no text of a coordinate system leads anywhere.
        Bad("/locate?position=/etc/passwd", 400, "not_a_pair"),
        Bad("/locate?place=file:%2F%2F%2Fetc%2Fpasswd", 400, "unknown_place"),
        Bad("/map.svg?position=http:%2F%2F127.0.0.1%2Fa.geojson", 400, "not_a_pair"),
        Bad("/locate?position=106.33,29.52&frame=%2Bproj%3Dutm", 400, "refused_frame"),
        Bad("/locate?position=106.33,29.52&frame=%2Fusr%2Fshare%2Fproj%2Fproj.db", 400, "unknown_frame"),
        Bad("/map.png?size=huge", 400, "unknown_paper_size"),
        Bad("/map.png?size=a0&dpi=1200", 400, "invalid_parameter"),
        Bad("/map.svg?scale=x", 400, "invalid_parameter"), Bad("/map.gif", 404, "not_found"),
    ]

    static let bodies = [
        Bad(post: "/assess", geojson, "", 400, "empty_body"),
        Bad(post: "/assess", nil, "{}", 415, "unsupported_media_type"),
        Bad(post: "/assess", "application/xml", "<a/>", 415, "unsupported_media_type"),
        Bad(
            post: "/assess", geojson, #"{"type":"Polygon","coordinates":[[[106.3,29.5],[106.4,29.5]"#, 400,
            "invalid_json"),
        Bad(post: "/assess", geojson, String(repeating: "[", count: 100_000), 400, "too_deep"),
        Bad(
            post: "/assess", geojson,
            #"{"type":"GeometryCollection","geometries":"# + String(repeating: "[", count: 1000), 400,
            "too_deep"),
        Bad(post: "/assess", "text/plain", "DROP TABLE", 400, "unknown_site_format"),
        Bad(post: "/assess", "text/plain", String(repeating: "(", count: 200_000), 400, "too_deep"),
        Bad(post: "/assess", "text/plain", String(repeating: " ", count: 1 << 20), 400, "empty_input"),
        Bad(post: "/assess", geojson, String(repeating: "\n", count: 1 << 20), 400, "empty_input"),
        Bad(
            post: "/assess", geojson,
            #"{"type":"FeatureCollection","features":["# + String(repeating: "{},", count: 700_000) + "{}]}",
            413, "too_many_members"),
        Bad(post: "/assess", "text/plain", "GeoData/catalogue.json", 400, "unknown_site_format"),
        Bad(post: "/assess", "text/plain", "SRID=4326;POINT(106.33 29.52)", 400, "srid_in_wkt"),
        Bad(
            post: "/assess", geojson,
            #"{"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"http://127.0.0.1:1/x"}},"features":[]}"#,
            400, "refused_frame"),
        Bad(post: "/find", "text/csv", "id,lon,lat\nA,106.33,29.52\n", 400, "no_criterion"),
        Bad(post: "/find?in=nowhere", "text/csv", "id,lon,lat\nA,106.33,29.52\n", 400, "unknown_id"),
        Bad(
            post: "/find?in=shengmingdao", "text/csv; charset=klingon", "id,lon,lat\n", 415,
            "unsupported_encoding"),
        Bad(post: "/locate", "text/csv", [0xFF, 0xFE, 0x61, 0], 400, "unsupported_encoding"),
        Bad(post: "/locate", geojson, "not json", 400, "invalid_json"),
        Bad(post: items, "application/json", #"{"op":"like"}"#, 400, "invalid_filter"),
        Bad(post: items, "application/json", "[", 400, "invalid_json"),
    ]

    @Test func whatCannotBeAskedIsTold() async throws {
        try await LiveService.run { service in
            for bad in Self.queries + Self.bodies {
                let headers = bad.type.map { ["Content-Type": $0] } ?? [:]
                let reply = try await service.send(bad.method, bad.target, headers, bad.body)
                #expect(
                    reply.status == bad.status,
                    "\(bad.method) \(bad.target.prefix(80)): \(reply.text.prefix(300))")
                #expect(reply.problem == bad.code, "\(bad.method) \(bad.target.prefix(80)) \(bad.code)")
            }
            let after = try await service.get("/health")
            #expect(after.status == 200)
        }
    }

    @Test(arguments: ["/locate", "/assess", "/find?in=shengmingdao"])
    func aCompressedBodyIsRefusedForWhatItIs(_ target: String) async throws {
        let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        let types = ["/assess": Self.geojson]
        try await LiveService.run { service in
            for coding in ["gzip", "br", "GZIP, identity"] {
                let headers = ["Content-Type": types[target] ?? "text/csv", "Content-Encoding": coding]
                let reply = try await service.send(
                    "POST", target + (target.contains("?") ? "&" : "?") + "lang=zh", headers, gzip)
                #expect(reply.status == 415 && reply.problem == "unsupported_content_encoding", "\(coding)")
                #expect(reply.headers["accept-encoding"] == "identity")
                #expect(reply.text.contains("请解压后提交"))
            }
            let plain = try await service.send(
                "POST", "/locate", ["Content-Type": "text/csv", "Content-Encoding": "identity"],
                Array("lon,lat\n106.33,29.52\n".utf8))
            #expect(plain.status == 200)
        }
    }

    @Test func aLimitAboveTheGreatestCountsAsTheGreatest() async throws {
        try await LiveService.run { service in
            for limit in ["1000000000", "99999999999999999999999"] {
                let reply = try await service.get("\(Self.items)?limit=\(limit)")
                #expect(reply.status == 200)
            }
        }
    }

    @Test func bodiesBeyondTheLimitsAreRefusedUnread() async throws {
        try await LiveService.run {
            $0.maximumBody = 10_000
            $0.maximumVertices = 100
        } _: { service in
            let corner = "[106.3,29.5],"
            let many =
                #"{"type":"Polygon","coordinates":[["# + String(repeating: corner, count: 200)
                + "[106.3,29.5]]]}"
            let vertices = try await service.post("/assess", many, type: Self.geojson)
            #expect(vertices.status == 413 && vertices.problem == "too_many_vertices")
            let long = try await service.post(
                "/assess", String(repeating: " ", count: 20_000), type: Self.geojson)
            #expect(long.status == 413 && long.problem == "body_too_large")
        }
    }

    /// A table of few rows, but long ones: looked through for shapes, then read from its first row.
    @Test(arguments: [10, 1000], ["", "x"])
    func aTableOfFewLongRowsIsReadWhole(_ columns: Int, _ cell: String) async throws {
        let names = (0..<columns).map { "c\($0)" }.joined(separator: ",")
        let cells = Array(repeating: cell, count: columns).joined(separator: ",")
        let table = "lon,lat,\(names)\n106.33,29.52,\(cells)\n106.34,29.53,\(cells)\n"
        try await LiveService.run { service in
            let found = try await service.post("/find?in=shengmingdao", table, type: "text/csv")
            #expect(found.status == 200)
            #expect(try found.json()["candidates"]?.elements?.count == 2, "\(found.text.prefix(300))")
            let located = try await service.post("/locate?f=json", table, type: "text/csv")
            #expect(try located.json().elements?.count == 2)
        }
    }

    @Test func aByteOrderMarkIsNoHindrance() async throws {
        try await LiveService.run { service in
            let text = "\u{FEFF}" + #"{"type":"Point","coordinates":[106.33,29.52]}"#
            let reply = try await service.post("/assess", text, type: Self.geojson)
            #expect(reply.status == 200)
        }
    }

    @Test func moreQuestionsThanMayWaitAreSentAwayForAWhile() async throws {
        try await LiveService.run {
            $0.maximumWaiting = 0
            $0.workers = 1
        } _: { service in
            let codes = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await service.get("/adjacency?layout=jinfeng-five-zones").status }
                }
                var codes: [Int] = []
                for try await code in group { codes.append(code) }
                return codes
            }
            #expect(codes.contains(200))
            #expect(codes.allSatisfy { $0 == 200 || $0 == 503 })
        }
    }

    @Test func anAnswerThatTakesTooLongIsGivenUp() async throws {
        try await LiveService.run {
            $0.answerSeconds = 0
        } _: { service in
            // Longer than any delay of the clock that is to end it, and left off at once when that has come.
            let reply = try await service.get("/map.pdf")
            #expect(reply.status == 503 && reply.problem == "deadline_exceeded")
            let next = try await service.get("/locate?position=106.33,29.52")
            #expect(next.status == 200)
        }
    }

    /// A client has the service, not the command: what is advised is to be had here.
    @Test(arguments: [
        ("/zones/nowhere", "/collections"),
        ("/locate?place=%E7%94%9F%E5%91%BD%E5%B2%9B", "/zones/shengmingdao"),
        ("/collections/nowhere", "north-middle-south"),
    ])
    func adviceNamesResourcesOfTheService(_ target: String, _ resource: String) async throws {
        try await LiveService.run { service in
            for language in ["zh", "en"] {
                let reply = try await service.get(
                    "\(target)\(target.contains("?") ? "&" : "?")lang=\(language)")
                #expect(reply.status >= 400)
                #expect(
                    reply.text.contains(resource) && !reply.text.contains("jinfeng zone"), "\(reply.text)")
            }
        }
    }

    /// Every option an error below both doors advises, as it stands in its source.
    @Test(arguments: [
        (
            Bilingual(zh: "请去掉 SRID，用 --frame 注明坐标系。", en: "Leave it out and name the frame with --frame."),
            Bilingual(
                zh: "请去掉 SRID，用参数 frame 注明坐标系。",
                en: "Leave it out and name the frame with the parameter frame.")
        ),
        (
            Bilingual(
                zh: "请改正该处，或加 --make-valid 由程序修复（会报告改动）。",
                en: "Mend it there, or ask for a repair with --make-valid; what it changes is reported."),
            Bilingual(
                zh: "请改正该处，或加参数 make-valid 由程序修复（会报告改动）。",
                en:
                    "Mend it there, or ask for a repair with the parameter make-valid; what it changes is reported."
            )
        ),
        (
            Bilingual(
                zh: "请至少给出一项，如 --in 生命岛、--near \"科学大道<=1km\"、--min-area 50亩。",
                en:
                    "Give one at least, such as --in shengmingdao, --near \"kexue-dadao<=1km\", --min-area 50亩."
            ),
            Bilingual(
                zh: "请至少给出一项，如 in=生命岛、near=科学大道<=1km、min-area=50亩。",
                en: "Give one at least, such as in=shengmingdao, near=kexue-dadao<=1km, min-area=50亩.")
        ),
        (
            Bilingual(zh: "请指定一列。（选项 --columns）", en: "Name a column. (Option: --columns.)"),
            Bilingual(zh: "请指定一列。", en: "Name a column.")
        ),
        (Bilingual(zh: "a--b，--", en: "--"), Bilingual(zh: "a--b，--", en: "--")),
    ])
    func optionsAreParameters(_ said: Bilingual, _ here: Bilingual) {
        #expect(said.inTermsOfTheService == here)
    }

    @Test func adviceAtARowOfABodyIsToBeHadHereToo() async throws {
        let bowTie =
            #"{"type":"Polygon","coordinates":[[[106.3,29.5],[106.4,29.6],[106.4,29.5],[106.3,29.6],[106.3,29.5]]]}"#
        let feature = #"{"type":"Feature","properties":{},"geometry":\#(bowTie)}"#
        let two = #"{"type":"FeatureCollection","features":[\#(feature),\#(feature)]}"#
        try await LiveService.run { service in
            for target in ["/assess", "/find?in=shengmingdao"] {
                let reply = try await service.post(target, two, type: Self.geojson)
                #expect(reply.status == 200)
                #expect(
                    reply.text.contains("the parameter make-valid") && !reply.text.contains("--"),
                    "\(reply.text)")
            }
            let none = try await service.post("/find", "id,lon,lat\nA,106.33,29.52\n", type: "text/csv")
            #expect(none.text.contains("in=shengmingdao, near=kexue-dadao"))
        }
    }

    @Test func aFormIsToldToBeTheFileItself() async throws {
        try await LiveService.run { service in
            let reply = try await service.post("/locate", "--x--", type: "multipart/form-data; boundary=x")
            #expect(reply.status == 415 && reply.text.contains("--data-binary"))
        }
    }
}
