import Testing

@testable import SitingService

/// Connections that are slow, broken or out to do harm.
@Suite struct ConnectionTests {
    @Test func aHeadThatDribblesInIsCutOff() async throws {
        try await LiveService.run {
            $0.headSeconds = 1
        } _: { service in
            let bytes = try await service.exchange(Array("GET /health HTTP/1.1\r\nHost: loc".utf8))
            #expect(bytes.isEmpty)
            let reply = try await service.get("/health")
            #expect(reply.status == 200)
        }
    }

    @Test(arguments: [
        "GARBAGE\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: a\r\n"
            + (0..<2000).map { "X-\($0): a\r\n" }.joined() + "\r\n",
    ])
    func bytesThatAreNoRequestAreRefusedAndTheServiceGoesOn(bytes: String) async throws {
        try await LiveService.run { service in
            let reply = try Reply(try await service.exchange(Array(bytes.utf8)))
            #expect(reply.status == 400)
            #expect(reply.problem == "malformed_request")
            let next = try await service.get("/health")
            #expect(next.status == 200)
        }
    }

    @Test func anAddressWithChineseAsItIsIsToldToEncodeIt() async throws {
        try await LiveService.run { service in
            let bytes = "GET /locate?place=科学会堂 HTTP/1.1\r\nHost: a\r\n\r\n"
            let reply = try Reply(try await service.exchange(Array(bytes.utf8)))
            #expect(reply.status == 400)
            #expect(reply.problem == "malformed_request")
            #expect(reply.text.contains("--data-urlencode"))
        }
    }
}
