internal import GeoJSON
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Wording

/// One thing the service answers: where, with what parameters, in which formats.
///
/// To add a resource, make an endpoint and put it into a list of ``SitingRoutes``: what it says of itself is what requests
/// are held to and what `/api` tells. HEAD, OPTIONS, the choice of format and language, problem documents, the
/// access log and the headers of security come with it.
struct Endpoint: Sendable {
    /// Groups of endpoints in `/api`.
    enum Tag: String, CaseIterable, Sendable {
        case questions = "Questions"
        case features = "Features"
        case maps = "Maps"
        case service = "Service"
        /// The files the page at `/map` is made of: of no use to other clients.
        case page = "Page"
    }

    /// What a body may be.
    struct Body: Sendable {
        let types: [BodyType]
        let meaning: Bilingual

        init(types: [BodyType], zh: String, en: String) {
            self.types = types
            meaning = Bilingual(zh: zh, en: en)
        }
    }

    /// What a request is answered with.
    typealias Answer = @Sendable (Asked) async throws -> Response

    let method: HTTPRequest.Method
    /// The path, its variable parts in braces.
    let path: String
    /// The name clients' programs call it by.
    let id: String
    let tag: Tag
    let summary: Bilingual
    var parameters: [Parameter] = []
    /// The first is the one sent where nothing else is asked for.
    var formats: [Format] = [.json]
    var body: Body?
    /// Whether it answers within microseconds and waits for nothing: on the event loop itself, where others wait meanwhile.
    var isShort: @Sendable (Asked) -> Bool
    let answer: Answer

    init(
        _ method: HTTPRequest.Method, _ path: String, id: String, _ tag: Tag, zh: String, en: String,
        parameters: [Parameter] = [], formats: [Format] = [.json], body: Body? = nil,
        isShort: @escaping @Sendable (Asked) -> Bool = { _ in false },
        answer: @escaping Answer
    ) {
        self.method = method
        self.path = path
        self.id = id
        self.tag = tag
        summary = Bilingual(zh: zh, en: en)
        self.parameters = parameters
        self.formats = formats
        self.body = body
        self.isShort = isShort
        self.answer = answer
    }

    /// The parameters a query may hold: its own, and those every resource knows.
    var queryParameters: [Parameter] {
        parameters.filter { !$0.isInPath } + [Self.language] + (formats.count > 1 ? [format] : [])
    }

    private static let language = Parameter.choice(
        "lang", Language.allCases.map(\.rawValue), zh: "语言（默认随 Accept-Language）",
        en: "The language (default: by Accept-Language).")

    private var format: Parameter {
        Parameter.choice(
            "f",
            formats.map(\.rawValue)
                + (!formats.contains(.json) && formats.contains { $0.acceptable.contains("application/json") }
                    ? ["json"] : []),
            zh: "格式（默认随 Accept，否则为 \(formats[0].rawValue)）",
            en: "The format (default: by Accept, else \(formats[0].rawValue)).")
    }
}

/// A request that has passed the door: its parameters known, its language and format settled.
struct Asked: Sendable {
    let request: Request
    let query: Query
    /// The variable parts of the path, decoded.
    let path: [String: String]
    let language: Language
    let format: Format
    /// The name of the request in the log and in problem documents.
    let id: String
    /// The connection it came on.
    let channel: any Channel

    /// Whether whoever asked cut the connection, so that nobody is left to take an answer.
    var isAbandoned: Bool { !channel.isActive }

    /// A variable part of the path.
    func part(_ name: String) -> String { path[name] ?? "" }
}
