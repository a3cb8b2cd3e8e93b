internal import Planning
internal import Wording

/// Where the documents do not agree on an activity: the same words wherever the activity is answered.
struct DisagreementText {
    /// What stands above them.
    static let heading = Bilingual(zh: "文件之间或文内说法不一", en: "Where the texts disagree")

    private let language: Language

    init(_ language: Language) { self.language = language }

    /// The heading and each point with its sentences; nothing where the documents agree.
    func lines(_ contradictions: [Contradiction]) -> [String] {
        guard !contradictions.isEmpty else { return [] }
        return [Self.heading[language]]
            + contradictions.flatMap { one in
                ["  · " + one.text[language]]
                    + one.sources.map { "      \($0.document):\($0.line)「\($0.quote)」" }
            }
    }
}
