internal import HTTPTypes
internal import Wording

extension Problem {
    /// Too much waits already.
    static var busy: Problem {
        var problem = Problem(
            .serviceUnavailable, "busy",
            Bilingual(zh: "排队的请求已满，暂不受理。", en: "As many questions wait as may."),
            Bilingual(zh: "请稍候再试（见 Retry-After）。", en: "Ask again shortly (see Retry-After)."))
        problem.headers[.retryAfter] = "1"
        return problem
    }

    /// Whoever asked has gone.
    static var abandoned: Problem {
        Problem(
            .serviceUnavailable, "abandoned",
            Bilingual(zh: "作答前连接已关闭，不再作答。", en: "The connection was closed before the answer."),
            Bilingual(zh: "请在收到答复之前保持连接。", en: "Keep the connection open until the answer has come."))
    }

    /// The answer took longer than one may.
    static func deadlineExceeded(seconds: Int) -> Problem {
        var problem = Problem(
            .serviceUnavailable, "deadline_exceeded",
            Bilingual(
                zh: "\(seconds) 秒内未能算出结果，已放弃。", en: "The answer was not found within \(seconds) seconds."),
            Bilingual(
                zh: "请简化图形或减少地块后再试；大批量请用 jinfeng 命令。",
                en: "Simplify the shape or send fewer sites; for much at once use the command."))
        problem.headers[.retryAfter] = "5"
        return problem
    }

    static func bodyTooLarge(limit: Int) -> Problem {
        Problem(
            .contentTooLarge, "body_too_large",
            Bilingual(zh: "请求正文超过 \(limit >> 10) KiB。", en: "The body is larger than \(limit >> 10) KiB."),
            Bilingual(
                zh: "请拆分后提交，或以 NDJSON、CSV 流式提交。", en: "Send it in parts, or as a stream of NDJSON or CSV."))
    }

    static func tooManyVertices(limit: Int) -> Problem {
        Problem(
            .contentTooLarge, "too_many_vertices",
            Bilingual(zh: "图形顶点超过 \(limit) 个。", en: "The shapes have more than \(limit) vertices."),
            Bilingual(zh: "请先抽稀（简化）图形，或使用 jinfeng 命令。", en: "Simplify the shape first, or use the command."))
    }

    static func tooManyMembers(limit: Int) -> Problem {
        Problem(
            .contentTooLarge, "too_many_members",
            Bilingual(
                zh: "JSON 中的对象或字段超过 \(limit) 个。", en: "The JSON has more than \(limit) objects or members."),
            Bilingual(
                zh: "请去掉用不到的属性字段，或拆分后提交；点位可以 NDJSON、CSV 流式提交。",
                en:
                    "Leave out properties nobody needs, or send it in parts; positions may come as a stream of NDJSON or CSV."
            ))
    }

    static var tooDeep: Problem {
        Problem(
            .badRequest, "too_deep",
            Bilingual(zh: "括号嵌套过深。", en: "Parentheses stand too deep within each other."),
            Bilingual(
                zh: "请只保留一层几何集合，如 MULTIPOLYGON(((…)))。",
                en: "Write one collection at most, such as MULTIPOLYGON(((…)))."))
    }

    static func bodyTooSlow(seconds: Int) -> Problem {
        Problem(
            .requestTimeout, "body_too_slow",
            Bilingual(
                zh: "请求正文在 \(seconds) 秒内未传完。", en: "The body did not arrive within \(seconds) seconds."),
            Bilingual(zh: "请检查网络后重新提交。", en: "Check the connection and send it again."))
    }

    static func unsupportedMediaType(_ type: String?, _ supported: [String]) -> Problem {
        let list = supported.joined(separator: ", ")
        let isForm =
            type.map { $0.hasPrefix("multipart/") || $0.hasPrefix("application/x-www-form") } ?? false
        let advice = Bilingual(
            zh: isForm ? "不要作为表单提交，请直接发送文件内容（curl --data-binary @文件），" : "",
            en: isForm ? "Send the file itself and no form (curl --data-binary @file), and use " : "Use ")
        return Problem(
            .unsupportedMediaType, "unsupported_media_type",
            type.map {
                Bilingual(
                    zh: "不支持正文类型“\($0.quotable)”。", en: "A body of the type \($0.quoted) is not read here.")
            } ?? Bilingual(zh: "未注明正文类型。", en: "The body's type is not stated."),
            Bilingual(
                zh: "\(advice.zh)\(isForm ? "并" : "请")注明 Content-Type：\(list)。",
                en: "\(advice.en)Content-Type: \(list)."), field: "Content-Type"
        )
    }

    /// A compressed body; what to send instead is said in `Accept-Encoding` too (RFC 9110, 12.5.3).
    static func unsupportedContentCoding(_ coding: String) -> Problem {
        var problem = Problem(
            .unsupportedMediaType, "unsupported_content_encoding",
            Bilingual(
                zh: "不读取压缩的请求正文（Content-Encoding：\(coding.quotable)）。",
                en: "Compressed bodies are not read (Content-Encoding: \(coding.quotable))."),
            Bilingual(
                zh: "请解压后提交，去掉 Content-Encoding。", en: "Send it uncompressed, without Content-Encoding."),
            field: "Content-Encoding")
        problem.headers[.acceptEncoding] = "identity"
        return problem
    }

    /// A mistake of ours; what it was stands in the log.
    static var `internal`: Problem {
        Problem(
            .internalServerError, "internal",
            Bilingual(zh: "服务内部出错。", en: "Something went wrong in the service."),
            Bilingual(
                zh: "请将 request_id 告知管理员，原因已记入日志。", en: "Tell the operator the request_id; the log says why.")
        )
    }
}

extension Problem {
    static var emptyBody: Problem {
        Problem(
            .badRequest, "empty_body",
            Bilingual(zh: "请求没有正文。", en: "The request has no body."),
            Bilingual(zh: "请在正文中给出地块。", en: "Put the sites into its body."))
    }
}
