internal import GeoJSON
internal import HTTPTypes
internal import Hummingbird
internal import Wording

/// A link to another resource (RFC 8288).
struct Link: Sendable {
    let href: String
    let rel: String
    let type: String?
    let title: String?

    init(_ href: String, rel: String, type: String? = nil, title: String? = nil) {
        self.href = href
        self.rel = rel
        self.type = type
        self.title = title
    }

    var json: JSONValue {
        var members: [(String, JSONValue)] = [("href", .string(href)), ("rel", .string(rel))]
        if let type { members.append(("type", .string(type))) }
        if let title { members.append(("title", .string(title))) }
        return .object(JSONObject(members))
    }
}

extension Asked {
    /// The address clients know the service by: the one it was told, else the one they asked.
    func base(_ settings: ServiceSettings) -> String {
        if let url = settings.publicURL { return url.hasSuffix("/") ? String(url.dropLast()) : url }
        let own = "\(settings.host):\(settings.port)"
        let host = request.head.authority ?? own
        // What a client says its host is stands in links that others may follow.
        let isPlain =
            host.utf8.count <= 255 && !host.isEmpty
            && host.utf8.allSatisfy { Doorway.isAlphanumeric($0) || ".-:[]".utf8.contains($0) }
        return "http://\(isPlain ? host : own)"
    }

    /// This resource as it was asked for, and in its other formats.
    func selfLinks(_ settings: ServiceSettings, among formats: [Format]) -> [Link] {
        let target = request.head.path ?? "/"
        let address = base(settings) + target
        var links = [Link(address, rel: "self", type: format.linkType, title: words("本文档", "This document"))]
        for other in formats where other != format {
            links.append(
                Link(
                    Self.address(base(settings) + target, setting: "f", to: other.rawValue), rel: "alternate",
                    type: other.linkType,
                    title: words("本文档（\(other.rawValue)）", "This document as \(other.rawValue)")))
        }
        return links
    }

    /// One of two texts that say the same.
    func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// An address with one parameter of its query set.
    static func address(_ address: String, setting name: String, to value: String) -> String {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let others = (parts.count > 1 ? parts[1].split(separator: "&") : []).filter {
            !$0.hasPrefix("\(name)=")
        }
        return parts[0] + "?" + (others.map(String.init) + ["\(name)=\(value)"]).joined(separator: "&")
    }

    /// A resource that stays the same as long as its data do: with an entity tag.
    func resource(_ bytes: [UInt8], as type: String? = nil) -> Response {
        var response = self.response(bytes)
        if let type { response.headers[.contentType] = type }
        response.headers[.eTag] = EntityTag.of(bytes, variant: language.rawValue)
        response.headers[.cacheControl] = "public, max-age=60"
        return response
    }
}
