import Wording

/// The kinds of value, as messages call them.
enum JSONKind {
    case object, array, string, number, integer, bool, stringOrNumber

    var words: Bilingual {
        switch self {
        case .object: Bilingual(zh: "对象", en: "an object")
        case .array: Bilingual(zh: "数组", en: "an array")
        case .string: Bilingual(zh: "字符串", en: "a string")
        case .number: Bilingual(zh: "数字", en: "a number")
        case .integer: Bilingual(zh: "整数", en: "a whole number")
        case .bool: Bilingual(zh: "true 或 false", en: "true or false")
        case .stringOrNumber: Bilingual(zh: "字符串或数字", en: "a string or a number")
        }
    }
}

extension JSONError {
    /// A value of another kind than the one needed there.
    static func wrongType(of value: JSONValue, wanted: JSONKind, path: JSONPath = .root) -> JSONError {
        let found = value.words
        return JSONError(
            code: "wrong_type",
            problem: Bilingual(
                zh: "此处应为\(wanted.words.zh)，实为\(found.zh)。",
                en: "This must be \(wanted.words.en), not \(found.en)."),
            remedy: Bilingual(zh: "请改为\(wanted.words.zh)。", en: "Write \(wanted.words.en)."),
            path: path)
    }

    /// An object without a key it needs.
    static func missingMember(_ key: String, path: JSONPath = .root) -> JSONError {
        JSONError(
            code: "missing_member",
            problem: Bilingual(zh: "缺少键 \(key.quoted)。", en: "The member \(key.quoted) is missing."),
            remedy: Bilingual(zh: "请在此对象中补上 \(key.quoted)。", en: "Add \(key.quoted) to this object."),
            path: path)
    }

    /// A string that is none of those allowed.
    static func unknownValue(_ text: String, allowed: [String], path: JSONPath) -> JSONError {
        JSONError(
            code: "unknown_value",
            problem: Bilingual(
                zh: "不认识的取值 \(text.quoted)。", en: "\(text.quoted) is not a value known here."),
            remedy: Bilingual(
                zh: "可用的取值：\(allowed.joined(separator: "、"))。",
                en: "Use one of \(allowed.joined(separator: ", "))."),
            path: path)
    }
}

extension JSONValue {
    /// What the value is, for messages.
    var words: Bilingual {
        switch self {
        case .null: Bilingual(zh: "空值 null", en: "null")
        case .bool(let bool): Bilingual(zh: "\(bool)", en: "\(bool)")
        case .number, .numeral:
            Bilingual(zh: "数字 \(JSONWriter().string(self))", en: "the number \(JSONWriter().string(self))")
        case .string(let text): Bilingual(zh: "字符串 \(text.quoted)", en: "the string \(text.quoted)")
        case .array(let elements):
            Bilingual(zh: "数组（\(elements.count) 项）", en: "an array of \(elements.count)")
        case .object(let members):
            Bilingual(zh: "对象（\(members.count) 个键）", en: "an object of \(members.count) members")
        }
    }
}
