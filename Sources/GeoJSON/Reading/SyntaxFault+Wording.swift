import Wording

extension JSONError {
    /// Puts a fault of the text in words.
    init(_ fault: SyntaxFault, position: JSONPosition) {
        self.init(
            code: fault.code, problem: fault.problem, remedy: fault.remedy, position: position)
    }
}

extension SyntaxFault {
    var code: String {
        switch self {
        case .emptyInput: "empty_input"
        case .utf16, .invalidUTF8: "invalid_utf8"
        case .notFinite: "not_finite"
        case .tooDeep: "too_deep"
        case .duplicate: "duplicate_member"
        default: "invalid_json"
        }
    }

    var problem: Bilingual {
        switch self {
        case .emptyInput: Bilingual(zh: "内容为空，没有 JSON 数据。", en: "The text is empty; there is no JSON in it.")
        case .utf16: Bilingual(zh: "文件是 UTF-16 编码，不是 UTF-8。", en: "The text is UTF-16, not UTF-8.")
        case .invalidUTF8(let byte):
            Bilingual(
                zh: "字节 \(Self.hexadecimal(byte)) 不是有效的 UTF-8，文件可能是 GBK 编码。",
                en: "The byte \(Self.hexadecimal(byte)) is not valid UTF-8; the file may be GBK.")
        case .endOfText(let wanted):
            Bilingual(
                zh: "内容到此中断，此处应为\(wanted.words.zh)。",
                en: "The text ends where \(wanted.words.en) should follow.")
        case .unexpected(let found, let wanted):
            Bilingual(
                zh: "此处应为\(wanted.words.zh)，实为 \(found.quoted)。",
                en: "\(found.quoted) stands where \(wanted.words.en) should.")
        case .trailingText(let found):
            Bilingual(
                zh: "JSON 已结束，其后还有 \(found.quoted)。",
                en: "The JSON has ended, but \(found.quoted) follows.")
        case .trailingComma: Bilingual(zh: "最后一项后面多了逗号。", en: "A comma follows the last item.")
        case .comment: Bilingual(zh: "此处有注释，JSON 不允许注释。", en: "A comment stands here; JSON has none.")
        case .singleQuote:
            Bilingual(zh: "此处用了单引号，JSON 只用双引号。", en: "A single quote stands here; JSON uses double quotes.")
        case .unquotedKey(let key):
            Bilingual(zh: "键名 \(key) 没有加双引号。", en: "The key \(key) is not in double quotes.")
        case .unterminatedString:
            Bilingual(zh: "从此处开始的字符串没有结束的引号。", en: "The string that begins here is never closed.")
        case .controlCharacter(let byte):
            Bilingual(
                zh: "字符串中有未转义的控制字符 \(Self.hexadecimal(byte))\(byte == 10 || byte == 13 ? "（换行）" : "")。",
                en: "A string holds the bare control character \(Self.hexadecimal(byte))"
                    + "\(byte == 10 || byte == 13 ? " (a line break)" : "").")
        case .badEscape(let escape):
            Bilingual(zh: "\(escape) 不是有效的转义。", en: "\(escape) is no valid escape.")
        case .loneSurrogate(let unit):
            Bilingual(
                zh: "\\u\(String(unit, radix: 16)) 只是半个字符（孤立的代理项）。",
                en: "\\u\(String(unit, radix: 16)) is half a character (a lone surrogate).")
        case .leadingZero: Bilingual(zh: "数字以多余的 0 开头。", en: "The number begins with a needless 0.")
        case .plusSign: Bilingual(zh: "数字前有加号。", en: "The number has a plus sign.")
        case .digitMissing(""):
            Bilingual(zh: "小数点前缺数字。", en: "A digit is missing before the decimal point.")
        case .digitMissing(let sign):
            Bilingual(zh: "\(sign.quoted) 后面缺数字。", en: "A digit is missing after \(sign.quoted).")
        case .notFinite(let number):
            Bilingual(zh: "\(clipped(number)) 不是有限的数。", en: "\(clipped(number)) is not a finite number.")
        case .tooDeep(let limit):
            Bilingual(zh: "嵌套超过 \(limit) 层。", en: "The nesting goes deeper than \(limit) levels.")
        case .duplicate(let key):
            Bilingual(
                zh: "键 \(key.quoted) 在同一对象中重复出现。", en: "The key \(key.quoted) occurs twice in one object.")
        }
    }

    var remedy: Bilingual {
        switch self {
        case .emptyInput: Bilingual(zh: "请确认文件已完整保存。", en: "Check that the file was saved.")
        case .utf16, .invalidUTF8: Bilingual(zh: "请另存为 UTF-8 编码。", en: "Save the file as UTF-8.")
        case .endOfText, .unterminatedString:
            Bilingual(
                zh: "请检查文件是否被截断，补齐引号和括号。",
                en: "Check whether the file was cut short, and close its quotes and brackets.")
        case .unexpected(_, let wanted):
            Bilingual(
                zh: "请在此处补上\(wanted.words.zh)，或删去多余内容。",
                en: "Put \(wanted.words.en) here, or take out what is too much.")
        case .trailingText:
            Bilingual(
                zh: "请只保留一个 JSON 值；若每行一个，请按 NDJSON 读取。",
                en: "Keep one JSON value only; if each line holds one, read the file as NDJSON.")
        case .trailingComma: Bilingual(zh: "请删去这个逗号。", en: "Take the comma out.")
        case .comment: Bilingual(zh: "请删去注释。", en: "Take the comment out.")
        case .singleQuote, .unquotedKey: Bilingual(zh: "请改用双引号。", en: "Use double quotes.")
        case .controlCharacter:
            Bilingual(
                zh: "请写成 \\n、\\t 或 \\u00XX。", en: "Write it as \\n, \\t or \\u00XX.")
        case .badEscape:
            Bilingual(
                zh: "可用的转义为 \\\" \\\\ \\/ \\b \\f \\n \\r \\t 和 \\u 加四位十六进制数；反斜杠本身写作 \\\\。",
                en: "Valid are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits; "
                    + "a backslash itself is \\\\.")
        case .loneSurrogate:
            Bilingual(
                zh: "请写成完整的一对（如 \\ud83d\\ude00），或直接写字符。",
                en: "Write the whole pair (such as \\ud83d\\ude00) or the character itself.")
        case .leadingZero: Bilingual(zh: "请去掉开头的 0；编号请加双引号。", en: "Drop the 0; put a code number in quotes.")
        case .plusSign: Bilingual(zh: "请去掉加号。", en: "Drop the plus sign.")
        case .digitMissing: Bilingual(zh: "请写完整，如 0.5、1.0、1e3。", en: "Write it out, as in 0.5, 1.0 or 1e3.")
        case .notFinite: Bilingual(zh: "缺值请写 null。", en: "Write null for a missing number.")
        case .tooDeep: Bilingual(zh: "请减少嵌套层数。", en: "Flatten the structure.")
        case .duplicate: Bilingual(zh: "请只保留一个。", en: "Keep one of the two.")
        }
    }

    /// A number too long for a message, cut.
    private func clipped(_ number: String) -> String {
        number.utf8.count <= 40 ? number : "\(number.prefix(40))…"
    }
}

extension SyntaxFault.Wanted {
    var words: Bilingual {
        switch self {
        case .value: Bilingual(zh: "一个值", en: "a value")
        case .key: Bilingual(zh: "带双引号的键名", en: "a key in double quotes")
        case .colon: Bilingual(zh: "冒号“:”", en: "a colon")
        case .commaOrBrace: Bilingual(zh: "逗号或“}”", en: "a comma or }")
        case .commaOrBracket: Bilingual(zh: "逗号或“]”", en: "a comma or ]")
        }
    }
}
