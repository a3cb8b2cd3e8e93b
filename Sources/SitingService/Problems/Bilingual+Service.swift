internal import Wording

extension Bilingual {
    /// Advice with the command's questions under the names they have here.
    ///
    /// Rooms below both doors advise in the words of the command, which somebody at the other end of a connection may not
    /// have.
    var inTermsOfTheService: Bilingual { Bilingual(zh: Self.atTheService(zh), en: Self.atTheService(en)) }

    /// The longer ones first: they hold the shorter.
    private static let names = [
        ("jinfeng locate --input", "POST /locate"), ("jinfeng find", "POST /find"),
        ("jinfeng zones --layout ", "/collections/"), ("jinfeng zones", "/collections"),
        ("jinfeng zone ", "/zones/"), ("jinfeng assess ", "/assess?place="),
    ]

    private static func atTheService(_ text: String) -> String {
        guard text.contains("jinfeng ") else { return text }
        return names.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
