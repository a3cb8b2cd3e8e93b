internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Tables
internal import Wording

extension Asked {
    /// The answer in the format and language asked for.
    func response(
        _ bytes: [UInt8], status: HTTPResponse.Status = .ok, in encoding: TextEncoding = .utf8
    ) -> Response {
        Response(
            status: status,
            headers: Self.headers(format, language, in: encoding),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What an answer says of itself.
    static func headers(
        _ format: Format, _ language: Language, in encoding: TextEncoding = .utf8
    ) -> HTTPFields {
        [.contentType: format.mediaType(in: encoding), .contentLanguage: language.rawValue]
    }
}

extension Language {
    /// The language asked for: by `lang`, else the one `Accept-Language` likes best, else English.
    static func chosen(lang: String?, acceptLanguage: String?) throws(Problem) -> Language {
        if let lang {
            guard let language = Language(rawValue: lang) else {
                throw Problem.invalidChoice("lang", lang, Language.allCases.map(\.rawValue))
            }
            return language
        }
        return preferred(acceptLanguage)
    }

    /// The language `Accept-Language` likes best, else English.
    static func preferred(_ acceptLanguage: String?) -> Language {
        var best: (language: Language, quality: Double)?
        for range in acceptLanguage?.split(separator: ",") ?? [] {
            let parts = range.split(separator: ";").map { $0.drop { $0 == " " }.prefix { $0 != " " } }
            guard let tag = parts.first, let language = Language(rawValue: tag.prefix(2).lowercased()) else {
                continue
            }
            let quality =
                parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if quality > best?.quality ?? 0 { best = (language, quality) }
        }
        return best?.language ?? .en
    }
}
