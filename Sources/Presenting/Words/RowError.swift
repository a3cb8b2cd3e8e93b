public import GeoJSON
public import Wording

/// An error together with the row and field of the input it was found in.
public struct RowError: Error, Hashable, Sendable {
    /// The stable name for programs.
    public let code: String
    /// The row of the input, as its own editor counts; nil for a single position.
    public let row: Int?
    /// The field or column.
    public let field: String?
    /// What is wrong.
    public let message: Bilingual
    /// What to do about it.
    public let remedy: Bilingual

    /// Says where an error was found.
    public init(_ error: any ExplainedError, row: Int? = nil, field: String? = nil) {
        code = error.code
        self.row = row
        self.field = field
        message = error.message
        remedy = error.remedy
    }

    /// The object a bad row is answered with.
    public func json(site: JSONValue, in language: Language) -> JSONValue {
        [
            "site": site,
            "error": [
                "code": .string(code), "row": row.map { .number(Double($0)) } ?? .null,
                "field": .optional(field),
                "message": .string(message[language]), "remedy": .string(remedy[language]),
            ],
        ]
    }

    /// One line for the `error` column, the stable name first.
    public func line(in language: Language) -> String {
        "\(code): \(language.sentences(message[language], remedy[language]))"
    }

    /// For people: the row and the field, what is wrong and what to do; the stable name last, in brackets.
    public func located(in language: Language) -> String {
        let text = language.sentences(message[language], remedy[language])
        let line = language == .zh ? "\(text)（\(code)）" : "\(text) (\(code))"
        let places = [
            row.map { Bilingual(zh: "第 \($0) 行", en: "row \($0)")[language] },
            field.map { Bilingual(zh: "字段“\($0.quotable)”", en: "field \($0.quoted)")[language] },
        ].compactMap(\.self)
        guard !places.isEmpty else { return line }
        return places.joined(separator: language == .zh ? "，" : ", ") + (language == .zh ? "：" : ": ")
            + line
    }
}
