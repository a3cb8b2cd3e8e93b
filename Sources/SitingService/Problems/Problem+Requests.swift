internal import HTTPTypes
internal import Wording

extension Problem {
    /// Bytes that cannot be a request.
    static var malformedRequest: Problem {
        Problem(
            .badRequest, "malformed_request",
            Bilingual(zh: "不是正确的 HTTP 请求。", en: "The bytes are no well-formed HTTP request."),
            Bilingual(
                zh: "请检查请求行与请求头（每项不超过 80 KiB，不超过 1000 项）。",
                en: "Check the request line and the headers: each at most 80 KiB, at most 1000 of them."))
    }

    /// A target with bytes none may have, such as Chinese that was not encoded.
    static var malformedTarget: Problem {
        Problem(
            .badRequest, "malformed_request",
            Bilingual(
                zh: "网址中含有未编码的字符。",
                en: "The address holds letters as they are that it may only hold encoded."),
            Bilingual(
                zh: "中文须按 UTF-8 作百分号编码，如 curl -G --data-urlencode place=科学会堂。",
                en:
                    "Chinese goes into it percent-encoded as UTF-8: curl -G --data-urlencode place=科学会堂 does it."
            ))
    }

    /// A parameter that the resource does not know, with those it does.
    static func unknownParameter(_ name: String, known: [String]) -> Problem {
        let list = known.prefix(12)
        return Problem(
            .badRequest, "unknown_parameter",
            Bilingual(zh: "没有参数“\(name.quotable)”。", en: "There is no parameter \(name.quoted)."),
            known.isEmpty
                ? Bilingual(zh: "该资源不带参数。", en: "This resource takes none.")
                : Bilingual(
                    zh: "可用的有：\(list.joined(separator: "、"))；完整说明见 /api。",
                    en: "Those it knows: \(list.joined(separator: ", ")); /api describes them."),
            field: String(name.quotable))
    }

    static func repeatedParameter(_ name: String) -> Problem {
        Problem(
            .badRequest, "repeated_parameter",
            Bilingual(zh: "参数 \(name) 出现了不止一次。", en: "The parameter \(name) is given more than once."),
            Bilingual(
                zh: "每个参数只写一次；可取多个值的用逗号分隔。", en: "Give each once; several values are parted by commas."),
            field: name)
    }

    static func emptyParameter(_ name: String) -> Problem {
        Problem(
            .badRequest, "invalid_parameter",
            Bilingual(zh: "参数 \(name) 没有值。", en: "The parameter \(name) has no value."),
            Bilingual(zh: "请写上取值，或去掉该参数。", en: "Give it one, or leave the parameter out."), field: name)
    }

    static func badEncoding(_ field: String) -> Problem {
        Problem(
            .badRequest, "bad_encoding",
            Bilingual(
                zh: "\(field.quotable) 不是正确的 UTF-8 百分号编码。",
                en: "\(field.quotable) is not UTF-8 in percent encoding."),
            Bilingual(
                zh: "请将文字按 UTF-8 编码后再转义，如 %E9%87%91%E5%87%A4。",
                en: "Encode text as UTF-8, then escape it: %E9%87%91%E5%87%A4."),
            field: String(field.quotable))
    }

    static func missingParameter(_ names: String, example: String) -> Problem {
        Problem(
            .badRequest, "missing_parameter",
            Bilingual(zh: "缺少参数 \(names)。", en: "The parameter \(names) is missing."),
            Bilingual(zh: "例如 \(example)。", en: "For example \(example)."), field: names)
    }

    static func notFound(_ path: String) -> Problem {
        Problem(
            .notFound, "not_found",
            Bilingual(zh: "没有资源“\(path.quotable)”。", en: "There is nothing at \(path.quoted)."),
            Bilingual(
                zh: "首页 / 列出全部入口，/api 为接口说明。",
                en: "The landing page / lists what there is; /api describes it."))
    }

    static func methodNotAllowed(_ method: String, allowed: [HTTPRequest.Method]) -> Problem {
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        var problem = Problem(
            .methodNotAllowed, "method_not_allowed",
            Bilingual(
                zh: "该资源不支持 \(method.quotable)。", en: "This resource does not answer \(method.quotable)."),
            Bilingual(zh: "请用 \(list)。", en: "Use \(list)."))
        problem.headers[.allow] = list
        return problem
    }

    static func unknownFormat(_ text: String, _ formats: [Format]) -> Problem {
        let names = formats.map(\.rawValue)
        return Problem(
            .badRequest, "unknown_format",
            Bilingual(zh: "不提供格式“\(text.quotable)”。", en: "There is no format \(text.quoted) here."),
            Bilingual(
                zh: "可选：\(names.joined(separator: "、"))。",
                en: "Choose from: \(names.joined(separator: ", "))."), field: "f")
    }

    static func notAcceptable(_ formats: [Format]) -> Problem {
        let types = formats.map(\.mediaType).joined(separator: ", ")
        return Problem(
            .notAcceptable, "not_acceptable",
            Bilingual(zh: "不提供 Accept 所要求的格式。", en: "None of the formats in Accept is to be had here."),
            Bilingual(zh: "可选：\(types)；也可用参数 f。", en: "Choose from: \(types); or use the parameter f."),
            field: "Accept")
    }

    /// A setting of a parameter that is none of a few words.
    static func invalidChoice(_ name: String, _ text: String, _ choices: [String]) -> Problem {
        Problem(
            .badRequest, "invalid_parameter",
            Bilingual(
                zh: "参数 \(name) 不能是“\(text.quotable)”。", en: "The parameter \(name) cannot be \(text.quoted)."
            ),
            Bilingual(
                zh: "可选：\(choices.joined(separator: "、"))。",
                en: "Choose from: \(choices.joined(separator: ", "))."), field: name)
    }

    static func invalidParameter(_ name: String, _ text: String, _ remedy: Bilingual) -> Problem {
        Problem(
            .badRequest, "invalid_parameter",
            Bilingual(
                zh: "参数 \(name) 不能是“\(text.quotable)”。", en: "The parameter \(name) cannot be \(text.quoted)."
            ),
            remedy, field: name)
    }
}
