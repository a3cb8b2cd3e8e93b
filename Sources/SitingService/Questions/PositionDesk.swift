internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOHTTP1
internal import Wording

/// Answers `GET /locate` in JSON from the head of a request, as ``LocateRoutes`` answers it: the same bytes and the same
/// headers, a fifth of the work.
///
/// Everything out of the ordinary it leaves to the way all other requests go, mistakes first of all.
struct PositionDesk: Sendable {
    /// What a head asks.
    struct Question {
        let target: String
        let acceptLanguage: String?
        let requestID: String?
        let start: ContinuousClock.Instant
    }

    private let routes: LocateRoutes
    private let parameters: [Parameter]
    private let formats: [Format]
    private let path: String
    /// The head of every answer in a language, but for what changes from one to the next.
    private let heads: [Language: [UInt8]]
    private let logsAccess: Bool

    init(_ routes: LocateRoutes, _ settings: ServiceSettings) {
        let endpoint = routes.one
        self.routes = routes
        parameters = endpoint.queryParameters
        formats = endpoint.formats
        path = endpoint.path
        logsAccess = settings.logsAccess
        heads = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { ($0, Self.head(in: $0, settings)) })
    }

    private static func head(in language: Language, _ settings: ServiceSettings) -> [UInt8] {
        var response = Response(status: .ok, headers: Asked.headers(.json, language))
        response.headers[.server] = SitingServer.name
        response.addSecurityHeaders(allowing: settings.allowedOrigin)
        // Told of the body that follows, never of this one: two lengths in a head are what smugglers send.
        response.headers[.contentLength] = nil
        let lines = response.headers.map { "\($0.name.rawName): \($0.value)\r\n" }.joined()
        return Array("HTTP/1.1 200 OK\r\n\(lines)".utf8)
    }

    /// The question a head asks; nil where it is not for this desk.
    func question(in head: HTTPRequestHead) -> Question? {
        guard head.method == .GET, head.uri.utf8.starts(with: path.utf8),
            head.uri.utf8.dropFirst(path.utf8.count).first == UInt8(ascii: "?")
        else { return nil }
        var acceptLanguage: String?
        var requestID: String?
        var hasAccept = false
        for (name, value) in head.headers {
            switch name.utf8.count {
            case 6 where name.lowercased() == "accept":
                guard !hasAccept, (try? Format.chosen(f: nil, accept: value, among: formats)) == .json else {
                    return nil
                }
                hasAccept = true
            case 15 where name.lowercased() == "accept-language":
                guard acceptLanguage == nil else { return nil }
                acceptLanguage = value
            case 12 where name.lowercased() == "x-request-id":
                guard requestID == nil, Doorway.isPlain(value) else { return nil }
                requestID = value
            case 10 where name.lowercased() == "connection":
                guard value.lowercased() == "keep-alive" else { return nil }
            // A body, or a wish for another protocol.
            case 14 where name.lowercased() == "content-length": return nil
            case 17 where name.lowercased() == "transfer-encoding": return nil
            case 6 where name.lowercased() == "expect": return nil
            case 7 where name.lowercased() == "upgrade": return nil
            default: break
            }
        }
        return Question(
            target: head.uri, acceptLanguage: acceptLanguage, requestID: requestID, start: .now)
    }

    /// The whole answer, head and body; nil where it is for others to say what is wrong.
    func answer(_ question: Question, _ allocator: ByteBufferAllocator) -> ByteBuffer? {
        guard
            let (body, language) = try? { () throws(Problem) in
                let query = try Query(of: question.target, known: parameters)
                let language = try Language.chosen(
                    lang: query["lang"], acceptLanguage: question.acceptLanguage)
                guard
                    try query["f"].map({ f throws(Problem) in
                        try Format.chosen(f: f, accept: nil, among: formats)
                    }) ?? .json == .json
                else { throw Problem.internal }
                return (try routes.located(query, in: language, as: .json), language)
            }(), let head = heads[language]
        else { return nil }
        let requestID = question.requestID ?? RequestID().description
        var answer = allocator.buffer(capacity: head.count + body.count + 160)
        answer.writeBytes(head)
        answer.writeStaticString("Date: ")
        answer.writeString(SecondText.date.now)
        answer.writeStaticString("\r\nX-Request-ID: ")
        answer.writeString(requestID)
        answer.writeStaticString("\r\nContent-Length: ")
        answer.writeString(String(body.count))
        answer.writeStaticString("\r\n\r\n")
        answer.writeBytes(body)
        if logsAccess {
            AccessLine(
                method: "GET", route: path, status: 200, bytes: body.count, requestID: requestID,
                duration: question.start.duration(to: .now)
            ).send()
        }
        return answer
    }
}
