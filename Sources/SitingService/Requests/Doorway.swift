internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Wording

/// What every request passes: the choice of resource, format and language, and on the way out the headers of security,
/// the entity tag, and the line in the log.
struct Doorway: HTTPResponder {
    typealias Context = SitingContext

    private let responder: RouterResponder<SitingContext>
    private let settings: ServiceSettings

    init(_ endpoints: [Endpoint], _ settings: ServiceSettings) {
        let router = Router(context: SitingContext.self)
        let paths = Dictionary(grouping: endpoints, by: \.path)
        for (path, answers) in paths { Self.add(answers, at: path, to: router) }
        responder = router.buildResponder()
        self.settings = settings
    }

    func respond(to request: Request, context: SitingContext) async throws -> Response {
        let start = ContinuousClock.now
        let id = Self.requestID(request, context)
        var response: Response
        do {
            response = try await responder.respond(to: request, context: context)
            // Of a path that leads nowhere the router says so itself, in no words.
            if context.endpointPath == "NotFound" { throw Problem.notFound(request.uri.path) }
        } catch let problem as Problem {
            response = problem.response(in: Self.language(of: request), requestID: id)
        } catch {
            context.logger.error(
                "failed", metadata: ["request_id": .string(id), "error": .string("\(error)")])
            response = Problem.internal.response(in: Self.language(of: request), requestID: id)
        }
        // What is left of a body that is refused is not read to its end, wherever that may be.
        if response.status.kind == .clientError || response.status.kind == .serverError, request.hasBody {
            response.headers[.connection] = "close"
        }
        response = request.answeredConditionally(response)
        response.headers[.xRequestID] = id
        response.addSecurityHeaders(allowing: settings.allowedOrigin)
        if settings.logsAccess { log(request, context, response, id, since: start) }
        return response
    }

    /// One route for each path and method, with HEAD, OPTIONS and a refusal of all others beside it.
    private static func add(_ answers: [Endpoint], at path: String, to router: Router<SitingContext>) {
        let own = answers.map(\.method)
        let allowed = own + (own.contains(.get) ? [.head] : []) + [.options]
        let route = RouterPath(
            path.split(separator: "/").map { part in
                part.hasPrefix("{") ? ":\(part.dropFirst().dropLast())" : String(part)
            }.joined(separator: "/"))
        for endpoint in answers {
            let known = endpoint.queryParameters
            let answer: @Sendable (Request, SitingContext) async throws -> Response = { request, context in
                let asked = try asked(request, context, of: endpoint, known)
                guard !endpoint.isShort(asked) else { return try await endpoint.answer(asked) }
                return try await withTaskExecutorPreference(globalConcurrentExecutor) {
                    try await endpoint.answer(asked)
                }
            }
            router.on(route, method: endpoint.method, use: answer)
            if endpoint.method == .get {
                router.on(route, method: .head) { request, context in
                    try await answer(request, context).createHeadResponse()
                }
            }
        }
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        router.on(route, method: .options) { _, _ in
            Response(status: .noContent, headers: [.allow: list, .accessControlAllowMethods: list])
        }
        for method in Self.methods where !allowed.contains(method) {
            router.on(route, method: method) { _, _ -> Response in
                throw Problem.methodNotAllowed(method.rawValue, allowed: allowed)
            }
        }
    }

    /// The methods of RFC 9110 and those that came after it: what a path does not answer of them is refused.
    private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY"]
        .compactMap { HTTPRequest.Method($0) }

    private static func asked(
        _ request: Request, _ context: SitingContext, of endpoint: Endpoint, _ known: [Parameter]
    ) throws(Problem) -> Asked {
        if endpoint.body != nil, let coding = request.headers[.contentEncoding],
            coding.lowercased() != "identity"
        {
            throw Problem.unsupportedContentCoding(coding)
        }
        let query = try Query(of: request.head.path ?? "/", known: known)
        var path: [String: String] = [:]
        for parameter in endpoint.parameters where parameter.isInPath {
            let text = context.parameters.get(parameter.name) ?? ""
            guard let decoded = Query.decoded(text.utf8.span, plusIsSpace: false) else {
                throw Problem.badEncoding(parameter.name)
            }
            path[parameter.name] = decoded
        }
        return Asked(
            request: request, query: query, path: path,
            language: try .chosen(lang: query["lang"], acceptLanguage: request.headers[.acceptLanguage]),
            format: try .chosen(f: query["f"], accept: request.headers[.accept], among: endpoint.formats),
            id: requestID(request, context), channel: context.channel)
    }

    /// The language of a problem, where the request may not even be readable.
    private static func language(of request: Request) -> Language {
        let target = request.head.path ?? ""
        for language in Language.allCases where target.contains("lang=\(language.rawValue)") {
            return language
        }
        return .preferred(request.headers[.acceptLanguage])
    }

    /// The client's own name for the request where it is a plain word, else ours.
    private static func requestID(_ request: Request, _ context: SitingContext) -> String {
        guard let id = request.headers[.xRequestID], isPlain(id) else { return context.id }
        return id
    }

    /// Whether a client's name for a request is a plain word.
    static func isPlain(_ id: String) -> Bool {
        (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy {
                $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
                    || isAlphanumeric($0)
            }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// A line in the log: what was asked of whom, never where the site lies.
    private func log(
        _ request: Request, _ context: SitingContext, _ response: Response, _ id: String,
        since start: ContinuousClock.Instant
    ) {
        AccessLine(
            method: request.method.rawValue, route: context.endpointPath ?? "none",
            status: response.status.code, bytes: response.body.contentLength ?? -1, requestID: id,
            duration: start.duration(to: .now)
        ).send()
    }
}
