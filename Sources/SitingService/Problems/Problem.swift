internal import GeoJSON
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Presenting
internal import Wording

/// Why a request is not answered, as RFC 9457 has it: the status, a stable code, and what to do.
struct Problem: Error {
    let status: HTTPResponse.Status
    let code: String
    let message: Bilingual
    let remedy: Bilingual
    /// The parameter, header or member at fault.
    var field: String?
    /// The row of the body at fault.
    var row: Int?
    /// What the answer's head says beside, such as `Retry-After`.
    var headers = HTTPFields()

    init(
        _ status: HTTPResponse.Status, _ code: String, _ message: Bilingual, _ remedy: Bilingual,
        field: String? = nil
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.remedy = remedy
        self.field = field
    }

    /// An error of ours, with the status it means; a client's mistake where nothing else is said.
    init(_ error: any ExplainedError, _ status: HTTPResponse.Status = .badRequest, field: String? = nil) {
        self.init(status, error.code, error.message, error.remedy.inTermsOfTheService, field: field)
    }

    /// An error in some row or field of a body.
    init(_ error: RowError, _ status: HTTPResponse.Status = .badRequest) {
        let told = error.inTermsOfTheService
        self.init(status, told.code, told.message, told.remedy, field: told.field)
        row = told.row
    }

    /// The document.
    func json(in language: Language, requestID: String?) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("type", .string("urn:jinfeng:problem:\(code)")),
            ("title", .string(message[language])),
            ("status", .integer(status.code)),
            ("detail", .string(language.sentences(message[language], remedy[language]))),
            ("code", .string(code)),
            ("remedy", .string(remedy[language])),
        ]
        if let field { members.append(("field", .string(field))) }
        if let row { members.append(("row", .integer(row))) }
        if let requestID { members.append(("request_id", .string(requestID))) }
        return .object(JSONObject(members))
    }

    /// The answer that says so.
    func response(in language: Language, requestID: String) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json; charset=utf-8"
        headers[.contentLanguage] = language.rawValue
        headers[.cacheControl] = "no-store"
        let bytes = JSONWriter(.pretty).bytes(json(in: language, requestID: requestID)) + [UInt8(ascii: "\n")]
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
