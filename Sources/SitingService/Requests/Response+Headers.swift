internal import HTTPTypes
internal import Hummingbird

extension HTTPField.Name {
    /// Names a field that is well formed as it stands here.
    private static func named(_ name: StaticString) -> HTTPField.Name {
        HTTPField.Name("\(name)") ?? .date
    }

    static let xRequestID = named("X-Request-ID")
    static let referrerPolicy = named("Referrer-Policy")
    static let crossOriginResourcePolicy = named("Cross-Origin-Resource-Policy")
    static let contentCrs = named("Content-Crs")
    static let link = named("Link")
    /// How many zones the format of a download has no room for.
    static let zonesLeftOut = named("Zones-Left-Out")
    static let xFrameOptions = named("X-Frame-Options")
}

extension Response {
    /// Says what a browser may do with the answer.
    ///
    /// No inline script ever; style may stand in a page, since the printed sheets must be whole in one file. Positions stand in
    /// addresses, so these go to nobody.
    mutating func addSecurityHeaders(allowing origin: String) {
        if headers[.referrerPolicy] == nil { headers.append(Self.noReferrer) }
        if headers[.contentSecurityPolicy] == nil { headers.append(Self.ownPolicy) }
        headers.append(contentsOf: Self.always)
        guard !origin.isEmpty else { return }
        headers.append(HTTPField(name: .accessControlAllowOrigin, value: origin))
        headers.append(contentsOf: Self.forOtherPages)
    }

    private static let noReferrer = HTTPField(name: .referrerPolicy, value: "no-referrer")
    private static let ownPolicy = HTTPField(name: .contentSecurityPolicy, value: policy)
    private static let always = [
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .xFrameOptions, value: "DENY"),
        HTTPField(name: .vary, value: "Accept, Accept-Language"),
    ]
    private static let forOtherPages = [
        HTTPField(
            name: .accessControlExposeHeaders,
            value: "Content-Crs, Content-Disposition, ETag, Link, X-Request-ID, Retry-After, Zones-Left-Out"),
        HTTPField(
            name: .accessControlAllowHeaders,
            value: "Accept, Accept-Language, Content-Type, If-None-Match, X-Request-ID"),
        HTTPField(name: .accessControlMaxAge, value: "86400"),
        HTTPField(name: .crossOriginResourcePolicy, value: "cross-origin"),
    ]

    private static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; \
        base-uri 'none'; form-action 'self'; frame-ancestors 'none'
        """
}

extension Request {
    /// Whether a body comes with it.
    var hasBody: Bool {
        headers[.transferEncoding] != nil || (headers[.contentLength].map { $0 != "0" } ?? false)
    }

    /// The answer with its entity tag; without its body where the client has that already (RFC 9110, 13.1.2).
    func answeredConditionally(_ response: Response) -> Response {
        guard method == .get || method == .head, response.status == .ok, let tag = response.headers[.eTag]
        else {
            return response
        }
        let known =
            headers[.ifNoneMatch]?.split(separator: ",").map { $0.drop { $0 == " " }.prefix { $0 != " " } }
            ?? []
        guard known.contains(where: { $0 == "*" || ($0.hasPrefix("W/") ? $0.dropFirst(2) : $0) == tag })
        else { return response }
        var unchanged = Response(status: .notModified, headers: response.headers)
        unchanged.headers[.contentLength] = nil
        unchanged.headers[.contentType] = nil
        return unchanged
    }
}
