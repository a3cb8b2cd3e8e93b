internal import Presenting
internal import Wording

/// Why a call was not answered, with the number it returns.
struct Refusal: Error {
    /// What calls return, as sysexits.h has it and the command exits with.
    enum Status: Int32 {
        case usage = 64
        case badData = 65
        case noInput = 66
    }

    let status: Status
    let error: RowError

    init(_ status: Status, _ error: RowError) {
        self.status = status
        self.error = error
    }

    init(_ status: Status, _ error: any ExplainedError, field: String? = nil) {
        self.init(status, RowError(error, field: field))
    }
}

/// An argument of a call that cannot be meant.
struct ArgumentError: ExplainedError {
    let code: String
    let message: Bilingual
    let remedy: Bilingual

    /// A pointer that points nowhere.
    static func missing(_ name: String) -> Refusal {
        Refusal(
            .usage,
            ArgumentError(
                code: "null_argument",
                message: Bilingual(zh: "参数 \(name) 为空指针。", en: "The argument \(name) is NULL."),
                remedy: Bilingual(
                    zh: "请传入有效的指针；各参数见 jinfeng.h。", en: "Pass a valid pointer; jinfeng.h tells what each is.")
            ),
            field: name)
    }

    /// A text that is not UTF-8.
    static func notUTF8(_ name: String) -> Refusal {
        Refusal(
            .usage,
            ArgumentError(
                code: "not_utf8",
                message: Bilingual(zh: "参数 \(name) 不是 UTF-8 文本。", en: "The argument \(name) is not UTF-8."),
                remedy: Bilingual(
                    zh: "请先转换为 UTF-8（Windows 上的文本多为 GB18030）。",
                    en: "Convert it to UTF-8 first; text from Windows is often GB18030.")),
            field: name)
    }

    /// A number of positions that is none.
    static func badCount(_ count: Int64, stride: Int64) -> Refusal {
        Refusal(
            .usage,
            ArgumentError(
                code: "bad_count",
                message: Bilingual(
                    zh: "个数 \(count)、行距 \(stride) 不成立。",
                    en: "A count of \(count) with a stride of \(stride) cannot be."),
                remedy: Bilingual(
                    zh: "个数应不小于 0，行距应不小于个数。",
                    en: "The count must not be negative, nor the stride less than the count.")),
            field: "count")
    }
}
