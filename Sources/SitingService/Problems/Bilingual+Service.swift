internal import Wording

extension Bilingual {
    /// Advice with the command's questions and options under the names they have here.
    ///
    /// Rooms below both doors advise in the words of the command, which somebody at the other end of a connection may not
    /// have.
    var inTermsOfTheService: Bilingual {
        Bilingual(
            zh: Self.atTheService(zh, parameter: "参数 "),
            en: Self.atTheService(en, parameter: "the parameter "))
    }

    /// The longer ones first: they hold the shorter.
    private static let names = [
        ("jinfeng locate --input", "POST /locate"), ("jinfeng find", "POST /find"),
        ("jinfeng zones --layout ", "/collections/"), ("jinfeng zones", "/collections"),
        ("jinfeng zone ", "/zones/"), ("jinfeng assess ", "/assess?place="),
    ]

    /// The options that are parameters of the same name; after the first ones the command's advice gives a value.
    private static let (valued, bare): (Set<Substring>, Set<Substring>) = (
        ["in", "not-in", "near", "away", "min-area", "activity"],
        ["place", "frame", "accuracy", "confidence", "layout", "make-valid", "as-of", "dpi"]
    )

    private static func atTheService(_ text: String, parameter: String) -> String {
        guard text.contains("jinfeng ") || text.contains("--") else { return text }
        let named = names.reduce(text) { $0.replacing($1.0, with: $1.1) }
        // How a column is chosen or a table cut up is said to the command alone.
        let parts = named.replacing(#/（选项 --[^）]*）| \(Option: --[^)]*\)/#, with: "").split(
            separator: "--", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts.first ?? "")) { before, part in
            let name = part.prefix { $0 == "-" || $0.isASCII && $0.isLowercase }
            let rest = part.dropFirst(name.count)
            if valued.contains(name), rest.first == " " {
                return before + "\(name)=" + unquoted(rest.dropFirst())
            }
            guard valued.contains(name) || bare.contains(name) else { return before + "--" + part }
            // Between Chinese letters and Latin ones stood a space; 参数 is Chinese.
            let isSpaced = before.last == " " && before.dropLast().last?.isASCII == false
            return (isSpaced && parameter.first?.isASCII == false ? String(before.dropLast()) : before)
                + parameter + part
        }
    }

    /// A value without the quotation marks a shell needs, and what follows it.
    private static func unquoted(_ text: Substring) -> String {
        guard text.first == "\"" else { return String(text) }
        let value = text.dropFirst().prefix { $0 != "\"" }
        return String(value) + text.dropFirst(value.count + 2)
    }
}
